"""Values between saved rows: straight lines, and nothing outside the run."""

from __future__ import annotations

import numpy as np

from dualtrack.errors import RunError
from dualtrack.targets.numeric.arrays import Array


def at_year(curves: Array, years: Array, year: float) -> Array:
    """Values of `curves[world, year]`, whose rows are of `years[year]`, in one year, linear between rows: [world].

    Raises `RunError` outside the run.
    """
    if not years[0] <= year <= years[-1]:
        raise RunError(f"the run covers {years[0]:g} to {years[-1]:g}, not {year:g}", fix="ask for a year inside it")
    right = int(np.searchsorted(years, year))
    if years[right] == year:
        return np.asarray(curves[:, right])
    part = (year - years[right - 1]) / (years[right] - years[right - 1])
    return np.asarray(curves[:, right - 1] + part * (curves[:, right] - curves[:, right - 1]))
