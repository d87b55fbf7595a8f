"""Figures: ranges that stay as wide as their sources, years and quarters of the record, and refusals."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RecordError
from dualtrack.evidence.record import Record, load_record
from dualtrack.evidence.rows import Observation
from dualtrack.lab.record.figure import Figure, figures, target
from dualtrack.language.statements.ledger import Observed, Stated


def row(series: str, start: date, end: date, value: float, low: float | None = None, high: float | None = None) -> Observation:
    return Observation(series, start, end, value, low, high, "reported", "anyone_2025", end, "")


@pytest.fixture(scope="module")
def record() -> Record:
    """The package's record with three observations of a quarter, a half year and two years in place of the first series'."""
    whole = load_record()
    name, other = whole.series[0].series, whole.series[1].series
    rows = (
        row(name, date(2024, 1, 1), date(2024, 12, 31), 4.0, 3.0, 5.0),
        row(name, date(2025, 1, 1), date(2025, 12, 31), 8.0),
        row(name, date(2025, 1, 1), date(2025, 6, 30), 7.0),
        row(name, date(2025, 4, 1), date(2025, 6, 30), 6.0),
        row(other, date(2025, 1, 1), date(2025, 12, 31), 2.0, 1.0, 4.0),
        row(other, date(2024, 1, 1), date(2024, 12, 31), 1.0),
    )
    source = replace(whole.sources[0], key="anyone_2025")
    series = (replace(whole.series[0], series="sales"), replace(whole.series[1], series="market"))
    names = {name: "sales", other: "market"}
    return replace(
        whole,
        sources=(source,),
        series=series,
        observations=tuple(replace(each, series=names[each.series]) for each in rows),
    )


@pytest.mark.parametrize(
    ("asked", "value", "low", "high"),
    [
        (Observed("sales", 2024), 4.0, 3.0, 5.0),
        (Observed("sales", 2025), 8.0, 8.0, 8.0),
        (Observed("sales", 2025.3), 6.0, 6.0, 6.0),
        (Observed("sales", 2025.495), 6.0, 6.0, 6.0),
        (Observed("sales", 2025.1), 7.0, 7.0, 7.0),
        (Observed("sales", 2025.7), 8.0, 8.0, 8.0),
        (Observed("sales", 2024, times=0.01), 0.04, 0.03, 0.05),
        (Observed("sales", 2025, since=2024), 4.0, 3.0, 5.0),
        (Observed("sales", 2025, since=2024, relative=True), 1.0, 8 / 5 - 1, 8 / 3 - 1),
        (Observed("sales", 2025, per="market"), 4.0, 2.0, 8.0),
        (Observed("sales", 2025, since=2024, per="market"), 0.0, 2.0 - 5.0, 8.0 - 3.0),
    ],
    ids=str,
)
def test_a_yardstick_of_the_record(record: Record, asked: Observed, value: float, low: float, high: float) -> None:
    found = target(asked, figures(record))
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high))
    assert found.sources == ("anyone_2025",)


def test_a_stated_bound_needs_no_record(record: Record) -> None:
    assert target(Stated(0.3, "anyone_2025", high=0.4), figures(record)) == Figure(0.3, 0.3, 0.4, ("anyone_2025",))


@pytest.mark.parametrize("asked", [Observed("sals", 2025), Observed("sales", 2020), Observed("sales", 2026.5)])
def test_what_was_not_observed_is_refused(record: Record, asked: Observed) -> None:
    with pytest.raises(RecordError) as caught:
        target(asked, figures(record))
    assert "sales" in caught.value.near or "2025" in caught.value.near


def test_nothing_is_divided_by_a_figure_that_may_be_zero() -> None:
    with pytest.raises(RecordError, match="between 0 and 1"):
        Figure(1.0, 1.0, 1.0, ()).over(Figure(0.5, 0.0, 1.0, ("anyone_2025",)))


RANGES = st.tuples(st.floats(0.1, 10), st.floats(0.1, 10), st.floats(0.1, 10)).map(sorted)


@given(RANGES, RANGES)
def test_a_range_holds_every_combination_of_what_its_parts_hold(a: list[float], b: list[float]) -> None:
    one, two = (Figure(middle, low, high, ()) for low, middle, high in (a, b))
    for x in a:
        for y in b:
            assert one.minus(two).low <= x - y <= one.minus(two).high
            assert one.over(two).low <= x / y <= one.over(two).high
