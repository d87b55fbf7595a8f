"""Equations as text: the brackets that are needed and no others."""

import pytest

from dualtrack.language.expressions.expr import Expr, Lookup, Num, Ref
from dualtrack.language.expressions.ops import at_least, clip, exp, greater, log, logistic, maximum, minimum, power, tanh, where
from dualtrack.targets.print.plain import number_text, plain

a, b, c = Ref("a"), Ref("b"), Ref("c")


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (a * (b + c * a / b), "a * (b + c * a / b)"),
        (a + b - c, "a + b - c"),
        (a - (b - c), "a - (b - c)"),
        (a + (b + c), "a + (b + c)"),
        (a / (b * c), "a / (b * c)"),
        (a / b / c, "a / b / c"),
        (a * b / c, "a * b / c"),
        ((a + b) * c, "(a + b) * c"),
        (-a * b, "-a * b"),
        (-(a * b), "-(a * b)"),
        (a - -b, "a - -b"),
        ((-a) ** 2, "(-a) ** 2"),
        (-(a**2), "-a ** 2"),
        (a**b**c, "a ** b ** c"),
        ((a**b) ** c, "(a ** b) ** c"),
        (power(a + b, -c), "(a + b) ** -c"),
        (0 - a, "0 - a"),
        (logistic(a - b), "logistic(a - b)"),
        (clip(a, 0, 1), "clip(a, 0, 1)"),
        (clip(maximum(a, b), 0, 1), "clip(maximum(a, b), 0, 1)"),
        (minimum(maximum(a, b), c), "minimum(maximum(a, b), c)"),
        (minimum(minimum(a, b), c), "minimum(a, b, c)"),
        (exp(a) + log(b) * tanh(c), "exp(a) + log(b) * tanh(c)"),
        (where(greater(a, b) * at_least(b, c), a, 0 * b), "where(greater(a, b) * at_least(b, c), a, 0 * b)"),
        (Lookup("effect", a / b), "effect(a / b)"),
        (Num(-1.0), "-1"),
    ],
    ids=str,
)
def test_an_equation_is_written_as_its_author_would(tree: Expr, text: str) -> None:
    assert plain(tree) == text


def test_names_are_spelled_as_asked() -> None:
    assert plain(a * Lookup("effect", b), str.upper) == "A * EFFECT(B)"


@pytest.mark.parametrize("value", [0.0, 1.0, -2.0, 0.38, 1e-9, 1234567.875, 1e22, 0.1 + 0.2])
def test_a_number_reads_back_exactly(value: float) -> None:
    assert float(number_text(value)) == value
