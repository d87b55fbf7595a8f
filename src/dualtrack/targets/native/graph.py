"""A model's equations as one graph in evaluation order, in which equal expressions are one node.

Two operations are taken apart, so that what holds still over time is worked out once per world: x / y with a steady y is
`over` with `inverse`, and x ** y is `raised` with the `parity` of y, which a negative x asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, assert_never

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model

Leaf = Literal["number", "given", "stock", "driven", "series", "year"]
STEADY = frozenset({"number", "given"})
"""Leaves that hold still over time in one world."""
LEAVES = STEADY | {"stock", "driven", "series", "year"}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A leaf, an arithmetic sign, an operation or a curve, applied to earlier nodes; `detail` is its number, place or curve."""

    kind: str
    args: tuple[int, ...] = ()
    detail: float | int | str = 0


SQUARED = GraphNode("number", (), (2.0).hex())


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kernel is generated for: the saved quantities, and the driven ones that differ between worlds."""

    save: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(frozen=True)
class Graph:
    """Nodes, each after those it reads; `starts`, `slopes` and `saved` point into them.

    `steady` nodes hold still over time, `moving` ones are leaves and what slopes are made of. `roots` are checked wherever they
    are worked out: those of what moves a stock at every step, the others on saved rows (`Model.moving`).
    """

    nodes: tuple[GraphNode, ...]
    steady: tuple[bool, ...]
    moving: tuple[bool, ...]
    roots: frozenset[int]
    moving_roots: frozenset[int]
    starts: tuple[int, ...]
    slopes: tuple[int, ...]
    saved: tuple[int, ...]
    given: tuple[str, ...]
    driven: tuple[str, ...]
    series: tuple[str, ...]

    @classmethod
    def of(cls, model: Model, shape: Shape) -> Graph:
        """Every equation of the model: idle ones too, since they may fail a world."""
        driven = tuple(n for n in model.driven if n not in shape.series)
        series = tuple(n for n in model.driven if n in shape.series)
        growing = _Growing()
        growing.leaves("given", model.given)
        growing.leaves("stock", model.stocks)
        growing.leaves("driven", driven)
        growing.leaves("series", series)
        growing.known[TIME] = growing.add(GraphNode("year"))
        for name in model.order:
            growing.known[name] = growing.grow(model.quantities[name].tree)
        slopes = tuple(growing.grow(model.quantities[n].tree) for n in model.stocks)
        return cls(
            starts=tuple(growing.grow(model.quantities[n].initial) for n in model.stocks),
            slopes=slopes,
            saved=tuple(growing.known[n] for n in shape.save),
            nodes=tuple(growing.nodes),
            steady=tuple(growing.steady),
            moving=growing.behind(slopes),
            roots=frozenset({*slopes, *(growing.known[n] for n in model.order)}),
            moving_roots=frozenset({*slopes, *(growing.known[n] for n in model.moving)}),
            given=model.given,
            driven=driven,
            series=series,
        )


def needed(nodes: Sequence[GraphNode], wanted: Iterable[int]) -> set[int]:
    """These nodes and all they are made of."""
    found = set(wanted)
    for place in range(len(nodes) - 1, -1, -1):
        if place in found:
            found |= set(nodes[place].args)
    return found


@dataclass
class _Growing:
    """A graph under construction; `known` holds the node of each name."""

    nodes: list[GraphNode] = field(default_factory=list)
    steady: list[bool] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    places: dict[GraphNode, int] = field(default_factory=dict)

    def leaves(self, kind: Leaf, group: Iterable[str]) -> None:
        for place, name in enumerate(group):
            self.known[name] = self.add(GraphNode(kind, (), place))

    def add(self, node: GraphNode) -> int:
        if node not in self.places:
            self.places[node] = len(self.nodes)
            self.nodes.append(node)
            self.steady.append(all(self.steady[a] for a in node.args) if node.kind not in LEAVES else node.kind in STEADY)
        return self.places[node]

    def behind(self, wanted: Iterable[int]) -> tuple[bool, ...]:
        """Which nodes are leaves or what these are made of."""
        found = {p for p, node in enumerate(self.nodes) if node.kind in LEAVES} | needed(self.nodes, wanted)
        return tuple(place in found for place in range(len(self.nodes)))

    def quotient(self, over: int, under: int) -> int:
        if not self.steady[under] or self.steady[over]:
            return self.add(GraphNode("/", (over, under)))
        return self.add(GraphNode("over", (over, under, self.add(GraphNode("inverse", (under,))))))

    def power(self, base: int, exponent: int) -> int:
        if self.nodes[exponent] == SQUARED:
            return self.add(GraphNode("squared", (base,)))
        parity = self.add(GraphNode("parity", (exponent,)))
        return self.add(GraphNode("raised", (base, exponent, parity)))

    def grow(self, expr: Expr | None) -> int:
        match expr:
            case Num(value):
                return self.add(GraphNode("number", (), float(value).hex()))
            case Ref(name):
                return self.known[name]
            case Op("/", (a, b)):
                return self.quotient(self.grow(a), self.grow(b))
            case Op(sign, (a, b)):
                return self.add(GraphNode(sign, (self.grow(a), self.grow(b))))
            case Call("power", (a, b)):
                return self.power(self.grow(a), self.grow(b))
            case Call(fn, args):
                return self.add(GraphNode(fn, tuple(map(self.grow, args))))
            case Lookup(curve, at):
                return self.add(GraphNode("curve", (self.grow(at),), curve))
            case None:
                raise AssertionError("a stock or an equation without a tree")
            case _:
                assert_never(expr)
