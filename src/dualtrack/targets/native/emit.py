"""Graph nodes as LLVM text, each with as much care for NaN as its place needs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from dualtrack.language.declaration import Curve
from dualtrack.targets.native import elementary
from dualtrack.targets.native.builder import NAN, Builder
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.graph import Graph, GraphNode

HALF = 0.5
"""The fraction of a power of two."""


@dataclass
class Emitter:
    """Writes nodes into a function's builder; `values` holds those already there, so leaves are put there first."""

    graph: Graph
    cover: Cover
    curves: Mapping[str, Curve]
    builder: Builder
    values: dict[int, str] = field(default_factory=dict)

    def emit(self, place: int) -> str:
        """Write one node whose arguments are written."""
        node = self.graph.nodes[place]
        if place not in self.values:
            self.values[place] = WRITERS[node.kind](self, node, place)
        return self.values[place]

    def value(self, place: int) -> str:
        """The name of a node's value; numbers need no writing."""
        node = self.graph.nodes[place]
        return self.builder.same(float.fromhex(str(node.detail))) if node.kind == "number" else self.values[place]

    def args(self, node: GraphNode) -> list[str]:
        return [self.value(a) for a in node.args]

    def guarded(self, result: str, *arguments: int) -> str:
        """The result, or NaN where one of the arguments is NaN."""
        b = self.builder
        for argument in {a for a in arguments if not self.cover.sound[a]}:
            result = b.select(b.compare("uno", self.value(argument), b.same(0.0)), b.same(NAN), result)
        return result


Writer = Callable[[Emitter, GraphNode, int], str]


def _add(e: Emitter, node: GraphNode, place: int) -> str:
    return e.builder.add(*e.args(node))


def _subtract(e: Emitter, node: GraphNode, place: int) -> str:
    return e.builder.subtract(*e.args(node))


def _multiply(e: Emitter, node: GraphNode, place: int) -> str:
    return e.builder.multiply(*e.args(node))


def _divide(e: Emitter, node: GraphNode, place: int) -> str:
    return e.builder.divide(*e.args(node))


def _over(e: Emitter, node: GraphNode, place: int) -> str:
    """The corrected quotient is NaN where the plain one is infinite, which matters wherever an infinity may be handed on."""
    b, (over, under, inverse) = e.builder, e.args(node)
    divisor = e.graph.nodes[node.args[1]]
    if divisor.kind == "number" and math.frexp(float.fromhex(str(divisor.detail)))[0] == HALF:
        return b.multiply(over, inverse)
    plain = b.multiply(over, inverse)
    corrected = elementary.corrected_quotient(b, plain, over, under, inverse)
    if e.cover.covered[place] and e.cover.sound[node.args[1]]:
        return corrected
    return b.select(b.compare("uno", corrected, corrected), plain, corrected)


def _inverse(e: Emitter, node: GraphNode, place: int) -> str:
    return e.builder.divide(e.builder.same(1.0), *e.args(node))


def _exp(e: Emitter, node: GraphNode, place: int) -> str:
    return elementary.exp(e.builder, *e.args(node))


def _log(e: Emitter, node: GraphNode, place: int) -> str:
    return elementary.log(e.builder, *e.args(node))


def _tanh(e: Emitter, node: GraphNode, place: int) -> str:
    return elementary.tanh(e.builder, *e.args(node))


def _raised(e: Emitter, node: GraphNode, place: int) -> str:
    return elementary.power(e.builder, *e.args(node), finite=e.cover.sound[node.args[1]])


def _parity(e: Emitter, node: GraphNode, place: int) -> str:
    return elementary.parity(e.builder, *e.args(node))


def _squared(e: Emitter, node: GraphNode, place: int) -> str:
    (base,) = e.args(node)
    return e.builder.multiply(base, base)


def _extreme(e: Emitter, node: GraphNode, pick: Callable[[str, str], str]) -> str:
    """`pick` hands on NaN in its second argument by itself."""
    (first, second), (a, b) = node.args, e.args(node)
    return pick(a, b) if e.cover.sound[first] else e.guarded(pick(b, a), second)


def _minimum(e: Emitter, node: GraphNode, place: int) -> str:
    return _extreme(e, node, e.builder.least)


def _maximum(e: Emitter, node: GraphNode, place: int) -> str:
    return _extreme(e, node, e.builder.greatest)


def _flag(e: Emitter, node: GraphNode, how: str) -> str:
    b = e.builder
    return e.guarded(b.select(b.compare(how, *e.args(node)), b.same(1.0), b.same(0.0)), *node.args)


def _greater(e: Emitter, node: GraphNode, place: int) -> str:
    return _flag(e, node, "ogt")


def _at_least(e: Emitter, node: GraphNode, place: int) -> str:
    return _flag(e, node, "oge")


def _where(e: Emitter, node: GraphNode, place: int) -> str:
    b, (condition, if_true, if_false) = e.builder, e.args(node)
    chosen = b.select(b.compare("ogt", condition, b.same(0.0)), if_true, if_false)
    return e.guarded(chosen, node.args[0])


def _curve(e: Emitter, node: GraphNode, place: int) -> str:
    """Each segment overrides those to its left; beyond the last point its own height holds, exactly."""
    b, (at,), points = e.builder, e.args(node), e.curves[str(node.detail)].points
    result = b.same(points[0][1])
    for (left, height), (right, target) in pairwise(points):
        slope = (target - height) / (right - left)
        risen = b.add(b.multiply(b.subtract(at, b.same(left)), b.same(slope)), b.same(height))
        result = b.select(b.compare("ogt", at, b.same(left)), risen if slope else b.same(height), result)
    last, height = points[-1]
    return e.guarded(b.select(b.compare("oge", at, b.same(last)), b.same(height), result), *node.args)


def _leaf(e: Emitter, node: GraphNode, place: int) -> str:
    return e.value(place)


WRITERS: Mapping[str, Writer] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "exp": _exp,
    "log": _log,
    "tanh": _tanh,
    "raised": _raised,
    "parity": _parity,
    "squared": _squared,
    "over": _over,
    "inverse": _inverse,
    "minimum": _minimum,
    "maximum": _maximum,
    "greater": _greater,
    "at_least": _at_least,
    "where": _where,
    "curve": _curve,
    "number": _leaf,
}
