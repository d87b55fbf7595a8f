"""The kernel's LLVM text: one block of worlds stays in the nearest cache while a loop takes it through all time.

A block's working memory is one array of vectors, in this order: numbers given, what follows from them alone, stocks, stocks
within a step, slopes per stage, saved values, series, and a sum that is NaN once anything checked was not finite.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Template

from dualtrack.language.declare import Curve
from dualtrack.targets.native.builder import Builder, number
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.emit import Emitter
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.machine import Machine
from dualtrack.targets.native.skeleton import RUN, STAGE
from dualtrack.targets.scheme import Scheme

CHAINS = 4
"""Sums that check values side by side, so that none waits for another."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each part of a block's working memory starts, counted in vectors."""

    given: int
    held: int
    stocks: int
    here: int
    slopes: int
    saved: int
    series: int
    doubt: int
    size: int

    @classmethod
    def of(cls, graph: Graph, held: int, stages: int) -> Layout:
        count = len(graph.slopes)
        starts = [0]
        for part in (len(graph.given), held, count, count, count * stages, len(graph.saved), len(graph.series), 1):
            starts.append(starts[-1] + part)
        return cls(*starts)


@dataclass(frozen=True, slots=True)
class Kernel:
    """LLVM text and the memory it works in; `given`, `driven` and `series` name its inputs in order."""

    text: str
    layout: Layout
    width: int
    shape: Shape
    given: tuple[str, ...]
    driven: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(frozen=True)
class _Parts:
    """A graph, its care for NaN, the nodes worth working out, and those steady ones that the loop over time reads."""

    graph: Graph
    cover: Cover
    curves: Mapping[str, Curve]
    wanted: tuple[int, ...]
    held: tuple[int, ...]
    layout: Layout
    machine: Machine

    def emitter(self) -> Emitter:
        return Emitter(self.graph, self.cover, self.curves, Builder(self.machine.width, self.machine.wide))

    def leaves(self, kind: str) -> Iterable[tuple[int, int]]:
        """Places of the leaves of one kind, with their place among those."""
        return ((p, int(node.detail)) for p, node in enumerate(self.graph.nodes) if node.kind == kind)


def write(graph: Graph, curves: Mapping[str, Curve], shape: Shape, scheme: Scheme, machine: Machine) -> Kernel:
    """The kernel for one graph, scheme and machine."""
    cover = Cover.of(graph)
    wanted = needed(graph, {*graph.slopes, *graph.saved, *cover.checked})
    held = held_over_time(graph, wanted)
    layout = Layout.of(graph, len(held), len(scheme.b))
    parts = _Parts(graph, cover, curves, wanted, held, layout, machine)
    texts = [declarations(machine), _prepare(parts), _observe(parts), *_stages(parts, scheme), _run(parts, scheme)]
    return Kernel("\n".join(texts), layout, machine.width, shape, graph.given, graph.driven, graph.series)


def held_over_time(graph: Graph, wanted: Iterable[int]) -> tuple[int, ...]:
    """Steady nodes that are worked out once per world and read at every step."""
    read = {a for place in wanted if not graph.steady[place] for a in graph.nodes[place].args} | {*graph.slopes, *graph.saved}
    return tuple(sorted(p for p in read if graph.steady[p] and graph.nodes[p].kind not in ("number", "given")))


def _prepare(parts: _Parts) -> str:
    """A function that works out what holds over time, and the stocks at the start."""
    e, layout, graph = parts.emitter(), parts.layout, parts.graph
    for place, index in parts.leaves("given"):
        e.values[place] = e.builder.load("%work", layout.given + index)
    for place in needed(graph, {*parts.held, *graph.starts, *(p for p in parts.cover.checked if graph.steady[p])}):
        e.emit(place)
    for index, place in enumerate(parts.held):
        e.builder.store(e.value(place), "%work", layout.held + index)
    for index, place in enumerate(graph.starts):
        e.builder.store(e.value(place), "%work", layout.stocks + index)
    starts = [e.value(p) for p in graph.starts]
    doubt = _doubt(e, [*starts, *(e.value(p) for p in parts.cover.checked if graph.steady[p])])
    e.builder.store(doubt, "%work", layout.doubt)
    return _function("prepare", "ptr noalias %work", e.builder)


def _observe(parts: _Parts) -> str:
    """A function from stocks to their slopes and the saved values at one moment."""
    e, layout, graph = parts.emitter(), parts.layout, parts.graph
    b = e.builder
    for kind, base, start in (("given", "%work", layout.given), ("stock", "%stocks", 0), ("series", "%work", layout.series)):
        e.values |= {place: b.load(base, start + index) for place, index in parts.leaves(kind)}
    e.values |= {place: b.load("%work", layout.held + index) for index, place in enumerate(parts.held)}
    for place, index in parts.leaves("driven"):
        e.values[place] = b.spread(b.let(f"load double, ptr {b.let(f'getelementptr double, ptr %driven, i64 {index}')}, align 8"))
    e.values |= {place: b.spread("%year") for place, _ in parts.leaves("year")}
    for place in parts.wanted:
        if not graph.steady[place]:
            e.emit(place)
    old = b.load("%work", layout.doubt)
    doubt = b.add(old, _doubt(e, [e.value(p) for p in parts.cover.checked if not graph.steady[p]]))
    b.store(doubt, "%work", layout.doubt)
    for index, place in enumerate(graph.slopes):
        b.store(e.value(place), "%slopes", index)
    for index, place in enumerate(graph.saved):
        b.store(e.value(place), "%work", layout.saved + index)
    return _function("observe", "ptr %work, ptr %stocks, ptr %slopes, ptr %driven, double %year", b)


def needed(graph: Graph, wanted: Iterable[int]) -> tuple[int, ...]:
    """These nodes and all they are made of, in order."""
    found = set(wanted)
    for place in range(len(graph.nodes) - 1, -1, -1):
        if place in found:
            found |= set(graph.nodes[place].args)
    return tuple(sorted(found))


def _doubt(e: Emitter, values: list[str]) -> str:
    """Zero, or NaN where any value is not finite."""
    b = e.builder
    zero = b.same(0.0)
    chains = [zero] * min(CHAINS, max(len(values), 1))
    for index, value in enumerate(values):
        chains[index % CHAINS] = b.fma(value, zero, chains[index % CHAINS])
    total = chains[0]
    for chain in chains[1:]:
        total = b.add(total, chain)
    return total


def _function(name: str, arguments: str, b: Builder) -> str:
    return "\n".join([f"define internal void @{name}({arguments}) noinline #0 {{", *b.lines, "  ret void", "}"])


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
            f"  call void @observe(ptr %work, ptr %here, ptr %slopes{stage}, ptr %row, double %year{stage})",
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
        lines += [
            f"declare {b.real} @llvm.x86.avx512.mask.scalef.pd.512({b.real}, {b.real}, {b.real}, i8, i32)",
            f"declare {b.real} @llvm.x86.avx512.mask.getexp.pd.512({b.real}, {b.real}, i8, i32)",
            f"declare {b.real} @llvm.x86.avx512.mask.getmant.pd.512({b.real}, i32, {b.real}, i8, i32)",
        ]
    lines.append(
        f'attributes #0 = {{ nounwind "min-legal-vector-width"="{64 * b.width}" "prefer-vector-width"="{64 * b.width}" }}'
    )
    return "\n".join(lines)
