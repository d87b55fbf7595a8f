"""The kernel's LLVM text: a handful of blocks of worlds stay in the nearer caches while a loop takes them through all time.

At every step each stretch of the equations (`schedule`) is run for one block after another, so that its code is fetched once
for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Template

from dualtrack.language.declaration import Curve
from dualtrack.targets.native.builder import FULL, Builder, number
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.machine import Machine
from dualtrack.targets.native.memory_layout import MemoryLayout
from dualtrack.targets.native.schedule import STRETCH, Schedule
from dualtrack.targets.native.skeleton import EACH, GATHER, RECORD, RUN
from dualtrack.targets.native.stretch_writer import ARGUMENTS, StretchWriter, function
from dualtrack.targets.numeric.scheme import Scheme

TOGETHER = 8
"""Blocks of worlds that go through time together at most."""
ROOM = 600_000
"""Bytes that they may take at most, so that the second cache holds them."""


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

    @property
    def together(self) -> int:
        """Blocks of worlds that a call takes at a time."""
        return max(1, min(TOGETHER, ROOM // (8 * self.width * self.layout.size)))


def write(graph: Graph, curves: Mapping[str, Curve], shape: Shape, scheme: Scheme, machine: Machine) -> Kernel:
    """The kernel for one graph, scheme and machine."""
    cover = Cover.of(graph)
    schedule = Schedule.of(graph, cover, STRETCH)
    layout = MemoryLayout.of(graph, len(schedule.held), len(schedule.noted), len(scheme.b))
    stretches = StretchWriter(graph, cover, curves, schedule, layout, machine)
    prepare, move, look = dict(stretches.prepare()), dict(stretches.move()), dict(stretches.look())
    loop = _Loop(graph, layout, machine)
    equations = [*prepare.values(), *move.values(), *look.values()]
    texts = [declarations(machine), *equations, *loop.stages(scheme), loop.run(scheme, prepare, move, look)]
    return Kernel("\n".join(texts), layout, machine.width, shape, graph.given, graph.driven, graph.series)


@dataclass(frozen=True, slots=True)
class _Loop:
    """What takes blocks of worlds through time."""

    graph: Graph
    layout: MemoryLayout
    machine: Machine

    def stages(self, scheme: Scheme) -> Iterator[str]:
        """One function per row of the scheme's table: stocks plus weighted slopes times the step's length, given for the year."""
        layout, count = self.layout, len(self.graph.slopes)
        rows = [(stage, row, layout.here) for stage, row in enumerate(scheme.a) if stage] + [(0, scheme.b, layout.stocks)]
        for stage, row, target in rows:
            b = Builder(self.machine.width)
            length = b.spread("%year")
            for index in range(count):
                total = ""
                for source, weight in enumerate(row):
                    if weight:
                        slope = b.load("%work", layout.slopes + source * count + index)
                        term = slope if weight == 1.0 else b.multiply(slope, b.same(weight))
                        total = b.add(total, term) if total else term
                stock = b.load("%work", layout.stocks + index)
                b.store(b.add(stock, b.multiply(total, length)) if total else stock, "%work", target + index)
            yield function(f"stage{stage}", b)

    def run(self, scheme: Scheme, prepare: Iterable[str], move: Iterable[str], look: Iterable[str]) -> str:
        """Everything around the equations; the functions that hold these are named."""
        layout, graph, b = self.layout, self.graph, Builder(self.machine.width)
        size = 8 * b.width
        stages = []
        for stage in range(1, len(scheme.b)):
            slopes = (layout.slopes + stage * len(graph.slopes)) * size
            stages += [
                _each([f"stage{stage}"], "%length"),
                f"  %ahead{stage} = fmul double %length, {number(scheme.c[stage])}",
                f"  %year{stage} = fadd double %year, %ahead{stage}",
                f"  %slopes{stage} = getelementptr i8, ptr %work, i64 {slopes}",
                _each(move, f"%year{stage}", "%here", f"%slopes{stage}"),
            ]
        names = ("given", "stocks", "here", "slopes", "saved", "series", "doubt", "failed")
        places = {name: getattr(layout, name) * size for name in names} | {"block": layout.size * size}
        counts = {f"{name}_count": len(getattr(graph, name)) for name in ("given", "series", "saved", "slopes", "driven")}
        return Template(GATHER + EACH + RECORD + RUN).substitute(
            places,
            **counts,
            width=b.width,
            size=size,
            real=b.real,
            mask=b.mask,
            whole=b.whole,
            arguments=ARGUMENTS,
            begin=_each(["reset", *prepare], "%start", driven="%driven"),
            move=_each(move, "%year"),
            look=_each(look, "%year"),
            stages="\n".join([*stages, _each(["stage0"], "%length")]),
        )


def _each(names: Iterable[str], real: str, stocks: str = "%stocks", slopes: str = "%slopes", driven: str = "%row") -> str:
    """Calls of these functions, each for all blocks before the next."""
    given = f"i64 %blocks, ptr %work, ptr {stocks}, ptr {slopes}, ptr {driven}, double {real}"
    return "\n".join(f"  call void @each(ptr @{name}, {given})" for name in names)


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
