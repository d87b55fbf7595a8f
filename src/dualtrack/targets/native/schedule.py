"""When each node of a graph is worked out: once per world, at every step, or on saved rows."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.graph import LEAVES, Graph, needed


@dataclass(frozen=True, slots=True)
class Schedule:
    """When nodes are worked out: `begun` once per world, `moved` at every step, `seen` on saved rows besides.

    The last two come in the order in which results need them, so that no value waits long to be used. The loop over time reads
    `held` among the first, a saved row reads `noted` among the second.
    """

    begun: tuple[int, ...]
    moved: tuple[int, ...]
    seen: tuple[int, ...]
    held: tuple[int, ...]
    noted: tuple[int, ...]

    @classmethod
    def of(cls, graph: Graph, cover: Cover) -> Schedule:
        """What no slope, saved value or check needs is left out."""
        moved = needed(graph.nodes, {*graph.slopes, *cover.moved})
        seen = needed(graph.nodes, {*graph.saved, *cover.seen}) - moved
        fresh = [p for p in (*moved, *seen) if not graph.steady[p]]
        read = {*graph.slopes, *graph.saved, *(a for p in fresh for a in graph.nodes[p].args)}
        held = {p for p in read if graph.steady[p] and graph.nodes[p].kind not in LEAVES}
        begun = needed(graph.nodes, {*held, *graph.starts, *cover.begun})
        looked_at = {*graph.saved, *cover.seen, *(a for p in seen for a in graph.nodes[p].args)}
        noted = {p for p in looked_at & moved if not graph.steady[p] and graph.nodes[p].kind not in LEAVES}
        moved_in_order = _as_needed(graph, [*graph.slopes, *sorted(cover.moved)], moved & set(fresh))
        seen_in_order = _as_needed(graph, [*graph.saved, *sorted(cover.seen)], seen & set(fresh))
        return cls(tuple(sorted(begun)), moved_in_order, seen_in_order, tuple(sorted(held)), tuple(sorted(noted)))


def _as_needed(graph: Graph, results: Sequence[int], places: Container[int]) -> tuple[int, ...]:
    """Those of these nodes that the results need, each just before the first node that reads it."""
    order: dict[int, None] = {}
    waiting = [p for p in reversed(results) if p in places]
    while waiting:
        missing = [a for a in graph.nodes[waiting[-1]].args if a in places and a not in order]
        if missing:
            waiting.extend(reversed(missing))
        else:
            order[waiting.pop()] = None
    return tuple(order)
