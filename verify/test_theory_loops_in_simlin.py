"""Simlin scores every link of the theory as we do, under a regime, where a change is more than rounding; run by `make verify`."""

from dataclasses import replace
from functools import cache
from pathlib import Path as FilePath

import numpy as np
import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.lab.loops.loop_score import LinkScorer
from dualtrack.lab.worlds.draw import nominal
from dualtrack.targets.numeric.python import Oracle, Run
from dualtrack.targets.numeric.score import moving_links
from dualtrack.targets.xmile.xmile import xmile
from dualtrack.targets.xmile.xmile_name import net_change

EVERY_STEP = replace(THEORY.clock, save=THEORY.clock.step)
AGREEMENT = 1e-6
ROUNDING = 1e-12  # of a quantity's largest value: a lever that a sum of jumps brings back to zero is 1e-17 there, and 0 here
COMPARED = 0.6  # of all links and steps; elsewhere a quantity rests, as those of a lever do between its dates
Series = dict[tuple[str, str], np.ndarray]


def theirs(regime: str, folder: FilePath) -> Series:
    """Simlin's link scores by our names."""
    import simlin

    laboratory = bind()
    model, file = laboratory.model, folder / "theory.xmile"
    file.write_text(xmile(model, laboratory.regime(regime), EVERY_STEP), encoding="utf-8")
    ours = {flat.replace(".", "_"): flat for flat in model.quantities}
    targets = {**ours, **{net_change(stock).replace(".", "_"): stock for stock in model.stocks}}
    with simlin.load(str(file)).simulate(enable_ltm=True) as run:
        run.run_to_end()
        return {
            (ours[link.from_var], targets[link.to_var]): np.array(link.score)[1:]
            for link in run.get_links()
            if link.from_var in ours and link.to_var in targets and link.score is not None
        }


@cache
def path(regime: str) -> Run:
    """The oracle's run at every step."""
    return Oracle.of(bind().model).run(bind().regime(regime), EVERY_STEP)


def moves(name: str, regime: str) -> np.ndarray:
    """Where a quantity changes by more than rounding could, step by step."""
    values = np.array(path(regime)[name])
    found: np.ndarray = np.abs(np.diff(values)) > ROUNDING * np.abs(values).max()
    return found


@pytest.mark.parametrize("regime", ["near_embargo", "limited_opening", "sliding_scale"])
def test_every_link_of_the_theory_has_the_same_score(regime: str, tmp_path: FilePath) -> None:
    model = bind().model
    edges = moving_links(model)
    expected = theirs(regime, tmp_path)
    found, _ = LinkScorer.of(model, bind().regime(regime), EVERY_STEP, edges).scores(nominal(model), {})
    assert set(edges) <= set(expected)
    moving = {name: moves(name, regime) for name in {name for edge in edges for name in edge}}
    compared = apart = 0
    for edge in edges:
        both = moving[edge[0]] & moving[edge[1]]
        gap = np.abs(found[edge][0] - expected[edge]) > AGREEMENT * np.maximum(1.0, np.abs(expected[edge]))
        compared += int(both.sum())
        apart += int((gap & both).sum())
    assert compared > COMPARED * len(edges) * EVERY_STEP.steps
    assert apart == 0
