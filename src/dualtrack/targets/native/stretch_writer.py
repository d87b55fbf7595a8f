"""The equations of one stretch as a function of LLVM text, for one block of worlds at a time.

Every such function takes the same arguments: a block's working memory, its stocks, where their slopes go, what drives all
worlds, and the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

from dualtrack.language.declaration import Curve
from dualtrack.targets.native.builder import Builder
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.emit import Emitter
from dualtrack.targets.native.graph import Graph
from dualtrack.targets.native.interleave import interleaved
from dualtrack.targets.native.machine import Machine
from dualtrack.targets.native.memory_layout import MemoryLayout
from dualtrack.targets.native.schedule import Schedule, Stretches

CHAINS = 4
"""Sums that check values side by side, so that none waits for another."""
Target = tuple[int, str, int]
"""A node, and the array and place that its value is stored in."""


@dataclass(frozen=True)
class StretchWriter:
    """A graph, its care for NaN, and when and where its nodes are worked out."""

    graph: Graph
    cover: Cover
    curves: Mapping[str, Curve]
    schedule: Schedule
    layout: MemoryLayout
    machine: Machine

    def prepare(self) -> Iterator[tuple[str, str]]:
        """What holds over time, and the stocks at the start."""
        starts = [(place, "%work", self.layout.stocks + index) for index, place in enumerate(self.graph.starts)]
        return self._functions("prepare", self.schedule.begun, starts, {*self.graph.starts, *self.cover.begun})

    def move(self) -> Iterator[tuple[str, str]]:
        """From stocks to their slopes at one moment."""
        slopes = [(place, "%slopes", index) for index, place in enumerate(self.graph.slopes)]
        return self._functions("move", self.schedule.moved, slopes, self.cover.moved)

    def look(self) -> Iterator[tuple[str, str]]:
        """What is saved, and what is checked on saved rows only."""
        saved = [(place, "%work", self.layout.saved + index) for index, place in enumerate(self.graph.saved)]
        return self._functions("look", self.schedule.seen, saved, self.cover.seen)

    def _functions(
        self, name: str, stretches: Stretches, kept: Sequence[Target], checked: Collection[int]
    ) -> Iterator[tuple[str, str]]:
        """Each stretch's name and text; the last one also keeps and checks what none of them works out."""
        rest = {*checked, *(place for place, _, _ in kept)}.difference(*stretches)
        for number, stretch in enumerate(stretches):
            mine = {*stretch, *(rest if number == len(stretches) - 1 else ())}
            targets = [target for target in kept if target[0] in mine]
            yield f"{name}{number}", self._function(f"{name}{number}", stretch, targets, mine.intersection(checked))

    def _function(self, name: str, stretch: Sequence[int], kept: Iterable[Target], checked: Collection[int]) -> str:
        """Write nodes; keep and check their values as soon as they are there, so that none of them waits for the end."""
        e = Emitter(self.graph, self.cover, self.curves, Builder(self.machine.width, self.machine.wide))
        b, targets, marks = e.builder, defaultdict(list), _Marks(e)
        for place, base, index in (*kept, *((p, "%work", self._memory[p]) for p in stretch if p in self._memory)):
            targets[place].append((base, index))
        results = {*targets, *checked}
        self._recall(e, {*results, *(a for place in stretch for a in self.graph.nodes[place].args)}.difference(stretch))
        for place in (*stretch, *sorted(results.difference(stretch))):
            e.emit(place)
            for base, index in targets[place]:
                b.store(e.value(place), base, index)
            if place in checked:
                marks.check(place)
        if checked:
            b.store(b.add(b.load("%work", self.layout.doubt), marks.total()), "%work", self.layout.doubt)
        return function(name, b)

    @cached_property
    def _memory(self) -> Mapping[int, int]:
        """Where in a block's memory each node lies that one stretch leaves to another."""
        parts = ((self.layout.held, self.schedule.held), (self.layout.noted, self.schedule.noted))
        return {place: start + index for start, places in parts for index, place in enumerate(places)}

    def _recall(self, e: Emitter, read: Collection[int]) -> None:
        """Put at hand what is read: leaves, and what other stretches have left."""
        b, layout = e.builder, self.layout
        leaves = {"given": ("%work", layout.given), "stock": ("%stocks", 0), "series": ("%work", layout.series)}
        for place in sorted(read):
            node = self.graph.nodes[place]
            if place in self._memory:
                e.values[place] = b.load("%work", self._memory[place])
            elif node.kind in leaves:
                base, start = leaves[node.kind]
                e.values[place] = b.load(base, start + int(node.detail))
            elif node.kind == "driven":
                address = b.let(f"getelementptr double, ptr %driven, i64 {node.detail}")
                e.values[place] = b.spread(b.let(f"load double, ptr {address}, align 8"))
            elif node.kind == "year":
                e.values[place] = b.spread("%year")


ARGUMENTS = "ptr %work, ptr %stocks, ptr %slopes, ptr %driven, double %year"


def function(name: str, b: Builder) -> str:
    """A function of these lines, in the order that suits a processor."""
    return "\n".join([f"define internal void @{name}({ARGUMENTS}) noinline #0 {{", *interleaved(b.lines), "  ret void", "}"])


class _Marks:
    """Sums that are zero, or NaN where a checked value is not finite."""

    def __init__(self, e: Emitter) -> None:
        self.e, self.zero, self.count = e, e.builder.same(0.0), 0
        self.chains = [self.zero] * CHAINS

    def check(self, place: int) -> None:
        """Take one node's value into account."""
        chain = self.count % CHAINS
        self.chains[chain] = self.e.builder.fma(self.e.value(place), self.zero, self.chains[chain])
        self.count += 1

    def total(self) -> str:
        """All of them together."""
        return reduce(self.e.builder.add, self.chains[: min(self.count, CHAINS)])
