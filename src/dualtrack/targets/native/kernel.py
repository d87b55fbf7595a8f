"""The kernel's LLVM text: one block of worlds stays in the nearest cache while a loop takes it through all time.

A block's working memory is one array of vectors, in this order: numbers given, what follows from them alone, what a saved row
takes from the step it stands on, stocks, stocks within a step, slopes per stage, saved values, series, and a sum that is NaN
once anything checked was not finite.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from string import Template

from dualtrack.language.declaration import Curve
from dualtrack.targets.native.builder import FULL, Builder, number
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.emit import Emitter
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.interleave import interleaved
from dualtrack.targets.native.machine import Machine
from dualtrack.targets.native.schedule import Schedule
from dualtrack.targets.native.skeleton import RUN, STAGE
from dualtrack.targets.numeric.scheme import Scheme

CHAINS = 4
"""Sums that check values side by side, so that none waits for another."""


@dataclass(frozen=True, slots=True)
class MemoryLayout:
    """Where each part of a block's working memory starts, counted in vectors."""

    given: int
    held: int
    noted: int
    stocks: int
    here: int
    slopes: int
    saved: int
    series: int
    doubt: int
    size: int

    @classmethod
    def of(cls, graph: Graph, held: int, noted: int, stages: int) -> MemoryLayout:
        count = len(graph.slopes)
        starts = [0]
        for part in (len(graph.given), held, noted, count, count, count * stages, len(graph.saved), len(graph.series), 1):
            starts.append(starts[-1] + part)
        return cls(*starts)


@dataclass(frozen=True, slots=True)
class Kernel:
    """LLVM text and the memory it works in; `given`, `driven` and `series` name its inputs in order."""

    text: str
    layout: MemoryLayout
    width: int
    shape: Shape
    given: tuple[str, ...]
    driven: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(frozen=True)
class _Parts:
    """A graph, its care for NaN, and when and where its nodes are worked out."""

    graph: Graph
    cover: Cover
    curves: Mapping[str, Curve]
    schedule: Schedule
    layout: MemoryLayout
    machine: Machine

    def emitter(self) -> Emitter:
        return Emitter(self.graph, self.cover, self.curves, Builder(self.machine.width, self.machine.wide))

    def leaves(self, kind: str) -> Iterable[tuple[int, int]]:
        """Places of the leaves of one kind, with their place among those."""
        return ((p, int(node.detail)) for p, node in enumerate(self.graph.nodes) if node.kind == kind)


def write(graph: Graph, curves: Mapping[str, Curve], shape: Shape, scheme: Scheme, machine: Machine) -> Kernel:
    """The kernel for one graph, scheme and machine."""
    cover = Cover.of(graph)
    schedule = Schedule.of(graph, cover)
    layout = MemoryLayout.of(graph, len(schedule.held), len(schedule.noted), len(scheme.b))
    parts = _Parts(graph, cover, curves, schedule, layout, machine)
    texts = [declarations(machine), _prepare(parts), _move(parts), _look(parts), *_stages(parts, scheme), _run(parts, scheme)]
    return Kernel("\n".join(texts), layout, machine.width, shape, graph.given, graph.driven, graph.series)


def _prepare(parts: _Parts) -> str:
    """A function that works out what holds over time, and the stocks at the start."""
    e, layout, graph = parts.emitter(), parts.layout, parts.graph
    for place, index in parts.leaves("given"):
        e.values[place] = e.builder.load("%work", layout.given + index)
    for place in parts.schedule.begun:
        e.emit(place)
    _keep(e, parts.schedule.held, "%work", layout.held)
    _keep(e, graph.starts, "%work", layout.stocks)
    marks = _Marks(e)
    for place in (*graph.starts, *parts.cover.begun):
        marks.check(place)
    e.builder.store(marks.total(), "%work", layout.doubt)
    return _function("prepare", "ptr noalias %work", e.builder)


def _move(parts: _Parts) -> str:
    """A function from stocks to their slopes at one moment."""
    e, layout, schedule = parts.emitter(), parts.layout, parts.schedule
    slopes = [(place, "%slopes", index) for index, place in enumerate(parts.graph.slopes)]
    noted = [(place, "%work", layout.noted + index) for index, place in enumerate(schedule.noted)]
    _work_out(parts, e, schedule.moved, [*slopes, *noted], parts.cover.moved)
    return _function("move", "ptr %work, ptr %stocks, ptr %slopes, ptr %driven, double %year", e.builder)


def _look(parts: _Parts) -> str:
    """A function that works out what is saved, and what is checked on saved rows only."""
    e, layout, schedule = parts.emitter(), parts.layout, parts.schedule
    e.values |= {place: e.builder.load("%work", layout.noted + index) for index, place in enumerate(schedule.noted)}
    saved = [(place, "%work", layout.saved + index) for index, place in enumerate(parts.graph.saved)]
    _work_out(parts, e, schedule.seen, saved, parts.cover.seen)
    return _function("look", "ptr %work, ptr %stocks, ptr %driven, double %year", e.builder)


def _work_out(
    parts: _Parts, e: Emitter, places: Sequence[int], kept: Iterable[tuple[int, str, int]], checked: Sequence[int]
) -> None:
    """Write nodes; keep and check their values as soon as they are there, so that none of them waits for the end."""
    b, targets, marks = e.builder, defaultdict(list), _Marks(e)
    for place, base, index in kept:
        targets[place].append((base, index))
    marked, results = set(checked), {*targets, *checked}
    _recall(parts, e, {*results, *(a for place in places for a in parts.graph.nodes[place].args)})
    for place in (*places, *sorted(results.difference(places))):
        e.emit(place)
        for base, index in targets[place]:
            b.store(e.value(place), base, index)
        if place in marked:
            marks.check(place)
    old = b.load("%work", parts.layout.doubt)
    b.store(b.add(old, marks.total()), "%work", parts.layout.doubt)


def _recall(parts: _Parts, e: Emitter, read: Container[int]) -> None:
    """Put at hand those leaves and held nodes that are read."""
    b, layout = e.builder, parts.layout
    for kind, base, start in (("given", "%work", layout.given), ("stock", "%stocks", 0), ("series", "%work", layout.series)):
        e.values |= {place: b.load(base, start + index) for place, index in parts.leaves(kind) if place in read}
    e.values |= {place: b.load("%work", layout.held + i) for i, place in enumerate(parts.schedule.held) if place in read}
    for place, index in parts.leaves("driven"):
        if place in read:
            address = b.let(f"getelementptr double, ptr %driven, i64 {index}")
            e.values[place] = b.spread(b.let(f"load double, ptr {address}, align 8"))
    e.values |= {place: b.spread("%year") for place, _ in parts.leaves("year") if place in read}


def _keep(e: Emitter, places: Iterable[int], base: str, start: int) -> None:
    """Store the values of these nodes, one after another."""
    for index, place in enumerate(places):
        e.builder.store(e.value(place), base, start + index)


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
        return reduce(self.e.builder.add, self.chains[: max(1, min(self.count, CHAINS))])


def _function(name: str, arguments: str, b: Builder) -> str:
    return "\n".join([f"define internal void @{name}({arguments}) noinline #0 {{", *interleaved(b.lines), "  ret void", "}"])


def _stages(parts: _Parts, scheme: Scheme) -> Iterable[str]:
    """One function per row of the scheme's table: stocks plus the step's length times weighted slopes."""
    layout, count = parts.layout, len(parts.graph.slopes)
    rows = [(stage, row, layout.here) for stage, row in enumerate(scheme.a) if stage] + [(0, scheme.b, layout.stocks)]
    for stage, row, target in rows:
        b = Builder(parts.machine.width)
        total = ""
        for source, weight in enumerate(row):
            if weight:
                slope = b.let(f"load {b.real}, ptr {_at(b, layout.slopes + source * count)}, align {8 * b.width}")
                term = b.multiply(slope, b.same(weight))
                total = b.add(total, term) if total else term
        stock = b.let(f"load {b.real}, ptr {_at(b, layout.stocks)}, align {8 * b.width}")
        moved = b.add(stock, b.multiply(total, "%length")) if total else stock
        b.put(f"store {b.real} {moved}, ptr {_at(b, target)}, align {8 * b.width}")
        yield Template(STAGE).substitute(stage=stage, count=count, real=b.real, width=b.width, body="\n".join(b.lines))


def _at(b: Builder, start: int) -> str:
    """The address of the vector that belongs to the stock at hand, in the part that starts there."""
    index = b.let(f"add i64 %index, {start}")
    return b.let(f"getelementptr {b.real}, ptr %work, i64 {index}")


def _run(parts: _Parts, scheme: Scheme) -> str:
    layout, b = parts.layout, Builder(parts.machine.width)
    size = 8 * b.width
    stages = []
    for stage in range(1, len(scheme.b)):
        slopes = (layout.slopes + stage * len(parts.graph.slopes)) * size
        stages += [
            f"  call void @stage{stage}(ptr %work, double %length)",
            f"  %ahead{stage} = fmul double %length, {number(scheme.c[stage])}",
            f"  %year{stage} = fadd double %year, %ahead{stage}",
            f"  %slopes{stage} = getelementptr i8, ptr %work, i64 {slopes}",
            f"  call void @move(ptr %work, ptr %here, ptr %slopes{stage}, ptr %row, double %year{stage})",
        ]
    places = {name: getattr(layout, name) * size for name in ("given", "stocks", "here", "slopes", "saved", "series", "doubt")}
    counts = {
        "given_count": len(parts.graph.given),
        "series_count": len(parts.graph.series),
        "saved_count": len(parts.graph.saved),
        "driven_count": len(parts.graph.driven),
    }
    return Template(RUN).substitute(
        places, **counts, width=b.width, size=size, real=b.real, mask=b.mask, whole=b.whole, stages="\n".join(stages)
    )


def declarations(machine: Machine) -> str:
    """The intrinsics that a kernel may call, and what its functions may assume."""
    b = Builder(machine.width)
    arguments = {"fma": 3, "fabs": 1, "floor": 1, "copysign": 2}
    lines = [f"declare {b.real} @llvm.{name}.v{b.width}f64({', '.join([b.real] * count)})" for name, count in arguments.items()]
    if machine.wide:
        last = ", i8, i32" if b.width == FULL else ", i8"
        given = {
            "scalef": f"{b.real}, {b.real}, {b.real}",
            "getexp": f"{b.real}, {b.real}",
            "getmant": f"{b.real}, i32, {b.real}",
        }
        lines += [f"declare {b.real} @{b.intrinsic(name)}({types}{last})" for name, types in given.items()]
    # A stack that starts anywhere would let every value parked there lie across two lines of the cache.
    wide = f'alignstack={8 * b.width} "min-legal-vector-width"="{64 * b.width}" "prefer-vector-width"="{64 * b.width}"'
    return "\n".join([*lines, f"attributes #0 = {{ nounwind {wide} }}"])
