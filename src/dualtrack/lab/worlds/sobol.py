"""Sobol' points: a sequence that fills the unit cube evenly, each dimension scrambled by its own key.

Scrambling after Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995): every digit is turned over or not by a coin
that hangs on all digits before it, so that points become random and their evenness stays.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path as File

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.worlds.splitmix import GOLDEN, mixed
from dualtrack.targets.numeric.arrays import Array

Words = NDArray[np.uint64]

TABLE = File(__file__).with_name("sobol_directions.csv")
BITS = 32
MOST = 1 << BITS
"""Points after which the sequence repeats."""
TOP = np.uint64(63)


def points(dimension: int, key: int, count: int, first: int) -> Array:
    """Coordinates of the points from number `first` on, from 0 to 1, [point], scrambled by a key of 64 bits (Owen, 1995)."""
    return (_scrambled(unscrambled(dimension, count, first), key).astype(np.float64) + 0.5) / float(MOST)


def dimensions() -> int:
    """How many dimensions the table of direction numbers serves."""
    return len(_table()) + 1


def unscrambled(dimension: int, count: int, first: int) -> Words:
    """The sequence itself (Sobol', 1967), as numbers of 32 bits, [point]."""
    number = np.arange(first, first + count, dtype=np.uint64)
    found = np.zeros(count, dtype=np.uint64)
    for place, direction in enumerate(_directions(dimension)[: (first + count - 1).bit_length()]):
        found ^= ((number >> np.uint64(place)) & np.uint64(1)) * np.uint64(direction)
    return found


def _scrambled(words: Words, key: int) -> Words:
    """Each digit with its coin: the digits before it, behind a leading one, number the coins of a tree."""
    leading = np.uint64(MOST)
    found = words
    for place in range(BITS):
        coin = mixed((((words | leading) >> np.uint64(BITS - place)) * np.uint64(GOLDEN)) ^ np.uint64(key)) >> TOP
        found = found ^ (coin << np.uint64(BITS - 1 - place))
    return found


@cache
def _directions(dimension: int) -> tuple[int, ...]:
    """One number per digit of a point's number; dimension 0 is van der Corput's sequence."""
    if dimension == 0:
        odd = [1] * BITS
    else:
        polynomial, *odd = _table()[dimension - 1]
        degree = polynomial.bit_length() - 1
        for place in range(degree, BITS):
            new = odd[place - degree] ^ (odd[place - degree] << degree)
            for step in range(1, degree):
                if polynomial >> (degree - step) & 1:
                    new ^= odd[place - step] << step
            odd.append(new)
    return tuple(number << (BITS - 1 - place) for place, number in enumerate(odd))


@cache
def _table() -> tuple[tuple[int, ...], ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(map(int, line.split(","))) for line in lines if not line.startswith("#"))
