"""The step is short enough for what is asked: months between regimes do not hang on how time is cut."""

from functools import cache

import numpy as np
import pytest

from dualtrack.lab.statistics.lag import LagRule, lag
from dualtrack.language.scenario import Clock
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.scheme import RK4
from tests.behaviour.theory import CLOCK, DRAWN, SHORT, engine, plain_worlds, regimes, shipped

CAPABILITIES = ("independent_capability", "capability_with_access")
PAIR = ("limited_opening", "near_embargo")
STOP = 2036.0
HALF = Clock(CLOCK.start, STOP, CLOCK.step / 2, CLOCK.save)
YEARS = np.asarray(HALF.saved)


def whole(regime: str, name: str) -> Array:
    """The drawn worlds at the shipped step."""
    return shipped(regime).values[name][:DRAWN, : len(YEARS)]


@cache
def halved(regime: str) -> dict[str, Array]:
    paths = engine().run(regimes()[regime], HALF, plain_worlds().values, CAPABILITIES)
    assert not paths.failed.any()
    return dict(paths.values)


@pytest.mark.parametrize("regime", PAIR)
def test_capability_moves_by_less_than_a_hundredth_when_the_step_is_halved(regime: str) -> None:
    """A hundredth is a third of what a year adds in the middle of the path."""
    for name in CAPABILITIES:
        assert np.abs(whole(regime, name) - halved(regime)[name]).max() < 0.01, name


def test_capability_moves_by_less_than_a_hundredth_under_a_scheme_of_higher_order() -> None:
    """Half the step and four looks at each step must tell the same story.

    The allowance is an eighth wider than for half a step: a value that falls moves budgets faster than what else there is.
    """
    paths = engine().run(regimes()["limited_opening"], SHORT, plain_worlds().values, CAPABILITIES, scheme=RK4)
    for name in CAPABILITIES:
        rows = paths.values[name]
        assert np.abs(whole("limited_opening", name)[:, : rows.shape[1]] - rows).max() < 0.01125, name


def test_a_lag_between_regimes_moves_by_less_than_a_month_when_the_step_is_halved() -> None:
    """Verdicts are taken at three months; what the arithmetic adds must stay well below in all but rare worlds."""
    rule = LagRule(2026.9, STOP)
    for name in CAPABILITIES:
        shipped_lag = lag(whole(PAIR[0], name), whole(PAIR[1], name), YEARS, rule).months
        finer_lag = lag(halved(PAIR[0])[name], halved(PAIR[1])[name], YEARS, rule).months
        assert np.nanquantile(np.abs(shipped_lag - finer_lag), 0.9) < 1.0, name
