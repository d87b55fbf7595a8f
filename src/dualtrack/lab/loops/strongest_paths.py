"""Which loops are there to be named? Those that the strongest paths close, moment by moment (Eberlein and Schoenberg 2020).

From each start the search follows links in order of strength, multiplies their scores, and gives up a path that comes to a
quantity more weakly than another did before. It finds strong loops, not all loops: what it leaves out it cannot size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

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
        onward = _contracted(outward, frozenset(starts))
        for start in starts:
            found |= dict.fromkeys(_searched(start, _leading_to(start, onward)))
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


@dataclass(frozen=True, slots=True)
class _Hop:
    """A way on from a quantity: the strengths of its links, the quantities passed between, and where it comes to."""

    strengths: tuple[float, ...]
    between: Ring
    effect: str


def _contracted(outward: Mapping[str, list[tuple[float, str]]], kept: Set[str]) -> dict[str, tuple[_Hop, ...]]:
    """The same links, those through a quantity that one other alone leads to taken together, in the order of a search.

    Such a quantity is as strong as that other makes it, and on a path with it only: nothing needs to be asked of it on the way.
    """
    leading = Counter(effect for links in outward.values() for _, effect in links)
    passed = {name for name, count in leading.items() if count == 1} - kept

    def hops(name: str, strengths: tuple[float, ...], between: Ring) -> Iterator[_Hop]:
        for score, effect in outward.get(name, ()):
            if effect in passed:
                yield from hops(effect, (*strengths, score), (*between, effect))
            else:
                yield _Hop((*strengths, score), between, effect)

    return {name: tuple(hops(name, (), ())) for name in outward if name not in passed}


def _leading_to(start: str, onward: Mapping[str, tuple[_Hop, ...]]) -> dict[str, tuple[_Hop, ...]]:
    """Only the ways by which a start is reached again."""
    backward: dict[str, list[str]] = {}
    for name, hops in onward.items():
        for hop in hops:
            backward.setdefault(hop.effect, []).append(name)
    waiting, reached = [start], {start}
    while waiting:
        fresh = [name for name in backward.get(waiting.pop(), ()) if name not in reached]
        reached.update(fresh)
        waiting += fresh
    return {name: tuple(hop for hop in onward[name] if hop.effect in reached) for name in reached & onward.keys()}


def _searched(start: str, onward: Mapping[str, tuple[_Hop, ...]]) -> list[Ring]:
    """The loops of one search from one start at one moment."""
    best: dict[str, float] = {}
    on_path: set[str] = set()
    path: list[str] = []
    found: list[Ring] = []

    def follow(name: str, strength: float) -> None:
        """Go on from a quantity that was reached with this strength."""
        best[name] = strength
        on_path.add(name)
        path.append(name)
        for hop in onward.get(name, ()):
            effect = hop.effect
            if effect == start:
                found.append(turned([*path, *hop.between]))
            elif effect not in on_path:
                reached = strength
                for each in hop.strengths:
                    reached *= each
                if reached > best.get(effect, 0.0):
                    path.extend(hop.between)
                    follow(effect, reached)
                    del path[len(path) - len(hop.between) :]
        path.pop()
        on_path.remove(name)

    follow(start, 1.0)
    return found
