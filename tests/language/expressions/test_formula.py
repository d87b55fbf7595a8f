"""Formulas as text: what they read, over which elements, in which unit, and what they are refused for."""

import pytest

from dualtrack.errors import TraceError, UnitMismatch, UnknownName
from dualtrack.language.expressions.expr import Call, Num, Op, Ref
from dualtrack.language.expressions.formula import flat_names, read
from dualtrack.language.expressions.unit import Unit
from tests.refusals import refused
from tests.toys import two_sectors

LOWER, UPPER = Ref("adopters.lower"), Ref("adopters.upper")


def test_a_name_over_a_dimension_stands_for_each_element() -> None:
    lower, upper = read(two_sectors(), "adopters <= firms")
    assert (lower.element, lower.sides, lower.relations) == ("lower", (LOWER, Ref("firms.lower")), ("<=",))
    assert (upper.element, upper.sides) == ("upper", (UPPER, Ref("firms.upper")))


def test_an_element_can_be_named_alone() -> None:
    (reading,) = read(two_sectors(), "adopters.upper")
    assert (reading.element, reading.sides, reading.relations) == ("", (UPPER,), ())


@pytest.mark.parametrize(
    ("gathered", "tree"),
    [
        ("total(adopters)", Op("+", (LOWER, UPPER))),
        ("least(adopters)", Call("minimum", (LOWER, UPPER))),
        ("greatest(adopters)", Call("maximum", (LOWER, UPPER))),
    ],
)
def test_a_dimension_is_gathered_into_one_value(gathered: str, tree: Op | Call) -> None:
    (reading,) = read(two_sectors(), gathered)
    assert reading.sides == (tree,)


def test_a_gathered_value_stands_beside_each_element() -> None:
    lower, upper = read(two_sectors(), "adopters <= total(adopters)")
    assert lower.sides[1] == upper.sides[1] == Op("+", (LOWER, UPPER))


def test_a_chain_keeps_its_order() -> None:
    (reading,) = read(two_sectors(), "0 <= weakest < 1 == comfort")
    assert reading.relations == ("<=", "<", "==")
    assert reading.sides == (Num(0.0), Ref("weakest"), Num(1.0), Ref("comfort"))


def test_a_rate_is_the_stocks_own_net_change() -> None:
    model = two_sectors()
    (reading,) = read(model, "rate(served)")
    assert reading.sides == (model["served"].tree,)


def test_a_sum_is_read_as_it_is_written() -> None:
    (reading,) = read(two_sectors(), "-all_adopters / 2 + minimum(all_adopters, served) * 1")
    negative = Op("/", (Op("*", (Num(-1.0), Ref("all_adopters"))), Num(2.0)))
    assert reading.sides == (Op("+", (negative, Op("*", (Call("minimum", (Ref("all_adopters"), Ref("served"))), Num(1.0))))),)


def test_a_formula_knows_its_unit() -> None:
    assert read(two_sectors(), "all_adopters")[0].unit == Unit.parse("firm")
    assert not read(two_sectors(), "all_adopters")[0].is_plain
    assert read(two_sectors(), "weakest <= 1")[0].is_plain
    assert read(two_sectors(), "time")[0].unit == Unit.parse("year")


@pytest.mark.parametrize(
    ("text", "near"),
    [("adoptors <= firms", "adopters"), ("adopters.uper", "adopters.upper"), ("layer", ""), ("rate(servd)", "served")],
)
def test_an_unknown_name_is_refused_with_the_nearest(text: str, near: str) -> None:
    error = refused(UnknownName, lambda: read(two_sectors(), text))
    assert near in error.near and text in error.what


@pytest.mark.parametrize("text", ["served <= weakest", "served + weakest", "total(adopters) == urge"])
def test_values_of_different_units_are_not_compared(text: str) -> None:
    assert text in refused(UnitMismatch, lambda: read(two_sectors(), text)).what


@pytest.mark.parametrize(
    "text",
    [
        "",
        "served <=",
        "served ** 2",
        "served if weakest else 0",
        "served != 0",
        "'served'",
        "abs(served)",
        "minimum(served)",
        "total(served)",
        "rate(urge)",
        "rate(served + served)",
        "__import__('os')",
    ],
)
def test_what_is_no_formula_is_refused(text: str) -> None:
    error = refused(TraceError, lambda: read(two_sectors(), text))
    assert "cannot read the formula" in error.what and "minimum" in error.fix


def test_a_base_name_stands_for_every_element() -> None:
    assert flat_names(two_sectors(), "adopters") == ("adopters.lower", "adopters.upper")
    assert flat_names(two_sectors(), "served") == ("served",)
    assert "served" in refused(UnknownName, lambda: flat_names(two_sectors(), "servd")).near
