"""The model as C with explicit vectors of eight worlds: the native target's graph, care for NaN and loop, compiled by GCC.

Nothing that native leaves out is computed, and nothing that it checks is left unchecked; GCC fuses products and sums as it likes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from string import Template

from bench.peers.c_builder import PREAMBLE, CBuilder
from bench.peers.c_skeleton import RUN, STORE
from dualtrack.language.model import Model
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.emit import Emitter
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.kernel import TOGETHER, Kernel
from dualtrack.targets.native.memory_layout import MemoryLayout
from dualtrack.targets.native.schedule import STRETCH, Schedule
from dualtrack.targets.native.stretch_writer import CHAINS
from dualtrack.targets.numeric.scheme import Scheme

WIDTH = 8
INPUTS = "const V *restrict given, const V *restrict held, const V *restrict series, const V *restrict stocks"
OUTSIDE = "const double *restrict driven, double year"


def rendered(model: Model, shape: Shape, scheme: Scheme, *, wide: bool, stretches: bool) -> Kernel:
    """The kernel as C, with its layout; `wide` where the machine has AVX-512, `stretches` as native has, or whole steps."""
    graph = Graph.of(model, shape)
    cover = Cover.of(graph)
    schedule = Schedule.of(graph, cover, STRETCH if stretches else sys.maxsize)
    layout = MemoryLayout.of(graph, len(schedule.held), len(schedule.noted), len(scheme.b))
    draft = _Draft(model, graph, cover, schedule, wide)
    loop = run_text(graph, layout, scheme, len(schedule.moved), TOGETHER if stretches else 1)
    texts = [PREAMBLE, STORE, draft.prepare(), *draft.moves(), draft.look(), loop]
    return Kernel("\n".join(texts), layout, WIDTH, shape, graph.given, graph.driven, graph.series)


class _Draft:
    """The three functions that hold the equations."""

    def __init__(self, model: Model, graph: Graph, cover: Cover, schedule: Schedule, wide: bool) -> None:
        self.model, self.graph, self.cover, self.schedule, self.wide = model, graph, cover, schedule, wide

    def emitter(self) -> Emitter:
        e = Emitter(self.graph, self.cover, self.model.curves, CBuilder(WIDTH, self.wide))
        e.values |= {place: f"given[{index}]" for place, index in self.leaves("given")}
        return e

    def leaves(self, kind: str) -> Iterator[tuple[int, int]]:
        return ((place, int(node.detail)) for place, node in enumerate(self.graph.nodes) if node.kind == kind)

    def prepare(self) -> str:
        """What holds over time, and the stocks at the start; returns NaN where something is not finite."""
        e, graph = self.emitter(), self.graph
        for place in sorted(p for stretch in self.schedule.begun for p in stretch):
            e.emit(place)
        _keep(e, self.schedule.held, "held")
        _keep(e, graph.starts, "stocks")
        doubt = _doubt(e, [*graph.starts, *self.cover.begun])
        arguments = "const V *restrict given, V *restrict held, V *restrict stocks"
        return _function(f"V prepare({arguments})", e, doubt)

    def moves(self) -> Iterator[str]:
        """Slopes at one moment, and what later functions take from it, in native's stretches; each returns NaN where something
        is not finite.
        """
        graph, schedule, last = self.graph, self.schedule, len(self.schedule.moved) - 1
        home = {place: number for number, stretch in enumerate(schedule.moved) for place in stretch}
        for number, stretch in enumerate(schedule.moved):
            e = self.moment()
            e.values |= {p: f"noted[{i}]" for i, p in enumerate(schedule.noted) if home.get(p, number) < number}
            for place in sorted(stretch):
                e.emit(place)
            doubt = _doubt(e, [p for p in self.cover.moved if home.get(p, last) == number])
            for target, places in (("slopes", graph.slopes), ("noted", schedule.noted)):
                mine = [(i, p) for i, p in enumerate(places) if home.get(p, last if target == "slopes" else -1) == number]
                for index, place in mine:
                    e.builder.put(f"{target}[{index}] = {e.value(place)}")
            yield _function(f"V move{number}({INPUTS}, V *restrict slopes, V *restrict noted, {OUTSIDE})", e, doubt)

    def look(self) -> str:
        """Saved values; returns NaN where something that moves nothing is not finite."""
        e = self.moment()
        own = {p for stretch in self.schedule.seen for p in stretch}
        e.values |= {place: f"noted[{index}]" for index, place in enumerate(self.schedule.noted) if place not in own}
        for place in sorted(own):
            e.emit(place)
        doubt = _doubt(e, self.cover.seen)
        _keep(e, self.graph.saved, "saved")
        return _function(f"V look({INPUTS}, const V *restrict noted, V *restrict saved, {OUTSIDE})", e, doubt)

    def moment(self) -> Emitter:
        """With everything at hand that a moment starts from."""
        e = self.emitter()
        e.values |= {place: f"held[{index}]" for index, place in enumerate(self.schedule.held)}
        e.values |= {place: f"stocks[{index}]" for place, index in self.leaves("stock")}
        e.values |= {place: f"series[{index}]" for place, index in self.leaves("series")}
        e.values |= {place: e.builder.same(0.0).replace("0x0.0p+0", f"driven[{i}]") for place, i in self.leaves("driven")}
        e.values |= {place: "SAME(year)" for place, _ in self.leaves("year")}
        return e


def _keep(e: Emitter, places: Iterable[int], target: str) -> None:
    for index, place in enumerate(places):
        e.builder.put(f"{target}[{index}] = {e.value(place)}")


def _doubt(e: Emitter, places: Iterable[int]) -> str:
    b, zero = e.builder, e.builder.same(0.0)
    chains = [zero] * CHAINS
    for index, place in enumerate(places):
        chains[index % CHAINS] = b.fma(e.value(place), zero, chains[index % CHAINS])
    return " + ".join(chains)


def _function(head: str, e: Emitter, result: str) -> str:
    return "\n".join([f"static __attribute__((noinline)) {head} {{", *e.builder.lines, f"  return {result};", "}"])


def run_text(graph: Graph, layout: MemoryLayout, scheme: Scheme, parts: int, blocks: int) -> str:
    """The loop over time and so many blocks of worlds, around `prepare`, so many parts of `move`, and `look`."""
    count, lines = len(graph.slopes), []
    for stage, row in [*list(enumerate(scheme.a))[1:], (0, scheme.b)]:
        weighted = [f"SAME({w.hex()}) * own[{layout.slopes + k * count} + i]" for k, w in enumerate(row) if w]
        target = layout.here if stage else layout.stocks
        moved = f"own[{target} + i] = own[{layout.stocks} + i] + wide_length * ({' + '.join(weighted)});"
        lines.append(f"EACH for (long i = 0; i < {count}; i++) {moved}")
        if stage:
            lines += _moves(layout, parts, layout.here, stage * count, f"year + length * {scheme.c[stage].hex()}")
    names = ("given", "held", "noted", "stocks", "series", "saved", "doubt", "size")
    counts = {
        "given_count": len(graph.given),
        "series_count": len(graph.series),
        "saved_count": len(graph.saved),
        "driven_count": len(graph.driven),
        "stock_count": count,
    }
    return Template(RUN).substitute(
        {name: getattr(layout, name) for name in names},
        **counts,
        together=blocks * WIDTH,
        move="\n".join("    " + line for line in _moves(layout, parts, layout.stocks, 0, "year")),
        stages="\n".join("      " + line for line in lines),
    )


def _moves(layout: MemoryLayout, parts: int, stocks: int, slopes: int, year: str) -> list[str]:
    outputs = f"own + {layout.slopes + slopes}, own + {layout.noted}, row, {year}"
    return [f"EACH own[{layout.doubt}] += move{part}(INPUTS(own + {stocks}), {outputs});" for part in range(parts)]
