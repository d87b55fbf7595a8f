"""Where a figure lies among worlds: below, inside or outside of all that it may mean."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dualtrack.evidence.rows import Observation
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.record.mapped import Mapped
from dualtrack.lab.record.measure import SavedRun
from dualtrack.lab.record.predictive import EDGE, RecordRead, predict, saved_for
from dualtrack.language.statements.counterpart import Counterpart, Outside, Points
from tests.lab.toys import growth

MODEL = growth()
WORDS = ("Another count.", "另一种统计。")
WORLDS = 1000
YEARS = np.linspace(2020.0, 2026.0, 25)
LEVELS = np.linspace(0.0, 1.0, WORLDS)
"""A quantity that is spread evenly over 0 to 1 and doubles in 2024."""
RUN = SavedRun(
    YEARS,
    {
        "capability": LEVELS[:, None] * np.where(YEARS >= 2024.0, 2.0, 1.0),
        "diverted_share": np.full((WORLDS, len(YEARS)), 0.5),
    },
    np.ones(WORLDS, dtype=bool),
)
WHOLE = Counterpart("a_series", "capability", Points(0.1), WORDS)


def figure(value: float, counterpart: Counterpart = WHOLE, *, year: int = 2022, low: float = 0.0, high: float = 0.0) -> Mapped:
    """A figure of one year."""
    row = Observation("a_series", date(year, 1, 1), date(year, 12, 31), value, None, None, "reported", "s", date(2027, 1, 1), "")
    return Mapped(counterpart, row, Figure(value, low or value, high or value, ("s",)), "weighs")


def test_a_figure_lies_where_so_many_worlds_are_below_it() -> None:
    (found,) = predict(MODEL, [figure(0.3)], RUN)
    assert found.below == pytest.approx(0.3, abs=0.002)
    assert found.band is not None
    assert (found.band.lowest, found.band.median, found.band.highest) == pytest.approx((0.05, 0.5, 0.95), abs=1e-9)
    assert not found.beyond


@pytest.mark.parametrize(("value", "beyond"), [(EDGE - 0.005, True), (EDGE + 0.005, False), (0.985, False), (0.995, True)])
def test_beyond_the_central_98_per_cent_is_outside(value: float, beyond: bool) -> None:
    assert predict(MODEL, [figure(value)], RUN)[0].beyond is beyond


def test_a_range_or_a_bound_is_outside_only_where_nothing_of_it_is_inside() -> None:
    assert not predict(MODEL, [figure(1.5, low=0.9, high=2.0)], RUN)[0].beyond
    assert predict(MODEL, [figure(1.5, low=1.2, high=2.0)], RUN)[0].beyond
    ceiling, floor = replace(WHOLE, bears="at_most"), replace(WHOLE, bears="at_least")
    for bound, low, high in ((ceiling, True, False), (floor, False, True)):
        assert predict(MODEL, [figure(-0.5, bound)], RUN)[0].beyond is low
        assert predict(MODEL, [figure(1.5, bound)], RUN)[0].beyond is high


def test_a_period_is_a_mean_and_an_end_is_its_end() -> None:
    mean, end = WHOLE, replace(WHOLE, at_end=True)
    both = predict(MODEL, [figure(0.5, mean, year=2023), figure(0.5, end, year=2023)], RUN)
    assert both[1].below == pytest.approx(0.25, abs=0.002)
    assert both[0].below is not None
    assert 0.4 < both[0].below < 0.5


def test_a_formula_is_worked_out_of_what_it_names() -> None:
    ratio = replace(WHOLE, reads="diverted_share / (1 + capability)")
    assert saved_for(MODEL, [figure(0.5, ratio)]) == ("capability", "diverted_share")
    (found,) = predict(MODEL, [figure(0.4, ratio)], RUN)
    assert found.below == pytest.approx(0.75, abs=0.002)


def test_a_figure_before_the_run_has_no_band_and_is_not_outside() -> None:
    (found,) = predict(MODEL, [figure(9.0, year=2019)], RUN)
    assert (found.band, found.below, found.beyond) == (None, None, False)


def test_a_failed_world_counts_nowhere() -> None:
    sound = LEVELS > 0.5
    (found,) = predict(MODEL, [figure(0.75)], replace(RUN, sound=sound))
    assert found.below == pytest.approx(0.5, abs=0.002)


def test_rows_tell_figure_band_and_cause() -> None:
    told = replace(WHOLE, outside=(Outside(2022.0, 2023.0, "cycle", WORDS),))
    read = RecordRead(MODEL, predict(MODEL, [figure(2.0, told)], RUN), WORLDS, 7)
    (row,) = read.to_rows()
    assert (row["outside"], row["cause"], row["value"]) == (True, "cycle", 2.0)
    assert read.outside == read.figures
    assert "1 lie outside" in read.printed_title()
