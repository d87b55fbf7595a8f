"""Any name explained: quantities, all elements of a layered one, curves, switches; unknown names refused."""

import pytest

from dualtrack.errors import UnknownName
from dualtrack.targets.print.explain_quantity import explain
from tests.refusals import refused
from tests.toys import two_sectors


def test_a_number_comes_with_its_range_prior_and_source() -> None:
    found = explain(two_sectors(), "training_time")
    assert (found.role, found.unit, found.sector) == ("uncertainty", "year", "supply")
    assert (found.value, found.range, found.prior) == ("2", "1 to 4", "triangular")
    assert found.source == "assumed: a round number; measured by: a survey of firms"
    assert found.equation == ""


def test_a_layered_name_is_explained_over_all_its_elements() -> None:
    found = explain(two_sectors(), "firms")
    assert found.elements == ("lower", "upper")
    assert found.value == "lower 100; upper 40"
    assert found.range == "1 to 200"
    assert found.effects == ("adopters", "weakest", "adoption")


def test_one_element_of_a_layered_name_is_explained_alone() -> None:
    found = explain(two_sectors(), "adoption.upper")
    assert found.equation == "adoption.upper = maximum(0, firms.upper - adopters.upper) * urge"
    assert found.elements == ()


def test_an_equation_comes_with_what_moves_it_and_what_gates_it() -> None:
    found = explain(two_sectors(), "urge")
    assert found.equation == "urge = innovation + imitation * (weakest + push * subsidy)"
    assert found.causes == ("imitation", "innovation", "push", "subsidy", "weakest")
    assert found.effects == ("adoption", "comfort")
    assert found.switches == ("push",)


def test_a_switch_says_what_it_gates() -> None:
    assert explain(two_sectors(), "push").equation == "at 0, urge no longer depends on subsidy"


@pytest.mark.parametrize(
    ("name", "role"), [("deliveries", "delay"), ("deliveries.stage_1", "stock"), ("perceived_adopters", "smooth")]
)
def test_a_role_is_the_one_declared(name: str, role: str) -> None:
    assert explain(two_sectors(), name).role == role


def test_a_curve_is_explained_by_its_points() -> None:
    found = explain(two_sectors(), "ease")
    assert (found.role, found.unit, found.effects) == ("curve", "1 by 1", ("comfort",))
    assert "0.5 -> 0.8" in found.equation


def test_the_text_holds_every_fact_and_no_empty_one() -> None:
    text = explain(two_sectors(), "urge").text()
    assert text.splitlines()[:2] == ["urge: Urge / 意愿", "auxiliary, unit 1/year, sector demand"]
    assert "  Yearly share of firms that want to switch." in text
    assert "switches  push" in text
    assert "value" not in text


def test_every_name_of_a_model_can_be_explained() -> None:
    model = two_sectors()
    for name in (*model.quantities, *model.curves):
        found = explain(model, name)
        assert found.doc
        assert found.text().startswith(f"{name}: ")


def test_an_unknown_name_is_refused_with_its_nearest() -> None:
    error = refused(UnknownName, lambda: explain(two_sectors(), "adoptoin"))
    assert "adoption" in error.near
