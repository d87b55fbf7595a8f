"""From which value of a number on is a claim true often enough? Where the share of worlds crosses a level, by bisection.

The same worlds are asked at every value, so that shares differ by the number alone. The interval holds every value at which the
level lies within the sampling error of the share (a test turned round), and has no end where no value tried is clearly beyond.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from math import sqrt

import numpy as np

from dualtrack.lab.statistics.share import NORMAL, Share
from dualtrack.lab.worlds.stretch import Leeway
from dualtrack.targets.numeric.arrays import Array

ShareAt = Callable[[float], Share | None]
"""The share of worlds in which a claim is true with a number at a value; none where too few worlds are left."""
Point = tuple[float, Share]

HALF = 0.5
STEPS = 8
"""Steps across the declared range that are run before anything is bisected."""
BEYOND = (0.25, 1.0, 3.0, 10.0)
"""Widths of the range beyond its ends that are tried where no value inside is enough."""
FINE = 1 / 256
"""Of the larger of range and distance: no crossing is sought more finely."""
NEAR = 0.25
"""Standard errors of a share: ends of a bracket that lie nearer to the level differ by chance alone."""
ENDS = 3
"""Times that the bracket of an interval's end is halved at the most."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where the share crosses a level: the crossing nearest to the declared value, with its 95 % interval, open where None.

    `above` says whether the share is at the level or more above the value; where there is no value, whether it is everywhere.
    `again` are about where it crosses the level again, clearly apart from there.
    """

    level: float
    value: float | None
    interval: tuple[float | None, float | None]
    above: bool
    again: tuple[float, ...] = ()


@dataclass(frozen=True)
class ShareCurve:
    """The share of worlds along one number; each value is run once."""

    share_at: ShareAt
    declared: float
    stretch: Leeway
    found: dict[float, Share | None] = field(default_factory=dict)

    @property
    def points(self) -> list[Point]:
        """What was run, by value; values at which too few worlds were left are no points."""
        return [(value, share) for value, share in sorted(self.found.items()) if share is not None]

    def run(self, value: float) -> Share | None:
        """The share at a value."""
        if value not in self.found:
            self.found[value] = self.share_at(value)
        return self.found[value]

    def break_evens(self, levels: Sequence[float]) -> tuple[BreakEven, ...]:
        """Where each level is crossed; beyond the range only as far as is needed, and of few values at these alone."""
        if self.stretch.values:
            for value in self.stretch.values:
                self.run(value)
            return tuple(_among_few(level, self.points, self.declared) for level in levels)
        low, width = self.stretch.low, self.stretch.width
        for place in range(STEPS + 1):
            self.run(low + width * place / STEPS)
        self._reach_out(levels)
        return tuple(self._break_even(level) for level in levels)

    def _reach_out(self, levels: Sequence[float]) -> None:
        """Values beyond either end, nearest first, until every level is crossed or nothing is left to try."""
        open_ends = [-1, 1]
        while open_ends and not all(self._brackets(level) for level in levels):
            open_ends = [side for side in open_ends if self._further(side)]

    def _further(self, side: int) -> bool:
        """Run the nearest value beyond one end that was not run; false where there is none, or too few worlds are left at one."""
        for value in map(partial(self._beyond, side), BEYOND):
            if value not in self.found:
                return self.run(value) is not None
            if self.found[value] is None:
                return False
        return False

    def _beyond(self, side: int, times: float) -> float:
        stretch = self.stretch
        if side > 0:
            return min(stretch.high + times * stretch.width, stretch.most)
        return max(stretch.low - times * stretch.width, stretch.least)

    def _brackets(self, level: float) -> list[tuple[Point, Point]]:
        """Neighbours between which the share passes the level."""
        points = self.points
        return [pair for pair in pairwise(points) if (pair[0][1].value >= level) != (pair[1][1].value >= level)]

    def _break_even(self, level: float) -> BreakEven:
        found = self._brackets(level)
        if not found:
            return BreakEven(level, None, (None, None), bool(self.points) and self.points[0][1].value >= level)
        below, beyond = self._narrowed(level, *min(found, key=lambda pair: self._distance(*pair)))
        value = _crossing(level, below, beyond)
        low, high = (self._end(level, value, side) for side in (-1, 1))
        others = (_crossing(level, *pair) for pair in self._brackets(level))
        again = tuple(each for each in others if (low is not None and each < low) or (high is not None and each > high))
        return BreakEven(level, value, (low, high), beyond[1].value >= level, again)

    def _distance(self, below: Point, beyond: Point) -> float:
        """How far a bracket lies from the declared value."""
        return max(below[0] - self.declared, self.declared - beyond[0], 0.0)

    def _narrowed(self, level: float, below: Point, beyond: Point) -> tuple[Point, Point]:
        """The bracket halved until it is fine, or its ends differ from the level by chance alone."""
        while beyond[0] - below[0] > FINE * max(self.stretch.width, abs(self.stretch.width * self.stretch.place(below[0]))):
            if all(abs(share.value - level) <= NEAR * _error(level, share) for _, share in (below, beyond)):
                break
            middle = (below[0] + beyond[0]) / 2
            share = self.run(middle)
            if share is None:
                break
            if (share.value >= level) == (below[1].value >= level):
                below = middle, share
            else:
                beyond = middle, share
        return below, beyond

    def _end(self, level: float, value: float, side: int) -> float | None:
        """The first value on one side at which the level lies outside the interval of the share."""
        while self._bracket_of_end(level, value, side)[1] is None and self._further(side):
            pass
        for _ in range(ENDS):
            (inside, _), outside = self._bracket_of_end(level, value, side)
            if outside is None or abs(outside[0] - inside) <= self.stretch.width / STEPS:
                break
            if self.run((outside[0] + inside) / 2) is None:
                break
        (inside, gap), outside = self._bracket_of_end(level, value, side)
        return None if outside is None else _between(inside, outside[0], gap, outside[1])

    def _bracket_of_end(self, level: float, value: float, side: int) -> tuple[tuple[float, float], tuple[float, float] | None]:
        """The last value on one side whose interval holds the level and the first whose interval does not, with their gaps."""
        inside = value, -NORMAL * _error(level, self._nearest(value))
        for each in self._gaps(level, value, side):
            if each[1] > 0:
                return inside, each
            inside = each
        return inside, None

    def _gaps(self, level: float, value: float, side: int) -> list[tuple[float, float]]:
        """Outward from a value, by how much the level lies outside the interval of each share; below 0 inside."""
        points = [(v, share) for v, share in self.points if side * (v - value) > 0]
        points.sort(key=lambda point: side * point[0])
        return [(v, max(share.interval[0] - level, level - share.interval[1])) for v, share in points]

    def _nearest(self, value: float) -> Share:
        return min(self.points, key=lambda point: abs(point[0] - value))[1]


def _among_few(level: float, points: Sequence[Point], declared: float) -> BreakEven:
    """Where a number that takes few values passes a level: the last value on the side that keeps it.

    A level of one half or more is kept where it is reached, a lower one where it is not. The interval holds every value that may
    be that last one, as far as shares tell.
    """
    is_high = [share.value >= level for _, share in points]
    keeps = [each == (level >= HALF) for each in is_high]
    turns = {k: points[k if keeps[k] else k - 1][0] for k in range(1, len(points)) if is_high[k] != is_high[k - 1]}
    if not turns:
        return BreakEven(level, None, (None, None), bool(points) and is_high[0])
    place = min(turns, key=lambda each: abs(turns[each] - declared))
    is_clear = [not share.interval[0] < level < share.interval[1] for _, share in points]
    below = next((k for k in range(place - 1, -1, -1) if is_clear[k]), None)
    beyond = next((k for k in range(place, len(points)) if is_clear[k]), None)
    inward = 0 if keeps[place] else 1
    low = None if below is None else points[below + 1 - inward][0]
    high = None if beyond is None else points[beyond - inward][0]
    again = tuple(value for each, value in turns.items() if each != place)
    return BreakEven(level, turns[place], (low, high), is_high[place], again)


def passes(values: Array, shares: Array, level: float) -> list[float]:
    """Where `shares[place]` along `values[place]` pass a level, on straight lines; nothing beside what is no number."""
    gaps = shares - level
    turns = np.flatnonzero((gaps[:-1] >= 0) != (gaps[1:] >= 0))
    known = [place for place in turns if np.isfinite(gaps[place : place + 2]).all()]
    return [_between(float(values[k]), float(values[k + 1]), float(gaps[k]), float(gaps[k + 1])) for k in known]


def _crossing(level: float, below: Point, beyond: Point) -> float:
    return _between(below[0], beyond[0], below[1].value - level, beyond[1].value - level)


def _error(level: float, share: Share) -> float:
    """The standard error of a share of so many worlds where it is at the level."""
    return sqrt(level * (1 - level) / share.worlds)


def _between(first: float, second: float, gap: float, other: float) -> float:
    """Where a straight line from one gap to the other passes zero."""
    return first if gap == other else first + (second - first) * gap / (gap - other)
