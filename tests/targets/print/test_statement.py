"""Smooths, delays and layers said as they were declared, and what each name reads."""

import pytest

from dualtrack.language.model import freeze
from dualtrack.targets.print.statement import causes, declared, effects, gates, in_latex, in_text, statements
from tests.toys import two_sectors


def said(base: str) -> list[str]:
    model = two_sectors()
    return [line for statement in statements(model, declared(model)[base]) for line in in_text(statement)]


@pytest.mark.parametrize(
    ("base", "lines"),
    [
        (
            "perceived_adopters",
            ["perceived_adopters = smooth(all_adopters, time=delivery_time)", "perceived_adopters starts at 0"],
        ),
        ("deliveries", ["deliveries = delay(orders, time=delivery_time, order=3)", "deliveries starts at 0"]),
        ("adoption", ["adoption[layer] = maximum(0, firms[layer] - adopters[layer]) * urge"]),
        (
            "adopters",
            ["change of adopters[layer] per year = adoption[layer] - leaving[layer]", "adopters[layer] starts at firms[layer]"],
        ),
        ("all_adopters", ["all_adopters = total(adopters[layer])"]),
        ("weakest", ["weakest = smallest(adopters[layer] / firms[layer])"]),
        ("firms", []),
    ],
)
def test_each_name_is_said_once_as_declared(base: str, lines: list[str]) -> None:
    assert said(base) == lines


def test_stages_of_a_delay_are_part_of_it() -> None:
    assert not [base for base in declared(two_sectors()) if "stage" in base]


def test_elements_that_differ_are_said_one_by_one() -> None:
    model = freeze(two_sectors(), ["adoption.lower"])
    (only,) = statements(model, declared(model)["adoption"])
    assert only.name == "adoption.upper"


def test_formulas_say_the_same_as_the_text() -> None:
    model = two_sectors()
    for group in declared(model).values():
        for statement in statements(model, group):
            assert len(list(in_latex(statement))) == len(list(in_text(statement)))


def test_causes_name_all_that_a_declaration_reads() -> None:
    read = causes(two_sectors())
    assert read["deliveries"] == ("delivery_time", "orders")
    assert read["adopters"] == ("adoption", "firms", "leaving")
    assert read["comfort"] == ("delivery_time", "ease", "start_year", "urge", "weakest")
    assert read["firms"] == ()


def test_effects_are_causes_read_backwards() -> None:
    model = two_sectors()
    forward = {(cause, base) for base, read in causes(model).items() for cause in read}
    assert {(name, reader) for name, readers in effects(model).items() for reader in readers} == forward


def test_a_switch_gates_what_vanishes_without_it() -> None:
    assert gates(two_sectors()) == {"push": {"urge": ("subsidy",)}}
