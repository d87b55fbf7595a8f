"""What the theory declares hangs together: claims, facts, mediators, levers, labels, and a test for each outcome."""

import re
from pathlib import Path

import pytest

from dualtrack.language.declaration import Assumed
from dualtrack.language.quantity import GIVEN
from dualtrack.language.statements.ledger import check_claims, check_facts, variables
from dualtrack.language.statements.reality_check import formulas
from dualtrack.theory.dual_track.checks import CHECKS
from dualtrack.theory.dual_track.claims.statements import CLAIMS, MEDIATORS
from dualtrack.theory.dual_track.facts import FACTS
from tests.behaviour.theory import REGIMES, elements, model, regimes

HERE = Path(__file__).parent
IDS = {"T1", *(f"P{i}" for i in range(1, 6)), *(f"U{i}" for i in range(1, 6)), *(f"L{i}" for i in range(1, 8))}
IDS |= {*(f"C{i}" for i in range(1, 6)), *(f"E{i}" for i in range(1, 4)), *(f"A{i}" for i in range(1, 4))}
RIVALS = {"H1b", *(f"H{i}" for i in range(1, 11))}
HELD_OUT = {"F19", "F25", "F26", "F27", "F28"}


def test_every_claim_and_every_rival_is_declared_once() -> None:
    assert sorted(claim.id for claim in CLAIMS) == sorted(IDS | RIVALS)
    assert {claim.id for claim in CLAIMS if claim.kind == "rival"} == RIVALS


def test_every_claim_points_to_quantities_that_exist() -> None:
    check_claims(model(), CLAIMS)


def test_every_rival_has_a_switch_that_can_be_zero() -> None:
    for claim in CLAIMS:
        if claim.kind == "rival":
            assert set(claim.carried_by) & set(model().switches), claim.id


def test_every_fact_reads_quantities_that_exist() -> None:
    check_facts(model(), FACTS)
    assert sorted(fact.id for fact in FACTS) == sorted(f"F{i}" for i in range(1, 29))
    assert {fact.id for fact in FACTS if fact.held_out} == HELD_OUT
    assert variables(FACTS)


def test_what_mediates_is_what_the_essay_says_is_dispersed() -> None:
    """Talent, capital and workloads, by the names of L5; each moves by itself and can be frozen."""
    for name in MEDIATORS:
        assert elements(name)
        assert all(flat in model().stocks or flat in model().order for flat in elements(name)), name


@pytest.mark.parametrize("lever", model().of_role(["lever"]))
def test_every_lever_moves_something(lever: str) -> None:
    assert model().effects(lever)


@pytest.mark.parametrize("lever", model().of_role(["lever"]))
def test_every_lever_is_set_by_a_regime_or_the_record_or_asked_for_by_a_claim(lever: str) -> None:
    asked = {name for claim in CLAIMS for name in claim.carried_by}
    assert model()[lever].base in asked or any(lever in regimes()[name].paths for name in REGIMES)


def test_every_label_has_chinese_characters_and_every_name_in_it_is_written_out() -> None:
    for quantity in model().quantities.values():
        assert re.search("[\u4e00-\u9fff]", quantity.label[1]), quantity.name
        assert not re.search("[\u4e00-\u9fff]", quantity.label[0]), quantity.name


def test_an_assumption_says_what_would_measure_it() -> None:
    for name in model().of_role(GIVEN):
        source = model()[name].source
        if isinstance(source, Assumed):
            assert len(source.why.split()) > 1 and len(source.measure.split()) > 1, name


@pytest.mark.parametrize("outcome", model().outcomes)
def test_every_outcome_stands_in_a_test_of_behaviour_or_a_check(outcome: str) -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    declared = {name for one in CHECKS for formula in formulas(one) for name in re.findall(r"[a-z_0-9]+", formula)}
    assert f'"{outcome}"' in tests or f".{outcome}(" in tests or outcome in declared


def test_every_switch_belongs_to_a_claim_or_a_rival() -> None:
    carried = {name for claim in CLAIMS for name in claim.carried_by}
    assert set(model().switches) <= carried


def test_nothing_is_computed_that_no_one_reads() -> None:
    """Each quantity moves another, is judged by, or answers for a fact or a claim."""
    named = {*variables(FACTS), *(name for claim in CLAIMS for name in claim.carried_by)}
    for name in model().order:
        quantity = model()[name]
        parts = elements(quantity.base)
        read = quantity.role == "outcome" or {quantity.base, name} & named or any(model().effects(part) for part in parts)
        assert read, f"{name} feeds nothing"


def test_no_two_quantities_share_a_label() -> None:
    """Readers of a chart know a quantity by its label alone."""
    seen: dict[tuple[str, str], str] = {}
    for quantity in model().quantities.values():
        for label in (("en", quantity.label[0]), ("zh", quantity.label[1])):
            assert seen.setdefault(label, quantity.base) == quantity.base, f"{label[1]}: {quantity.base} and {seen[label]}"
