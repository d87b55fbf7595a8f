"""How much of an answer does one number explain? The share of the variance of true and false that lies between bins of it.

The share is corrected for the number of bins (epsilon squared), so that what explains nothing is near zero in few worlds too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.effective_count import worth
from dualtrack.targets.numeric.arrays import Array, Mask

BINS, ROOM = 16, 200
"""Bins at the most, and the worlds that each needs."""


@dataclass(frozen=True, slots=True)
class Bins:
    """Each number cut into bins of about as many worlds: `places[number, world]`, `weights[world]`; values that tie share one."""

    names: tuple[str, ...]
    places: NDArray[np.int16]
    weights: Array

    @classmethod
    def of(cls, values: Mapping[str, Array], weights: Array | None = None) -> Bins:
        """Bins of some worlds by their numbers, `values[name][world]`, each with its weight if it has one, `weights[world]`."""
        count = len(next(iter(values.values()), ()))
        wanted = max(2, min(BINS, count // ROOM))
        rows = [_places(each, wanted) for each in values.values()]
        return cls(tuple(values), np.array(rows, dtype=np.int16), np.ones(count) if weights is None else weights)

    def only(self, kept: Mask) -> Bins:
        """The same bins of the worlds marked, `kept[world]`."""
        return Bins(self.names, self.places[:, kept], self.weights[kept])

    def explained(self, true: Mask) -> dict[str, float]:
        """Per number its share, 0 to 1, of the variance of `true[world]`; zero for all where every world answers alike."""
        total = float(self.weights.sum())
        if not len(true) or total <= 0:
            return dict.fromkeys(self.names, 0.0)
        mean = float(self.weights @ true) / total
        spread, alike = mean * (1 - mean), worth(self.weights)
        if spread <= 0 or alike <= 1:
            return dict.fromkeys(self.names, 0.0)
        return {name: self._share(row, true, mean, spread, alike) for name, row in zip(self.names, self.places, strict=True)}

    def _share(self, row: NDArray[np.int16], true: Mask, mean: float, spread: float, alike: float) -> float:
        inside = np.bincount(row, weights=self.weights)
        hits = np.bincount(row, weights=self.weights * true)
        filled = inside > 0
        between = float((inside[filled] * (hits[filled] / inside[filled] - mean) ** 2).sum()) / float(inside.sum())
        left = alike - int(filled.sum())
        return 1 - (1 - between / spread) * (alike - 1) / left if left > 0 else 0.0


def _places(values: Array, wanted: int) -> NDArray[np.int64]:
    edges = np.unique(np.quantile(values, np.linspace(0, 1, wanted + 1)))
    return np.asarray(np.searchsorted(edges[:-1], values, side="left"))
