"""Attribution: parts sum to the whole in every world, idle groups get nothing, alike groups the same, and a product is shared."""

import numpy as np
import pytest

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.attribute import attribute
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.declare import constant, lever, outcome, switch
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import MechanismGroup
from tests.lab.coins import CLOCK, REGIMES, coins, slower
from tests.lab.toys import TOY, WORDS, model_of

STAGE = Stage(coins(), REGIMES, CLOCK, LagRule(2022.0, 2030.0, (0.5, 0.6)))
GROUPS = tuple(MechanismGroup(name, WORDS, (name,)) for name in ("slowing", "helping"))


def products() -> Stage:
    """Two mechanisms that matter only together, one that adds, and one that does nothing."""
    first, second, third, idle = (switch(**TOY) for _ in range(4))
    size = constant(3.0, "1", low=0.0, high=9.0, **TOY)
    weight = constant(1.0, "1", low=0.0, high=9.0, **TOY)
    opening = lever(1.0, "1", low=0.0, high=1.0, **TOY)

    @outcome("1", direction="neutral", label=WORDS)
    def effect(first, second, third, size, weight, opening):
        """What mechanisms do together."""
        return opening * (size * first * second + weight * third)

    @outcome("1", direction="neutral", label=WORDS)
    def aside(idle, size):
        """What nobody asks for."""
        return idle * size

    declared = dict(locals())
    clock = Clock(2020.0, 2021.0, 1 / 4, 1 / 4)
    regimes = {name: Regime(name, {"opening": Path(((2020.0, value),))}) for name, value in (("on", 1.0), ("off", 0.0))}
    return Stage(model_of("products", declared), regimes, clock, LagRule(clock.start, clock.stop))


def test_a_product_is_shared_and_what_adds_keeps_its_own() -> None:
    stage = products()
    worlds = draw(stage.model, 30, 4)
    groups = [MechanismGroup(name, WORDS, (name,)) for name in stage.model.switches]
    effect = Gap(Point(Arm("on"), "effect", 2021.0), Point(Arm("off"), "effect", 2021.0))
    found = attribute(stage, effect, groups, worlds)
    half = 1.5 * worlds.values["first"] * worlds.values["second"]
    parts = {part.group.name: part.values for part in found.parts}
    assert parts["first"] == pytest.approx(half)
    assert parts["second"] == pytest.approx(half)
    assert parts["third"] == pytest.approx(worlds.values["third"])
    assert not parts["idle"].any()
    assert not found.nothing.any()


def test_parts_of_a_lag_sum_to_the_whole_in_every_world() -> None:
    worlds, steps = draw(STAGE.model, 60, 4), []
    found = attribute(STAGE, slower(Arm("open"), Arm("shut")), GROUPS, worlds, lambda *each: steps.append(each))
    assert np.sum([part.values for part in found.parts], axis=0) == pytest.approx(found.whole - found.nothing, abs=1e-9)
    assert found.left_out == 0
    slowing, helping = found.parts
    assert slowing.mean > 0 > helping.mean
    assert slowing.interval[0] < slowing.mean < slowing.interval[1]
    assert steps[-1] == (4, 4)
