"""How near did a forecast come? Scores that no forecaster can better by saying anything but what he believes.

The continuous ranked probability score is the mean distance to the outcome, less half of the mean distance within the forecast
(Gneiting and Raftery, 2007): 0 is perfect, and it has the unit of the outcome. On a scale of logarithms it has none (Bosse and
others, 2023).
"""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np

from dualtrack.errors import RunError
from dualtrack.targets.numeric.arrays import Array

STEPS = 2000
"""Points of a distribution function at which a score is summed."""
FEW = 3
"""Groups of outcomes below which no interval is drawn: one or two outcomes drawn again say nothing of others."""
DRAWS = 2000
"""Times that outcomes are drawn again for an interval."""


def crps_of_normal(location: float, spread: float, outcome: float) -> float:
    """The score of a normal forecast, in closed form; raises `RunError` for a `spread` that is not above 0."""
    if not spread > 0:
        raise RunError(f"a normal forecast has a spread of {spread:g}", fix="give one standard deviation, above 0")
    at = (outcome - location) / spread
    unit = NormalDist()
    return spread * (at * (2 * unit.cdf(at) - 1) + 2 * unit.pdf(at) - 1 / math.sqrt(math.pi))


def crps_of_sample(sample: Array, outcome: float) -> float:
    """The score of the distribution that gives each number of `sample[number]` the same weight; raises `RunError` for none."""
    if not len(sample):
        raise RunError("a forecast holds no number", fix="draw at least one")
    ordered, count = np.sort(sample), len(sample)
    within = float(np.sum((2 * np.arange(1, count + 1) - count - 1) * ordered)) / count**2
    return float(np.mean(np.abs(ordered - outcome))) - within


def quantiles_between(levels: Array, values: Array, asked: Array) -> Array:
    """The quantiles at the levels `asked[place]`, from those that are known: `values[point]` at `levels[point]`, both rising.

    Between two they go in a straight line over the standard normal number of the level, and beyond the outermost ones on in the
    line of the last two, so that a normal forecast is had back whole. What it gives is [place].
    """
    normal = NormalDist()
    known, wanted = (np.array([normal.inv_cdf(each) for each in row.tolist()]) for row in (levels, asked))
    place = np.clip(np.searchsorted(known, wanted) - 1, 0, len(known) - 2)
    slope = np.diff(values)[place] / np.diff(known)[place]
    return np.asarray(values[place] + slope * (wanted - known[place]))


def crps_of_quantiles(levels: Array, values: Array, outcome: float) -> float:
    """The score of a forecast of which some quantiles are known, `values[point]` at `levels[point]`."""
    return crps_of_sample(quantiles_between(levels, values, (np.arange(STEPS) + 0.5) / STEPS), outcome)


def share_above(levels: Array, values: Array, threshold: float) -> float:
    """The share, 0 to 1, above a threshold of a forecast of which quantiles are known: `values[point]` at `levels[point]`."""
    drawn = quantiles_between(levels, values, (np.arange(STEPS) + 0.5) / STEPS)
    return float(np.mean(drawn > threshold))


def brier(share: float, happened: bool) -> float:
    """The squared distance between the share given to an event and what came, 0 to 1 (Brier, 1950)."""
    return (share - happened) ** 2


def skill(own: Array, other: Array, groups: Array, seed: int) -> tuple[float, float, float]:
    """By what part the scores `own[row]` are lower than `other[row]`, and the ends of nine tenths of a bootstrap.

    Outcomes of one of `groups[row]` are drawn together, since they come true together; of fewer than three groups the ends
    are no number. Raises `RunError` for no outcome.
    """
    if not len(own):
        raise RunError("no outcome has come", fix="wait, or add its figure to the record")
    random, known = np.random.default_rng(seed), np.unique(groups)
    value = float(1 - own.sum() / other.sum())
    if len(known) < FEW:
        return value, math.nan, math.nan
    sums = np.array([[row[groups == each].sum() for each in known] for row in (own, other)])
    drawn = random.integers(0, len(known), (DRAWS, len(known)))
    ours, theirs = sums[0][drawn].sum(axis=1), sums[1][drawn].sum(axis=1)
    made = 1 - ours / np.maximum(theirs, np.finfo(float).tiny)
    low, high = np.quantile(made, (0.05, 0.95))
    return value, float(low), float(high)
