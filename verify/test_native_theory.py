"""The theory as machine code is the theory of the oracle: every regime, drawn worlds, both schemes, every quantity."""

from functools import cache

import numpy as np
import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.errors import NotANumber
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.draw import draw
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme

WORLDS = 100
SEED = 11
KINKS = 1e-4
"""Share of rows that a last bit may carry over a threshold: `greater` and `where` jump there."""


@cache
def laboratory() -> Laboratory:
    return bind()


@pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("regime", sorted(laboratory().regimes))
def test_every_quantity_of_every_world_is_the_oracles(regime: str, scheme: Scheme) -> None:
    model, course = laboratory().model, laboratory().regimes[regime]
    worlds, oracle = draw(model, WORLDS, SEED), Oracle.of(model)
    together = Native.of(model).run(course, THEORY.clock, worlds.values, list(model.quantities), scheme=scheme)
    apart = rows = 0
    for i in range(WORLDS):
        try:
            alone = oracle.run(course, THEORY.clock, worlds.world(i), scheme=scheme)
        except NotANumber as error:
            assert together.failed[i]
            assert (
                THEORY.clock.years[together.failed_step[i]]
                <= error.year
                <= THEORY.clock.years[together.failed_step[i]] + THEORY.clock.step
            )
            continue
        assert not together.failed[i]
        for name, saved in together.values.items():
            expected = np.array(alone[name])
            scale = np.abs(expected).max()
            apart += int(np.count_nonzero(np.abs(saved[i] - expected) > 1e-12 * scale))
            rows += expected.size
    assert apart <= KINKS * rows, f"{apart} of {rows} rows are apart"
