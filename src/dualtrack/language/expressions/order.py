"""Evaluation order: each equation after what it reads, or the circle that forbids it; and what lies behind an equation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from dualtrack.errors import AlgebraicLoop


def evaluation_order(reads: Mapping[str, set[str]], place: Callable[[str], str]) -> tuple[str, ...]:
    """Names sorted so that each follows those it reads; ties by name, so declaration order changes nothing.

    Raises `AlgebraicLoop` where names read each other in a circle.
    """
    sorter = TopologicalSorter({name: sorted(reads[name]) for name in sorted(reads)})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = tuple(reversed(error.args[1]))
        raise AlgebraicLoop(
            "these equations need each other in the same instant: " + " -> ".join(circle),
            where=", ".join(map(place, circle[1:])),
            fix="put a stock, a smooth or a delay somewhere on the circle",
        ) from None
    found: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        found += ready
        sorter.done(*ready)
    return tuple(found)


def behind(reads: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    """Every name that these read, directly or through others; a start is among them only if one of them reads it."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        fresh = set(reads.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return found
