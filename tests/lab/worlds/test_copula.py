"""Correlated draws: every prior stays as it was, ranks move together as declared, and worlds stay where they are."""

import itertools
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.worlds.design import COUNTER, Design, LatinHypercube, Sobol
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.correlated import correlated
from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import uncertainty
from dualtrack.language.distribution import Category, LogUniform, Prior, Uniform
from dualtrack.language.model import Model
from tests.lab.toys import TOY, model_of
from tests.lab.worlds.test_draw import CRITICAL, cumulative

NAMES = ("a", "b", "c")
MATRIX = ((1.0, 0.8, -0.5), (0.8, 1.0, -0.2), (-0.5, -0.2, 1.0))
PRIORS: dict[str, Prior | None] = {"a": Uniform(0.0, 1.0), "b": LogUniform(0.1, 1.0), "c": None, "alone": Uniform(0.0, 1.0)}
WORDS: dict[str, Any] = {"source": Assumed("a toy", "nothing"), "label": ("Group", "组"), "doc": "They move together."}
COUNT = 20_000


def model(order: tuple[int, ...] = (0, 1, 2), **more: object) -> Model:
    numbers = {name: uncertainty(0.5, "1", low=0.0, high=1.0, prior=prior, **TOY) for name, prior in PRIORS.items()}
    matrix = [[MATRIX[i][j] for j in order] for i in order]
    return model_of("toy", numbers | {"group": correlated([NAMES[i] for i in order], matrix, **WORDS)} | more)


def ranks(values: np.ndarray) -> np.ndarray:
    return np.argsort(np.argsort(values))


@pytest.mark.parametrize("design", [COUNTER, LatinHypercube(COUNT), Sobol()], ids=str)
def test_ranks_are_correlated_as_declared(design: Design) -> None:
    values = draw(model(), COUNT, 3, 0, design).values
    seen = np.corrcoef([ranks(values[name]) for name in (*NAMES, "alone")])
    five_sigma = 5 / math.sqrt(COUNT)
    for (i, _), (j, _) in itertools.combinations(enumerate(NAMES), 2):
        assert abs(seen[i, j] - MATRIX[i][j]) < five_sigma
    assert np.abs(seen[3, :3]).max() < five_sigma


@pytest.mark.parametrize("name", NAMES)
def test_priors_stay_as_declared(name: str) -> None:
    built = model()
    drawn = np.sort(draw(built, COUNT, 11).values[name])
    prior = built[name].prior
    assert prior is not None
    gaps = [abs((place + 1) / COUNT - cumulative(prior, x)) for place, x in enumerate(drawn.tolist())]
    assert max(gaps) * math.sqrt(COUNT) < CRITICAL


@given(st.integers(0, 2**63), st.integers(0, 50), st.integers(1, 40))
def test_any_piece_of_the_worlds_is_the_same_piece(seed: int, first: int, count: int) -> None:
    whole, piece = draw(model(), 90, seed), draw(model(), count, seed, first)
    for name in (*NAMES, "alone"):
        assert np.array_equal(whole.values[name][first : first + count], piece.values[name])


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_writing_moves_no_draw(order: tuple[int, ...]) -> None:
    one, other = draw(model(), 50, 1).values, draw(model(order), 50, 1).values
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_a_group_moves_no_number_outside_it_and_not_its_first() -> None:
    plain = model_of("toy", {n: uncertainty(0.5, "1", low=0.0, high=1.0, prior=p, **TOY) for n, p in PRIORS.items()})
    one, other = draw(plain, 50, 1).values, draw(model(), 50, 1).values
    assert [name for name in one if np.array_equal(one[name], other[name])] == ["a", "alone"]


def test_a_category_moves_with_the_others_and_keeps_its_shares() -> None:
    kinds = Category((0.0, 0.5, 1.0), (0.2, 0.5, 0.3))
    kind = uncertainty(0.5, "1", low=0.0, high=1.0, prior=kinds, **TOY)
    other = uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY)
    group = correlated(("kind", "other"), ((1.0, 0.7), (0.7, 1.0)), **WORDS)
    values = draw(model_of("toy", {"kind": kind, "other": other, "group": group}), COUNT, 5).values
    assert set(values["kind"]) == set(kinds.values)
    for value, weight in zip(kinds.values, kinds.weights, strict=True):
        assert abs((values["kind"] == value).mean() - weight) < 5 * math.sqrt(weight * (1 - weight) / COUNT)
    means = [values["other"][values["kind"] == value].mean() for value in kinds.values]
    assert means == sorted(means)
    assert means[-1] - means[0] > 0.3
