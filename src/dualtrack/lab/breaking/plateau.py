"""Stretches of a normal number on which the drawn number stays the same: what exists or not, and one of a few values.

The whole stretch is one world, so its nearest edge to the middle says how far away that world is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist

import numpy as np

from dualtrack.lab.statistics.normal import FAR
from dualtrack.lab.worlds.draw import prior_of
from dualtrack.lab.worlds.latent import Latent
from dualtrack.language.distribution import Category, PointMass, Prior
from dualtrack.targets.numeric.arrays import Array, Mask

INSIDE = 1e-9
"""Standard deviations by which an edge is stepped over, so that rounding leaves the world on its own side."""


@dataclass(frozen=True, slots=True)
class Plateau:
    """From `low` to `high`, in standard deviations, the number at `place` is the same."""

    place: int
    low: float
    high: float

    @property
    def edge(self) -> float:
        """Where it is nearest to the middle."""
        if self.low <= 0.0 <= self.high:
            return 0.0
        return self.low + INSIDE if self.low > 0 else self.high - INSIDE

    def holds(self, row: Array) -> Mask:
        """Which of `row[world]` lie on it: [world]."""
        return np.asarray((row >= self.low) & (row < self.high))


def plateaus_of(latent: Latent) -> tuple[Plateau, ...]:
    """Every plateau of the numbers that are drawn by themselves; one drawn together with others has no edge of its own."""
    joined = {int(place) for places, _ in latent.groups for place in places}
    return tuple(
        Plateau(place, low, high)
        for place, name in enumerate(latent.names)
        if place not in joined
        for low, high in _stretches(prior_of(latent.model, name))
    )


def to_edges(plateaus: Sequence[Plateau], state: Array) -> Array:
    """The same worlds, `state[number, world]`, each as near to the middle as it comes; the same axes."""
    found = state.copy()
    for each in plateaus:
        row = found[each.place]
        found[each.place] = np.where(each.holds(row), each.edge, row)
    return found


def _stretches(prior: Prior) -> list[tuple[float, float]]:
    match prior:
        case Category():
            ends = [-math.inf, *(_normal(each) for each in prior.steps), math.inf]
            return [pair for pair in pairwise(ends) if pair[0] < pair[1]]
        case PointMass(_, mass, _) if mass > 0:
            return [(-math.inf, _normal(mass))]
        case _:
            return []


def _normal(share: float) -> float:
    """The normal number below which a share lies, as far as draws tell."""
    if not 0.0 < share < 1.0:
        return -math.inf if share <= 0.0 else math.inf
    return max(-FAR, min(FAR, NormalDist().inv_cdf(share)))
