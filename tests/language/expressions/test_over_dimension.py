"""Vectors do arithmetic element by element, from both sides, and do not mix dimensions."""

from typing import Any

import pytest

from dualtrack.errors import TraceError, UnknownName
from dualtrack.language.expressions.expr import Num, Op, Ref
from dualtrack.language.expressions.over_dimension import Dimension, Vector
from tests.refusals import refused

V = Vector({"lower": 2.0, "upper": 4.0})


@pytest.mark.parametrize(
    ("found", "lower", "upper"),
    [
        (V + 1, 3, 5),
        (1 + V, 3, 5),
        (V - 1, 1, 3),
        (1 - V, -1, -3),
        (V * 2, 4, 8),
        (2 * V, 4, 8),
        (V / 2, 1, 2),
        (8 / V, 4, 2),
        (V**2, 4, 16),
        (2**V, 4, 16),
        (-V, -2, -4),
        (V * V, 4, 16),
    ],
)
def test_arithmetic_goes_element_by_element(found: Vector, lower: float, upper: float) -> None:
    assert dict(found) == {"lower": lower, "upper": upper}


def test_names_and_vectors_meet_in_the_order_written() -> None:
    x: Any = Ref("x")
    assert (x - V)["lower"] == Op("-", (x, Num(2.0)))
    assert (V - x)["lower"] == Op("-", (Num(2.0), x))
    assert (x**V)["lower"].args == (x, Num(2.0))


def test_vectors_over_different_elements_do_not_mix() -> None:
    refused(TraceError, lambda: V + Vector({"left": 1.0, "right": 2.0}))
    refused(TraceError, lambda: V * Vector({"lower": 1.0}))


def test_an_unknown_element_is_refused_with_the_nearest() -> None:
    assert refused(UnknownName, lambda: V["uper"]).near == "upper"


@pytest.mark.parametrize("elements", [(), ("a", "a"), ("a.b",), ("",), ("two words",), ("1st",)])
def test_a_dimension_needs_distinct_plain_words(elements: tuple[str, ...]) -> None:
    refused(TraceError, lambda: Dimension("layer", elements))


def test_a_dimension_labels_each_element_or_none() -> None:
    refused(TraceError, lambda: Dimension("layer", ("lower", "upper"), (("Lower", "下"),)))
