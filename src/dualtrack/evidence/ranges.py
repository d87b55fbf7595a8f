"""What a figure can be at all: within the range of its series, near its neighbours, over a period that fits its unit.

The least and the most of a series are those of its definition where it has some: a share lies between 0 and 1, the change of a
price above -1. Elsewhere they are powers of ten, rounded outward from a tenth of the smallest and ten times the largest figure
known, and the least is 0 where there may be none at all, as of chips under a licence. A slip by a thousand lies
outside; where figures leap (`swing`), the range is drawn closer if it must be for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dualtrack.evidence.complaints import Complaints, Placed
from dualtrack.evidence.rows import Observation, Series
from dualtrack.evidence.tables import Tables

SPANS = {"year": (334, 1827), "half_year": (175, 190), "quarter": (84, 98), "month": (28, 31)}
"""How many days a flow per such a period is summed over; a flow per year may be the mean of up to five."""
LONGEST = 1827
"""Days, five years: what is summed or held over longer is a slip of a digit in a year."""


def check_ranges(tables: Tables, complaints: Complaints) -> None:
    """Complain of figures outside their range, far from their neighbours, or over a period that does not fit their unit."""
    series = {placed.row.series: placed.row for placed in tables.series}
    for placed in tables.series:
        _check_series(placed, complaints)
    known: dict[str, list[Placed[Observation]]] = {}
    for observation in tables.observations:
        if observation.row.series in series:
            known.setdefault(observation.row.series, []).append(observation)
    for name, rows in known.items():
        for row in rows:
            _check_values(row, series[name], complaints)
            _check_period(row, series[name], complaints)
        _check_neighbours(rows, series[name], complaints)


def _check_series(placed: Placed[Series], complaints: Complaints) -> None:
    row = placed.row
    if not row.least < row.most:
        complaints.at(placed, f"least {row.least:g} is not below most {row.most:g}")
    if not row.swing > 1:
        complaints.at(placed, f"swing {row.swing:g} is not above 1: it says by how many times neighbouring figures may differ")


def _check_values(placed: Placed[Observation], series: Series, complaints: Complaints) -> None:
    row = placed.row
    for column, value in (("low", row.low), ("value", row.value), ("high", row.high)):
        if value is not None and not series.least <= value <= series.most:
            complaints.at(
                placed,
                f"{column} {value:g} is outside {series.least:g} to {series.most:g} {series.unit}, "
                f"the range of `{series.series}` in series.csv",
            )
    for column, value in (("low", row.low), ("high", row.high)):
        if value is not None and _times(value, row.value) > series.swing:
            complaints.at(placed, f"{column} {value:g} and value {row.value:g} differ by more than {series.swing:g} times")


def _check_period(placed: Placed[Observation], series: Series, complaints: Complaints) -> None:
    row = placed.row
    if row.days > LONGEST:
        complaints.at(placed, f"its period, {row.start} to {row.end}, is longer than five years")
    per = series.unit.rpartition("/")[2].split("*")
    for base in per if series.measures == "flow" and "/" in series.unit else ():
        least, most = SPANS.get(base, (1, LONGEST))
        if not least <= row.days <= most:
            complaints.at(placed, f"covers {row.days} days, and `{series.series}` is counted per {base.replace('_', ' ')}")


def _check_neighbours(rows: Iterable[Placed[Observation]], series: Series, complaints: Complaints) -> None:
    """Neighbours are told apart by time and then by value, so that the order of rows decides nothing."""
    known = (each for each in rows if each.row.value > 0)
    ordered = sorted(known, key=lambda each: (each.row.start, each.row.end, each.row.value))
    for pair in pairwise(ordered):
        other, at = sorted(pair, key=lambda each: each.is_added)
        times = _times(at.row.value, other.row.value)
        if times > series.swing:
            complaints.at(
                at,
                f"value {at.row.value:g} and value {other.row.value:g} of {other.seen_from(at)}, its neighbour in time, differ "
                f"by {times:.3g} times; `{series.series}` allows {series.swing:g} (swing in series.csv)",
            )


def _times(one: float, other: float) -> float:
    """How many times one positive number holds the other; 1 where either is not positive."""
    return max(one / other, other / one) if one > 0 and other > 0 else 1.0
