"""Words without a pattern from words with one: the last step of the splitmix64 generator, which undoes itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]

STEPS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
LAST = 31
GOLDEN = 0x9E3779B97F4A7C15
"""What splitmix64 adds from one word to the next."""


def mixed(words: Words) -> Words:
    """What each of `words[place]` becomes, with the same axes (Steele, Lea and Flood, 2014).

    A change in any digit of a word changes about half of the digits of what it becomes.
    """
    for shift, multiplier in STEPS:
        words = (words ^ (words >> np.uint64(shift))) * np.uint64(multiplier)
    return words ^ (words >> np.uint64(LAST))
