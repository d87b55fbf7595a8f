"""Expressions as source text: every function has a word in every language, and the text means what the tree means."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.expressions.expr import Expr, Num, Ref
from dualtrack.language.expressions.ops import FUNCTIONS, divide
from dualtrack.targets.numeric.many import SCOPE
from dualtrack.targets.numeric.python import evaluate
from dualtrack.targets.numeric.source import NUMPY, PYTHON, Words, source
from tests.strategies import model_of, trees

MODEL = model_of(
    """
@stock("1", initial=1, **NAMED)
def x():
    "A quantity that stands still."
    return 0
"""
)
values = st.fixed_dictionaries({name: st.floats(-50.0, 50.0) for name in ("x", "y")})


@pytest.mark.parametrize("words", [PYTHON, NUMPY], ids=["python", "numpy"])
def test_every_function_has_a_word(words: Words) -> None:
    assert set(words.functions) == {*FUNCTIONS, "/"}


@given(trees(["x", "y"]), values)
def test_python_text_means_what_the_tree_means(tree: Expr, at: dict[str, float]) -> None:
    found = eval(source(tree, PYTHON, str), {**FUNCTIONS, "divide": divide, **at})
    expected = evaluate(tree, at, MODEL)
    assert found == expected or (math.isnan(found) and math.isnan(expected))


@given(trees(["x", "y"], exact=True), values)
def test_numpy_text_means_what_the_tree_means(tree: Expr, at: dict[str, float]) -> None:
    with np.errstate(all="ignore"):
        found = eval(source(tree, NUMPY, str), {**SCOPE, **{n: np.array([v]) for n, v in at.items()}})
    np.testing.assert_array_equal(np.ravel(found), [evaluate(tree, at, MODEL)])


@pytest.mark.parametrize(("number", "text"), [(1.0, "1.0"), (-1.0, "(-1.0)"), (0.1 + 0.2, "0.30000000000000004")])
def test_a_number_is_written_exactly(number: float, text: str) -> None:
    assert source(Num(number), PYTHON, str) == text


def test_names_are_spelled_as_asked() -> None:
    assert source(Ref("x") - Ref("y"), PYTHON, str.upper) == "(X - Y)"
