"""Halving the step changes little: Euler's error falls about by half, that of fourth-order Runge-Kutta by much more."""

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle, Run
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.strategies import Toy, costly, toys, worlds

ROUNDING = 1e-10
"""Differences below this are sums of rounding errors, which no step makes smaller."""


def at_the_end(oracle: Oracle, world: dict[str, float], steps: int, scheme: Scheme = EULER) -> Run:
    clock = Clock(2020.0, 2021.0, 1 / steps, 1.0)
    return oracle.run(Regime("held"), clock, world, scheme=scheme)


def distance(one: Run, other: Run, names: tuple[str, ...]) -> float:
    return max(abs(one[n][-1] - other[n][-1]) for n in names)


@costly
@given(toys(kinks=False), st.data())
def test_euler_halves_its_error(toy: Toy, data: st.DataObject) -> None:
    oracle, world, stocks = Oracle.of(toy.model), data.draw(worlds(toy.model)), toy.model.stocks
    truth = at_the_end(oracle, world, 64, RK4)
    coarse, fine = (distance(at_the_end(oracle, world, steps), truth, stocks) for steps in (32, 64))
    assert coarse < 0.1
    # Half within a quarter: at a 32nd of a year the next term of the error is still felt.
    assert 0.375 * coarse - ROUNDING <= fine <= 0.625 * coarse + ROUNDING


@costly
@given(toys(kinks=False), st.data())
def test_runge_kutta_gains_three_bits_or_more(toy: Toy, data: st.DataObject) -> None:
    oracle, world, stocks = Oracle.of(toy.model), data.draw(worlds(toy.model)), toy.model.stocks
    truth = at_the_end(oracle, world, 128, RK4)
    coarse, fine = (distance(at_the_end(oracle, world, steps, RK4), truth, stocks) for steps in (16, 32))
    assert fine <= coarse / 8 + ROUNDING
