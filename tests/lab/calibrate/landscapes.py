"""Landscapes whose posterior is known: a linear one in closed form, and one with a switch."""

import numpy as np

from dualtrack.targets.numeric.arrays import Array


class Linear:
    """Seen are sums of standard normal numbers, with independent normal errors of one size."""

    switches: tuple[int, ...] = ()

    def __init__(self, seed: int, dimension: int = 6, rows: int = 4, noise: float = 0.5) -> None:
        random = np.random.default_rng(seed)
        self.dimension, self.noise = dimension, noise
        self.matrix = random.standard_normal((rows, dimension))
        self.truth = random.standard_normal(dimension)
        self.seen = self.matrix @ self.truth + noise * random.standard_normal(rows)

    def whitened(self, state: Array) -> Array:
        return np.asarray(self.matrix @ state / self.noise)

    def log_likelihood(self, state: Array) -> Array:
        missed = self.whitened(state) - (self.seen / self.noise)[:, None]
        return np.asarray(-0.5 * (missed**2).sum(axis=0) - len(self.seen) * np.log(self.noise * np.sqrt(2 * np.pi)))

    @property
    def spread(self) -> Array:
        """The posterior's covariance."""
        return np.asarray(np.linalg.inv(np.eye(self.dimension) + self.matrix.T @ self.matrix / self.noise**2))

    @property
    def mean(self) -> Array:
        """The posterior's mean."""
        return np.asarray(self.spread @ self.matrix.T @ self.seen / self.noise**2)

    @property
    def log_evidence(self) -> float:
        whole = self.matrix @ self.matrix.T + self.noise**2 * np.eye(len(self.seen))
        squares = self.seen @ np.linalg.solve(whole, self.seen)
        return float(-0.5 * (squares + np.linalg.slogdet(2 * np.pi * whole)[1]))


class Switched:
    """What is seen is a slope times whether a mechanism exists: the first number below the threshold is none."""

    dimension, switches = 3, (0,)
    THRESHOLD = -0.8416212335729143

    def __init__(self, seen: float, noise: float) -> None:
        self.seen, self.noise = seen, noise

    def whitened(self, state: Array) -> Array:
        return np.where(state[[0]] > self.THRESHOLD, 1.0 + state[[1]], 0.0) / self.noise

    def log_likelihood(self, state: Array) -> Array:
        missed = self.whitened(state)[0] - self.seen / self.noise
        return np.asarray(-0.5 * missed**2 - np.log(self.noise * np.sqrt(2 * np.pi)))


class Broken(Linear):
    """The same, impossible where the first number is above 1, and without a number where the second is below -1."""

    def log_likelihood(self, state: Array) -> Array:
        found = np.where(state[0] > 1, -np.inf, super().log_likelihood(state))
        return np.where(state[1] < -1, np.nan, found)
