"""Simlin scores the loops of our XMILE files as we do, by its own reading of Loops That Matter; run by `make verify`."""

from pathlib import Path as FilePath
from typing import Any

import numpy as np
import pytest

from dualtrack.lab.loops.loop_score import Circuit, LinkScorer, score_loops
from dualtrack.lab.loops.strongest_paths import strongest_loops, turned
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.score import moving_links
from dualtrack.targets.xmile.xmile import xmile
from dualtrack.targets.xmile.xmile_name import net_change
from tests.loop_toys import CLOCKS, TEXTS, toy
from tests.toys import two_sectors

AGREEMENT = 1e-6
REGIME = Regime("as is")
ONE = Worlds({}, None, 0, 1)
MODELS = {**{name: (toy(name), CLOCKS[name]) for name in TEXTS}, "layers": (two_sectors(), Clock(2018.0, 2024.0, 1 / 16, 1 / 16))}
each_model = pytest.mark.parametrize("name", MODELS)
Series = np.ndarray[Any, np.dtype[np.float64]]


def theirs(name: str, folder: FilePath) -> tuple[dict[tuple[str, str], Series], dict[tuple[str, ...], tuple[Series, Series]]]:
    """Simlin's link scores, and its loops with their scores and relative scores; our helper names taken out."""
    import simlin

    model, clock = MODELS[name]
    file = folder / "model.xmile"
    file.write_text(xmile(model, REGIME, clock), encoding="utf-8")
    ours = {flat.replace(".", "_"): flat for flat in model.quantities}
    stocks = {net_change(stock).replace(".", "_"): stock for stock in model.stocks}
    with simlin.load(str(file)).simulate(enable_ltm=True) as run:
        run.run_to_end()
        links = {
            (ours[link.from_var], stocks.get(link.to_var) or ours[link.to_var]): np.array(link.score)[1:]
            for link in run.get_links()
            if link.from_var in ours and link.score is not None and (link.to_var in stocks or link.to_var in ours)
        }
        loops = {
            turned([ours[each] for each in loop.variables if each in ours]): (
                np.array(run.get_loop_score(loop.id))[1:],
                np.array(run.get_relative_loop_score(loop.id))[1:],
            )
            for loop in run.get_loops_runtime()
        }
    return links, loops


@each_model
def test_link_scores_agree(name: str, tmp_path: FilePath) -> None:
    model, clock = MODELS[name]
    links, _ = theirs(name, tmp_path)
    scores, _ = LinkScorer.of(model, REGIME, clock, moving_links(model)).scores(ONE, {})
    assert set(links) <= set(scores)
    for edge in links:
        np.testing.assert_allclose(scores[edge][0], links[edge], rtol=AGREEMENT, atol=AGREEMENT, err_msg=str(edge))


@each_model
def test_loop_scores_and_shares_agree(name: str, tmp_path: FilePath) -> None:
    model, clock = MODELS[name]
    _, loops = theirs(name, tmp_path)
    circuits = [Circuit(" > ".join(ring), tuple((each,) for each in ring)) for ring in loops]
    found = score_loops(model, REGIME, ONE, clock, circuits)
    for circuit, (score, share) in zip(circuits, loops.values(), strict=True):
        np.testing.assert_allclose(found.net[circuit.id][0], score, rtol=AGREEMENT, atol=AGREEMENT, err_msg=circuit.id)
        if name != "layers":
            np.testing.assert_allclose(found.signed_share(circuit.id)[0], share, atol=AGREEMENT, err_msg=circuit.id)


@each_model
def test_the_strongest_paths_close_loops_that_simlin_has(name: str, tmp_path: FilePath) -> None:
    model, clock = MODELS[name]
    _, loops = theirs(name, tmp_path)
    scores, _ = LinkScorer.of(model, REGIME, clock, moving_links(model)).scores(ONE, {})
    found = strongest_loops({edge: score[0] for edge, score in scores.items()}, model.stocks)
    assert set(found) <= set(loops)
