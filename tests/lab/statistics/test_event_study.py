"""The market model: the line of least squares, an interval that holds at its rate, and what must not change the answer."""

import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError, WrongArgument
from dualtrack.lab.statistics.event_study import FITTED, GAP, AbnormalReturn, abnormal_return
from dualtrack.targets.numeric.arrays import Array

DAYS = 200
EVENT = 160
WINDOWS = st.tuples(st.integers(1 - GAP, 0), st.integers(0, 20))
SEEDS = st.integers(0, 2**32 - 1)


def returns(seed: int, beta: float = 1.8) -> tuple[Array, Array]:
    """A share that moves with a market, and scatters."""
    random = np.random.default_rng(seed)
    market = random.normal(0.0005, 0.01, DAYS)
    return 0.001 + beta * market + random.normal(0, 0.02, DAYS), market


def by_matrices(share: Array, market: Array, window: tuple[int, int]) -> tuple[float, ...]:
    """The same with the whole covariance of a forecast, from a library's least squares."""
    fit = slice(EVENT - GAP - FITTED + 1, EVENT - GAP + 1)
    around = slice(EVENT + window[0], EVENT + window[1] + 1)
    design = np.column_stack((np.ones(FITTED), market[fit]))
    (alpha, beta), (squares,), *_ = np.linalg.lstsq(design, share[fit])
    asked = np.column_stack((np.ones(len(market[around])), market[around]))
    of_one = np.eye(len(asked)) + asked @ np.linalg.inv(design.T @ design) @ asked.T
    effect = (share[around] - asked @ (alpha, beta)).sum()
    return float(effect), math.sqrt(squares / (FITTED - 2) * of_one.sum()), float(alpha), float(beta)


@given(SEEDS, WINDOWS)
def test_effect_and_error_are_those_of_a_forecast_by_least_squares(seed: int, window: tuple[int, int]) -> None:
    share, market = returns(seed)
    found = abnormal_return(share, market, event=EVENT, window=window)
    assert astuple(found) == pytest.approx(by_matrices(share, market, window), rel=1e-9, abs=1e-12)


@given(SEEDS, WINDOWS, st.floats(-0.05, 0.05))
def test_a_steady_gain_of_every_day_is_ordinary(seed: int, window: tuple[int, int], gain: float) -> None:
    share, market = returns(seed)
    before, after = (abnormal_return(each, market, event=EVENT, window=window) for each in (share, share + gain))
    assert after.alpha == pytest.approx(before.alpha + gain, abs=1e-12)
    assert (after.effect, after.error, after.beta) == pytest.approx((before.effect, before.error, before.beta), abs=1e-11)


@given(SEEDS, st.floats(-2, 2))
def test_what_moves_with_the_market_is_not_the_shares_own(seed: int, more: float) -> None:
    share, market = returns(seed)
    before, after = (abnormal_return(each, market, event=EVENT) for each in (share, share + more * market))
    assert after.beta == pytest.approx(before.beta + more, abs=1e-9)
    assert (after.effect, after.error) == pytest.approx((before.effect, before.error), abs=1e-11)


@given(SEEDS, st.floats(0.01, 100))
def test_effect_and_error_grow_with_the_share_and_not_with_the_market(seed: int, times: float) -> None:
    share, market = returns(seed)
    before = abnormal_return(share, market, event=EVENT)
    larger = abnormal_return(times * share, market, event=EVENT)
    assert astuple(larger) == pytest.approx([times * each for each in astuple(before)], rel=1e-9, abs=1e-12)
    other = abnormal_return(share, times * market, event=EVENT)
    assert (other.effect, other.error) == pytest.approx((before.effect, before.error), rel=1e-9, abs=1e-12)
    assert other.beta == pytest.approx(before.beta / times, rel=1e-9)


@given(SEEDS, st.floats(-0.2, 0.2))
def test_what_a_day_adds_is_found_on_that_day_alone(seed: int, news: float) -> None:
    share, market = returns(seed)
    told = share.copy()
    told[EVENT] += news
    before, after = (abnormal_return(each, market, event=EVENT) for each in (share, told))
    assert after.effect - before.effect == pytest.approx(news, abs=1e-12)
    for day in (EVENT - 1, EVENT + 1):
        assert abnormal_return(told, market, event=day) == abnormal_return(share, market, event=day)


@pytest.mark.parametrize(("window", "days"), [((0, 0), FITTED), ((0, 1), FITTED), ((-1, 9), FITTED), ((0, 9), 20)])
def test_an_interval_holds_no_effect_at_its_rate(window: tuple[int, int], days: int) -> None:
    tries = 2000
    found = [abnormal_return(*returns(seed), event=EVENT, window=window, days=days) for seed in range(tries)]
    # of 18 degrees of freedom two errors hold 94 %, of 118 they hold 95 %; four errors of a share of 2,000 are 2 points
    assert np.mean([abs(each.effect) <= 2 * each.error for each in found]) == pytest.approx(0.945, abs=0.02)
    assert np.std([each.effect / each.error for each in found]) == pytest.approx(1.03, abs=0.07)


def test_a_long_window_is_known_less_well_than_its_own_scatter_says() -> None:
    share, market = returns(3)
    one, many = (abnormal_return(share, market, event=EVENT, window=(0, last)).error for last in (0, 29))
    assert many > 1.05 * math.sqrt(30) * one


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"event": FITTED + GAP - 2}, "the event at 124 asks for those from -1"),
        ({"event": DAYS}, "the series hold 200 days"),
        ({"window": (0, DAYS)}, "the series hold 200 days"),
        ({"window": (1, 0)}, "no window from 1 to 0"),
        ({"window": (-GAP, 0)}, "no window from -6 to 0"),
        ({"days": 2}, "no line with an error through 2 days"),
    ],
)
def test_days_that_are_lacking_are_refused(asked: dict[str, object], said: str) -> None:
    with pytest.raises(RunError, match=said):
        abnormal_return(*returns(1), **{"event": EVENT, **asked})  # type: ignore[arg-type]


def test_the_first_and_the_last_day_that_can_be_asked_are_answered() -> None:
    for day in (FITTED + GAP - 1, DAYS - 1):
        assert isinstance(abnormal_return(*returns(1), event=day), AbnormalReturn)


@pytest.mark.parametrize("place", [EVENT - GAP - FITTED + 1, EVENT - GAP, EVENT])
@pytest.mark.parametrize("hole", [math.nan, math.inf])
def test_a_day_that_is_used_and_holds_no_number_is_refused(place: int, hole: float) -> None:
    for which, name in enumerate(("share", "benchmark")):
        both = returns(2)
        both[which][place] = hole
        with pytest.raises(RunError, match=f"a return of the {name} that is used is no number"):
            abnormal_return(*both, event=EVENT)


def test_a_day_that_is_not_used_may_hold_no_number() -> None:
    share, market = returns(2)
    before = abnormal_return(share, market, event=EVENT)
    for place in (EVENT - GAP - FITTED, EVENT - GAP + 1, EVENT - 1, EVENT + 1):
        share[place] = math.nan
    assert abnormal_return(share, market, event=EVENT) == before


def test_series_that_cannot_be_compared_are_refused() -> None:
    share, market = returns(4)
    with pytest.raises(RunError, match="not of the same days"):
        abnormal_return(share, market[:-1], event=EVENT)
    with pytest.raises(RunError, match="not of the same days"):
        abnormal_return(share[None], market[None], event=EVENT)
    with pytest.raises(RunError, match="the benchmark does not move"):
        abnormal_return(share, np.full(DAYS, 0.001), event=EVENT)
    with pytest.raises(WrongArgument, match="event"):
        abnormal_return(share, market, event=160.5)  # type: ignore[arg-type]
