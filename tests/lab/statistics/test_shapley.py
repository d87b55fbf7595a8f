"""Shapley's shares obey the axioms that define them, for any values, and match the sum over orders written out."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dualtrack.errors import RunError
from dualtrack.lab.statistics.shapley import interactions, shares

NUMBERS = st.floats(-1e3, 1e3)
GAMES = st.integers(1, 5).flatmap(lambda players: arrays(np.float64, 1 << players, elements=NUMBERS))
PRECISE = 1e-9


@given(GAMES)
def test_shares_sum_to_the_change(values: np.ndarray) -> None:
    assert shares(values).sum() == pytest.approx(values[-1] - values[0], abs=PRECISE)


@given(GAMES)
def test_shares_are_the_mean_over_orders_of_joining(values: np.ndarray) -> None:
    players = len(values).bit_length() - 1
    added = np.zeros(players)
    orders = list(permutations(range(players)))
    for order in orders:
        joined = 0
        for player in order:
            added[player] += values[joined | 1 << player] - values[joined]
            joined |= 1 << player
    assert shares(values) == pytest.approx(added / len(orders), abs=PRECISE)


@given(arrays(np.float64, 8, elements=NUMBERS))
def test_one_who_adds_nothing_gets_nothing(values: np.ndarray) -> None:
    """The third player changes no value."""
    idle = np.concatenate([values, values])
    assert shares(idle)[3] == 0.0
    assert not interactions(idle)[3].any()
    assert shares(idle)[:3] == pytest.approx(shares(values), abs=PRECISE)


@given(arrays(np.float64, (3, 4), elements=NUMBERS))
def test_two_who_can_be_exchanged_get_the_same(by_count: np.ndarray) -> None:
    """Values that hang on how many of the first two take part, and on the other two."""
    values = np.array([by_count[(n & 3).bit_count(), n >> 2] for n in range(16)])
    found = shares(values)
    assert found[0] == pytest.approx(found[1], abs=PRECISE)


@given(GAMES, GAMES)
def test_shares_of_a_sum_are_the_sum_of_shares(one: np.ndarray, other: np.ndarray) -> None:
    size = min(len(one), len(other))
    one, other = one[:size], other[:size]
    assert shares(one + other) == pytest.approx(shares(one) + shares(other), abs=PRECISE)


def test_a_product_is_an_interaction() -> None:
    product = np.array([(n & 1) * (n >> 1 & 1) * 2.0 + (n >> 2) * 5.0 for n in range(8)])
    assert shares(product).tolist() == pytest.approx([1.0, 1.0, 5.0])
    assert interactions(product) == pytest.approx(np.array([[0.0, 2.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 0.0]]))


@pytest.mark.parametrize("values", [[1.0], [1.0, 2.0, 3.0], [1.0, np.nan], []])
def test_a_game_has_a_number_for_every_coalition(values: list[float]) -> None:
    with pytest.raises(RunError, match="every coalition"):
        shares(np.array(values))
