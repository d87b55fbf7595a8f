"""The page's laboratory is the oracle over a thousand random states: every regime, moved levers, drawn worlds, all outcomes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY
from dualtrack.errors import NotANumber
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.python import Oracle
from tests.app.page.laboratory import asked_of_lab, bench, laboratory

STATES = 150
"""Under each regime, a thousand in all."""
SEED = 23
MOVED = 5
"""Levers that one state moves at most."""
TOLERANCE = 1e-9


def states(regime: str) -> list[dict[str, Any]]:
    """Random scenarios on top of a regime: some levers set from some year on, all numbers of a drawn world as assumptions."""
    chance, model = np.random.default_rng([SEED, *regime.encode()]), laboratory().model
    drawn, levers = draw(model, STATES, SEED), model.of_role(["lever"])
    found = []
    for state in range(STATES):
        moved = chance.choice(len(levers), chance.integers(MOVED + 1), replace=False)
        settings = {
            levers[at]: {
                "value": float(chance.uniform(model[levers[at]].low, model[levers[at]].high)),
                "from": float(chance.uniform(THEORY.clock.start, THEORY.clock.stop)),
            }
            for at in moved
        }
        found.append({"regime": regime, "levers": settings, "assumptions": drawn.world(state)})
    return found


def set_as_the_laboratory_sets(state: dict[str, Any]) -> Regime:
    found = laboratory().regimes[state["regime"]]
    for name, setting in state["levers"].items():
        found = set_lever(laboratory().model, found, name, setting["value"], setting["from"])
    return found


@pytest.mark.parametrize("regime", sorted(laboratory().regimes))
def test_every_outcome_of_every_state_is_the_oracles(regime: str, tmp_path: Path) -> None:
    asked, oracle, outcomes = states(regime), Oracle.of(laboratory().model), laboratory().model.outcomes
    body = "return given.states.map((state) => lab.run(state, given.names).values);"
    found = asked_of_lab(bench(tmp_path), body, states=asked, names=outcomes)
    worst = 0.0
    for state, values in zip(asked, found, strict=True):
        try:
            alone = oracle.run(set_as_the_laboratory_sets(state), THEORY.clock, state["assumptions"])
        except NotANumber:
            assert all(row[-1] is None for row in values.values())
            continue
        for name in outcomes:
            expected = np.array(alone[name])
            scale = float(np.abs(expected).max()) or 1.0
            worst = max(worst, float(np.abs(np.array(values[name], dtype=float) - expected).max()) / scale)
    assert worst <= TOLERANCE, f"apart by {worst:g} of scale"
