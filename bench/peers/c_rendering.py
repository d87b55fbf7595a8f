"""The model as C with explicit vectors of eight worlds: the native target's graph, care for NaN and loop, compiled by GCC.

Nothing that native leaves out is computed, and nothing that it checks is left unchecked; GCC fuses products and sums as it likes.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Template

from bench.peers.c_builder import PREAMBLE, CBuilder
from bench.peers.c_skeleton import RUN, STORE
from dualtrack.language.model import Model
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.emit import Emitter
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.kernel import CHAINS, Kernel, Layout, held_over_time, needed
from dualtrack.targets.scheme import Scheme

WIDTH = 8


def rendered(model: Model, shape: Shape, scheme: Scheme, *, wide: bool) -> Kernel:
    """The kernel as C, with its layout; `wide` where the machine has AVX-512."""
    graph = Graph.of(model, shape)
    cover = Cover.of(graph)
    wanted = needed(graph, {*graph.slopes, *graph.saved, *cover.checked})
    held = held_over_time(graph, wanted)
    layout = Layout.of(graph, len(held), len(scheme.b))
    draft = _Draft(model, graph, cover, wide)
    texts = [PREAMBLE, STORE, draft.prepare(held), draft.observe(held, wanted), run_text(graph, layout, scheme)]
    return Kernel("\n".join(texts), layout, WIDTH, shape, graph.given, graph.driven, graph.series)


class _Draft:
    """The two functions that hold the equations."""

    def __init__(self, model: Model, graph: Graph, cover: Cover, wide: bool) -> None:
        self.model, self.graph, self.cover, self.wide = model, graph, cover, wide

    def emitter(self) -> Emitter:
        e = Emitter(self.graph, self.cover, self.model.curves, CBuilder(WIDTH, self.wide))
        e.values |= {place: f"given[{index}]" for place, index in self.leaves("given")}
        return e

    def leaves(self, kind: str) -> Iterator[tuple[int, int]]:
        return ((place, int(node.detail)) for place, node in enumerate(self.graph.nodes) if node.kind == kind)

    def prepare(self, held: tuple[int, ...]) -> str:
        """What holds over time, and the stocks at the start; returns NaN where something is not finite."""
        e, graph = self.emitter(), self.graph
        checked = [p for p in self.cover.checked if graph.steady[p]]
        for place in needed(graph, {*held, *graph.starts, *checked}):
            e.emit(place)
        for index, place in enumerate(held):
            e.builder.put(f"held[{index}] = {e.value(place)}")
        for index, place in enumerate(graph.starts):
            e.builder.put(f"stocks[{index}] = {e.value(place)}")
        doubt = _doubt(e, [e.value(p) for p in (*graph.starts, *checked)])
        arguments = "const V *restrict given, V *restrict held, V *restrict stocks"
        return _function(f"V prepare({arguments})", e, doubt)

    def observe(self, held: tuple[int, ...], wanted: tuple[int, ...]) -> str:
        """Slopes and saved values at one moment; returns NaN where something is not finite."""
        e, graph = self.emitter(), self.graph
        e.values |= {place: f"held[{index}]" for index, place in enumerate(held)}
        e.values |= {place: f"stocks[{index}]" for place, index in self.leaves("stock")}
        e.values |= {place: f"series[{index}]" for place, index in self.leaves("series")}
        e.values |= {place: e.builder.same(0.0).replace("0x0.0p+0", f"driven[{i}]") for place, i in self.leaves("driven")}
        e.values |= {place: "SAME(year)" for place, _ in self.leaves("year")}
        for place in wanted:
            if not graph.steady[place]:
                e.emit(place)
        doubt = _doubt(e, [e.value(p) for p in self.cover.checked if not graph.steady[p]])
        for index, place in enumerate(graph.slopes):
            e.builder.put(f"slopes[{index}] = {e.value(place)}")
        for index, place in enumerate(graph.saved):
            e.builder.put(f"saved[{index}] = {e.value(place)}")
        inputs = "const V *restrict given, const V *restrict held, const V *restrict series, const V *restrict stocks"
        outputs = "V *restrict slopes, V *restrict saved, const double *restrict driven, double year"
        return _function(f"V observe({inputs}, {outputs})", e, doubt)


def _doubt(e: Emitter, values: list[str]) -> str:
    b, zero = e.builder, e.builder.same(0.0)
    chains = [zero] * CHAINS
    for index, value in enumerate(values):
        chains[index % CHAINS] = b.fma(value, zero, chains[index % CHAINS])
    return " + ".join(chains)


def _function(head: str, e: Emitter, result: str) -> str:
    return "\n".join([f"static __attribute__((noinline)) {head} {{", *e.builder.lines, f"  return {result};", "}"])


def run_text(graph: Graph, layout: Layout, scheme: Scheme) -> str:
    """The loop over worlds and time, around `prepare` and `observe`."""
    count, lines = len(graph.slopes), []
    for stage, row in [*list(enumerate(scheme.a))[1:], (0, scheme.b)]:
        weighted = [f"SAME({w.hex()}) * slopes[{k * count} + i]" for k, w in enumerate(row) if w]
        target = "here" if stage else "stocks"
        lines.append(f"for (long i = 0; i < {count}; i++) {target}[i] = stocks[i] + wide_length * ({' + '.join(weighted)});")
        if stage:
            moment = f"year + length * {scheme.c[stage].hex()}"
            lines.append(f"*doubt += observe(numbers, held, frozen, here, slopes + {stage * count}, saved, row, {moment});")
    places = {n: getattr(layout, n) for n in ("given", "held", "stocks", "here", "slopes", "saved", "series", "doubt")}
    counts = {
        "given_count": len(graph.given),
        "series_count": len(graph.series),
        "saved_count": len(graph.saved),
        "driven_count": len(graph.driven),
    }
    return Template(RUN).substitute(places, **counts, stages="\n".join("        " + line for line in lines))
