"""One ensemble for several priors: its worlds are theirs, no weight runs away, and shares and intervals are as for their own."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RegimeError
from dualtrack.lab.statistics.share import Share, share
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population, pooled
from dualtrack.language.correlated import Correlated
from dualtrack.language.declare import existence
from dualtrack.language.tilt import Tilt, tilted
from tests.lab.coins import coins
from tests.lab.toys import WORDS

MODEL = coins()
LEVEL, SLOW, HELP = (
    Tilt("level", WORDS),
    Tilt("slow", WORDS, raised=("slowing",), lowered=("helping",)),
    Tilt("help", WORDS, raised=("helping",), lowered=("slowing",)),
)
TILTS = (LEVEL, SLOW, HELP)
STRONG = {"level": 0.4, "slow": 0.6, "help": 0.2}
"""How likely it is that slowing is above a half: of the worlds where it exists a half, three quarters or one quarter."""


def strong(population: Population) -> Share:
    found = share(population.worlds.values["slowing"] > 0.5, population.weights)
    assert found is not None
    return found


def test_every_world_is_that_of_a_prior_and_all_share_the_rest() -> None:
    pool = pooled(MODEL, TILTS, 30, 5)
    for place, tilt in enumerate(TILTS):
        own = draw(tilted(MODEL, tilt), 30, 5)
        for name in MODEL.drawn:
            assert np.array_equal(pool[0].worlds.values[name][place::3], own.values[name][place::3])
    assert all(each.worlds is pool[0].worlds for each in pool)
    longer = pooled(MODEL, TILTS, 60, 5)
    assert np.array_equal(longer[1].weights[:30], pool[1].weights)  # type: ignore[index,arg-type]


def test_no_weight_exceeds_the_number_of_priors_and_each_has_its_share_of_worlds() -> None:
    for each in pooled(MODEL, TILTS, 9000, 5):
        assert each.weights is not None
        assert 0 <= each.weights.min() < each.weights.max() <= 3
        assert each.weights.mean() == pytest.approx(1, abs=0.03)
        assert 3000 < each.worth < 9000


def test_a_prior_reads_from_the_pool_what_it_reads_from_its_own_worlds() -> None:
    for each, tilt in zip(pooled(MODEL, TILTS, 9000, 5), TILTS, strict=True):
        own = Population(tilt.name, WORDS, draw(tilted(MODEL, tilt), 9000, 11))
        assert strong(each).value == pytest.approx(strong(own).value, abs=0.025)
        assert strong(each).count == 9000


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Over 300 pools: 95 % are 285, two standard errors below 278; more may be, since worth is never overstated."""
    inside = dict.fromkeys(STRONG, 0)
    for seed in range(300):
        for each in pooled(MODEL, TILTS, 240, seed):
            low, high = strong(each).interval
            inside[each.name] += low <= STRONG[each.name] <= high
    assert min(inside.values()) >= 278


def test_one_prior_alone_is_its_own_ensemble() -> None:
    (alone,) = pooled(MODEL, [SLOW], 50, 5)
    assert alone.weights is None
    assert np.array_equal(alone.worlds.values["slowing"], draw(tilted(MODEL, SLOW), 50, 5).values["slowing"])


def test_what_cannot_be_pooled_is_refused() -> None:
    for tilts, count in (((), 5), ((SLOW, SLOW), 5), (TILTS, 2)):
        with pytest.raises(RegimeError, match="cannot be drawn"):
            pooled(MODEL, tilts, count, 5)
    group = Correlated(("slowing", "gain"), ((1.0, 0.5), (0.5, 1.0)), "a source", WORDS, "They move together.")
    with pytest.raises(RegimeError, match="together"):
        pooled(replace(MODEL, correlations=(group,)), TILTS, 5, 5)


THERE = coins(existence)
SIDES = (
    LEVEL,
    Tilt("for", WORDS, raised=("slowing",), larger=("gain",)),
    Tilt("against", WORDS, lowered=("slowing",), smaller=("gain",)),
)
EXISTS, LARGE = {"level": 0.8, "for": 0.9, "against": 0.6}, {"level": 0.5, "for": 0.75, "against": 0.25}
"""How likely it is, by hand, that slowing exists, and that the gain is above a half."""


def test_existence_and_size_lean_by_what_was_declared_of_each() -> None:
    """Of the worlds that all share each prior reads its own shares, and both at once, since they are drawn apart."""
    for each in pooled(THERE, SIDES, 9000, 5):
        exists, large = each.worlds.values["slowing"] > 0, each.worlds.values["gain"] > 0.5
        for truth, told in ((exists, EXISTS[each.name]), (large, LARGE[each.name])):
            found = share(truth, each.weights)
            assert found is not None
            assert found.value == pytest.approx(told, abs=0.025)
        both = share(exists & large, each.weights)
        assert both is not None
        assert both.value == pytest.approx(EXISTS[each.name] * LARGE[each.name], abs=0.025)
        assert each.weights is not None
        assert each.weights.max() <= 3
        assert each.worth > 3000


def test_a_world_that_has_no_mechanism_weighs_as_its_mass_says() -> None:
    """Where all agree on the rest a world is as much likelier as nothing is: .2, .1 and .4 of it."""
    tilts = (LEVEL, Tilt("for", WORDS, raised=("slowing",)), Tilt("against", WORDS, lowered=("slowing",)))
    pool = pooled(THERE, tilts, 300, 5)
    none = pool[0].worlds.values["slowing"] == 0
    for each, (absent, present) in zip(pool, ((0.2, 0.8), (0.1, 0.9), (0.4, 0.6)), strict=True):
        assert each.weights is not None
        assert each.weights[none] == pytest.approx(absent * 3 / 0.7)
        assert each.weights[~none] == pytest.approx(present * 3 / 2.3)


@pytest.mark.parametrize("tilt", [Tilt("size", WORDS, larger=("gain",)), Tilt("there", WORDS, raised=("slowing",))])
def test_what_is_drawn_together_is_leaned_on_by_no_pool(tilt: Tilt) -> None:
    group = Correlated(("slowing", "gain"), ((1.0, 0.5), (0.5, 1.0)), "a source", WORDS, "They move together.")
    with pytest.raises(RegimeError, match="drawn together with others"):
        pooled(replace(THERE, correlations=(group,)), (LEVEL, tilt), 6, 5)
