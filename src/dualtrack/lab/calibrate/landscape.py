"""What a sampler walks on: points of independent standard normal numbers, how likely the record is there, and how it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dualtrack.lab.calibrate.likelihood import BLOCK, Likelihood
from dualtrack.lab.worlds.latent import Latent
from dualtrack.targets.numeric.arrays import Array

STEP = 0.25
"""Standard deviations of the prior to each side over which a slope is taken: wider than a kink, narrower than a bend."""
TELLING = 0.1
"""What the record must tell of a direction, beside the prior's 1, for it to be walked by itself."""
FEWEST, MOST = 3, 80
"""Directions that are walked by themselves."""
FAR = 1e3
"""Errors beyond which a slope tells nothing more."""


class Landscape(Protocol):
    """Points are `state[number, world]`, under the prior independent and standard normal."""

    @property
    def dimension(self) -> int:
        """How many numbers a point has."""
        ...

    @property
    def switches(self) -> tuple[int, ...]:
        """Which of them are switches."""
        ...

    def log_likelihood(self, state: Array) -> Array:
        """Of each point `state[number, world]`: [world]; minus infinity where the point is impossible."""
        ...

    def whitened(self, state: Array) -> Array:
        """What is said at `state[number, world]`, in independent errors of size 1: [row, world]."""
        ...


@dataclass(frozen=True, slots=True)
class WorldLandscape:
    """The worlds of a model as points, and the likelihood of the record in them."""

    latent: Latent
    likelihood: Likelihood

    @classmethod
    def of(cls, likelihood: Likelihood) -> WorldLandscape:
        """Of the weighing's own model."""
        return cls(Latent.of(likelihood.weighing.model), likelihood)

    @property
    def dimension(self) -> int:
        """How many numbers are drawn."""
        return len(self.latent.names)

    @property
    def switches(self) -> tuple[int, ...]:
        """Where the switches stand."""
        return self.latent.switches

    def log_likelihood(self, state: Array) -> Array:
        """Of each point `state[number, world]`: [world]; minus infinity where a world failed."""
        return self.likelihood.log_likelihood(self.latent.values(state))

    def whitened(self, state: Array) -> Array:
        """What is said at `state[number, world]`, in independent errors of size 1: [row, world]."""
        parts = (state[:, start : start + BLOCK] for start in range(0, state.shape[1], BLOCK))
        runs = (self.likelihood.run(self.latent.values(part)) for part in parts)
        return np.concatenate([self.likelihood.weigh(run).whitened for run in runs], axis=1)


def information(landscape: Landscape, points: Array) -> Array:
    """What the record tells of each pair of numbers, as a mean over `points[number, world]`: [number, number].

    The Gauss-Newton matrix in units of the prior, by central differences; what has no number tells nothing.
    """
    size, count = points.shape
    step = STEP * np.eye(size)
    found = np.zeros((size, size))
    for place in range(count):
        around = points[:, [place]]
        said = np.clip(landscape.whitened(np.concatenate([around + step, around - step], axis=1)), -FAR, FAR)
        slopes = np.nan_to_num((said[:, :size] - said[:, size:]) / (2 * STEP))
        found += slopes.T @ slopes
    return np.asarray(found / count)


def informed_directions(matrix: Array) -> Array:
    """The directions of which a matrix of what the record tells, `matrix[number, number]`, says most: [number, place].

    A likelihood-informed subspace (Cui and others, 2014): at least three, at most eighty.
    """
    values, vectors = np.linalg.eigh(matrix)
    rank = int(np.clip((values > TELLING).sum(), FEWEST, MOST))
    return np.ascontiguousarray(vectors[:, ::-1][:, : min(rank, len(values))])
