"""The named loops close through the recorded equations, are active somewhere, and have the polarity that their names promise."""

from functools import cache

import numpy as np
import pytest

from dualtrack.lab.loops.loop_score import Circuit, LoopScores, score_loops
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.named_loop import check_loops, cut_edges, edges, stations
from dualtrack.theory.dual_track.claims.statements import CLAIMS
from dualtrack.theory.dual_track.loops.loop_list import LOOPS, LOWER_TRACK, UPPER_TRACK
from tests.behaviour.theory import REGIMES, SEED, STEP, model, regimes

YEARLY = Clock(2018.0, 2040.0, STEP, 1.0)
WORLDS = 96  # scarcity seldom exceeds what the ceiling denies, so that its loop sleeps in most worlds
IDS = [loop.id for loop in LOOPS]


@cache
def scored(regime: str) -> LoopScores:
    circuits = [Circuit(loop.id, stations(model(), loop.path)) for loop in LOOPS]
    return score_loops(model(), regimes()[regime], draw(model(), WORLDS, SEED), YEARLY, circuits)


def everywhere(loop: str, sums: str) -> np.ndarray:
    return np.concatenate([getattr(scored(regime), sums)[loop].ravel() for regime in REGIMES])


def test_every_named_loop_closes_and_can_be_cut() -> None:
    check_loops(model(), LOOPS)
    assert all(cut_edges(model(), loop) for loop in LOOPS)


def test_the_links_of_both_tracks_are_written() -> None:
    for source, target in (*UPPER_TRACK, *LOWER_TRACK):
        assert edges(model(), stations(model(), (source,))[-1], stations(model(), (target,))[0]), f"{source} -> {target}"


def test_loops_carry_claims_that_exist_and_those_of_the_coupling_have_loops() -> None:
    carried = {claim for loop in LOOPS for claim in loop.claims}
    assert carried <= {claim.id for claim in CLAIMS}
    assert carried >= {"C1", "C2", "C3"}


@pytest.mark.parametrize("loop", LOOPS, ids=IDS)
def test_a_named_loop_is_active_under_some_regime_in_some_world(loop) -> None:
    assert everywhere(loop.id, "size").any()


@pytest.mark.parametrize("loop", LOOPS, ids=IDS)
def test_a_named_loop_has_the_polarity_of_its_name(loop) -> None:
    net, size = everywhere(loop.id, "net"), everywhere(loop.id, "size")
    reinforcing = ((size + net)[size > 0] / (2 * size[size > 0])).round(9)
    match loop.polarity:
        case "reinforcing":
            assert set(reinforcing) == {1.0}
        case "balancing":
            assert set(reinforcing) == {0.0}
        case "mixed":
            assert reinforcing.min() < 0.5 < reinforcing.max()


@pytest.mark.parametrize("regime", REGIMES)
def test_every_link_of_every_loop_has_a_score(regime: str) -> None:
    assert set(scored(regime).unscored.values()) == {0}
