"""The tests that the theory declares: they fit the model, its regimes and its record, and say so in both languages."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.effect import Subset, values
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.language.statements.check_claims import arms_of, check_groups, check_tests
from dualtrack.language.statements.claim_measure import Arm, Delay, Point, readings, runs_of
from dualtrack.language.statements.claim_test import ClaimTest, Null, StructureTest, measures
from dualtrack.theory.dual_track.claims.claim_runs import (
    GATE,
    INDEPENDENT,
    NOTHING_CUT,
    ONE_RUN,
    TAKEN_UP,
    THRESHOLDS,
    taken_up,
)
from dualtrack.theory.dual_track.claims.claim_tests import ATTRIBUTED, CLAIM_TESTS, MECHANISM_GROUPS
from dualtrack.theory.dual_track.claims.evidence.claim_evidence import CLAIM_EVIDENCE

LABORATORY = bind()
COMPUTED = [test for test in CLAIM_TESTS if isinstance(test, ClaimTest)]
FEW = 8
"""Numbers that may size one mechanism: with more, some corner of the ranges makes anything true."""
every_claim = pytest.mark.parametrize("test", COMPUTED, ids=lambda test: test.id)


def _null(test: ClaimTest) -> Null:
    assert test.null is not None, f"{test.id} does not say what it must not hold in"
    return test.null


def _compared(test: ClaimTest) -> set[tuple[Arm, Arm]]:
    """The pairs of runs that a test reads against each other."""
    read = [each for measure in measures([test.condition]) for each in readings(measure)]
    points = [each.arm for each in read if isinstance(each, Point)]
    delays = {(each.of, each.against) for each in read if isinstance(each, Delay)}
    return delays | set(zip(points[::2], points[1::2], strict=True))


def test_every_claim_and_rival_has_a_test_that_fits() -> None:
    check_tests(LABORATORY.model, LABORATORY.regimes, LABORATORY.theory.claims, CLAIM_TESTS, CLAIM_EVIDENCE)
    check_groups(LABORATORY.model, MECHANISM_GROUPS)


def test_every_rival_rests_on_a_switch_and_runs_it_at_zero() -> None:
    for test in COMPUTED:
        if test.id.startswith("H"):
            cut = {name for arm in arms_of(test) for name, value in arm.held if value == 0}
            assert test.rests_on
            assert cut >= set(test.rests_on)


def test_evidence_is_on_record_and_speaks_for_one_side() -> None:
    known = {source.key for source in LABORATORY.record.sources}
    for sides in CLAIM_EVIDENCE.values():
        assert set(sides.sources) <= known
        assert not {each.source for each in sides.supports} & {each.source for each in sides.opposes}


def test_a_source_is_read_beside_every_claim_or_beside_none() -> None:
    pieces = [each for sides in CLAIM_EVIDENCE.values() for each in (*sides.supports, *sides.opposes)]
    read = {each.source for each in pieces if each.is_read}
    assert read
    assert not read & {each.source for each in pieces if not each.is_read}


def test_every_claim_that_the_record_speaks_of_has_evidence() -> None:
    assert {claim for claim, sides in CLAIM_EVIDENCE.items() if not sides.sources} == {"E1"}


def test_levers_of_structure_have_dated_steps_on_record() -> None:
    for test in CLAIM_TESTS:
        if isinstance(test, StructureTest):
            for lever in test.levers:
                assert len(LABORATORY.regimes["as_is"].paths[lever].points) > 1


def test_every_test_says_what_is_asked_in_both_languages() -> None:
    for test in CLAIM_TESTS:
        assert all(test.asked)
    for test in COMPUTED:
        assert all(all(variant.label) for variant in test.variants)


def test_what_is_attributed_is_computed() -> None:
    assert set(ATTRIBUTED) <= {test.id for test in COMPUTED}


@every_claim
def test_every_claim_says_in_both_languages_what_it_must_not_hold_in(test: ClaimTest) -> None:
    assert all(_null(test).why)


@every_claim
def test_a_null_takes_away_what_the_claim_affirms_and_grants_what_it_denies(test: ClaimTest) -> None:
    null = _null(test)
    assert {value for _, value in null.held} <= {1.0 if test.absence else 0.0}
    assert {name for name, _ in null.held} <= set(LABORATORY.model.switches)
    if test.rests_on:
        assert {name for name, _ in null.held} & set(test.rests_on)


@every_claim
def test_what_a_claim_runs_through_is_not_its_own_and_what_sizes_it_is_no_switch(test: ClaimTest) -> None:
    assert not set(test.partners) & set(test.rests_on)
    assert (test.partners_off == GATE) == (TAKEN_UP in [each.label for each in test.variants] and test.id != "H10")
    assert not set(test.sizes) & set(LABORATORY.model.switches)
    assert set(test.sizes) <= set(LABORATORY.model.drawn)
    for names in (test.partners, test.sizes):
        assert len(set(names)) == len(names)
    assert 0 < len(test.sizes) <= FEW


@every_claim
def test_a_claim_of_absence_grants_no_mechanism_that_it_would_run_through(test: ClaimTest) -> None:
    if test.absence:
        assert not {name for name, _ in _null(test).held} & set(test.partners)


@pytest.mark.parametrize("test", [test for test in COMPUTED if _null(test).why == ONE_RUN], ids=lambda test: test.id)
def test_where_a_null_leaves_one_run_the_runs_differ_by_the_mechanism_alone(test: ClaimTest) -> None:
    gone = dict(_null(test).held)
    for pair in _compared(test):
        of, against = (replace(arm, held=tuple(each for each in arm.held if each[0] not in gone)) for arm in pair)
        assert of == against


@pytest.mark.parametrize("test", [test for test in COMPUTED if _null(test).why == NOTHING_CUT], ids=lambda test: test.id)
def test_where_a_null_leaves_nothing_to_cut_the_cut_changes_nothing(test: ClaimTest) -> None:
    without = hold(LABORATORY.model, draw(LABORATORY.model, 12, 7), dict(_null(test).held))
    stage = stage_for(LABORATORY.model, LABORATORY.regimes, LABORATORY.theory.clock, reads(test))
    found = values(test.headline, Subset(stage.see(reads(test), without), np.arange(12), stage.rule.thresholds))
    assert found == pytest.approx(np.zeros(12), abs=1e-9)


@pytest.mark.parametrize("test", [test for test in COMPUTED if test.id.startswith("E")], ids=lambda test: test.id)
def test_a_breakout_without_the_levers_that_it_credits_is_todays_rules(test: ClaimTest) -> None:
    condition = _null(test).condition
    assert condition is not None
    today = LABORATORY.regimes["as_is"].paths
    for pair in _compared(replace(test, condition=condition)):
        for arm in pair:
            paths = {**LABORATORY.regimes[arm.regime].paths}
            unset = {each.lever for each in arm.levers if each.value == LABORATORY.model[each.lever].value}
            assert len(unset) == len(arm.levers)
            assert {name for name in {*paths, *today} if paths.get(name) != today.get(name)} <= unset


@pytest.mark.parametrize("claim", ["P5", "C5"])
def test_what_an_aim_would_choose_is_held_against_free_trade(claim: str) -> None:
    (test,) = [test for test in COMPUTED if test.id == claim]
    condition = _null(test).condition
    assert condition is not None and condition != test.condition
    assert set(arms_of(replace(test, condition=condition))) == set(arms_of(test))


TAKEN = ("P4", *(f"L{i}" for i in range(1, 8)), "C2", "C4")
"""Claims about the opening that Beijing may refuse."""


@pytest.mark.parametrize("claim", TAKEN)
def test_a_lower_claim_stands_beside_itself_with_the_gate_held_open_in_every_run(claim: str) -> None:
    (test,) = [test for test in COMPUTED if test.id == claim]
    (variant,) = [each for each in test.variants if each.label == TAKEN_UP]
    assert variant.condition == taken_up(test.condition)
    read = [each for measure in measures([variant.condition]) for each in readings(measure)]
    arms = [arm for each in read for arm in runs_of(each)]
    runs = [run for arm in arms for run in (arm, *(cut.like for cut in arm.frozen))]
    assert all(("refusal_strength", 0.0) in run.held for run in runs)


def test_lags_of_independent_capability_are_read_at_fixed_thresholds() -> None:
    read = [each for test in COMPUTED for each in readings(test.headline) if isinstance(each, Delay)]
    assert {each.thresholds for each in read if each.outcome == INDEPENDENT} == {THRESHOLDS}
