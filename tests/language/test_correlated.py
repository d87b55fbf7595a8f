"""Numbers that move together: what may be declared, what is refused, and that the order of writing changes nothing."""

import itertools
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning, UnknownName
from dualtrack.language.build import build
from dualtrack.language.correlated import Correlated, Matrix, correlated, factor, normal_correlation
from dualtrack.language.declaration import Assumed
from dualtrack.language.model import Model
from tests.refusals import refused
from tests.strategies import module_of

NUMBERS = """
layers = Dimension("layer", ("lower", "upper"))
first = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
second = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
third = uncertainty({"lower": 0.5, "upper": 0.5}, "1", low=0.0, high=1.0, over=layers, **NUMBER)
fixed = constant(1.0, "1", low=0.0, high=2.0, **NUMBER)
kind = uncertainty(1.0, "1", low=0.0, high=2.0, prior=Category((0.0, 1.0), (0.5, 0.5)), **NUMBER)
"""
WORDS = {"source": Assumed("a toy", "nothing"), "label": ("Pair", "一对"), "doc": "They move together."}
PAIR = ((1.0, 0.6), (0.6, 1.0))


def model(*groups: Correlated) -> Model:
    module = module_of("from dualtrack.language.distribution import Category\n" + NUMBERS)
    vars(module).update({f"group_{place}": group for place, group in enumerate(groups)})
    return build(module)


def pair(*names: str, matrix: Matrix = PAIR, **words: object) -> Correlated:
    return correlated(names, matrix, **(WORDS | words))  # type: ignore[arg-type]


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Rank correlations that some numbers have: shrunk until the normal ones are possible."""
    size = draw(st.integers(2, 5))
    value = {pair: draw(st.integers(-9, 9)) / 10 for pair in itertools.combinations(range(size), 2)}
    for shrink in (1.0, 0.5, 0.2):
        rows = [[1.0 if i == j else shrink * value[min(i, j), max(i, j)] for j in range(size)] for i in range(size)]
        if factor(tuple(map(tuple, rows))) is not None:
            break
    return tuple(map(tuple, rows))


@given(matrices())
def test_the_factor_times_itself_gives_the_normal_correlations(matrix: Matrix) -> None:
    lower = factor(matrix)
    assert lower is not None
    for i, j in itertools.product(range(len(matrix)), repeat=2):
        product = sum(a * b for a, b in zip(lower[i], lower[j], strict=False))
        assert product == pytest.approx(normal_correlation(matrix[i][j]), abs=1e-12)


@pytest.mark.parametrize("rank", [-1.0, 0.0, 1.0])
def test_no_and_full_correlation_are_the_same_for_ranks_and_normal_numbers(rank: float) -> None:
    assert normal_correlation(rank) == pytest.approx(rank, abs=1e-15)


def test_a_model_knows_its_groups_and_each_number_its_partners() -> None:
    group = pair("first", "third.upper")
    assert model(group).correlations == (group,)
    assert group.partners("first") == {"third.upper": 0.6}
    assert model().correlations == ()
    assert group.where.startswith("test_correlated.py:")


def test_the_order_of_writing_changes_nothing_and_the_matrix_does() -> None:
    one, other = (model(pair(*names)).fingerprint for names in (("first", "second"), ("second", "first")))
    weaker = model(pair("first", "second", matrix=((1.0, 0.5), (0.5, 1.0)))).fingerprint
    assert one == other
    assert len({one, weaker, model().fingerprint}) == 3


@pytest.mark.parametrize(
    ("kind", "group", "near"),
    [
        (UnknownName, pair("first", "secnd"), "second"),
        (UnknownName, pair("first", "third"), "third.lower"),
        (UnknownName, pair("first", "fixed"), ""),
        (DuplicateName, pair("first", "first"), ""),
        (NoMeaning, pair("first", "second", doc=" "), ""),
        (NoMeaning, pair("first", "second", label=("Pair", "")), ""),
        (BadNumber, pair("first", "second", source=""), ""),
        (BadNumber, pair("first", matrix=((1.0,),)), ""),
        (BadNumber, pair("first", "second", matrix=((1.0, 0.5),)), ""),
        (BadNumber, pair("first", "second", matrix=((1.0, 0.5), (0.5,))), ""),
        (BadNumber, pair("first", "second", matrix=((1.0, 0.5), (0.4, 1.0))), ""),
        (BadNumber, pair("first", "second", matrix=((0.9, 0.5), (0.5, 1.0))), ""),
        (BadNumber, pair("first", "second", matrix=((1.0, 1.2), (1.2, 1.0))), ""),
        (BadNumber, pair("first", "second", matrix=((1.0, math.nan), (math.nan, 1.0))), ""),
    ],
)
def test_what_no_numbers_can_have_is_refused(kind: type[LabError], group: Correlated, near: str) -> None:
    assert near in refused(kind, lambda: model(group), where="test_correlated.py:").near


def test_a_number_moves_in_one_group_only() -> None:
    refused(DuplicateName, lambda: model(pair("first", "second"), pair("second", "kind")), where="test_correlated.py:")


def test_pairs_that_contradict_each_other_are_refused_with_a_factor_that_mends_them() -> None:
    def three(shrink: float) -> Correlated:
        a, b = 0.9 * shrink, -0.9 * shrink
        return pair("first", "second", "kind", matrix=((1.0, a, a), (a, 1.0, b), (a, b, 1.0)))

    error = refused(BadNumber, lambda: model(three(1.0)), where="test_correlated.py:")
    assert "positive definite" in error.what
    mending = float(re.findall(r"0\.\d+", error.fix)[0])
    model(three(mending))
    refused(BadNumber, lambda: model(three(mending + 0.02)))


def test_a_category_must_hold_its_declared_value() -> None:
    text = NUMBERS.replace("kind = uncertainty(1.0", "kind = uncertainty(0.5")
    refused(BadNumber, lambda: build(module_of("from dualtrack.language.distribution import Category\n" + text)))
