"""How often is a claim true along each number? Shares of worlds in twenty groups of its values, all from the same worlds.

Where numbers are drawn alone, the accepted worlds with a number at a value are those that history would leave with it held there;
so nothing is run anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.effective_count import worth_of_sums
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields

GROUPS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A group of worlds by one number: its mean there, how far that lies from the prior's, and the claim's share."""

    name: str
    value: float
    distance: float
    share: Share


@dataclass(frozen=True, slots=True, repr=False)
class Profile(Printed):
    """How often a claim is true along each number: per number and group its mean, how far that lies out, and the share there.

    `values[number, group]` are the means, `distances[number, group]` how far they lie from the number's mean in the prior, in the
    prior's standard deviations. `shares[number, group]` are those of worlds in which the claim is true, and
    `worths[number, group]` how many equal worlds each group is worth; 0 where it holds none.
    """

    names: tuple[str, ...]
    values: Array
    distances: Array
    shares: Array
    worths: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Shares along {len(self.names)} numbers, in {GROUPS} groups of each"

    @property
    def count(self) -> int:
        """How many groups hold a world."""
        return int((self.worths > 0).sum())

    def parts(self) -> Iterator[Part]:
        """Every group that holds a world, number by number."""
        for row, place in zip(*np.nonzero(self.worths), strict=True):
            yield self._part(int(row), int(place))

    def along(self, name: str) -> list[Part]:
        """The groups of one number that hold a world, by its value."""
        row = self.names.index(name)
        return [self._part(row, int(place)) for place in np.flatnonzero(self.worths[row])]

    def _part(self, row: int, place: int) -> Part:
        worth = float(self.worths[row, place])
        share = Share(float(self.shares[row, place]) * worth, worth)
        return Part(self.names[row], float(self.values[row, place]), float(self.distances[row, place]), share)


@dataclass(frozen=True, slots=True)
class Twentieths:
    """Some worlds cut by each number: `places[number, world]` is the group, where values that tie share one.

    `values[number, group]` and `distances[number, group]` are as in `Profile`; `weights[world]` make worlds answer for a prior.
    """

    names: tuple[str, ...]
    places: NDArray[np.int8]
    values: Array
    distances: Array
    weights: Array

    @classmethod
    def of(cls, population: Population, names: Sequence[str], positions: NDArray[np.intp]) -> Twentieths:
        """The worlds at `positions[world]` of a population, cut by numbers; groups weigh the same but for ties."""
        every = population.weights
        weights = np.ones(len(positions)) if every is None else every[positions]
        places = np.empty((len(names), len(positions)), dtype=np.int8)
        values, distances = np.zeros((len(names), GROUPS)), np.zeros((len(names), GROUPS))
        for row, name in enumerate(names):
            drawn = population.worlds.values[name]
            here = drawn[positions]
            places[row] = groups(here, weights, GROUPS)
            inside = np.bincount(places[row], weights=weights, minlength=GROUPS)
            total = np.bincount(places[row], weights=weights * here, minlength=GROUPS)
            values[row] = np.divide(total, inside, out=np.zeros(GROUPS), where=inside > 0)
            middle = float(np.average(drawn, weights=every))
            spread = float(np.sqrt(np.average((drawn - middle) ** 2, weights=every)))
            distances[row] = np.abs(values[row] - middle) / spread if spread else 0.0
        return cls(tuple(names), places, values, distances, weights)

    def profile(self, true: Mask, asked: Mask) -> Profile:
        """The shares of a claim, `true[world]`, over the worlds that are `asked[world]`, in every group."""
        weights = self.weights * asked
        hits, squares = weights * true, weights * weights
        shares, worths = np.zeros(self.values.shape), np.zeros(self.values.shape)
        for row, places in enumerate(self.places):
            sums = [np.bincount(places, weights=each, minlength=GROUPS) for each in (weights, hits, squares)]
            shares[row] = np.divide(sums[1], sums[0], out=np.zeros(GROUPS), where=sums[0] > 0).clip(0, 1)
            worths[row] = [worth_of_sums(total, square) for total, square in zip(sums[0], sums[2], strict=True)]
        return Profile(self.names, self.values, self.distances, shares, worths)


def groups(values: Array, weights: Array, count: int) -> NDArray[np.int64]:
    """The group of each world, [world], of so many of equal weight: where its value first stands among all.

    `values[world]` that tie share a group, `weights[world]` say how much each counts. Where values are few, each is a group.
    """
    few = np.unique(values)
    if len(few) <= count < len(values):
        return np.searchsorted(few, values)
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    below = np.concatenate([[0.0], np.cumsum(weights[order])[:-1]])
    starts = np.searchsorted(ranked, ranked, side="left")
    found = np.empty(len(values), dtype=np.int64)
    share = below[starts] * count / max(float(weights.sum()), 1e-300)
    found[order] = np.minimum(share, count - 1).astype(np.int64)
    return found
