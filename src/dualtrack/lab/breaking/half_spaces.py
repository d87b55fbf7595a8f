"""The point nearest to the middle that lies in several half-spaces: what a boundary looks like near a point of it."""

from __future__ import annotations

import numpy as np

from dualtrack.targets.numeric.arrays import Array

SWEEPS = 200
SMALL = 1e-12
SETTLED = 1e-5
"""Of the largest pull, what a sweep may still change when it is the last."""


def nearest_inside(slopes: Array, most: Array) -> tuple[Array, Array]:
    """The shortest x[number] with `slopes[row, number]` times x at most `most[row]`, and the pull of each, [row].

    By sweeps over the half-spaces (Hildreth, 1957); where they share no point, the pulls grow with the sweeps. What has no slope
    pulls not.
    """
    gram = slopes @ slopes.T
    size = np.sqrt(np.diag(gram))
    steep = np.flatnonzero(size > SMALL)
    alike = gram[np.ix_(steep, steep)] / np.outer(size[steep], size[steep])
    away, pulls = most[steep] / size[steep], np.zeros(len(steep))
    for _ in range(SWEEPS):
        before = pulls.copy()
        for row in range(len(steep)):
            pulls[row] = max(0.0, pulls[row] - away[row] - float(alike[row] @ pulls))
        if np.abs(pulls - before).max(initial=0.0) <= SETTLED * pulls.max(initial=SMALL):
            break
    found = np.zeros(len(most))
    found[steep] = pulls / size[steep]
    return -slopes.T @ found, found
