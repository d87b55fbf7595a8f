"""Priors: what is believed of an uncertainty before the record speaks, as quantile functions."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import assert_never

from dualtrack.language.checked import checked

ROUNDING = 1e-9
"""By how much weights may miss a sum of 1."""


@checked
@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between `low` and `high` is as likely."""

    low: float
    high: float


@checked
@dataclass(frozen=True, slots=True)
class LogUniform:
    """Every ratio between `low` and `high`, both above 0, is as likely: for scales known to an order of magnitude."""

    low: float
    high: float


@checked
@dataclass(frozen=True, slots=True)
class Triangular:
    """Most likely at the `mode`, falling linearly to `low` and `high`."""

    low: float
    mode: float
    high: float


@checked
@dataclass(frozen=True, slots=True)
class PointMass:
    """Exactly `at` with probability `mass`, 0 to 1, else drawn from `rest`."""

    at: float
    mass: float
    rest: Uniform | LogUniform | Triangular


@checked
@dataclass(frozen=True, slots=True)
class Category:
    """One of a few `values`, which rise, each as likely as its weight, 0 for one that no world has; the `weights` sum to 1."""

    values: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def steps(self) -> tuple[float, ...]:
        """The share of the prior below each value but the first."""
        return tuple(accumulate(self.weights))[:-1]


Prior = Uniform | LogUniform | Triangular | PointMass | Category


def quantile(prior: Prior, u: float) -> float:
    """The value below which a share u in [0, 1] of the prior lies, never outside the prior's bounds."""
    low, high = bounds(prior)
    return min(max(_quantile(prior, u), low), high)


def _quantile(prior: Prior, u: float) -> float:
    match prior:
        case Uniform(low, high):
            return high if u == 1 else low + u * (high - low)  # rounding would miss an end far below the other's size
        case LogUniform(low, high):
            return low * math.exp(u * math.log(high / low))
        case Triangular(low, mode, high):
            return _triangular(low, mode, high, u)
        case PointMass(at, mass, rest):
            return at if u < mass or mass == 1 else quantile(rest, (u - mass) / (1 - mass))
        case Category(values):
            return values[bisect_right(prior.steps, u)]
        case _:
            assert_never(prior)


def likelihood(prior: Prior, at: float) -> float:
    """The density of the prior at a value, and its mass where it has one there; what has no width has the mass 1."""
    least, greatest = bounds(prior)
    return _likelihood(prior, at) if least <= at <= greatest else 0.0


def _likelihood(prior: Prior, at: float) -> float:
    match prior:
        case Uniform(low, high):
            return 1 / (high - low) if high > low else 1.0
        case LogUniform(low, high):
            return 1 / (at * math.log(high / low)) if high > low else 1.0
        case Triangular(low, mode, high):
            return 2 / (high - low) * _slope(low, mode, high, at) if high > low else 1.0
        case PointMass(point, mass, rest):
            return mass if at == point else (1 - mass) * likelihood(rest, at)
        case Category(values, weights):
            return dict(zip(values, weights, strict=True)).get(at, 0.0)
        case _:
            assert_never(prior)


def _slope(low: float, mode: float, high: float, at: float) -> float:
    return (at - low) / (mode - low) if at < mode or mode == high else (high - at) / (high - mode)


def mass_at_zero(prior: Prior) -> float:
    """The share of the prior that is exactly 0."""
    match prior:
        case PointMass(0.0, mass, _):
            return mass
        case Category():
            return likelihood(prior, 0.0)
        case _:
            return 0.0


def fault(prior: Prior) -> str:
    """Why the prior is no distribution; the empty string where it is one."""
    match prior:
        case Uniform(low, high):
            return "" if -math.inf < low <= high < math.inf else "low and high must be finite and in this order"
        case LogUniform(low, high):
            return "" if 0 < low <= high < math.inf else "low must be above 0, and high finite and no lower"
        case Triangular(low, mode, high):
            return "" if -math.inf < low <= mode <= high < math.inf else "low, mode and high must be finite and in this order"
        case PointMass(at, mass, rest):
            if not 0 <= mass <= 1:
                return "its mass must be between 0 and 1"
            return fault(rest) or ("" if at <= bounds(rest)[0] else "its point must not lie above the least of the rest")
        case Category(values, weights):
            return _category_fault(values, weights)
        case _:
            assert_never(prior)


def bounds(prior: Prior) -> tuple[float, float]:
    """The least and the greatest value the prior allows."""
    match prior:
        case Uniform(low, high) | LogUniform(low, high) | Triangular(low, _, high):
            return low, high
        case PointMass(at, _, rest):
            low, high = bounds(rest)
            return min(at, low), max(at, high)
        case Category(values):
            return values[0], values[-1]
        case _:
            assert_never(prior)


def _category_fault(values: tuple[float, ...], weights: tuple[float, ...]) -> str:
    if not values or len(values) != len(weights):
        return "it needs a weight for each of its values, and a value at least"
    if not all(map(math.isfinite, values)) or any(a >= b for a, b in pairwise(values)):
        return "its values must be finite and rise"
    if not all(weight >= 0 for weight in weights) or abs(sum(weights) - 1) > ROUNDING:
        return "its weights must be 0 or more and sum to 1"
    return ""


def _triangular(low: float, mode: float, high: float, u: float) -> float:
    width = high - low
    if width == 0 or u == 1:
        return high  # rounding would miss an end far below the other's size
    if u * width <= mode - low:
        return low + math.sqrt(u * width * (mode - low))
    return high - math.sqrt((1 - u) * width * (high - mode))


def default_prior(value: float, low: float, high: float, prior: Prior | None) -> Prior:
    """The prior of one element of an uncertainty."""
    return prior if prior is not None else Triangular(low, value, high)
