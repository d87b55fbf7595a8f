"""Clocks, paths, regimes and worlds that cannot be used are refused; the rest say what they hold."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.language.model import freeze
from dualtrack.language.scenario import Clock, Path, Regime, check_regime, check_series, check_world
from tests.refusals import refused
from tests.strategies import model_of

MODEL = model_of(
    """
rate = uncertainty(0.1, "1/year", low=0.0, high=1.0, **NUMBER)
dial = lever(0.5, "1", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def pond(pond, rate, dial):
    "Water."
    return rate * dial * pond
"""
)


def test_a_clock_counts_steps_and_saved_years() -> None:
    clock = Clock(2018.0, 2020.0, 1 / 16, 0.25)
    assert (clock.steps, clock.stride, len(clock.years)) == (32, 4, 33)
    assert clock.saved == tuple(2018.0 + i / 4 for i in range(9))
    assert clock.years[-1] == clock.saved[-1] == 2020.0


@pytest.mark.parametrize(
    "numbers",
    [
        (2020.0, 2021.0, 0.0, 0.25),
        (2020.0, 2021.0, -0.25, -0.25),
        (2021.0, 2020.0, -0.25, -0.25),
        (2021.0, 2020.0, 0.25, 0.25),
        (2020.0, 2020.0, 0.25, 0.25),
        (2020.0, 2021.0, 0.3, 0.3),
        (2020.0, 2021.0, 0.25, 0.125),
        (2020.0, 2021.0, 0.25, 0.375),
        (2020.0, 2021.0, 0.25, 0.75),
        (2020.0, 2021.0, 2.0, 2.0),
        (math.nan, 2021.0, 0.25, 0.25),
        (2020.0, math.inf, 0.25, 0.25),
        (2020.0, 2021.0, math.nan, 0.25),
        (2020.0, 2021.0, 0.25, math.nan),
    ],
)
def test_a_clock_that_cannot_tick_is_refused(numbers: tuple[float, float, float, float]) -> None:
    refused(RegimeError, lambda: Clock(*numbers))


@pytest.mark.parametrize(
    "points",
    [(), ((2020.0, 1.0), (2020.0, 2.0)), ((2021.0, 1.0), (2020.0, 2.0)), ((math.nan, 1.0),), ((2020.0, math.inf),)],
)
def test_a_path_without_rising_finite_dates_is_refused(points: tuple[tuple[float, float], ...]) -> None:
    refused(RegimeError, lambda: Path(points))


def test_steps_jump_on_the_date_and_ramps_run_straight() -> None:
    points = ((2020.0, 0.0), (2022.0, 1.0))
    assert [Path(points).at(year) for year in (2019.0, 2020.0, 2021.9, 2022.0, 2030.0)] == [0.0, 0.0, 0.0, 1.0, 1.0]
    assert [Path(points, ramp=True).at(year) for year in (2019.0, 2020.5, 2021.0, 2022.0)] == [0.0, 0.25, 0.5, 1.0]


def test_a_path_that_starts_late_still_holds_before_another_takes_over() -> None:
    joined = Path(((2030.0, 0.2),)).then(2026.0, Path(((2026.0, 0.9),)))
    assert [joined.at(year) for year in (2020.0, 2025.9, 2026.0, 2031.0)] == [0.2, 0.2, 0.9, 0.9]


def test_a_jump_into_a_ramp_keeps_both() -> None:
    joined = Path(((2020.0, 1.0), (2022.0, 3.0))).then(2024.0, Path(((2024.0, 0.0), (2026.0, 1.0)), ramp=True))
    assert [joined.at(year) for year in (2021.0, 2022.0, 2023.5, 2024.0, 2025.0)] == pytest.approx([1.0, 3.0, 3.0, 0.0, 0.5])


def test_an_unknown_lever_is_refused_with_the_nearest() -> None:
    error = refused(RegimeError, lambda: check_regime(MODEL, Regime("odd", {"dail": Path(((2020.0, 1.0),))})))
    assert error.near == "dial"
    refused(RegimeError, lambda: check_regime(MODEL, Regime("odd", {"rate": Path(((2020.0, 0.5),))})))


def test_a_lever_out_of_range_is_refused_with_the_range() -> None:
    error = refused(RegimeError, lambda: check_regime(MODEL, Regime("odd", {"dial": Path(((2020.0, 0.0), (2021.0, 1.5)))})))
    assert "1.5 in 2021" in error.what
    assert "between 0 and 1" in error.fix


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan, math.inf])
def test_a_world_out_of_range_is_refused(value: float) -> None:
    refused(RegimeError, lambda: check_world(MODEL, {"rate": value}))


def test_a_world_of_unknown_names_is_refused_with_the_nearest() -> None:
    assert refused(RegimeError, lambda: check_world(MODEL, {"rat": 0.1})).near == "rate"
    refused(RegimeError, lambda: check_world(MODEL, {"dial": 0.1}))


def test_a_series_is_for_frozen_quantities_and_every_step() -> None:
    clock = Clock(2020.0, 2021.0, 0.25, 0.25)
    frozen = freeze(MODEL, ["pond"])
    check_series(frozen, {"pond": 5}, clock)
    assert "freeze" in refused(RegimeError, lambda: check_series(MODEL, {"pond": 5}, clock)).fix
    assert "4 values for 5 moments" in refused(RegimeError, lambda: check_series(frozen, {"pond": 4}, clock)).what
    assert "no series" in refused(RegimeError, lambda: check_series(frozen, {}, clock)).what


@given(st.integers(1, 12), st.sampled_from((1 / 4, 1 / 16, 1 / 32)), st.sampled_from((0.25, 0.5, 1.0, 2.0, 4.0)))
def test_a_clock_saves_as_seldom_as_asked_or_oftener_where_that_does_not_come_out_even(years, step, every):
    clock = Clock(2009.0, 2009.0 + years, step, step)
    found = clock.saving(every)
    assert (found.start, found.stop, found.step) == (clock.start, clock.stop, clock.step)
    assert found.save == every or (years % every and found.save < every)
