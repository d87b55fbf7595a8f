"""Nodes: arithmetic builds trees in the order written, and what is no number or name is refused."""

import pickle
from typing import Any

import pytest

from dualtrack.errors import TraceError
from dualtrack.language.expressions.expr import Call, Lookup, Num, Op, Ref, curves, lift, names, numbers
from tests.refusals import refused

x, y = Ref("x"), Ref("y")
one, two = Num(1.0), Num(2.0)


@pytest.mark.parametrize(
    ("built", "tree"),
    [
        (x + y, Op("+", (x, y))),
        (x + 1, Op("+", (x, one))),
        (1 + x, Op("+", (one, x))),
        (x - 1, Op("-", (x, one))),
        (1 - x, Op("-", (one, x))),
        (2 * x, Op("*", (two, x))),
        (x * 2, Op("*", (x, two))),
        (x / 2, Op("/", (x, two))),
        (2 / x, Op("/", (two, x))),
        (x**2, Call("power", (x, two))),
        (2**x, Call("power", (two, x))),
        (-x, Op("*", (Num(-1.0), x))),
    ],
)
def test_arithmetic_builds_trees_in_the_order_written(built: object, tree: object) -> None:
    assert built == tree


@pytest.mark.parametrize("value", ["1", None, [1.0], (x,), object])
def test_what_is_no_number_or_name_is_refused(value: object) -> None:
    refused(TraceError, lambda: lift(value))


def test_a_node_has_no_truth_and_no_rank() -> None:
    node: Any = x
    for act in (lambda: bool(node), lambda: node < y, lambda: node <= 1, lambda: node < 1, lambda: node >= y):
        refused(TraceError, act)


def test_a_tree_lists_what_it_reads() -> None:
    tree = Call("where", (x - 1, Lookup("bend", y * 2), Lookup("fall", x)))
    assert names(tree) == {"x", "y"}
    assert numbers(tree) == {1.0, 2.0}
    assert curves(tree) == {"bend", "fall"}


def test_a_tree_survives_a_trip_to_another_process() -> None:
    tree = Lookup("bend", x**2 + 1)
    assert pickle.loads(pickle.dumps(tree)) == tree
