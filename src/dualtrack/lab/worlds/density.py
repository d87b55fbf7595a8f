"""How likely is a value? Priors as densities over arrays, a mass counting as what it is."""

from __future__ import annotations

from math import log
from typing import assert_never

import numpy as np

from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform
from dualtrack.targets.numeric.arrays import Array


def density(prior: Prior, at: Array) -> Array:
    """The density where a prior spreads, and the mass where it has one, at the values `at[world]`: [world].

    What has no width has the mass 1.
    """
    match prior:
        case Uniform(low, high):
            return _spread(at, low, high, 1 / (high - low) if high > low else 1.0)
        case LogUniform(low, high):
            return _spread(at, low, high, 1 / (at * log(high / low)) if high > low else 1.0)
        case Triangular(low, mode, high):
            return _triangular(low, mode, high, at)
        case PointMass(point, mass, rest):
            return np.where(at == point, mass, (1 - mass) * density(rest, at))
        case Category(values, weights):
            return np.asarray(np.sum([np.where(at == value, w, 0.0) for value, w in zip(values, weights, strict=True)], axis=0))
        case _:
            assert_never(prior)


def _spread(at: Array, low: float, high: float, inside: Array | float) -> Array:
    return np.where((at >= low) & (at <= high), inside, 0.0)


def _triangular(low: float, mode: float, high: float, at: Array) -> Array:
    if high == low:
        return _spread(at, low, high, 1.0)
    rising = (at - low) / (mode - low) if mode > low else np.ones_like(at)
    falling = (high - at) / (high - mode) if high > mode else np.ones_like(at)
    return _spread(at, low, high, 2 / (high - low) * np.where(at < mode, rising, falling))
