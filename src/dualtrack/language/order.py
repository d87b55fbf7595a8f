"""Evaluation order: each equation after what it reads, or the circle that forbids it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter

from dualtrack.errors import AlgebraicLoop


def evaluation_order(reads: Mapping[str, set[str]], place: Callable[[str], str]) -> tuple[str, ...]:
    """Names sorted so that each follows those it reads; ties by name, so declaration order changes nothing."""
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
