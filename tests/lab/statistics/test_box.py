"""A box: what is inside, what it holds, and how surprising each of its limits is."""

import math

import numpy as np
import pytest

from dualtrack.lab.statistics.box import Box, Cases, held, quasi_p, upper_tail
from dualtrack.lab.worlds.draw import uniforms

X, Y = (uniforms(2, name, 1000, 0) for name in "xy")
CASES = Cases.of({"x": X, "y": Y}, np.asarray(X > 0.6))


def test_the_whole_box_holds_everything() -> None:
    whole = Box.whole(2)
    assert not whole.limits
    assert not whole.limited
    counted = held(whole, CASES)
    assert (counted.mass, counted.coverage, counted.density) == (1.0, 1.0, float((X > 0.6).mean()))


def test_a_bound_belongs_to_the_box() -> None:
    box = Box.whole(2).with_bound(0, "low", 0.4).with_bound(1, "high", 0.5)
    assert box.limits == ((0, "low"), (1, "high"))
    edges = Cases(("x", "y"), np.array([[0.4, 0.39, 0.9], [0.5, 0.0, 0.51]]), np.ones(3, dtype=np.bool_))
    assert box.inside(edges).tolist() == [True, False, False]
    assert box.without(0).without(1).limits == ()


def test_shares_are_counted() -> None:
    counted = held(Box.whole(2).with_bound(0, "low", 0.5), CASES)
    assert counted.density == pytest.approx((X > 0.6).sum() / (X >= 0.5).sum())
    assert counted.coverage == 1.0
    assert counted.overlap == counted.density
    nothing = held(Box.whole(2).with_bound(0, "low", 2.0), CASES)
    assert (nothing.density, nothing.coverage, nothing.overlap) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(("least", "trials", "chance"), [(3, 10, 0.2), (10, 10, 0.9), (1, 7, 0.5), (40, 100, 0.3)])
def test_the_tail_is_the_sum_of_its_terms(least: int, trials: int, chance: float) -> None:
    terms = (math.comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(least, trials + 1))
    assert upper_tail(least, trials, chance) == pytest.approx(sum(terms), rel=1e-10)


def test_tails_at_the_ends() -> None:
    assert upper_tail(0, 10, 0.3) == 1.0
    assert upper_tail(3, 10, 0.0) == 0.0
    assert upper_tail(3, 10, 1.0) == 1.0


def test_a_telling_limit_surprises_and_an_idle_one_does_not() -> None:
    box = Box.whole(2).with_bound(0, "low", 0.5).with_bound(1, "high", 0.7)
    assert quasi_p(box, CASES, 0) < 1e-6
    assert quasi_p(box, CASES, 1) > 0.05
