"""What would one say who knows nothing but the series? No change, a trend and a logistic curve, each with its errors, by rule.

A series is a random walk on the scale of comparison. Its step over a year is had from its own figures and three steps of the
common size; its drift from its own first and last figure and two years of the common drift. No change has no drift. A trend
drifts in logarithms, or in points of a share. A logistic curve drifts in log odds: of a share, or of a quantity over a ceiling
four times the largest figure seen. The last figure and the new one have the errors of their own rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.calibrate.figure_errors import Scale, compared
from dualtrack.lab.forecasts.foretold_shape import ForecastShape, of_normal, uncompared
from dualtrack.targets.numeric.arrays import Array

STEPS_ADDED = 3.0
"""Steps of the common size that are counted in with a series' own."""
YEARS_ADDED = 2.0
"""Years of the common drift that are counted in with a series' own."""
CEILING = 4.0
"""By how many times the ceiling of a logistic curve lies above the largest figure of a quantity."""
INSIDE = 0.02
"""How near to none and all a straight line of a share may come."""
BASELINES = ("no_change", "trend", "logistic")


@dataclass(frozen=True, slots=True)
class SeriesPast:
    """The figures of a series before a day: `values[row]` in its unit at `years[row]`, rising, and the last one's `error`.

    The error is that of a row where it is compared, on the `scale`.
    """

    scale: Scale
    years: Array
    values: Array
    error: float


@dataclass(frozen=True, slots=True)
class CommonPace:
    """What series of a scale have in common: the size of a `step` over a year, and the `drift` in a year, where compared.

    `points` is the drift of shares in points.
    """

    step: float
    drift: float
    points: float = 0.0


def common_pace(pasts: Sequence[SeriesPast], scale: Scale) -> CommonPace:
    """The middle one of the series that have two figures or more."""
    known = [each for each in pasts if each.scale == scale and len(each.years) > 1]
    if not known:
        return CommonPace(0.5, 0.0)
    steps = np.concatenate([_steps(each.years, compared(scale, each.values)) for each in known])
    drifts = [_drift(each.years, compared(scale, each.values)) for each in known]
    points = [_drift(each.years, each.values) for each in known] if scale == "log odds" else [0.0]
    return CommonPace(float(np.sqrt(np.median(steps**2))), float(np.median(drifts)), float(np.median(points)))


def baseline(name: str, past: SeriesPast, pace: CommonPace, year: float, least: float) -> ForecastShape:
    """One of the `BASELINES` for a figure whose middle lies in a decimal `year`."""
    at = compared(past.scale, past.values)
    ahead, span = max(year - float(past.years[-1]), 0.0), float(past.years[-1] - past.years[0])
    last, slack = float(at[-1]), 1.0
    if name == "no_change":
        step, location, unsure = _step(past.years, at, 0.0, pace.step), last, 0.0
    else:
        curve, drift = at, pace.drift
        if name == "logistic" and past.scale == "log":
            ceiling = CEILING * float(past.values.max())
            curve = np.log(past.values / (ceiling - past.values))
            drift = pace.drift / (1 - float(past.values[-1]) / ceiling)
        own = _own_drift(past.years, curve, drift)
        step = _step(past.years, curve, own, pace.step)
        location = float(curve[-1]) + own * ahead
        unsure = step / np.sqrt(span + YEARS_ADDED)
        if name == "logistic" and past.scale == "log":
            location, slack = _below(ceiling, location)
        elif name == "trend" and past.scale == "log odds":
            location = _straight(past, pace, ahead)
    spread = slack * float(np.sqrt(step**2 * ahead + (unsure * ahead) ** 2))
    return of_normal(past.scale, location, float(np.sqrt(spread**2 + 2 * past.error**2)), least)


def _below(ceiling: float, odds: float) -> tuple[float, float]:
    """The logarithm of a quantity at some odds below its ceiling, and by how much it moves with them."""
    share = uncompared("log odds", odds)
    return float(np.log(ceiling * share)), 1 - share


def _straight(past: SeriesPast, pace: CommonPace, ahead: float) -> float:
    """A share in a straight line, where it is compared."""
    share = float(past.values[-1]) + _own_drift(past.years, past.values, pace.points) * ahead
    return float(compared(past.scale, np.array([min(max(share, INSIDE), 1 - INSIDE)]))[0])


def _own_drift(years: Array, at: Array, common: float) -> float:
    """The drift in a year, with so many years of the common one."""
    span = float(years[-1] - years[0])
    return (float(at[-1] - at[0]) + YEARS_ADDED * common) / (span + YEARS_ADDED)


def _drift(years: Array, at: Array) -> float:
    return float((at[-1] - at[0]) / (years[-1] - years[0]))


def _steps(years: Array, at: Array, drift: float = 0.0) -> Array:
    """What each figure moved beyond the drift, over the root of the years between."""
    between = np.diff(years)
    return np.asarray((np.diff(at) - drift * between) / np.sqrt(between))


def _step(years: Array, at: Array, drift: float, common: float) -> float:
    """The size of a step over a year, with so many steps of the common size."""
    own = _steps(years, at, drift)
    return float(np.sqrt((np.sum(own**2) + STEPS_ADDED * common**2) / (len(own) + STEPS_ADDED)))
