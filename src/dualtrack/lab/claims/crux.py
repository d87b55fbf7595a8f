"""What decides a claim? The uncertain numbers whose low and high halves move the probability that it is true most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.effective_count import worth_of_sums
from dualtrack.lab.statistics.resolved import bar
from dualtrack.lab.statistics.share import NORMAL, Share
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array, Mask

MOST = 3


@dataclass(frozen=True, slots=True)
class Crux:
    """A number, and the shares of worlds in which the claim is true in the lower and the upper half of its values."""

    name: str
    label: Label
    split: float
    low: Share
    high: Share

    @property
    def difference(self) -> float:
        """How much oftener the claim is true in the upper half."""
        return self.high.value - self.low.value

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the difference."""
        reach = NORMAL * _error(self.low, self.high)
        return self.difference - reach, self.difference + reach

    @property
    def words(self) -> Label:
        """The crux in a sentence, in English and Chinese."""
        low, high = (f"{100 * each.value:.0f}" for each in (self.low, self.high))
        return (
            f"{self.label[0]}: true in {high} % of worlds where it is high, in {low} % where it is low",
            f"{self.label[1]}：取值高的世界中{high}%成立，取值低的世界中{low}%成立",
        )


@dataclass(frozen=True, slots=True)
class Halves:
    """Each number's split of some worlds: `upper[number, world]` is one where it lies above `splits[number]`.

    `weights[world]` make the worlds answer for one prior; none weighs all alike.
    """

    names: tuple[str, ...]
    labels: tuple[Label, ...]
    splits: Array
    upper: NDArray[np.float32]
    weights: Array | None


def halves(model: Model, drawn: Mapping[str, Array], weights: Array | None = None) -> Halves:
    """Every number of `drawn[name][world]` split at its median, by `weights[world]` if any.

    A switch that is off, or whole, in most worlds is split into off and on.
    """
    names = model.drawn
    splits = np.array([_median(drawn[name], weights) for name in names])
    upper = np.array([drawn[name] > split for name, split in zip(names, splits, strict=True)], dtype=np.float32)
    return Halves(names, tuple(model[name].label for name in names), splits, upper, weights)


def cruxes(found: Halves, true: Mask, used: Mask | None = None, most: int = MOST) -> tuple[Crux, ...]:
    """The numbers that move the claim most, strongest first; only those beyond what chance shows among so many (Bonferroni).

    `true[world]` says where the claim holds; only the worlds `used[world]` count, all if it is left out.
    """
    counted = np.ones(len(true)) if used is None else used.astype(np.float64)
    weights = counted if found.weights is None else counted * found.weights
    sums = np.stack([counted, weights, weights * true, weights * weights])
    above = (found.upper @ sums.T.astype(np.float32)).astype(np.float64)
    rows = [_crux(found, place, sums.sum(axis=1) - row, row) for place, row in enumerate(above)]
    split = [each for each in rows if each is not None]
    least = bar(len(split))
    sure = [each for each in split if abs(each.difference) > least * _error(each.low, each.high)]
    return tuple(sorted(sure, key=lambda each: -abs(each.difference))[:most])


def _median(values: Array, weights: Array | None) -> float:
    found = np.median(values) if weights is None else np.quantile(values, 0.5, weights=weights, method="inverted_cdf")
    below = values[values < found]
    return float(below.max() if len(below) and found == values.max() else found)


def _crux(found: Halves, place: int, low: Array, high: Array) -> Crux | None:
    if min(round(low[0]), round(high[0])) < 1 or min(low[1], high[1], low[3], high[3]) <= 0:
        return None
    return Crux(found.names[place], found.labels[place], float(found.splits[place]), _share(low), _share(high))


def _share(sums: Array) -> Share:
    """From the worlds of a half, their weight, the weight of those that are true, and the weights squared."""
    ran, weight, true, squares = sums.tolist()
    worth = worth_of_sums(weight, squares)
    return Share(min(max(true / weight, 0.0), 1.0) * worth, worth, round(ran))


def _error(low: Share, high: Share) -> float:
    """Standard error of the difference of two shares, each with half a world added to both sides."""
    parts = ((each.true + 0.5) / (each.worlds + 1) for each in (low, high))
    return sqrt(sum(p * (1 - p) / each.worlds for p, each in zip(parts, (low, high), strict=True)))
