"""What is it worth to know a number before an answer is called true or false? The calls that would turn out better, per world.

An answer is called true or false by its share of worlds, and a call that fails costs 1: without more knowledge the smaller of the
two shares is lost. Knowing a number, one calls by the share of worlds near its value (the value of partial perfect information;
Raiffa and Schlaifer, 1961, Strong, Oakley and Brennan, 2014). That share is read from other worlds than those called by it, so
that noise gains nothing, and no number is ever worth more than knowing the answer itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.claims.profile import groups
from dualtrack.lab.statistics.share import CONTRADICTED, NORMAL, SUPPORTED
from dualtrack.targets.numeric.arrays import Array, Mask

FOLDS = 5
"""Parts of the worlds; each is called by the other four."""
WORLDS_A_GROUP, FEWEST, MOST = 100, 4, 40
"""Worlds in a group of a number's values, about, and how few and how many groups there may be."""
HALF = 0.5
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much fewer calls fail, as a share of worlds, with the standard error; `most` is what knowing the answer gives.

    `found` may lie a little below zero, where a number tells nothing and calls by it are worse by chance.
    """

    found: float
    error: float
    most: float

    @property
    def value(self) -> float:
        """The gain itself, from 0 to `most`."""
        return min(max(self.found, 0.0), self.most)

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval, within what is possible."""
        return self.within(NORMAL)

    def within(self, errors: float) -> tuple[float, float]:
        """So many standard errors on either side, from 0 to `most`."""
        low, high = self.found - errors * self.error, self.found + errors * self.error
        return min(max(low, 0.0), self.most), min(max(high, 0.0), self.most)


@dataclass(frozen=True, slots=True)
class Settled:
    """The share of a number's distribution at which an answer would be settled, and its ends where sampling error may hide it.

    Settled is a share of four fifths or more, or of one fifth or less. `low` counts groups of values whose whole interval lies
    beyond a bound, `high` those whose interval reaches one.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Worlds cut into groups by one number: `places[world]` is the group, `beside[world]` the one next to it on the world's side.

    A world's share lies between those of the two groups, `weights[world]` of the way, by how far its value lies between their
    means; a value that many worlds share, such as a mechanism that is off, is a group of its own.
    """

    places: Places
    beside: Places
    weights: Array
    count: int

    @classmethod
    def of(cls, values: Array) -> Cut:
        """Groups of equal size by `values[world]`; values that tie share one."""
        count = groups_for(len(values))
        places = np.unique(groups(values, np.ones(len(values)), count), return_inverse=True)[1].astype(np.int64)
        kept = int(places.max(initial=0)) + 1
        sizes = np.bincount(places, minlength=kept)
        means = np.bincount(places, weights=values, minlength=kept) / sizes
        single = _range(values, places, kept) == 0
        above = values > means[places]
        beside = np.clip(places + np.where(above, 1, -1), 0, kept - 1)
        apart = np.abs(means[beside] - means[places])
        near = np.abs(values - means[places])
        weights = np.divide(near, apart, out=np.zeros(len(values)), where=(apart > 0) & ~single[places] & ~single[beside])
        return cls(places, beside, np.minimum(weights, HALF), kept)

    def shares(self, true: Mask, folds: Places) -> Array:
        """In which share of the worlds near each `true[world]` holds, [world]; only worlds of other `folds[world]` are asked."""
        width, counted = self.count, folds * self.count + self.places
        inside = np.bincount(counted, minlength=FOLDS * width).reshape(FOLDS, width)
        hits = np.bincount(counted, weights=true, minlength=FOLDS * width).reshape(FOLDS, width)
        inside, hits = inside.sum(axis=0) - inside, hits.sum(axis=0) - hits
        middle = hits.sum(axis=1, keepdims=True) / np.maximum(inside.sum(axis=1, keepdims=True), 1)
        shares = (hits + middle) / (inside + 1)
        here, there = shares[folds, self.places], shares[folds, self.beside]
        return np.asarray(here + self.weights * (there - here))

    def settled(self, true: Mask, shares: Array) -> Settled:
        """How much of the distribution settles the answer `true[world]`, by out-of-sample `shares[world]`."""
        inside = np.bincount(self.places, minlength=self.count)
        hits = np.bincount(self.places, weights=true, minlength=self.count)
        least, greatest = _wilson(hits.astype(np.float64), inside.astype(np.float64))
        surely = (least >= SUPPORTED) | (greatest <= CONTRADICTED)
        perhaps = (greatest >= SUPPORTED) | (least <= CONTRADICTED)
        low, high = (float(inside[each].sum() / len(true)) for each in (surely, perhaps))
        value = float(((shares >= SUPPORTED) | (shares <= CONTRADICTED)).mean())
        return Settled(min(max(value, low), high), low, high)


def groups_for(worlds: int) -> int:
    """Into how many groups so many worlds are cut."""
    return min(max(worlds // WORLDS_A_GROUP, FEWEST), MOST)


def folds_of(worlds: int, seed: int) -> Places:
    """To which of `FOLDS` parts each world belongs, [world], in an order drawn by a `seed`; the parts are of one size."""
    stream = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, worlds])))
    return stream.permutation(np.arange(worlds) % FOLDS)


def cut_by(values: Mapping[str, Array]) -> dict[str, Cut]:
    """The worlds cut by each of some numbers, `values[name][world]`."""
    return {name: Cut.of(each) for name, each in values.items()}


def knowing_all(true: Mask) -> float:
    """What it is worth to know the answer `true[world]` itself: the share of calls that fail without it."""
    share = float(true.mean())
    return min(share, 1 - share)


def gains(true: Mask, shares: Array) -> NDArray[np.int8]:
    """What each world gains, [world], where `true[world]` is called by `shares[world]` and not by the share of all.

    It is 1 where only the first call is right, -1 where only the second is, and 0 where both are right or wrong.
    """
    usual = bool(true.mean() >= HALF)
    by_share = (shares >= HALF) == true
    return np.asarray(by_share.astype(np.int8) - (true == usual).astype(np.int8))


def gain_of(gained: NDArray[np.int8], most: float) -> Gain:
    """The mean of `gained[world]` with its error; half a world is added, so that no error is nought."""
    count = len(gained)
    mean = float(gained.mean())
    squares = (float(np.count_nonzero(gained)) + HALF) / count
    return Gain(mean, sqrt(max(squares - mean * mean, 0.0) / count), most)


def _range(values: Array, places: Places, count: int) -> Array:
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, places, values)
    np.maximum.at(high, places, values)
    return np.asarray(high - low)


def _wilson(hits: Array, sizes: Array) -> tuple[Array, Array]:
    """The ends of Wilson's interval of 95 % for each of some shares, as `Share.interval` gives them one by one."""
    value, square = hits / sizes, NORMAL * NORMAL
    middle = (value + square / (2 * sizes)) / (1 + square / sizes)
    reach = NORMAL / (1 + square / sizes) * np.sqrt(value * (1 - value) / sizes + square / (4 * sizes * sizes))
    return middle - reach, middle + reach
