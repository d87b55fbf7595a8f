"""How wide is the answer? Five quantiles over worlds, and the least and the greatest, which few worlds have too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dualtrack.errors import RunError
from dualtrack.targets.numeric.arrays import Array

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles of a band: half of the worlds lie between the second and the fourth, nine tenths inside the outer two."""
QUANTILES = ("q05", "q25", "q50", "q75", "q95")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Band:
    """Quantiles 5, 25, 50, 75 and 95 over so many worlds, and the ends."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float
    least: float
    greatest: float
    worlds: int

    @property
    def numbers(self) -> tuple[float, ...]:
        """The five, lowest first."""
        return self.lowest, self.lower, self.median, self.upper, self.highest

    def __str__(self) -> str:
        return f"{self.median:.4g} ({self.lowest:.4g} to {self.highest:.4g}, {self.worlds} worlds)"


def band(values: Array, weights: Array | None = None) -> Band:
    """The band of `values[world]`, weighed by `weights[world]` if any, in the values' own unit.

    Raises `RunError` for no world, no weight, or one that is not a number.
    """
    if weights is None:
        return bands(values[:, None])[0]
    if not weights.any() or not np.isfinite(values).all():
        raise RunError("no band over worlds that hold no number or have no weight", fix="leave them out, and keep at least one")
    seen = values[weights > 0]
    five = np.quantile(values, SHARES, weights=weights, method="inverted_cdf")
    return _band(five, seen.min(), seen.max(), len(seen))


def bands(values: Array) -> tuple[Band, ...]:
    """A band per column of `values[world, year]`; raises `RunError` for no world or one that is not a number."""
    if values.shape[0] == 0 or not np.isfinite(values).all():
        raise RunError(
            f"no band over {values.shape[0]} worlds, of which {int((~np.isfinite(values)).any(axis=1).sum())} hold no number",
            fix="leave the failed worlds out, and keep at least one",
        )
    five, ends = np.quantile(values, SHARES, axis=0).T, zip(values.min(axis=0), values.max(axis=0), strict=True)
    return tuple(_band(column, *both, values.shape[0]) for column, both in zip(five, ends, strict=True))


def _band(five: Array, least: float, greatest: float, worlds: int) -> Band:
    lowest, lower, median, upper, highest = map(float, five)
    return Band(lowest, lower, median, upper, highest, float(least), float(greatest), worlds)


def quantiles(found: Band | None) -> Row:
    """A band by name; nothing where no world has a number."""
    return dict(zip(QUANTILES, (None,) * len(QUANTILES) if found is None else found.numbers, strict=True))


def spread(found: Band | None) -> Row:
    """A band with its least and greatest value and the worlds it holds, so that few are not told as many."""
    ends = {"least": None, "greatest": None, "worlds": 0}
    return {**quantiles(found), **(ends if found is None else {name: getattr(found, name) for name in ends})}


def spread_of(values: Array) -> Row | None:
    """The band of the numbers among `values[world]`, by name; None where there are none."""
    held = values[np.isfinite(values)]
    return spread(band(held)) if len(held) else None
