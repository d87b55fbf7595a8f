"""What decides a claim is named only beyond what chance shows among all the numbers tried."""

from math import sqrt
from statistics import NormalDist

import numpy as np
import pytest

from dualtrack.lab.claims.crux import Halves, cruxes, halves
from dualtrack.lab.statistics.resolved import FALSE_ALARMS
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.declare import existence
from tests.lab.coins import coins

WORLDS = 400


def split(numbers: int, seed: int, weights: np.ndarray | None = None) -> Halves:
    """So many numbers without influence, each split in halves by a coin."""
    generator = np.random.Generator(np.random.Philox(key=seed))
    upper = (generator.random((numbers, WORLDS)) > 0.5).astype(np.float32)
    names = tuple(f"n{place}" for place in range(numbers))
    return Halves(names, tuple((name, name) for name in names), np.full(numbers, 0.5), upper, weights)


def test_of_many_numbers_without_influence_one_is_named_for_a_claim_in_a_thousand() -> None:
    """The bar is for all numbers tried: one that were for each alone would name some number in 6 % of these claims."""
    found, generator = split(60, 1), np.random.Generator(np.random.Philox(key=2))
    named = sum(bool(cruxes(found, generator.random(WORLDS) < 0.4)) for _ in range(600))
    assert named <= 6


@pytest.mark.parametrize("numbers", [1, 5, 200])
def test_the_bar_rises_with_the_numbers_tried(numbers: int) -> None:
    """Two halves alike in size, true in p and q of them: named where the gap exceeds the bar for that many numbers."""
    found, half = split(numbers, 3), WORLDS // 2
    found.upper[0] = np.repeat([0.0, 1.0], half)
    bar = NormalDist().inv_cdf(1 - FALSE_ALARMS / (2 * numbers))
    for above in range(half // 2, half):
        shares = [(count + 0.5) / (half + 1) for count in (half // 2, above)]
        error = sqrt(sum(p * (1 - p) / half for p in shares))
        true = np.zeros(WORLDS, dtype=np.bool_)
        true[: half // 2] = True
        true[half : half + above] = True
        gap = (above - half // 2) / half
        named = "n0" in {each.name for each in cruxes(found, true, most=numbers)}
        assert named == (gap > bar * error)


def test_weights_count_as_the_equal_worlds_they_are_worth() -> None:
    """Half of the worlds weigh nothing: the others tell as if they alone had been drawn."""
    weights = np.tile([1.0, 0.0], WORLDS // 2)
    weighed, plain = split(1, 5, weights), split(1, 5)
    true = weighed.upper[0] > 0.5
    (found,), (alone,) = cruxes(weighed, true), cruxes(plain, true, weights > 0)
    for one, other in ((found.low, alone.low), (found.high, alone.high)):
        assert (one.value, one.worlds) == (other.value, other.worlds)
    assert found.difference == 1.0
    assert not cruxes(split(1, 5, np.zeros(WORLDS)), true)


@pytest.mark.parametrize("weighed", [False, True])
def test_what_exists_in_most_worlds_is_split_into_those_with_it_and_those_without(weighed: bool) -> None:
    model = coins(existence)
    drawn = draw(model, WORLDS, 7).values
    found = halves(model, drawn, np.full(WORLDS, 0.5) if weighed else None)
    (first, *_) = cruxes(found, drawn["slowing"] > 0)
    assert (first.name, first.low.value, first.high.value) == ("slowing", 0.0, 1.0)
