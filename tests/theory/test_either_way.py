"""No claim is true or false by algebra: each can be either, and none that rests on a mechanism holds where nothing is at work."""

from functools import cache

import numpy as np
import pytest

from dualtrack.app.bind import CLOCK, bind
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import Truths, claim_truths
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS

LABORATORY = bind()
SEED = 7
COMPUTED = {test.id: test for test in CLAIM_TESTS if isinstance(test, ClaimTest)}
SAYS_NOTHING_IS_AT_WORK = {"H3"}
"""That Chinese proofs and cash weigh nothing is what worlds without them show."""
RARE = (137, 266, 699)
"""Worlds that make U3, H6 and U2 true, as `dualtrack witness --worlds 6000` names them."""
PROOFS_COUNT = {
    "validation_strength": 1.0,
    "proof_weight": 0.5,
    "neutral_rank": 0.0,
    "salience_time": 2.0,
    "proof_growth": 0.2,
    "refusal_strength": 0.0,
    "evidence_rate": 1.1,
    "fatigue_rate": 0.27,
    "forgetting_share": 0.6,
}
"""Success is seen early, remembered long and speaks loudly: where A3 is true, though no drawn world says so."""
TRACKS_MEET = {
    "validation_strength": 1.0,
    "diversion_strength": 1.0,
    "protection_strength": 1.0,
    "research_valuation_elasticity": 0.0,
    "funding_elasticity": 0.6,
    "research_elasticity": 0.2,
    "reinvestment_share": 0.3,
    "research_revenue_elasticity": 0.5,
    "frontier_erosion.accelerators": 0.04,
    "initial_budget": 1.5,
    "leakage_strength": 1.0,
    "neutral_rank": 0.6,
    "progress_rate": 0.08,
    "proof_weight": 0.5,
    "switching_time": 3.0,
    "spending_limit": 0.07,
    "porting_time": 3.0,
    "lag_per_log_compute": 2.0,
}
"""What `dualtrack witness --worlds 8000` holds before it finds a world, number 4179, that makes C3 true."""
MEETING = 4179


@cache
def stage() -> Stage:
    asked = [each for test in COMPUTED.values() for each in reads(test)]
    return stage_for(LABORATORY.model, LABORATORY.regimes, CLOCK, asked)


def _one(*groups: Worlds) -> Worlds:
    values = {name: np.concatenate([group.values[name] for group in groups]) for name in LABORATORY.model.drawn}
    return Worlds(values, SEED, 0, sum(group.count for group in groups))


def _truths(worlds: Worlds, *claims: str) -> Truths:
    return claim_truths(stage(), [COMPUTED[claim] for claim in claims], Population("some", ("some", "若干"), worlds))


@cache
def either() -> dict[str, set[bool]]:
    """What each claim is found to be, among drawn worlds, rare ones, and worlds at the ends of their ranges."""
    model = LABORATORY.model
    rare = [draw(model, 1, SEED, world) for world in RARE]
    ends = hold(model, draw(model, 40, SEED), PROOFS_COUNT)
    sides: dict[str, set[bool]] = {claim: set() for claim in COMPUTED}
    for found in (
        _truths(_one(draw(model, 200, SEED), *rare, ends), *(claim for claim in COMPUTED if claim != "L6")),
        _truths(hold(model, draw(model, 60, SEED, MEETING), TRACKS_MEET), "C3"),
        _truths(draw(model, 40, SEED), "L6"),
    ):
        for claim, row in zip(found.claims, found.true, strict=True):
            sides[claim] |= set(row.tolist())
    return sides


@pytest.mark.parametrize("claim", COMPUTED)
def test_every_claim_can_be_true_and_can_be_false(claim: str) -> None:
    assert either()[claim] == {True, False}


def test_where_nothing_is_at_work_no_claim_that_rests_on_a_mechanism_is_true() -> None:
    nothing = hold(LABORATORY.model, draw(LABORATORY.model, 40, SEED), dict.fromkeys(LABORATORY.model.switches, 0.0))
    resting = [claim for claim, test in COMPUTED.items() if test.rests_on and claim != "L6"]
    found = _truths(nothing, *resting)
    true = {claim for claim, row in zip(found.claims, found.true, strict=True) if row.any()}
    assert true == SAYS_NOTHING_IS_AT_WORK
