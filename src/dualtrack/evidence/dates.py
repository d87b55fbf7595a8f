"""Calendar days as decimal years, the one clock that observations, policy history and runs share."""

from calendar import isleap
from datetime import date, timedelta


def decimal_year(day: date) -> float:
    """The year plus the part of it that has passed when `day` begins: 2024-07-01 is 2024.497."""
    return day.year + (day.timetuple().tm_yday - 1) / (365 + isleap(day.year))


def day_of(year: float) -> date:
    """The calendar day on which a decimal year falls, the inverse of `decimal_year`: 2024.497 is 2024-07-01."""
    whole = int(year // 1)
    return date(whole, 1, 1) + timedelta(days=round((year - whole) * (365 + isleap(whole)) * 1000) // 1000)


def middle(start: date, end: date) -> date:
    """The day halfway through a period; the earlier one where two qualify."""
    return start + (end - start) // 2
