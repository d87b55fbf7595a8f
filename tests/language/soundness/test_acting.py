"""What a regime dates acts in the run, is refused, or is told: no date passes in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.language.scenario import SMALL, Clock, Path, Regime
from dualtrack.language.soundness.acting import check_acting, check_date, late, remarks
from tests.lab.toys import growth
from tests.refusals import refused

CLOCK = Clock(2020.0, 2030.0, 1 / 16, 1 / 4)
MODEL = growth()
BASE = Regime("base", {"access": Path(((2018.0, 0.1),))})


def moved(*points: tuple[float, float], ramp: bool = False, parts_at: float | None = 2024.0) -> Regime:
    """The base until a lever's first date, and these points from then on."""
    path = BASE.paths["access"].then(points[0][0], Path(points, ramp))
    return Regime("mine", {"access": path}, parts_at=parts_at, base="base")


def told(regime: Regime, clock: Clock = CLOCK) -> str:
    return "\n".join(remarks(MODEL, regime, BASE, clock))


@pytest.mark.parametrize("year", [1990.0, 2019.9, 2030.0, 2100.0, 20300.0])
def test_a_regime_that_parts_outside_the_run_is_refused_with_the_range(year: float) -> None:
    error = refused(RegimeError, lambda: check_acting(Regime("mine", parts_at=year), CLOCK))
    assert "2020 to 2030" in error.what


@pytest.mark.parametrize("year", [1990.0, 2019.9, 2030.0, 2100.0])
def test_a_single_date_outside_the_run_is_refused(year: float) -> None:
    refused(RegimeError, lambda: check_date("a test sets `access`", year, CLOCK))


def test_a_step_after_the_run_is_refused_and_told() -> None:
    regime = moved((2024.0, 0.5), (2045.0, 0.9))
    assert "2045" in refused(RegimeError, lambda: check_acting(regime, CLOCK)).what
    assert "2045" in late(regime, CLOCK)[0]
    check_acting(regime, Clock(2020.0, 2050.0, 1 / 16, 1 / 4))


@pytest.mark.parametrize("moments", [-20.0, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0, 20.0])
def test_what_is_told_to_be_late_is_what_is_refused(moments: float) -> None:
    """A moment before the end counts as the end, for a date that moves a lever and for one at which a regime parts."""
    year = CLOCK.stop + moments * SMALL
    for regime in (moved((2024.0, 0.5), (year, 0.9)), Regime("mine", parts_at=year)):
        try:
            check_acting(regime, CLOCK)
        except RegimeError:
            assert late(regime, CLOCK)
        else:
            assert not late(regime, CLOCK)
            assert year < CLOCK.stop
    assert bool(late(regime, CLOCK)) == (moments >= -1)


def test_a_ramp_that_ends_after_the_run_acts_in_it() -> None:
    regime = moved((2024.0, 0.1), (2045.0, 0.9), ramp=True)
    check_acting(regime, CLOCK)
    assert not told(regime)


@given(st.integers(0, 159), st.floats(0.2, 0.9))
def test_what_moves_a_lever_on_a_step_of_the_run_is_told_of_nothing(step: int, value: float) -> None:
    regime = moved((2020.0 + step / 16, value), parts_at=2020.0)
    check_acting(regime, CLOCK)
    assert not told(regime)


@given(st.floats(2020.1, 2029.0), st.floats(0.001, 0.062))
def test_a_pulse_shorter_than_a_step_is_always_told(begins: float, lasts: float) -> None:
    """The oracle here is the run itself: what a lever is at the years in which a run reads it."""
    regime = moved((begins, 0.5), (begins + lasts, 0.1), parts_at=begins)
    seen = sum(regime.paths["access"].at(year) == 0.5 for year in CLOCK.years) / 16
    said = told(regime)
    if not seen:
        assert "leaves no trace" in said
    elif abs(seen - lasts) > 0.11 * lasts:
        assert f"run as {seen:g} year" in said


@given(st.integers(1, 40), st.integers(1, 100))
def test_a_pulse_of_whole_steps_is_run_as_written(lasts: int, begins: int) -> None:
    assert not told(moved((2020.0 + begins / 16, 0.5), (2020.0 + (begins + lasts) / 16, 0.1), parts_at=2020.0))


def test_a_lever_set_to_what_it_has_is_told() -> None:
    assert "`access` to what `base` already gives" in told(moved((2024.0, 0.1)))
    assert "acts as `base` does" in told(moved((2024.0, 0.1)))


def test_a_step_that_repeats_the_value_is_told() -> None:
    assert "the step in 2026 changes nothing" in told(moved((2024.0, 0.5), (2026.0, 0.5), (2027.0, 0.1)))


def test_a_move_in_the_last_step_is_told() -> None:
    assert "no stock feels it" in told(moved((2024.0, 0.5), (2029.95, 0.9)))


def test_a_ramp_within_a_step_is_told() -> None:
    assert "run as a jump" in told(moved((2024.0, 0.1), (2024.01, 0.9), ramp=True))


def test_a_regime_without_settings_is_its_base() -> None:
    assert "acts as `base` does" in told(Regime("mine", BASE.paths, base="base"))


def test_a_run_that_ends_before_a_regime_parts_says_so() -> None:
    assert told(moved((2024.0, 0.5)), Clock(2020.0, 2023.0, 1 / 16, 1 / 4)) == (
        "regime `mine` parts in 2024, after the run, which ends in 2023"
    )
