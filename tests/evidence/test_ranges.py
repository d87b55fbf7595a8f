"""No figure of the shipped record could be a thousand times larger and still be taken; every one lies in its range as it is."""

from collections import defaultdict
from dataclasses import replace

import pytest

from dualtrack.errors import RecordError
from dualtrack.evidence.complaints import Complaints, Placed
from dualtrack.evidence.ranges import check_ranges
from dualtrack.evidence.record import load_record
from dualtrack.evidence.rows import Observation, Series
from dualtrack.evidence.tables import Tables

RECORD = load_record()
BY_SERIES = defaultdict(list)
for row in RECORD.observations:
    BY_SERIES[row.series].append(row)
TELLING_APART = {"china_daily_tokens"}
"""Its figures rise three hundredfold in eighteen months, so that a slip by a thousand may look like a month later."""


def complaint(series: Series, rows: list[Observation]) -> str:
    """What is said of one series and its figures; nothing where they are sound."""
    complaints = Complaints()
    placed = [Placed("observations.csv", line, row) for line, row in enumerate(rows, 2)]
    check_ranges(Tables([], [Placed("series.csv", 2, series)], placed, [], [], [], [], [], []), complaints)
    try:
        complaints.settle("tables")
    except RecordError as error:
        return error.what
    return ""


def with_value(rows: list[Observation], place: int, times: float) -> list[Observation]:
    """The figures with one of them and its range multiplied."""
    row = rows[place]
    low, high = (None if each is None else each * times for each in (row.low, row.high))
    low, high = (high, low) if times < 0 else (low, high)
    return [*rows[:place], replace(row, value=row.value * times, low=low, high=high), *rows[place + 1 :]]


@pytest.mark.parametrize("series", RECORD.series, ids=lambda each: each.series)
def test_a_figure_a_thousand_times_larger_is_refused_with_its_range(series: Series) -> None:
    rows = BY_SERIES[series.series]
    assert not complaint(series, rows)
    for place, row in enumerate(rows):
        if row.value and series.series not in TELLING_APART:
            said = complaint(series, with_value(rows, place, 1000.0))
            assert "series.csv" in said and "observations.csv:" in said, row


@pytest.mark.parametrize("series", [each for each in RECORD.series if each.least >= 0], ids=lambda each: each.series)
def test_what_cannot_be_below_zero_is_refused_there(series: Series) -> None:
    rows = BY_SERIES[series.series]
    for place, row in enumerate(rows):
        if row.value:
            assert f"outside {series.least:g} to {series.most:g}" in complaint(series, with_value(rows, place, -1.0))


def test_a_share_lies_between_nothing_and_all() -> None:
    for series in RECORD.series:
        if series.series.endswith("_share") or series.definition.startswith("Part of"):
            assert (series.unit, series.least, series.most) == ("1", 0.0, 1.0), series.series


def test_a_swing_is_stated_where_figures_truly_leap() -> None:
    for series in RECORD.series:
        if series.swing != 30.0:
            leaps = complaint(replace(series, swing=30.0), BY_SERIES[series.series])
            assert "its neighbour in time" in leaps, series.series


TOY = Series("toy", "t", "t", "USD_bn/quarter", "flow", 0.1, 1000.0, 30.0, "A toy.")
ROW = replace(RECORD.observations_of("nvidia_revenue_quarter")[0], series="toy", value=10.0, low=None, high=None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([replace(ROW, value=0.05)], "value 0.05 is outside 0.1 to 1000 USD_bn/quarter"),
        ([replace(ROW, low=0.05)], "low 0.05 is outside 0.1 to 1000"),
        ([replace(ROW, high=1001.0)], "high 1001 is outside 0.1 to 1000"),
        ([replace(ROW, high=301.0)], "high 301 and value 10 differ by more than 30 times"),
        ([replace(ROW, low=0.3)], "low 0.3 and value 10 differ by more than 30 times"),
        ([ROW, replace(ROW, end=ROW.end, value=301.0)], "differ by 30.1 times"),
        ([replace(ROW, end=ROW.start)], "covers 1 days, and `toy` is counted per quarter"),
        ([replace(ROW, start=ROW.start.replace(year=ROW.start.year - 9))], "is longer than five years"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_figure_that_does_not_fit_is_refused(rows: list[Observation], said: str) -> None:
    assert said in complaint(TOY, rows)


def test_the_ends_of_a_range_belong_to_it() -> None:
    for value in (TOY.least, TOY.most):
        assert not complaint(TOY, [replace(ROW, value=value)])
    assert not complaint(TOY, [replace(ROW, low=10.0 / 30, high=300.0)])


@pytest.mark.parametrize("wrong", [replace(TOY, least=1000.0), replace(TOY, least=2000.0), replace(TOY, swing=1.0)])
def test_a_series_states_a_range(wrong: Series) -> None:
    assert "series.csv:2" in complaint(wrong, [])
