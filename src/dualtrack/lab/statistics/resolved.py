"""What may a sentence say? An order, a leader or an absence is told only where the intervals leave no other reading.

Every sentence that names one asks here. Two estimates differ where their gap exceeds the errors of both (the intervals of Zou and
Donner, 2008), with a bar that is for all comparisons made at once, so that one sentence in a thousand names what is chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, hypot, log2
from statistics import NormalDist
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.share import NORMAL, Share, standard_error

FALSE_ALARMS = 0.001
"""Chance that some number without influence is named in a sentence: one in a thousand, so that some forty sentences bear it."""
MOST = 2**24
"""A size beyond this is not worth naming."""
Slight = Literal["slight", "clear", "open"]


class Estimate(Protocol):
    """A number with its 95 % interval."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def low(self) -> float:
        """The lower end."""

    @property
    def high(self) -> float:
        """The upper end."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its 95 % interval; both ends are infinite where one world alone was measured."""

    value: float
    low: float
    high: float

    @classmethod
    def share(cls, marks: NDArray[np.bool_]) -> Measured:
        """The share of `marks[world]`, 0 to 1, by Wilson's interval (Wilson, 1927); from 0 to 1 over no world."""
        found = Share(int(marks.sum()), len(marks)) if len(marks) else None
        return cls(0.5, 0.0, 1.0) if found is None else cls(found.value, *found.interval)

    @classmethod
    def mean(cls, values: NDArray[np.float64]) -> Measured:
        """The mean of `values[world]`."""
        mean, reach = float(values.mean()), NORMAL * standard_error(values, np.ones(len(values)))
        return cls(mean, mean - reach, mean + reach)


@dataclass(frozen=True, slots=True)
class Order:
    """How much of an order of estimates, largest first, may be told.

    `places` lists them by value. Each of the first `settled` is told from all behind it; the first `ahead` as a group are told
    from all others, 0 where no group of at most half of them is.
    """

    places: tuple[int, ...]
    settled: int
    ahead: int


def bar(count: int) -> float:
    """Standard errors beyond which one of `count` numbers lies by chance with a probability of `FALSE_ALARMS` (Bonferroni)."""
    return NormalDist().inv_cdf(1 - FALSE_ALARMS / (2 * max(count, 1)))


def exceeds(one: Estimate, other: Estimate, compared: int) -> bool:
    """Whether one is told to be larger than another, among so many compared."""
    return one.value - other.value > bar(compared) / NORMAL * _reach(one, other)


def order(found: Sequence[Estimate]) -> Order:
    """The order of some estimates, as far as their intervals allow it."""
    places = tuple(sorted(range(len(found)), key=lambda place: -found[place].value))
    pairs = len(places) * (len(places) - 1) // 2
    cut = [
        all(exceeds(found[front], found[back], pairs) for front in places[:size] for back in places[size:])
        for size in range(1, len(places))
    ]
    settled = next((size for size, holds in enumerate(cut) if not holds), len(cut))
    ahead = next((size for size, holds in enumerate(cut, 1) if holds), 0)
    return Order(places, settled, ahead)


def beside(found: Estimate, bound: float) -> Slight:
    """Whether an estimate is told to lie below a bound, above it, or neither."""
    if found.high < bound:
        return "slight"
    return "clear" if found.low > bound else "open"


def size_to_tell(one: Estimate, other: Estimate, compared: int, size: int) -> int | None:
    """The power of two from which on two estimates from a sample of some size would likely be told apart; None beyond `MOST`.

    Errors fall with the root of the size, and the gap is taken to stay.
    """
    gap, reach = one.value - other.value, bar(compared) / NORMAL * _reach(one, other)
    if gap <= 0 or size * (reach / gap) ** 2 > MOST:
        return None
    return rounded(size * (reach / gap) ** 2)


def rounded(size: float) -> int:
    """The next power of two: a size to be named needs no more precision."""
    return int(2 ** ceil(log2(max(size, 1.0))))


def _reach(one: Estimate, other: Estimate) -> float:
    return hypot(one.value - one.low, other.high - other.value)
