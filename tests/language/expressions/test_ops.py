"""The functions of the language: right on numbers, and never losing what is not a number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.expressions.ops import (
    FUNCTIONS,
    at_least,
    clip,
    divide,
    exp,
    greater,
    log,
    logistic,
    maximum,
    minimum,
    power,
    smallest,
    tanh,
    total,
    where,
)
from dualtrack.language.expressions.over_dimension import Vector

INFINITY = math.inf
finite = st.floats(-1e6, 1e6)
SAFE_WITH_NAN = {"power"}  # x ** 0 is 1 whatever x is, in every language


@given(finite, finite)
def test_comparisons_are_one_or_zero(a: float, b: float) -> None:
    assert greater(a, b) == float(a > b)
    assert at_least(a, b) == float(a >= b)
    assert minimum(a, b) == min(a, b)
    assert maximum(a, b) == max(a, b)


@given(finite, finite, finite)
def test_a_choice_is_made_above_zero(condition: float, a: float, b: float) -> None:
    assert where(condition, a, b) == (a if condition > 0 else b)


@given(finite)
def test_clip_holds_between(x: float) -> None:
    assert 0 <= clip(x, 0, 1) <= 1
    assert clip(x, x - 1, x + 1) == x


@given(st.floats(-700.0, 700.0))
def test_the_logistic_is_symmetric_and_bounded(x: float) -> None:
    assert 0 <= logistic(x) <= 1
    assert logistic(x) + logistic(-x) == pytest.approx(1)


@pytest.mark.parametrize(("x", "value"), [(1e4, 1.0), (-1e4, 0.0), (INFINITY, 1.0), (-INFINITY, 0.0)])
def test_the_logistic_saturates(x: float, value: float) -> None:
    assert logistic(x) == value


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (exp(1000), INFINITY),
        (exp(-1000), 0.0),
        (log(0), -INFINITY),
        (log(INFINITY), INFINITY),
        (tanh(INFINITY), 1.0),
        (power(0, -1), INFINITY),
        (power(-0.0, -1), -INFINITY),
        (power(-2, 2), 4.0),
        (power(-2, 3), -8.0),
        (power(0, 0), 1.0),
        (power(10, 400), INFINITY),
        (power(-10, 401), -INFINITY),
        (power(-10, 400), INFINITY),
        (power(10, -400), 0.0),
        (divide(1, 0), INFINITY),
        (divide(-1, 0), -INFINITY),
        (divide(1, -0.0), -INFINITY),
        (divide(INFINITY, 0), INFINITY),
    ],
)
def test_what_is_too_large_is_infinite(found: float, expected: float) -> None:
    assert found == expected


@pytest.mark.parametrize("found", [log(-1), power(-8, 1 / 3), divide(0, 0), divide(math.nan, 0)])
def test_what_has_no_value_is_not_a_number(found: float) -> None:
    assert math.isnan(found)


@pytest.mark.parametrize("fn", sorted(FUNCTIONS.keys() - SAFE_WITH_NAN - {"where"}))
def test_every_function_hands_on_what_is_not_a_number(fn: str) -> None:
    arguments = 1 if fn in ("exp", "log", "tanh") else 2
    for place in range(arguments):
        assert math.isnan(FUNCTIONS[fn](*(math.nan if i == place else 1.0 for i in range(arguments))))


def test_a_choice_hands_on_what_is_not_a_number_unless_it_is_not_chosen() -> None:
    assert math.isnan(where(math.nan, 1, 2))
    assert math.isnan(where(1, math.nan, 2))
    assert where(0, math.nan, 2) == 2


def test_functions_go_element_by_element() -> None:
    vector = Vector({"lower": 1.0, "upper": 4.0})
    assert dict(minimum(vector, 2)) == {"lower": 1.0, "upper": 2.0}
    assert dict(where(vector - 2, vector, 0)) == {"lower": 0.0, "upper": 4.0}
    assert total(vector) == 5.0
    assert smallest(vector) == 1.0
