"""One forecast of one figure: a normal law on the scale of comparison, or nine quantiles in the unit of the series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.lab.calibrate.figure_errors import EDGE, Scale, compared
from dualtrack.lab.statistics.forecast_scores import brier, crps_of_normal, crps_of_quantiles, quantiles_between, share_above
from dualtrack.targets.numeric.arrays import Array

LEVELS = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99)
WITHIN = {0.5: (3, 5), 0.8: (2, 6), 0.9: (1, 7)}
"""The middle parts of a forecast, each by the places of its ends among the levels."""
DIGITS = 6
"""Digits that count, of what is kept."""


@dataclass(frozen=True, slots=True)
class ForecastShape:
    """The `quantiles` of a forecast at `LEVELS`, in the unit of the series, on a `scale`.

    `normal` is its law there, location and spread, if it has one. No figure counts as less than `least`, since a logarithm has
    no end.
    """

    scale: Scale
    quantiles: tuple[float, ...]
    least: float
    normal: tuple[float, float] | None = None

    @property
    def median(self) -> float:
        """The middle, in the unit of the series."""
        return self.quantiles[LEVELS.index(0.5)]

    @property
    def spread(self) -> float:
        """Half of the width of the middle two thirds or so, on the scale of comparison: a standard deviation, were it normal."""
        low, high = self._drawn(np.array([NormalDist().cdf(-1), NormalDist().cdf(1)]))
        return float(high - low) / 2

    def ends(self, part: float) -> tuple[float, float]:
        """The ends of the middle `part`, one of those kept, in the unit of the series."""
        low, high = WITHIN[part]
        return self.quantiles[low], self.quantiles[high]

    def at(self, value: float) -> float:
        """A value where it is compared."""
        return float(compared(self.scale, np.array([max(value, self.least)]))[0])

    def crps(self, outcome: float) -> float:
        """Its score for an outcome, on the scale of comparison."""
        if self.normal is not None:
            return crps_of_normal(*self.normal, self.at(outcome))
        return crps_of_quantiles(np.array(LEVELS), self._values(), self.at(outcome))

    def chance_above(self, threshold: float) -> float:
        """The share that it gives to a figure above a threshold, 0 to 1."""
        if self.normal is not None:
            return 1 - NormalDist(*self.normal).cdf(self.at(threshold))
        return share_above(np.array(LEVELS), self._values(), self.at(threshold))

    def brier(self, threshold: float, outcome: float) -> float:
        """Its score for the event that the figure is above a threshold."""
        return brier(self.chance_above(threshold), outcome > threshold)

    def to_row(self) -> dict[str, Any]:
        """As it is kept: quantiles, and the law where it has one."""
        kept: dict[str, Any] = {"quantiles": list(self.quantiles)}
        return kept if self.normal is None else {**kept, "location": self.normal[0], "spread": self.normal[1]}

    def _values(self) -> Array:
        return compared(self.scale, np.maximum(np.array(self.quantiles), self.least))

    def _drawn(self, asked: Array) -> Array:
        if self.normal is not None:
            return np.array([NormalDist(*self.normal).inv_cdf(each) for each in asked.tolist()])
        return quantiles_between(np.array(LEVELS), self._values(), asked)


def of_normal(scale: Scale, location: float, spread: float, least: float) -> ForecastShape:
    """A normal law on the scale of comparison."""
    kept = rounded(location), rounded(spread)
    law = NormalDist(*kept)
    quantiles = tuple(rounded(uncompared(scale, law.inv_cdf(level))) for level in LEVELS)
    return ForecastShape(scale, quantiles, least, kept)


def of_sample(scale: Scale, sample: Array, least: float) -> ForecastShape:
    """What a `sample[number]` on the scale of comparison says of the figure."""
    quantiles = tuple(rounded(uncompared(scale, each)) for each in np.quantile(sample, LEVELS).tolist())
    return ForecastShape(scale, quantiles, least)


def read_shape(scale: Scale, least: float, row: Mapping[str, Any], where: str) -> ForecastShape:
    """A forecast as it was kept; raises `RecordError` where it does not hold what it must."""
    quantiles, law = row.get("quantiles"), (row.get("location"), row.get("spread"))
    if not isinstance(quantiles, list) or len(quantiles) != len(LEVELS) or sorted(quantiles) != quantiles:
        raise RecordError("a forecast has not the nine rising quantiles", where=where, fix="take the file as it was frozen")
    normal = (float(law[0]), float(law[1])) if law[0] is not None and law[1] is not None else None
    return ForecastShape(scale, tuple(map(float, quantiles)), least, normal)


def uncompared(scale: Scale, value: float) -> float:
    """The figure that stands at a place of the scale of comparison."""
    if scale == "log":
        return float(np.exp(value))
    return float(min(max(1 / (1 + np.exp(-value)), EDGE), 1 - EDGE))


def rounded(value: float) -> float:
    """The number with as many digits as are kept."""
    return float(f"{value:.{DIGITS}g}")
