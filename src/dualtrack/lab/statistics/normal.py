"""The normal distribution over arrays: the share below a value, by a rational approximation good to fifteen digits."""

from __future__ import annotations

import numpy as np

from dualtrack.targets.numeric.arrays import Array

FAR = 7.0
"""Standard deviations beyond which nothing is told apart: one draw in a million millions lies there."""
ABOVE = (
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
BELOW = (
    8.83883476483184e-02,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)
"""The polynomials of Hart and others (1968), as West (2005) gives them, the highest power first."""


def normal_share(values: Array) -> Array:
    """The share of a standard normal number below each of `values[world]` (Hart, 1968; West, 2005); the same axes.

    Values beyond seven standard deviations count as seven, so that no share is 0 or 1.
    """
    size = np.minimum(np.abs(values), FAR)
    tail = np.exp(-0.5 * size * size) * _polynomial(ABOVE, size) / _polynomial(BELOW, size)
    return np.where(values > 0, 1 - tail, tail)


def _polynomial(powers: tuple[float, ...], at: Array) -> Array:
    found = np.full_like(at, powers[0])
    for each in powers[1:]:
        found *= at
        found += each
    return found
