"""The working memory of one block of worlds."""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.targets.native.graph import Graph


@dataclass(frozen=True, slots=True)
class MemoryLayout:
    """Where each part of a block's memory starts, counted in vectors, in this order: numbers given, what follows from them
    alone, what changes over time and one stretch leaves to another, stocks, stocks within a step, slopes per stage, saved values,
    series, a sum that is NaN once anything checked was not finite, and the step at which that was first seen.
    """

    given: int
    held: int
    noted: int
    stocks: int
    here: int
    slopes: int
    saved: int
    series: int
    doubt: int
    failed: int
    size: int

    @classmethod
    def of(cls, graph: Graph, held: int, noted: int, stages: int) -> MemoryLayout:
        """For a graph, so many nodes kept, and a scheme of so many stages."""
        count, starts = len(graph.slopes), [0]
        kept = (len(graph.given), held, noted, count, count, count * stages)
        for part in (*kept, len(graph.saved), len(graph.series), 1, 1):
            starts.append(starts[-1] + part)
        return cls(*starts)
