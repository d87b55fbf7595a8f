"""By what factor does a record move the odds that a mechanism exists? The same, whether it has a strength or exists or not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from dualtrack.lab.verdicts.existence import SILENT, existence_factors
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population, pooled
from dualtrack.language.declaration import Parameter
from dualtrack.language.declare import existence, switch
from dualtrack.language.distribution import Category
from dualtrack.language.tilt import Tilt
from tests.lab.coins import coins
from tests.lab.toys import WORDS

KINDS = {"strength": switch, "existence": existence}
COUNT = 20_000
TILTS = (Tilt("level", WORDS), Tilt("up", WORDS, raised=("slowing",)), Tilt("down", WORDS, lowered=("slowing",)))


def kept(values: np.ndarray, part: float) -> np.ndarray:
    """A record that leaves a part of the worlds without the mechanism, and every other."""
    return (values > 0) | (np.random.default_rng(3).random(len(values)) < part)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("part", "says"), [(1.0, "silent"), (0.1, "some"), (0.02, "strong")])
def test_the_factor_is_that_of_the_record(kind: str, part: float, says: str) -> None:
    model = coins(KINDS[kind])
    worlds = draw(model, COUNT, 7)
    population = Population("level", WORDS, worlds, kept(worlds.values["slowing"], part))
    found = existence_factors(model, population, model.switches)
    assert found["slowing"].says == says
    low, high = found["slowing"].interval
    assert low < 1 / part < high
    assert found["helping"].says == "silent"


@pytest.mark.parametrize("kind", KINDS.values())
def test_worlds_of_several_priors_give_the_first_ones_factor(kind: Callable[..., Parameter]) -> None:
    model = coins(kind)
    first = pooled(model, TILTS, COUNT, 7)[0]
    found = existence_factors(model, replace(first, accepted=kept(first.worlds.values["slowing"], 0.1)), ["slowing"])["slowing"]
    assert found.value == pytest.approx(10, rel=0.15)


def test_who_was_not_asked_or_leaves_no_doubt_is_silent() -> None:
    model = coins(existence)
    worlds = draw(model, 50, 7)
    assert existence_factors(model, Population("level", WORDS, worlds), ["slowing"])["slowing"] == SILENT
    sure = replace(model["slowing"], prior=Category((1.0,), (1.0,)))
    certain = replace(model, quantities={**model.quantities, "slowing": sure})
    everywhere = np.ones(50, dtype=bool)
    assert existence_factors(certain, Population("level", WORDS, worlds, everywhere), ["slowing"])["slowing"] == SILENT
