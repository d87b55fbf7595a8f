"""The sequence itself, in its closed forms: bits turned around, and turned around through Pascal's triangle."""

from math import comb

import numpy as np
import pytest

from dualtrack.lab.worlds.sobol import BITS, points, unscrambled

COUNT = 64


def turned(bits: list[int]) -> int:
    """The number whose first binary places are these."""
    return sum(bit << (BITS - 1 - place) for place, bit in enumerate(bits))


def test_the_first_dimension_is_that_of_van_der_corput() -> None:
    expected = [turned([number >> place & 1 for place in range(6)]) for number in range(COUNT)]
    assert unscrambled(0, COUNT, 0).tolist() == expected


def test_the_second_dimension_is_pascals_triangle_in_twos() -> None:
    """Its generator is the matrix of binomials modulo two (Faure, 1982)."""
    expected = []
    for number in range(COUNT):
        bits = [number >> place & 1 for place in range(6)]
        expected.append(turned([sum(comb(column, row) * bits[column] for column in range(6)) % 2 for row in range(6)]))
    assert unscrambled(1, COUNT, 0).tolist() == expected


@pytest.mark.parametrize("dimension", [0, 1, 7, 100])
def test_any_piece_is_that_piece_and_scrambling_keeps_a_net(dimension: int) -> None:
    assert unscrambled(dimension, 20, 30).tolist() == unscrambled(dimension, 50, 0)[30:].tolist()
    for key in (1, 2**63 + 5):
        scrambled = points(dimension, key, COUNT, 0)
        assert np.sort((scrambled * COUNT).astype(int)).tolist() == list(range(COUNT))
        assert ((scrambled > 0) & (scrambled < 1)).all()
