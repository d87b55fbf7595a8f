"""How much of an answer does one number explain? The correlation ratio of true and false over ten groups of its values.

Groups are of equal weight, and the share that chance would give so many groups is taken off, so that what explains nothing is
near zero in few worlds too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.effective_count import worth
from dualtrack.targets.numeric.arrays import Array, Mask

GROUPS = 10


@dataclass(frozen=True, slots=True)
class Groups:
    """Each number cut into groups of equal weight: `places[number, world]`, `weights[world]`; values that tie share one."""

    names: tuple[str, ...]
    places: NDArray[np.int64]
    weights: Array

    @classmethod
    def of(cls, values: Mapping[str, Array], weights: Array | None = None) -> Groups:
        """Groups of some worlds by their numbers, `values[name][world]`, each with its weight if it has one, `weights[world]`."""
        count = len(next(iter(values.values()), ()))
        weighed = np.ones(count) if weights is None else weights
        return cls(tuple(values), np.array([_places(each, weighed) for each in values.values()]), weighed)

    def explained(self, true: Mask) -> dict[str, float]:
        """Per number its share, 0 to 1, of the variance of `true[world]`; zero for all where every world answers alike."""
        total = float(self.weights.sum()) if len(true) else 0.0
        mean = float(self.weights @ true) / total if total > 0 else 0.0
        spread, alike = mean * (1 - mean), worth(self.weights) if total > 0 else 0.0
        if spread <= 0 or alike <= 1:
            return dict.fromkeys(self.names, 0.0)
        return {name: self._share(row, true, mean, spread, alike) for name, row in zip(self.names, self.places, strict=True)}

    def _share(self, row: NDArray[np.int64], true: Mask, mean: float, spread: float, alike: float) -> float:
        inside = np.bincount(row, weights=self.weights)
        hits = np.bincount(row, weights=self.weights * true)
        filled = inside > 0
        between = float((inside[filled] * (hits[filled] / inside[filled] - mean) ** 2).sum()) / float(inside.sum())
        left = alike - int(filled.sum())
        return max(1 - (1 - between / spread) * (alike - 1) / left, 0.0) if left > 0 else 0.0


def _places(values: Array, weights: Array) -> NDArray[np.int64]:
    """The group of each world: where its value first stands among all, by weight; where values are few, each is a group."""
    few = np.unique(values)
    if len(few) <= GROUPS < len(values):
        return np.searchsorted(few, values)
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    below = np.concatenate([[0.0], np.cumsum(weights[order])[:-1]])
    starts = np.searchsorted(ranked, ranked, side="left")
    found = np.empty(len(values), dtype=np.int64)
    found[order] = np.minimum(below[starts] * GROUPS / max(float(weights.sum()), 1e-300), GROUPS - 1).astype(np.int64)
    return found
