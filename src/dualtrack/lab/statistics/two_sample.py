"""Which inputs tell by themselves where a condition holds? Each one's two-sample test, with a correction for the number tried.

The test is that of Kolmogorov and Smirnov, which sees a shift, a spread and a slab alike; the correction that of Holm (1979), so
that where nothing tells, an input is named in one of twenty searches at `chance` 0.05, however many are tried.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.box import Cases
from dualtrack.targets.numeric.arrays import Array

ADDED, INVERSE = 0.12, 0.11
"""What Stephens (1970) adds to the root of the samples' size: a number, and so much of the root's inverse."""
CERTAIN = 0.2
"""Below it the tail is 1 to twelve places."""
TERMS = 100
"""Terms of the tail's series; it has converged long before."""


def telling(cases: Cases, chance: float) -> NDArray[np.int64]:
    """The places of the inputs that tell where the condition holds from where it does not, [input] (Holm, 1979)."""
    chances = single_chances(cases)
    order = np.argsort(chances, kind="stable")
    allowed = chance / np.arange(len(order), 0, -1)
    fails = np.flatnonzero(chances[order] > allowed)
    return np.sort(order[: fails[0] if len(fails) else len(order)])


def single_chances(cases: Cases) -> Array:
    """How likely chance alone would make the two sides as unlike as they are, 0 to 1, [input]; 1 where one side is empty.

    The test is that of Kolmogorov and Smirnov, for samples of any size (Stephens, 1970).
    """
    hits = int(cases.holds.sum())
    others = len(cases.holds) - hits
    if not hits or not others:
        return np.ones(len(cases.names))
    root = math.sqrt(hits * others / (hits + others))
    return np.array([_tail((root + ADDED + INVERSE / root) * _distance(row, cases.holds, hits, others)) for row in cases.inputs])


def _distance(values: Array, holds: NDArray[np.bool_], hits: int, others: int) -> float:
    """The largest distance of the two distribution functions, looked at where ties end."""
    order = np.argsort(values, kind="stable")
    row, marks = values[order], holds[order]
    ends = np.append(row[1:] != row[:-1], True)
    apart = np.cumsum(marks) / hits - np.cumsum(~marks) / others
    return float(np.abs(apart[ends]).max())


def _tail(at: float) -> float:
    """The upper tail of the Kolmogorov distribution, where Stephens (1970) has taken the size of the samples off."""
    if at < CERTAIN:
        return 1.0
    terms = sum((-1.0) ** (k - 1) * math.exp(-2.0 * k * k * at * at) for k in range(1, TERMS + 1))
    return min(max(2.0 * terms, 0.0), 1.0)
