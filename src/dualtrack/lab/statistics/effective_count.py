"""How many alike would tell as much? The number of equal worlds that unequal ones are worth (Kish, 1965).

Whatever divides by a sum of squares asks here, so that weights of nothing are worth nothing and never a division by zero.
"""

from __future__ import annotations

import numpy as np

from dualtrack.targets.numeric.arrays import Array

ROUNDING = 1e-12
"""Of a number's size, what differs by less does not differ."""


def worth(weights: Array) -> float:
    """The square of the sum of `weights[world]` over the sum of their squares (Kish, 1965).

    From 1 to their number; 0 where all are 0.
    """
    return worth_of_sums(float(weights.sum()), float(weights @ weights))


def worth_of_sums(total: float, squares: float) -> float:
    """The same from the sum of the weights and the sum of their squares."""
    return total * total / squares if squares > 0 else 0.0


def differ(values: Array) -> bool:
    """Whether `values[world]` differ by more than rounding; values of no world do not."""
    if not len(values):
        return False
    low, high = float(values.min()), float(values.max())
    return high - low > ROUNDING * max(abs(low), abs(high))


def moved(values: Array) -> int:
    """How many of `values[world]` are not the commonest of them, as long as that holds in half of the worlds; else about all."""
    if not differ(values):
        return 0
    away = np.abs(values - np.median(values))
    return int((away > ROUNDING * float(np.abs(values).max())).sum())
