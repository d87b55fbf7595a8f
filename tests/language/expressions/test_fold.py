"""Folding drops what cannot matter and never changes a value."""

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref, children, names
from dualtrack.language.expressions.fold import fold, substitute
from dualtrack.language.expressions.ops import exp, greater, log, minimum, power, tanh, where
from dualtrack.targets.numeric.python import evaluate
from tests.strategies import model_of, trees

MODEL = model_of(
    """
@stock("1", initial=1, **NAMED)
def x():
    "A quantity that stands still."
    return 0
"""
)
x, y = Ref("x"), Ref("y")
ZERO, ONE = Num(0.0), Num(1.0)
values = st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in ("x", "y", "z")})


@given(trees(["x", "y", "z"]), values)
def test_folding_never_changes_a_value(tree: Expr, at: dict[str, float]) -> None:
    before, after = evaluate(tree, at, MODEL), evaluate(fold(tree), at, MODEL)
    if math.isfinite(before):
        assert after == before


@given(trees(["x", "y", "z"]))
def test_folding_reads_nothing_new_and_is_done_at_once(tree: Expr) -> None:
    folded = fold(tree)
    assert names(folded) <= names(tree)
    assert fold(folded) == folded


@given(trees(["x", "y"]), trees(["z"]), values)
def test_substituting_is_evaluating_first(tree: Expr, inside: Expr, at: dict[str, float]) -> None:
    replaced = evaluate(substitute(tree, {"x": inside}), at, MODEL)
    first = evaluate(tree, at | {"x": evaluate(inside, at, MODEL)}, MODEL)
    assert replaced == first or (math.isnan(replaced) and math.isnan(first))


@pytest.mark.parametrize(
    ("tree", "folded"),
    [
        (0 * x, ZERO),
        (x + 0, x),
        (0 + x, x),
        (x - 0, x),
        (x - x, ZERO),
        (1 * x, x),
        (x / 1, x),
        (0 / x, ZERO),
        (x**0, ONE),
        (x**1, x),
        (exp(0 * x), ONE),
        (tanh(x - x), ZERO),
        (log(x**0), ZERO),
        (power(1 + 0 * x, y), ONE),
        (minimum(x, x), x),
        (minimum(1, 2 + 0 * x), ONE),
        (greater(0 * x, 0), ZERO),
        (where(greater(0 * x, 0), x, y), y),
        (where(0 * x, x, y), y),
        (x + 0 * (y + exp(y)), x),
    ],
)
def test_what_zero_and_one_make_vanish(tree: Expr, folded: Expr) -> None:
    assert fold(tree) == folded


@pytest.mark.parametrize("tree", [Op("/", (ZERO, ZERO)), Op("/", (ONE, ZERO)), x / x, Call("log", (ZERO,)), Op("/", (x, ZERO))])
def test_what_may_not_be_a_number_is_kept(tree: Expr) -> None:
    assert fold(tree) == tree


def test_a_curve_is_kept_and_its_argument_folded() -> None:
    assert fold(Lookup("bend", 1 * x)) == Lookup("bend", x)
    assert substitute(Lookup("bend", x), {"x": y}) == Lookup("bend", y)


def test_every_kind_of_node_has_children() -> None:
    kinds: list[Expr] = [ONE, x, x + y, exp(x), Lookup("bend", x)]
    assert {type(kind) for kind in kinds} == set(get_args(Expr))
    assert [len(children(kind)) for kind in kinds] == [0, 0, 2, 1, 1]
