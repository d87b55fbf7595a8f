"""What decides a claim? The uncertain numbers whose low and high halves move the probability that it is true most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.verdict import NORMAL, Share, share
from dualtrack.language.declare import Label
from dualtrack.language.model import Model

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

MOST = 3
FALSE_ALARMS = 0.001
"""Chance that some number without influence is named for a claim: one in a thousand, so that some forty claims bear it."""


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
        low, high = (f"{100 * each.value:.0f} %" for each in (self.low, self.high))
        return (
            f"{self.label[0]}: true in {high} of worlds where it is high, in {low} where it is low",
            f"{self.label[1]}：高值世界中{high}成立，低值世界中{low}成立",
        )


def cruxes(model: Model, drawn: Mapping[str, Array], true: Mask, most: int = MOST) -> tuple[Crux, ...]:
    """The numbers that move the claim most, strongest first; only those beyond what chance shows over all numbers."""
    found = [crux for name in model.drawn if (crux := _split(model, name, drawn[name], true)) is not None]
    bar = _normal_bar(len(found))
    sure = [each for each in found if abs(each.difference) > bar * _error(each.low, each.high)]
    return tuple(sorted(sure, key=lambda each: -abs(each.difference))[:most])


def _split(model: Model, name: str, values: Array, true: Mask) -> Crux | None:
    """A number at its median; a switch that is off in most worlds is split into off and on."""
    split = float(np.median(values))
    upper = values > split
    low, high = share(true[~upper]), share(true[upper])
    if low is None or high is None:
        return None
    return Crux(name, model[name].label, split, low, high)


def _error(low: Share, high: Share) -> float:
    """Standard error of the difference of two shares, each with half a world added to both sides."""
    parts = ((each.true + 0.5) / (each.worlds + 1) for each in (low, high))
    return sqrt(sum(p * (1 - p) / each.worlds for p, each in zip(parts, (low, high), strict=True)))


def _normal_bar(count: int) -> float:
    """Standard errors beyond which one of `count` numbers lies by chance with a probability of `FALSE_ALARMS` (Bonferroni)."""
    return NormalDist().inv_cdf(1 - FALSE_ALARMS / (2 * max(count, 1)))
