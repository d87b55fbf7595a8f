"""How is a box found? Thin slices are peeled off while what is left grows denser, then pasted back where nothing is lost (PRIM).

Limits are sought on the inputs that tell by themselves: among some hundreds that tell nothing, chance alone finds slices that
look as dense, and the worlds are used up before those that matter are reached. After Friedman and Fisher (1999), with the gain
per world lost as the criterion, which lets a slice be as thick as a tie: a point mass or a category is peeled whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.statistics.box import ENDS, Box, Cases, End, held, quasi_p
from dualtrack.lab.statistics.two_sample import telling
from dualtrack.targets.numeric.arrays import Array

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Peel:
    """How a box is peeled (Friedman and Fisher, 1999); every field is a share from 0 to 1, and `RunError` is raised for another.

    Slices of `slice` of the box's worlds, down to `least` of all; a box of this `density` is wanted, or of half the way from the
    share of all worlds to 1 where that is more. An input is looked at where it tells at `chance` for all inputs together; a limit
    whose quasi-p value exceeds it is dropped (Bryant and Lempert, 2010).
    """

    slice: float = 0.05
    least: float = 0.05
    density: float = 0.8
    chance: float = 0.05

    def __post_init__(self) -> None:
        if not all(0 < share < 1 for share in (self.slice, self.least, self.density, self.chance)):
            raise RunError(f"no box can be peeled by {self}", fix="give shares between 0 and 1")

    def fit(self, finding: Cases, choosing: Cases) -> Box:
        """A box peeled and pasted on some worlds, chosen and thinned on others that no slice has seen.

        What survives thinning is peeled again by itself, until nothing more falls away: limits of no account no longer use up
        the worlds that telling ones need.
        """
        allowed = self.telling(finding, choosing)
        while True:
            if not len(allowed):
                return Box.whole(len(finding.names))
            box = self._paste(self._choose(self.peels(finding, allowed), choosing), finding)
            box = self._thin(box, choosing)
            if len(box.limited) == len(allowed):
                return box
            allowed = np.array(box.limited, dtype=np.int64)

    def telling(self, finding: Cases, choosing: Cases) -> Places:
        """The places of the inputs among which limits are sought, [input]: those that tell by themselves."""
        return telling(finding.beside(choosing), self.chance)

    def wanted(self, share: float) -> float:
        """The density that is asked of a box, where the condition holds in a share of all worlds."""
        return max(self.density, (1 + share) / 2)

    def peels(self, cases: Cases, allowed: Places) -> list[Box]:
        """Ever smaller boxes, from all worlds on, with limits on the inputs at the places `allowed[input]` only."""
        box, left = Box.whole(len(cases.names)), _Ranked.of(cases.inputs[allowed], cases.holds)
        boxes = [box]
        while (step := self._slice(left, self.least * len(cases.holds))) is not None:
            place, end, edge = step
            box = box.with_bound(int(allowed[place]), end, left.bound(place, end, edge))
            left = left.beyond(place, end, edge)
            boxes.append(box)
        return boxes

    def _slice(self, cases: _Ranked, least: float) -> tuple[int, End, int] | None:
        """The end whose slice gains most density per world lost, and the last rank in it; None where nothing is gained.

        Where no slice gains, slices twice as thick are tried, and so on: a few worlds that chance favours end no search.
        """
        depth = max(int(self.slice * len(cases.holds)), 1)
        while depth < len(cases.holds) and not cases.holds.all():
            if (found := self._best(cases, least, depth)) is not None:
                return found
            depth *= 2
        return None

    def _best(self, cases: _Ranked, least: float, depth: int) -> tuple[int, End, int] | None:
        """The same among slices of so many worlds."""
        count, all_hits, hits = len(cases.holds), int(cases.holds.sum()), cases.ranks[:, cases.holds]
        best, found = 0.0, None
        for end, kth in zip(ENDS, (depth - 1, count - depth), strict=True):
            edges = np.partition(cases.ranks, kth, axis=1)[:, kth, None]
            left = np.count_nonzero(_past(cases.ranks, edges, end), axis=1)
            density = np.count_nonzero(_past(hits, edges, end), axis=1) / np.maximum(left, 1)
            lost = np.where((left >= max(least, 1)) & (left < count), count - left, np.inf)
            gain = (density - all_hits / count) / lost
            place = int(np.argmax(gain))
            if gain[place] > best:
                best, found = float(gain[place]), (place, end, int(edges[place, 0]))
        return found

    def _choose(self, boxes: list[Box], cases: Cases) -> Box:
        """The box that best overlaps the condition among those dense enough, or among all where none is."""
        counted, wanted = [(box, held(box, cases)) for box in boxes], self.wanted(float(cases.holds.mean()))
        dense = [(box, found) for box, found in counted if found.density >= wanted]
        return max(dense or counted, key=lambda pair: pair[1].overlap)[0]

    def _paste(self, box: Box, cases: Cases) -> Box:
        """Ends moved out again, a slice at a time, as long as the box grows no thinner."""
        grown = True
        while grown:
            grown = False
            for place, end in box.limits:
                wider = self._wider(box, cases, place, end)
                if held(wider, cases).density >= held(box, cases).density:
                    box, grown = wider, True
        return box

    def _wider(self, box: Box, cases: Cases, place: int, end: End) -> Box:
        freed = box.with_bound(place, end, -np.inf if end == "low" else np.inf)
        row = cases.inputs[place]
        inside = box.inside(cases)
        gained = np.sort(row[freed.inside(cases) & ~inside])
        depth = max(int(self.slice * inside.sum()), 1)
        if len(gained) <= depth:
            return freed
        return box.with_bound(place, end, float(gained[-depth] if end == "low" else gained[depth - 1]))

    def _thin(self, box: Box, cases: Cases) -> Box:
        """The box without the limits that chance explains, the least telling first."""
        while box.limited:
            place = max(box.limited, key=lambda each: quasi_p(box, cases, each))
            if quasi_p(box, cases, place) <= self.chance:
                return box
            box = box.without(place)
        return box


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Worlds as ranks among the values that occur, `ranks[input, world]`: small integers, which tie where the values do."""

    ranks: NDArray[np.int32]
    holds: NDArray[np.bool_]
    levels: tuple[Array, ...]

    @classmethod
    def of(cls, inputs: Array, holds: NDArray[np.bool_]) -> _Ranked:
        rows = [np.unique(row, return_inverse=True) for row in inputs]
        return cls(np.array([places for _, places in rows], dtype=np.int32), holds, tuple(values for values, _ in rows))

    def beyond(self, place: int, end: End, edge: int) -> _Ranked:
        """What is left when all up to an edge is lost."""
        kept = _past(self.ranks[place], edge, end)
        return _Ranked(np.compress(kept, self.ranks, axis=1), self.holds[kept], self.levels)

    def bound(self, place: int, end: End, edge: int) -> float:
        """Halfway from the last world that is lost to the first that is kept."""
        row, levels = self.ranks[place], self.levels[place]
        kept = row[_past(row, edge, end)]
        first = int(kept.min() if end == "low" else kept.max())
        return float((levels[edge] + levels[first]) / 2)


def _past(ranks: NDArray[np.int32], edge: NDArray[np.int32] | int, end: End) -> NDArray[np.bool_]:
    """Which ranks lie inside of an edge."""
    return np.asarray(ranks > edge if end == "low" else ranks < edge)
