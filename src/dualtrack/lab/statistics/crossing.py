"""When does a curve first reach a threshold? The wait from a date on, cut off where patience ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.targets.numeric.arrays import Array


@dataclass(frozen=True, slots=True)
class Window:
    """Curves `values[world, year]` in `years[year]`, from a start to a stop; both ends lie on straight lines between rows."""

    values: Array
    years: Array

    def area(self) -> Array:
        """Each world's value times years, [world]."""
        return np.asarray(np.trapezoid(self.values, self.years, axis=1))


@dataclass(frozen=True, slots=True)
class Crossings:
    """`wait[world]` in years from the start until the threshold, or until the stop where it is not reached.

    `reached[world]` says whether it was reached, and `passed[world]` whether it was so before the start.
    """

    wait: Array
    reached: NDArray[np.bool_]
    passed: NDArray[np.bool_]


def window(curves: Array, years: Array, start: float, stop: float) -> Window:
    """The part of `curves[world, year]`, whose rows are of `years[year]`, between two years; raises `RunError` for no number."""
    if curves.shape[0] == 0 or not np.isfinite(curves).all():
        bad = int((~np.isfinite(curves)).any(axis=1).sum())
        raise RunError(
            f"{bad} of {curves.shape[0]} worlds hold no number", fix="leave the failed worlds out, and keep at least one"
        )
    inside = (years > start) & (years < stop)
    ends = [at_year(curves, years, year)[:, None] for year in (start, stop)]
    return Window(np.concatenate([ends[0], curves[:, inside], ends[1]], axis=1), np.concatenate([[start], years[inside], [stop]]))


def cross(seen: Window, threshold: float) -> Crossings:
    """The first crossing in each world, by linear interpolation; a world above the threshold at the start has passed it."""
    above = seen.values >= threshold
    reached: NDArray[np.bool_] = np.asarray(above.any(axis=1))
    right = np.maximum(np.argmax(above, axis=1), 1)
    worlds = np.arange(len(right))
    before, after = seen.values[worlds, right - 1], seen.values[worlds, right]
    rise = np.where(after > before, after - before, 1.0)
    part = np.clip((threshold - before) / rise, 0.0, 1.0)
    year = seen.years[right - 1] + part * (seen.years[right] - seen.years[right - 1])
    passed = above[:, 0].copy()
    wait = np.where(reached, np.where(passed, 0.0, year - seen.years[0]), seen.years[-1] - seen.years[0])
    return Crossings(wait, reached, passed)
