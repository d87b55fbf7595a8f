"""Lags: exact where one curve is another one later, censored where patience ends, and additive along a chain."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.statistics.lag import LagRule, lag, lags
from dualtrack.language.scenario import Regime

YEARS = np.arange(2024.0, 2045.0 + 1 / 512, 1 / 256)
START, STOP = 2026.9, 2040.0
LEVELS = (0.3, 0.5, 0.7, 0.9)
RULE = LagRule(START, STOP, LEVELS, resamples=200)
INTERPOLATION = 1e-3
"""Months by which a straight line between rows 1/256 year apart may miss a logistic curve: a**2 h**2 / 8 over the slope."""


def logistic(middle: float, worlds: int = 1, pace: float = 0.6) -> np.ndarray:
    """Curves that pass one half in `middle`, each world half a year after the one before."""
    middles = middle + 0.5 * np.arange(worlds)[:, None]
    return 1 / (1 + np.exp(-pace * (YEARS - middles)))


def line(reaches_one: float) -> np.ndarray:
    """A line from 0 in 2024 to 1 in a year."""
    return ((YEARS - 2024) / (reaches_one - 2024))[None, :]


def test_a_curve_seven_months_later_lags_by_seven_months() -> None:
    rule = LagRule(START, 2044.0, resamples=50)
    found = lag(logistic(2032 + 7 / 12, 5), logistic(2032, 5), YEARS, rule)
    assert found.months == pytest.approx(np.full(5, 7.0), abs=INTERPOLATION)
    assert tuple(each.threshold for each in found.thresholds) == rule.thresholds
    assert found.agreement == 1.0
    assert found.band is not None
    assert found.band.median == pytest.approx(7.0, abs=INTERPOLATION)
    for each in found.thresholds:
        assert each.band is not None
        assert each.restricted_means is not None
        assert each.band.median == pytest.approx(7.0, abs=INTERPOLATION)
        assert each.restricted_means[0] - each.restricted_means[1] == pytest.approx(7.0, abs=INTERPOLATION)
        assert (each.passed, each.censored, each.censored_both) == (0.0, (0.0, 0.0), 0.0)


@given(st.floats(2030.0, 2034.0), st.floats(2030.0, 2034.0))
def test_turning_the_pair_round_turns_the_sign(a: float, b: float) -> None:
    rule = LagRule(START, STOP, resamples=5)
    forth, back = (lag(*pair, YEARS, rule) for pair in ((logistic(a), logistic(b)), (logistic(b), logistic(a))))
    assert forth.months == pytest.approx(-back.months, abs=1e-9)
    assert forth.area == pytest.approx(-back.area, abs=1e-9)


@given(st.lists(st.floats(2028.0, 2044.0), min_size=3, max_size=3))
def test_lags_along_a_chain_add_up_with_any_censoring(middles: list[float]) -> None:
    rule = LagRule(START, STOP, resamples=5)
    total, first, second = lags([logistic(m, 3) for m in middles], YEARS, [(0, 2), (0, 1), (1, 2)], rule)
    assert total.months == pytest.approx(first.months + second.months, abs=1e-9, nan_ok=True)


def test_the_lags_differ_by_threshold_and_their_mean_is_taken() -> None:
    """Lines that reach one in 2034 and 2030; the faster has passed 0.3 before 2026.9, the slower reaches it in 2027."""
    found = lag(line(2034.0), line(2030.0), YEARS, RULE)
    assert [each.months[0] for each in found.thresholds] == pytest.approx([1.2, 24, 33.6, 43.2])
    assert found.months[0] == pytest.approx((1.2 + 24 + 33.6 + 43.2) / 4)
    assert found.area[0] > 0


def test_a_threshold_passed_when_regimes_part_is_dropped() -> None:
    """Both stand at 0.6 in 2026.9, so that only 0.7 and 0.9 are left; one rises 0.05 a year, the other 0.1."""
    slow, fast = ((0.6 + pace * np.maximum(YEARS - 2026.9, 0.0))[None, :] for pace in (0.05, 0.1))
    found = lag(slow, fast, YEARS, RULE)
    assert [each.passed for each in found.thresholds] == [1.0, 1.0, 0.0, 0.0]
    assert [each.band is None for each in found.thresholds] == [True, True, False, False]
    assert found.months[0] == pytest.approx(12 * np.mean([0.1 / 0.05 - 0.1 / 0.1, 0.3 / 0.05 - 0.3 / 0.1]))


def test_a_run_that_never_arrives_counts_as_arriving_at_the_stop() -> None:
    never, early = np.full((1, len(YEARS)), 0.1), logistic(2030.0)
    found = lag(never, early, YEARS, LagRule(START, STOP, (0.5,), resamples=5))
    assert found.months[0] == pytest.approx(12 * (2040 - 2030), abs=INTERPOLATION)
    assert found.thresholds[0].censored == (1.0, 0.0)


def test_censored_under_both_is_no_lag_and_is_counted() -> None:
    """Two worlds of three arrive; the third never does, and its zero stands in the mean."""
    a, b = (np.concatenate([logistic(middle, 2), np.full((1, len(YEARS)), 0.1)]) for middle in (2031.0, 2030.0))
    found = lag(a, b, YEARS, LagRule(START, STOP, (0.5,), resamples=5))
    assert found.months == pytest.approx([12, 12, 0], abs=INTERPOLATION)
    assert found.thresholds[0].censored_both == pytest.approx(1 / 3)
    assert [found.share(3), found.share(0)] == pytest.approx([2 / 3, 1.0])


@given(st.integers(0, 4))
def test_a_threshold_counts_in_a_world_whatever_the_others_do(arriving: int) -> None:
    """Its months are what they are with that world alone."""
    never = np.full((4, len(YEARS)), 0.1)
    some, rule = np.concatenate([logistic(2030.0, arriving), never[arriving:]]), LagRule(START, STOP, (0.5,), resamples=5)
    alone = [float(lag(never[:1], each[None, :], YEARS, rule).months[0]) for each in some]
    assert lag(never, some, YEARS, rule).months == pytest.approx(alone)


def test_an_area_that_contradicts_the_months_is_reported() -> None:
    """The first curve crosses the only threshold later, yet stands higher before and after."""
    steep = np.where(YEARS < 2033, 0.1, 0.6)[None, :]
    high = np.where(YEARS < 2034, 0.45, 0.95)[None, :]
    found = lag(high, steep, YEARS, LagRule(START, STOP, (0.5,), resamples=5))
    assert found.months[0] > 11
    assert found.area[0] < 0
    assert found.agreement == 0.0


def test_the_interval_of_the_mean_covers_the_truth_as_often_as_it_says() -> None:
    """In 100 ensembles of 40 worlds with a true mean of 6 months; a 95 % interval misses rarely more than 13 times."""
    generator = np.random.Generator(np.random.Philox(key=1))
    misses = 0
    for _ in range(100):
        months = generator.uniform(0.0, 12.0, 40)
        ramp = np.clip((YEARS - 2029) / 4, 0.0, 1.0)
        later = np.array([np.interp(YEARS - each / 12, YEARS, ramp) for each in months])
        interval = lag(later, np.tile(ramp, (40, 1)), YEARS, LagRule(START, STOP, (0.5,), resamples=200)).mean_interval
        assert interval is not None
        misses += not interval[0] <= 6.0 <= interval[1]
    assert misses <= 13


def test_one_world_has_a_lag_and_no_interval() -> None:
    alone, two = (lag(logistic(2032, worlds), logistic(2031, worlds), YEARS, RULE) for worlds in (1, 2))
    assert alone.mean is not None and alone.mean_interval is None and alone.median_interval is None
    assert two.mean_interval is not None and two.median_interval is not None


def test_the_same_seed_gives_the_same_intervals() -> None:
    def found(seed: int) -> tuple[float, float] | None:
        return lag(
            logistic(2032, 20), logistic(2031, 20, pace=0.5), YEARS, LagRule(START, STOP, LEVELS, seed=seed, resamples=50)
        ).median_interval

    assert found(1) == found(1) != found(2)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: LagRule(START, STOP, ()),
        lambda: LagRule(STOP, STOP),
        lambda: LagRule(START, STOP, resamples=0),
        lambda: LagRule(START, float("nan")),
    ],
)
def test_a_rule_without_sense_is_refused(wrong) -> None:
    with pytest.raises(RunError, match="no lag can be taken"):
        wrong()


def test_curves_of_failed_worlds_are_refused() -> None:
    with pytest.raises(RunError, match="1 of 1 worlds hold no number"):
        lag(logistic(2032), logistic(2032) * np.nan, YEARS, RULE)


@pytest.mark.parametrize(
    ("partings", "start"),
    [((), 2020.0), ((None,), 2020.0), ((2027.0, None), 2027.0), ((2027.0, 2025.5), 2025.5), ((2019.0, 2030.0, 2031.0), 2030.0)],
)
def test_the_usual_rule_counts_from_the_first_parting_within_the_run(partings: tuple[float | None, ...], start: float) -> None:
    """Or from the start of the run where no regime parts within it: then nothing is known to have been alike before."""
    rule = LagRule.between([Regime(f"r{place}", parts_at=year) for place, year in enumerate(partings)], 2020.0, 2031.0)
    assert (rule.start, rule.stop) == (start, 2031.0)
