"""PySD and Simlin rerun the shipped theory from our files: every regime, drawn worlds, every quantity."""

from functools import cache

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.xmile.xmile import xmile
from verify.tools import disagreements, each_tool

SEED = 13
WORLDS = {"pysd": 1, "simlin": 20}  # PySD takes ten seconds to translate a file
LEAST = 1e-6  # of any unit; what stays below is rounding left by terms that cancel
EVERY_STEP = Clock(THEORY.clock.start, THEORY.clock.stop, THEORY.clock.step, THEORY.clock.step)


@cache
def laboratory() -> Laboratory:
    return bind()


@each_tool
@pytest.mark.parametrize("regime", sorted(laboratory().regimes))
def test_a_tool_finds_the_theorys_numbers(tool: str, regime: str) -> None:
    model, course = laboratory().model, laboratory().regimes[regime]
    worlds, oracle = draw(model, WORLDS[tool], SEED), Oracle.of(model)
    for world in map(worlds.world, range(worlds.count)):
        ours = oracle.run(course, EVERY_STEP, world)
        assert disagreements(tool, xmile(model, course, EVERY_STEP, world), ours.values, LEAST) == {}
