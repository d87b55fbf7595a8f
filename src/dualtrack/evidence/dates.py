"""Calendar days as decimal years, the one clock that observations, policy history and runs share."""

from calendar import isleap
from datetime import date


def decimal_year(day: date) -> float:
    """The year plus the part of it that has passed when `day` begins: 2024-07-01 is 2024.497."""
    return day.year + (day.timetuple().tm_yday - 1) / (365 + isleap(day.year))


def middle(start: date, end: date) -> date:
    """The day halfway through a period; the earlier one where two qualify."""
    return start + (end - start) // 2
