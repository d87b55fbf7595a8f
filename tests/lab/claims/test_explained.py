"""The share of an answer that one number explains: all of a threshold's, none of noise, and as an analysis of variance says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.claims.explained import Groups

COUNT = 3200


def numbers(seed: int) -> dict[str, np.ndarray]:
    generator = np.random.default_rng(seed)
    return {name: generator.random(COUNT) for name in ("deciding", "idle")}


@given(st.integers(0, 2**32), st.sampled_from([(0.25, 13 / 15), (0.5, 1.0), (0.75, 13 / 15)]))
def test_a_threshold_on_one_number_is_explained_by_it_and_by_nothing_else(seed: int, known: tuple[float, float]) -> None:
    """Of ten groups, a threshold that cuts one in halves leaves its tenth of a quarter unexplained, of p (1 - p) in all.

    Groups end at ranks, and a sample's median strays from 1/2 by .03 in one of ten thousand: as much as cuts a group in two.
    """
    drawn, (bound, share) = numbers(seed), known
    found = Groups.of(drawn).explained(drawn["deciding"] > bound)
    assert found["deciding"] == pytest.approx(share, abs=0.1)
    assert found["idle"] < 0.03


@given(st.integers(0, 2**32))
def test_two_numbers_that_must_both_be_large_share_the_answer(seed: int) -> None:
    """Of the variance of (x > 1/2 and y > 1/2), each number alone explains a third: 1/16 of 3/16."""
    drawn = numbers(seed)
    found = Groups.of(drawn).explained((drawn["deciding"] > 0.5) & (drawn["idle"] > 0.5))
    assert found["deciding"] == pytest.approx(1 / 3, abs=0.07)
    assert found["idle"] == pytest.approx(1 / 3, abs=0.07)


@given(st.integers(0, 2**32))
def test_weights_alike_change_nothing(seed: int) -> None:
    drawn = numbers(seed)
    true = drawn["deciding"] + drawn["idle"] > 1
    plain, weighed = Groups.of(drawn).explained(true), Groups.of(drawn, np.full(COUNT, 2.5)).explained(true)
    assert plain == pytest.approx(weighed, abs=1e-9)


def test_an_answer_that_is_always_the_same_is_explained_by_nothing() -> None:
    assert set(Groups.of(numbers(1)).explained(np.ones(COUNT, dtype=bool)).values()) == {0.0}


@pytest.mark.parametrize("mass", [0.02, 0.1, 0.2, 0.5])
def test_what_exists_or_not_explains_an_answer_that_hangs_on_it_alone(mass: float) -> None:
    """However rare the worlds without it are: they are never put into one group with others."""
    there = (np.random.default_rng(3).random(COUNT) > mass).astype(float)
    weights = np.random.default_rng(4).random(COUNT)
    found = Groups.of({"there": there, **numbers(1)}, weights).explained(there > 0)
    assert found["there"] == pytest.approx(1)
    assert found["idle"] < 0.03
