"""A mean over worlds with what each world adds to its error, so that means of the same worlds are compared as pairs."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from dualtrack.lab.statistics.resolved import Measured
from dualtrack.lab.statistics.share import NORMAL
from dualtrack.targets.numeric.arrays import Array


@dataclass(frozen=True, slots=True, eq=False)
class Reckoned:
    """A `value`, and by how much each drawn world moves it, `pull[world]`, which have the mean nought (Hampel, 1974)."""

    value: float
    pull: Array

    @classmethod
    def mean(cls, values: Array, weights: Array) -> Reckoned:
        """The mean of `values[world]`, weighed by `weights[world]`, which are 0 in worlds that do not count."""
        counts = weights > 0
        known = np.where(counts, values, 0.0)
        value = float(weights @ known / weights.sum())
        return cls(value, weights * (known - value) / weights.mean())

    def minus(self, other: Reckoned) -> Reckoned:
        """The difference to another mean of the same worlds."""
        return Reckoned(self.value - other.value, self.pull - other.pull)

    def over(self, whole: Reckoned) -> Reckoned:
        """The share of a whole that is not nought (delta method)."""
        part = self.value / whole.value
        return Reckoned(part, (self.pull - part * whole.pull) / whole.value)

    def times(self, factor: float) -> Reckoned:
        """So many times the value."""
        return Reckoned(factor * self.value, factor * self.pull)

    def plus(self, constant: float) -> Reckoned:
        """The value and a number that is known."""
        return Reckoned(self.value + constant, self.pull)

    @property
    def size(self) -> Reckoned:
        """The value without its sign."""
        return self.times(-1.0) if self.value < 0 else self

    @property
    def error(self) -> float:
        """The standard error over drawn worlds."""
        return sqrt(float(self.pull @ self.pull)) / len(self.pull)

    @property
    def measured(self) -> Measured:
        """With its 95 % interval."""
        reach = NORMAL * self.error
        return Measured(self.value, self.value - reach, self.value + reach)
