"""Which loops are there to be named? Those that the strongest paths close, moment by moment (Eberlein and Schoenberg 2020).

From each start the search follows links in order of strength, multiplies their scores, and gives up a path that comes to a
quantity more weakly than another did before. It finds strong loops, not all loops: what it leaves out it cannot size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dualtrack.language.cut import Edge
from dualtrack.targets.numeric.arrays import Array

Ring = tuple[str, ...]
"""The flat names that one loop passes, from the alphabetically first on."""


def strongest_loops(scores: Mapping[Edge, Array], starts: Iterable[str]) -> tuple[Ring, ...]:
    """Loops through one start or more, over all moments of `scores[link][moment]` (Eberlein and Schoenberg, 2020).

    A link to itself is no loop here.
    """
    starts = list(starts)
    found: dict[Ring, None] = {}
    moments = next(iter(scores.values())).shape[0] if scores else 0
    for moment in range(moments):
        outward = _outward({edge: float(score[moment]) for edge, score in scores.items()})
        for start in starts:
            search = _Search(start, outward)
            search.follow(start, 1.0)
            found |= dict.fromkeys(search.found)
    return tuple(found)


def ring_links(ring: Ring) -> tuple[Edge, ...]:
    """The links of a loop, the last one leading back."""
    return tuple(zip(ring, (*ring[1:], ring[0]), strict=True))


def turned(names: Sequence[str]) -> Ring:
    """A loop from its alphabetically first name on, so that equal loops look equal."""
    place = names.index(min(names))
    return (*names[place:], *names[:place])


def _outward(scores: Mapping[Edge, float]) -> dict[str, list[tuple[float, str]]]:
    """Per quantity its active links, strongest first; ties by name."""
    found: dict[str, list[tuple[float, str]]] = {}
    for (cause, effect), score in scores.items():
        if cause != effect and np.isfinite(score) and score:
            found.setdefault(cause, []).append((abs(score), effect))
    return {cause: sorted(links, key=lambda link: (-link[0], link[1])) for cause, links in found.items()}


@dataclass(slots=True)
class _Search:
    """One search from one start at one moment."""

    start: str
    outward: Mapping[str, list[tuple[float, str]]]
    best: dict[str, float] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    on_path: set[str] = field(default_factory=set)
    found: list[Ring] = field(default_factory=list)

    def follow(self, name: str, strength: float) -> None:
        """Go on from a quantity that was reached with this strength."""
        self.best[name] = strength
        self.path.append(name)
        self.on_path.add(name)
        for score, effect in self.outward.get(name, ()):
            if effect == self.start:
                self.found.append(turned(self.path))
            elif effect not in self.on_path and strength * score > self.best.get(effect, 0.0):
                self.follow(effect, strength * score)
        self.path.pop()
        self.on_path.remove(name)
