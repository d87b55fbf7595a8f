"""A box in the space of what is uncertain: a few numbers, each kept above or below a bound, and what it holds of some worlds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dualtrack.targets.numeric.arrays import Array, Mask

End = Literal["low", "high"]
ENDS: tuple[End, End] = ("low", "high")


@dataclass(frozen=True, slots=True)
class Cases:
    """Worlds as `inputs[input, world]`, and in `holds[world]` whether the condition holds in each."""

    names: tuple[str, ...]
    inputs: Array
    holds: Mask

    @classmethod
    def of(cls, values: Mapping[str, Array], holds: Mask) -> Cases:
        """From values by name, `values[name][world]`, and `holds[world]`."""
        return cls(tuple(values), np.array(list(values.values())), holds)

    def only(self, wanted: NDArray[np.generic]) -> Cases:
        """The worlds marked in `wanted[world]`, or those at some positions `wanted[place]`, which may repeat."""
        return Cases(self.names, np.ascontiguousarray(self.inputs[:, wanted]), self.holds[wanted])

    def beside(self, more: Cases) -> Cases:
        """These worlds and others."""
        return Cases(self.names, np.concatenate([self.inputs, more.inputs], axis=1), np.concatenate([self.holds, more.holds]))


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds `low[input]` and `high[input]`, both ends inside, infinite where nothing is asked."""

    low: Array
    high: Array

    @classmethod
    def whole(cls, count: int) -> Box:
        """The box that holds every world."""
        return cls(np.full(count, -np.inf), np.full(count, np.inf))

    @property
    def limits(self) -> tuple[tuple[int, End], ...]:
        """The ends that ask something, as (input, end)."""
        return tuple((place, end) for end in ENDS for place in map(int, np.flatnonzero(np.isfinite(self.bounds(end)))))

    @property
    def limited(self) -> tuple[int, ...]:
        """The inputs of which something is asked."""
        return tuple(map(int, np.flatnonzero(np.isfinite(self.low) | np.isfinite(self.high))))

    def bounds(self, end: End) -> Array:
        """One end of every input, [input]."""
        return self.low if end == "low" else self.high

    def with_bound(self, place: int, end: End, bound: float) -> Box:
        """The box with one end moved."""
        moved = self.bounds(end).copy()
        moved[place] = bound
        return Box(moved, self.high) if end == "low" else Box(self.low, moved)

    def without(self, place: int) -> Box:
        """The box that asks nothing of one input."""
        return self.with_bound(place, "low", -math.inf).with_bound(place, "high", math.inf)

    def inside(self, cases: Cases) -> Mask:
        """Which worlds it holds, [world]."""
        found = np.ones(len(cases.holds), dtype=np.bool_)
        for place in self.limited:
            row = cases.inputs[place]
            found &= (row >= self.low[place]) & (row <= self.high[place])
        return found


@dataclass(frozen=True, slots=True)
class BoxCount:
    """What a box holds of some worlds: how many, and in how many of them, and of all, the condition holds."""

    worlds: int
    hits: int
    all_worlds: int
    all_hits: int

    @property
    def density(self) -> float:
        """The share of the box's worlds in which the condition holds."""
        return self.hits / self.worlds if self.worlds else 0.0

    @property
    def coverage(self) -> float:
        """The share of the worlds in which the condition holds that lie in the box."""
        return self.hits / self.all_hits if self.all_hits else 0.0

    @property
    def mass(self) -> float:
        """The share of all worlds that lie in the box."""
        return self.worlds / self.all_worlds

    @property
    def overlap(self) -> float:
        """Worlds in both the box and the condition, of those in either (Jaccard)."""
        either = self.worlds + self.all_hits - self.hits
        return self.hits / either if either else 0.0

    def __str__(self) -> str:
        return f"{self.hits} of {self.worlds} worlds inside, of {self.all_hits} in which it holds"


def held(box: Box, cases: Cases) -> BoxCount:
    """Count."""
    inside = box.inside(cases)
    return BoxCount(int(inside.sum()), int((inside & cases.holds).sum()), len(inside), int(cases.holds.sum()))


def quasi_p(box: Box, cases: Cases, place: int) -> float:
    """How likely chance alone would make the box this dense or denser, if the limit on one input told nothing.

    The worlds of the box are taken as drawn from those that it holds without this limit (Bryant and Lempert, 2010).
    """
    looser, now = held(box.without(place), cases), held(box, cases)
    return upper_tail(now.hits, now.worlds, looser.density)


def upper_tail(least: int, trials: int, chance: float) -> float:
    """The probability of `least` or more successes."""
    if least <= 0:
        return 1.0
    if chance in (0.0, 1.0):
        return chance
    counts = np.arange(least, trials + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, trials + 1)))])
    choose = logs[trials] - logs[counts] - logs[trials - counts]
    return min(float(np.exp(choose + counts * math.log(chance) + (trials - counts) * math.log1p(-chance)).sum()), 1.0)
