"""The tests that the theory declares: they fit the model, its regimes and its record, and say so in both languages."""

from dualtrack.app.bind import bind
from dualtrack.language.statements.check_claims import arms_of, check_groups, check_tests
from dualtrack.language.statements.claim_test import ClaimTest, StructureTest
from dualtrack.theory.dual_track.claims.claim_evidence import CLAIM_EVIDENCE
from dualtrack.theory.dual_track.claims.claim_tests import ATTRIBUTED, CLAIM_TESTS, MECHANISM_GROUPS

LABORATORY = bind()
COMPUTED = [test for test in CLAIM_TESTS if isinstance(test, ClaimTest)]


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
        assert {*sides.supports, *sides.opposes} <= known
        assert not set(sides.supports) & set(sides.opposes)


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
