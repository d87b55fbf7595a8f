"""What the ledger says of the coupling is what the analysis of loops finds: the same links, cut in the same worlds."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.effect import Subset, holds, values
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.loop_study import every_cut, lagged_of, valued_of
from dualtrack.lab.loops.loop_cut import CutEffect, CutQuestion, cut_tests
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_measure import Delay
from dualtrack.language.statements.claim_test import ClaimTest, Is
from dualtrack.theory.dual_track.claims.claim_runs import EMBARGO, LIMITED, later
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from dualtrack.theory.dual_track.loops.loop_list import LOOPS

LABORATORY = bind()
WORLDS = draw(LABORATORY.model, 60, 7)


def by_the_usual_rule(each: Any) -> Any:
    """A test whose lags are read as the analysis of loops reads them: at the thresholds that count by the rule."""
    if isinstance(each, tuple):
        return tuple(map(by_the_usual_rule, each))
    if isinstance(each, Delay):
        return replace(each, thresholds=())
    if not is_dataclass(each) or isinstance(each, type):
        return each
    return replace(each, **{place.name: by_the_usual_rule(getattr(each, place.name)) for place in fields(each)})


COUPLING = ("C1", "C2", "C3")
"""C1 and C3 cut proofs from the parting on, where loops follow a reference from the start: their lower halves are compared."""
TESTS = {test.id: by_the_usual_rule(test) for test in CLAIM_TESTS if isinstance(test, ClaimTest) and test.id in COUPLING}
_, LOWER = LABORATORY.theory.tracks
LAGGED, (VALUED, VALUED_YEAR) = lagged_of(LABORATORY.theory)[0], valued_of(LABORATORY.theory)


@cache
def subset() -> Subset:
    asked = [each for test in TESTS.values() for each in (*reads(test), by_the_usual_rule(later(LIMITED, EMBARGO)))]
    stage = stage_for(LABORATORY.model, LABORATORY.regimes, THEORY.clock, asked)
    seen = stage.see(asked, WORLDS)
    sound = np.logical_and.reduce([seen.sound[arm] for test in TESTS.values() for arm in arms_of(test)])
    return Subset(seen, np.flatnonzero(sound), stage.rule.thresholds)


def undisputed() -> np.ndarray:
    """Worlds in which all runs agree on the thresholds passed at the parting.

    A run beside it may pass one within the first step only, and each analysis averages over what its own runs have left.
    """
    crossed = [each.at for (_, outcome), each in subset().seen.crossed.items() if outcome == LAGGED]
    flags = [np.array([each[level].passed[subset().worlds] for each in crossed]) for level in subset().thresholds]
    return np.asarray(np.logical_and.reduce([each.all(axis=0) | ~each.any(axis=0) for each in flags]))


@cache
def effects() -> dict[str, CutEffect]:
    question = CutQuestion(LABORATORY.regime("limited_opening"), LABORATORY.regime("near_embargo"), LAGGED, VALUED, VALUED_YEAR)
    asked = {LOWER, *(loop.id for loop in LOOPS if {"C1", "C2"} & {*loop.claims})}
    cuts = cut_tests(
        LABORATORY.model,
        question,
        {name: cut for name, cut in every_cut(LABORATORY).items() if name in asked},
        WORLDS,
        THEORY.clock,
    )
    assert np.array_equal(np.flatnonzero(cuts.sound), subset().worlds)
    return dict(cuts.effects)


def matters(effect: CutEffect) -> np.ndarray:
    size = np.abs(effect.effect)
    by_value = (size >= 0.01) & (np.abs(effect.change) >= 0.1 * size)
    return np.asarray((np.abs(effect.months) >= 3.0) | by_value)


def test_what_the_lower_track_adds_to_value_is_what_its_cut_changes() -> None:
    (alone,) = [each for each in TESTS["C3"].variants if each.label[0].startswith("lower track")]
    assert isinstance(alone.condition, Is)
    found, expected = values(alone.condition.measure, subset()), effects()[LOWER].change
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("claim", ["C1", "C2"])
def test_each_variant_is_the_cut_test_of_one_loop(claim: str) -> None:
    carriers = [loop for loop in LOOPS if claim in loop.claims]
    variants = TESTS[claim].variants[-len(carriers) :]
    assert len(carriers) >= 2
    assert all(variant.label[0].startswith(loop.id) for variant, loop in zip(variants, carriers, strict=True))
    found = [holds(variant.condition, subset()) for variant in variants]
    for loop, true in zip(carriers, found, strict=True):
        agreed = (true == matters(effects()[loop.id])).mean()
        assert agreed >= 0.98, loop.id  # a delay must also agree in sign with the area between the curves


def test_both_tracks_count_where_each_adds_its_part() -> None:
    parts = [each.condition for each in TESTS["C3"].variants if each.label[0].endswith("alone")]
    upper, lower = (holds(each, subset()) for each in parts)
    assert np.array_equal(holds(TESTS["C3"].condition, subset()), upper & lower)
