"""Where a value that is no finite number could hide, so that every world the oracle refuses is marked, at little cost.

A sum, a difference, a product and a numerator hand on whatever is not finite: a value that reaches a checked quantity
through these alone is `covered` and needs no care. Elsewhere (in a denominator, in `minimum`, under `exp`) it may vanish
in a finite result, rightly if it is infinite, wrongly if it is NaN; there it must be kept to the letter.

A node that is worked out at every step is never covered by one that is worked out on saved rows only.
"""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.targets.native.graph import Graph, GraphNode

HARMLESS = frozenset({"number", "given", "driven", "year"})
"""Leaves that are always finite."""
DOUBTFUL = frozenset({"stock", "series"})
"""Leaves that may stop being finite without any equation having done it; these are checked."""
KEEPING = frozenset({"minimum", "maximum", "greater", "at_least", "where", "tanh", "curve"})
"""Operations that are finite wherever their arguments are."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Per node: `covered` marks the world if not finite; `sound` is finite in every world not marked; some are checked by hand.

    `begun` are checked once per world, `moved` at every step, `seen` on saved rows.
    """

    covered: tuple[bool, ...]
    sound: tuple[bool, ...]
    begun: tuple[int, ...]
    moved: tuple[int, ...]
    seen: tuple[int, ...]

    @classmethod
    def of(cls, graph: Graph) -> Cover:
        """Walk the graph from its results to its leaves, then back."""
        handed = _handed_on(graph)
        covered = [on or is_checked(graph, place) for place, on in enumerate(handed)]
        kept = _kept(graph)
        sound = [covered[place] or kept[place] for place in range(len(graph.nodes))]
        doubted = {p for p, n in enumerate(graph.nodes) if n.kind in DOUBTFUL or (p in graph.roots and not kept[p])}
        checked = sorted(p for p in doubted if not handed[p])
        begun = tuple(p for p in checked if graph.steady[p])
        at_every_step = graph.moving_roots | {p for p in checked if graph.nodes[p].kind in DOUBTFUL}
        moved = tuple(p for p in checked if p in at_every_step and not graph.steady[p])
        seen = tuple(p for p in checked if p not in at_every_step and not graph.steady[p])
        return cls(tuple(covered), tuple(sound), begun, moved, seen)


def is_checked(graph: Graph, place: int) -> bool:
    """Whether a node is a checked quantity as often as it is worked out."""
    return place in (graph.moving_roots if graph.moving[place] else graph.roots)


def handing_on(node: GraphNode) -> tuple[int, ...]:
    """The arguments that make this node not finite whenever they are not."""
    match node.kind:
        case "+" | "-" | "*":
            return node.args
        case "/" | "over":
            return node.args[:1]
        case _:
            return ()


def _handed_on(graph: Graph) -> list[bool]:
    """Whether each node makes some checked quantity above it not finite."""
    handed = [False] * len(graph.nodes)
    for place in reversed(range(len(graph.nodes))):
        if handed[place] or is_checked(graph, place):
            for argument in handing_on(graph.nodes[place]):
                handed[argument] |= graph.moving[place] or not graph.moving[argument]
    return handed


def _kept(graph: Graph) -> list[bool]:
    """Whether each node is finite as long as the leaves and the quantities below it are, which others check."""
    kept: list[bool] = []
    for node in graph.nodes:
        arguments = all(is_checked(graph, a) or kept[a] for a in node.args)
        kept.append(node.kind in HARMLESS | DOUBTFUL or (node.kind in KEEPING and arguments))
    return kept
