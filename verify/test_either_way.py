"""No claim is true or false by algebra: each can be either, and none that rests on a mechanism holds where nothing is at work."""

from functools import cache

import numpy as np
import pytest

from dualtrack.app.bind import THEORY, bind
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
RARE = (137, 699)
"""Worlds that make U3 and U2 true, as `dualtrack witness --worlds 3000` names them."""
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
HARDLY_EVER = {"C3"}
"""That proofs lengthen the lag by a month, as the first edition asks it: true in none of 3,000 drawn worlds, and found by search
only where over a hundred numbers stand at an end of their range. It is to be asked anew with the upper track."""


@cache
def stage() -> Stage:
    asked = [each for test in COMPUTED.values() for each in reads(test)]
    return stage_for(LABORATORY.model, LABORATORY.regimes, THEORY.clock, asked)


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
    found = _truths(_one(draw(model, 200, SEED), *rare, ends), *COMPUTED)
    for claim, row in zip(found.claims, found.true, strict=True):
        sides[claim] |= set(row.tolist())
    return sides


@pytest.mark.parametrize("claim", [claim for claim in COMPUTED if claim not in HARDLY_EVER])
def test_every_claim_can_be_true_and_can_be_false(claim: str) -> None:
    assert either()[claim] == {True, False}


def test_where_nothing_is_at_work_no_claim_that_rests_on_a_mechanism_is_true() -> None:
    nothing = hold(LABORATORY.model, draw(LABORATORY.model, 40, SEED), dict.fromkeys(LABORATORY.model.switches, 0.0))
    resting = [claim for claim, test in COMPUTED.items() if test.rests_on]
    found = _truths(nothing, *resting)
    true = {claim for claim, row in zip(found.claims, found.true, strict=True) if row.any()}
    assert true == SAYS_NOTHING_IS_AT_WORK
