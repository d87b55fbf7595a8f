"""A shuffle of a million numbers that is never stored: where each number goes follows from a key alone.

A Feistel network over pairs: the numbers below `size` are laid out in a square, and rounds of keyed sums carry each to its
place; what falls outside is carried on until it lands inside.
"""

from __future__ import annotations

import hashlib
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.worlds.splitmix import mixed

Numbers = NDArray[np.uint64]

ROUNDS = 8


def shuffled(numbers: Numbers, size: int, key: str) -> Numbers:
    """Where each of `numbers[world]`, all below `size`, goes: [world]; every place below `size` is taken once.

    A Feistel network walked until it lands inside (Black and Rogaway, 2002).
    """
    side = np.uint64(isqrt(size - 1) + 1)
    keys = np.frombuffer(hashlib.shake_256(key.encode()).digest(8 * ROUNDS), dtype="<u8")
    found = _carried(numbers, side, keys)
    while (outside := found >= size).any():
        found[outside] = _carried(found[outside], side, keys)
    return found


def _carried(numbers: Numbers, side: np.uint64, keys: Numbers) -> Numbers:
    left, right = numbers // side, numbers % side
    for key in keys:
        left, right = right, (left + mixed(right + key) % side) % side
    return left * side + right
