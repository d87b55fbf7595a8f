"""What an equation may do while it is recorded, and what it is refused for, with the place and the remedy."""

import pytest

from dualtrack.errors import TraceError, UnknownName
from dualtrack.language.expressions.expr import Call, Lookup, Num, Op, Ref
from tests.refusals import refused_model
from tests.strategies import equation, model_of, module_of

NUMBERS = """
import math
layers = Dimension("layer", ("lower", "upper"))
others = Dimension("other", ("left", "right"))
a = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
b = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
deep = uncertainty({"lower": 0.1, "upper": 0.2}, "1", low=0.0, high=1.0, over=layers, **NUMBER)
wide = uncertainty(0.5, "1", low=0.0, high=1.0, over=others, **NUMBER)
bend = curve(((0.0, 0.0), (1.0, 2.0)), "1", of="1", **NUMBER)
def equal(x, y):
    return x if x == y else y
def both(x, y):
    return equal(x, y)
"""
KNOWN = ("a", "b", "deep", "wide", "bend", "time")


def auxiliary(formula: str) -> str:
    return NUMBERS + equation('auxiliary("1", **NAMED)', "found", formula, KNOWN)


@pytest.mark.parametrize(
    "formula",
    [
        "a if a else b",
        "a and b",
        "a or b",
        "not a",
        "a < b",
        "a <= b",
        "a > b",
        "a >= b",
        "a == b",
        "a != b",
        "0 < a < 1",
        "a is b",
        "a in deep",
        "[x for x in deep.values() if x][0]",
        "(lambda x: x == a)(b)",
        "sum(x == a for x in deep.values())",
        "equal(a, b)",
        "both(a, b)",
        "min(a, b)",
        "max(a, b)",
        "sorted([a, b])[0]",
        "max(deep.values())",
    ],
)
def test_branches_and_comparisons_are_refused_with_what_to_write(formula: str) -> None:
    error = refused_model(TraceError, auxiliary(formula))
    assert "`found`" in error.what
    assert "where(condition, if_true, if_false)" in error.fix or "greater(a, b)" in error.fix


@pytest.mark.parametrize(
    "formula",
    [
        "abs(a)",
        "a % 2",
        "a // 2",
        "math.exp(a)",
        "round(a)",
        "a.value_of",
        "a[0]",
        "a * 'two'",
        "a + None",
        "sum(deep)",
        "deep.lower",
        "total(a)",
        "bend * a",
        "bend(a, b)",
        "1 / 0 * a",
        "absent * a",
        "exp",
        "[a, b]",
        "power(a, 'two')",
    ],
)
def test_what_cannot_be_recorded_is_refused_by_the_language(formula: str) -> None:
    assert "`found`" in refused_model(TraceError, auxiliary(formula)).what


@pytest.mark.parametrize(
    ("formula", "number"),
    [("a * 0.03", "0.03"), ("a + 3", "3"), ("a / 4.5", "4.5"), ("a * (2 + 2)", "4"), ("a + float('nan')", "nan")],
)
def test_bare_numbers_are_refused(formula: str, number: str) -> None:
    assert refused_model(TraceError, auxiliary(formula)).what.endswith(f"bare number {number}")


@pytest.mark.parametrize("formula", ["deep", "deep * a", "minimum(deep, 1)"])
def test_a_value_per_element_is_refused_where_one_is_needed(formula: str) -> None:
    error = refused_model(TraceError, auxiliary(formula))
    assert "per element" in error.what
    assert "total()" in error.fix


@pytest.mark.parametrize("formula", ["total(deep + wide)", "total(minimum(deep, wide))", "total(where(a, deep, wide))"])
def test_two_dimensions_do_not_mix(formula: str) -> None:
    assert "different dimensions" in refused_model(TraceError, auxiliary(formula)).what


def test_an_equation_that_returns_nothing_is_refused() -> None:
    assert "return" in refused_model(TraceError, auxiliary("None")).fix


def test_a_number_that_is_used_without_being_asked_for_is_refused() -> None:
    text = NUMBERS + '@auxiliary("1", **NAMED)\ndef found(a):\n    "Uses b from outside."\n    return a * b\n'
    error = refused_model(TraceError, text)
    assert "uses `b` without asking" in error.what
    assert "arguments" in error.fix


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    text = NUMBERS + '@auxiliary("1", **NAMED)\ndef found(depe):\n    "Misspelt."\n    return total(depe)\n'
    error = refused_model(UnknownName, text)
    assert error.near == "deep"
    assert "`depe`" in error.what


@pytest.mark.parametrize("signature", ["*a", "**a"])
def test_an_equation_says_what_it_asks_for(signature: str) -> None:
    refused_model(TraceError, NUMBERS + f'@auxiliary("1", **NAMED)\ndef found({signature}):\n    "Anything."\n    return a\n')


def test_an_unknown_element_is_refused_with_the_nearest() -> None:
    error = refused_model(UnknownName, auxiliary('deep["lowr"]'))
    assert error.near == "lower"


@pytest.mark.parametrize("formula", ["a % b", "a > b"])
def test_the_place_of_a_refusal_is_the_equation(formula: str) -> None:
    text = auxiliary(formula)
    line = 1 + (module_preamble_lines() + text[: text.index("@auxiliary")].count("\n"))
    refused_model(TraceError, text, where=f"toy.py:{line}")


def module_preamble_lines() -> int:
    return int(module_of("here = uncertainty(0.5, '1', low=0.0, high=1.0, **NUMBER)").here.where.rpartition(":")[2]) - 1


def test_an_equation_is_recorded_as_it_is_written() -> None:
    a, b = Ref("a"), Ref("b")
    assert model_of(auxiliary("a + 2 * b"))["found"].tree == Op("+", (a, Op("*", (Num(2.0), b))))
    assert model_of(auxiliary("a ** 2 - b / 1"))["found"].tree == Op("-", (Call("power", (a, Num(2.0))), Op("/", (b, Num(1.0)))))
    assert model_of(auxiliary("-a"))["found"].tree == Op("*", (Num(-1.0), a))
    assert model_of(auxiliary("bend(a)"))["found"].tree == Lookup("bend", a)
    assert model_of(auxiliary("total(bend(deep))"))["found"].tree == Op(
        "+", (Lookup("bend", Ref("deep.lower")), Lookup("bend", Ref("deep.upper")))
    )
    lower, upper = (Call("power", (Num(2.0), Op("*", (Ref(f"deep.{e}"), Num(-1.0))))) for e in ("lower", "upper"))
    assert model_of(auxiliary("total(2 ** -deep)"))["found"].tree == Op("+", (lower, upper))


def test_an_equation_over_a_dimension_reads_its_own_element() -> None:
    text = NUMBERS + equation('auxiliary("1", over=layers, **NAMED)', "found", "deep * a + total(wide)", KNOWN)
    model = model_of(text)
    assert model.causes("found.lower") == ("a", "deep.lower", "wide.left", "wide.right")
