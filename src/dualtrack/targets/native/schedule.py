"""When each node of a graph is worked out: once per world, at every step, or on saved rows; and in which stretch of code.

Code that is longer than a processor's nearest cache for instructions is fetched anew at every pass. So nodes are dealt out to
stretches that fit it, and each stretch is run for a handful of blocks of worlds in turn (see `kernel`). Short functions also
keep the compiler's time in proportion to the model's size.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.graph import LEAVES, Graph, needed

STRETCH = 3000
"""Instructions in a stretch at most, about: some 20 thousand bytes, where the nearest cache for code holds 32 thousand."""
INSTRUCTIONS = {"raised": 85, "exp": 40, "log": 35, "tanh": 45, "curve": 25, "over": 5}
"""About how many an operation takes, fetching and storing included; other operations take `FEW`."""
FEW = 3
CHAINS = frozenset({"raised", "exp", "log", "tanh"})
"""Operations of dozens of instructions of which each needs the one before."""
SIDE_BY_SIDE = 5
"""Chains that a processor is given at a time, none of which needs another: more would not fit its registers."""

Stretches = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """When nodes are worked out: `begun` once per world, `moved` at every step, `seen` on saved rows besides.

    Within each, nodes come in the order in which results need them, so that no value waits long to be used; but long chains are
    put side by side, since a processor that waits for a link of one goes on with another. What a stretch
    leaves to another lies in memory: `held` if it is worked out once per world, or else `noted`.
    """

    begun: Stretches
    moved: Stretches
    seen: Stretches
    held: tuple[int, ...]
    noted: tuple[int, ...]

    @classmethod
    def of(cls, graph: Graph, cover: Cover, size: int) -> Schedule:
        """With so many instructions in a stretch; what no slope, saved value or check needs is left out."""
        moving = needed(graph.nodes, {*graph.slopes, *cover.moved})
        looking = {*graph.saved, *cover.seen}
        fresh = {p for p in moving | needed(graph.nodes, looking) if not graph.steady[p]}
        read = {*graph.slopes, *graph.saved, *(a for p in fresh for a in graph.nodes[p].args)}
        lasting = sorted(p for p in read if graph.steady[p] and graph.nodes[p].kind not in LEAVES)
        once = [*lasting, *graph.starts, *cover.begun]
        begun = _cut(graph, _in_order(graph, once, needed(graph.nodes, once)), size)
        moved = _cut(graph, _in_order(graph, [*graph.slopes, *sorted(cover.moved)], moving & fresh), size)
        seen = _cut(graph, _in_order(graph, [*graph.saved, *sorted(cover.seen)], fresh - moving), size)
        noted = _left(graph, (*moved, *seen)) | looking.intersection(p for part in moved for p in part)
        return cls(begun, moved, seen, tuple(sorted({*lasting, *_left(graph, begun)})), tuple(sorted(noted)))


def _in_order(graph: Graph, results: Sequence[int], places: Collection[int]) -> list[int]:
    """These nodes, leaves apart, each just before the first one that reads it; but chains come in groups."""
    nodes, order = graph.nodes, dict[int, None]()
    work = {p for p in places if nodes[p].kind not in LEAVES}
    behind: dict[int, int] = {}
    for place in sorted(work):
        behind[place] = max((behind[a] + (nodes[a].kind in CHAINS) for a in nodes[place].args if a in work), default=0)
    chains = sorted((p for p in work if nodes[p].kind in CHAINS), key=lambda p: (behind[p], nodes[p].kind, p))
    for _, alike in groupby(chains, behind.__getitem__):
        level = list(alike)
        for group in (level[start : start + SIDE_BY_SIDE] for start in range(0, len(level), SIDE_BY_SIDE)):
            _put(graph, [a for place in group for a in nodes[place].args], work, order)
            _put(graph, group, work, order)
    _put(graph, results, work, order)
    return list(order)


def _put(graph: Graph, wanted: Sequence[int], work: Collection[int], order: dict[int, None]) -> None:
    """Put these nodes at the end unless they are there, and before each what it reads."""
    waiting = [p for p in reversed(wanted) if p in work and p not in order]
    while waiting:
        missing = [a for a in graph.nodes[waiting[-1]].args if a in work and a not in order]
        if missing:
            waiting.extend(reversed(missing))
        else:
            order[waiting.pop()] = None


def _cut(graph: Graph, order: Sequence[int], size: int) -> Stretches:
    """As few stretches as may be, about as long as each other; one at least, since what needs no work is handed on too."""
    ends = list(accumulate(INSTRUCTIONS.get(graph.nodes[place].kind, FEW) for place in order))
    count = max(1, -(-ends[-1] // size)) if ends else 1
    parts: list[list[int]] = [[] for _ in range(count)]
    for place, end in zip(order, ends, strict=True):
        parts[(end - 1) * count // ends[-1]].append(place)
    return tuple(map(tuple, parts))


def _left(graph: Graph, stretches: Stretches) -> set[int]:
    """What is read in another stretch than its own."""
    home = {place: number for number, stretch in enumerate(stretches) for place in stretch}
    return {a for place, number in home.items() for a in graph.nodes[place].args if home.get(a, number) != number}
