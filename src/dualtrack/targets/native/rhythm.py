"""How often each node of a model's graph must be worked out where one world is run at a time, and where it is kept meanwhile.

What a step works out is cut into short stretches: a compiler at run time takes far longer over one long function than over many
short ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dualtrack.language.model import Model
from dualtrack.targets.native.cover import Cover
from dualtrack.targets.native.graph import LEAVES, Graph, GraphNode, Shape, needed

BEGUN, SETTLED, MOVED = range(3)
"""Once per world; at each change of a lever; at every step."""
STRETCH = 100
"""Nodes after which a stretch ends with the next quantity."""


@dataclass(frozen=True)
class Rhythm:
    """A model's graph, in which everything computed is saved, and the rhythm of its nodes."""

    model: Model

    @cached_property
    def graph(self) -> Graph:
        """Equal expressions once."""
        return Graph.of(self.model, Shape(self.model.order, ()))

    @cached_property
    def nodes(self) -> tuple[GraphNode, ...]:
        """The graph's nodes with nothing taken apart: a quotient is a quotient and a power a power."""
        return tuple(map(_whole, self.graph.nodes))

    @cached_property
    def cover(self) -> Cover:
        """What must be checked so that no NaN passes."""
        return Cover.of(self.graph)

    @cached_property
    def of(self) -> tuple[int, ...]:
        """How often each node changes."""
        found: list[int] = []
        for node in self.nodes:
            leaf = {"number": BEGUN, "given": BEGUN, "driven": SETTLED}.get(node.kind, MOVED)
            found.append(leaf if node.kind in LEAVES else max(found[a] for a in node.args))
        return tuple(found)

    @cached_property
    def moved(self) -> set[int]:
        """What a step needs."""
        return needed(self.nodes, {*self.graph.slopes, *self.cover.moved})

    @cached_property
    def seen(self) -> set[int]:
        """What a saved row needs, a step included."""
        return self.moved | needed(self.nodes, {*self.graph.saved, *self.cover.seen})

    @cached_property
    def stretches(self) -> tuple[frozenset[int], ...]:
        """What every step works out, in stretches that end with a quantity; the last hands on what is known without work."""
        return self._cut(self.moved, {*self.graph.slopes, *(p for p in self.cover.moved if self.nodes[p].kind in LEAVES)})

    @cached_property
    def later(self) -> tuple[frozenset[int], ...]:
        """What a saved row works out besides, in stretches like those."""
        return self._cut(self.seen - self.moved, set(self.graph.saved))

    @cached_property
    def noted(self) -> dict[int, int]:
        """Where what changes at every step is kept: first everything computed, then what one stretch leaves to another."""
        found = {node: place for place, node in enumerate(self.graph.saved) if self._is_work(node)}
        parts = (*self.stretches, *self.later)
        home = {node: number for number, part in enumerate(parts) for node in part if self._is_work(node)}
        left = {a for node in home for a in self.nodes[node].args if home.get(a, home[node]) != home[node]}
        return found | {node: len(self.graph.saved) + place for place, node in enumerate(sorted(left - found.keys()))}

    @property
    def notes(self) -> int:
        """How many places are kept at every step."""
        return max((len(self.graph.saved) - 1, *self.noted.values())) + 1

    @cached_property
    def fixed(self) -> dict[int, int]:
        """Where every node is kept that holds still between two changes of a lever and is read later than it is worked out.

        First the numbers given, what follows from them, the driven values, and last what follows from these.
        """
        begun = {p for p in self._read_by(SETTLED) | set(self.graph.starts) if self.of[p] == BEGUN}
        later = {p for p in self._read_by(MOVED) | {*self.graph.slopes, *self.graph.saved} if self.of[p] < MOVED}
        kept = sorted(p for p in begun | later if self.nodes[p].kind not in LEAVES)
        groups = (
            self.leaves("given"),
            (p for p in kept if self.of[p] == BEGUN),
            self.leaves("driven"),
            (p for p in kept if self.of[p] == SETTLED),
        )
        return {node: place for place, node in enumerate(node for group in groups for node in group)}

    @property
    def driven_at(self) -> int:
        """Where the driven values begin among what is fixed."""
        return sum(self.of[node] == BEGUN for node in self.fixed)

    def kept(self, rhythm: int) -> list[int]:
        """What is worked out in one rhythm and kept."""
        return [p for p in self.fixed if self.of[p] == rhythm and self.nodes[p].kind not in LEAVES]

    def leaves(self, kind: str) -> list[int]:
        """The leaves of one kind."""
        return [place for place, node in enumerate(self.nodes) if node.kind == kind]

    def checked(self, rhythm: int, places: Iterable[int]) -> list[int]:
        """Those of these nodes that change in one rhythm."""
        return [place for place in places if self.of[place] == rhythm]

    def _is_work(self, node: int) -> bool:
        return self.of[node] == MOVED and self.nodes[node].kind not in LEAVES

    def _cut(self, wanted: set[int], results: set[int]) -> tuple[frozenset[int], ...]:
        ends, parts, part = set(self.graph.saved), [], set()
        for node in sorted(filter(self._is_work, wanted)):
            part.add(node)
            if len(part) >= STRETCH and node in ends:
                parts.append(frozenset(part))
                part = set()
        return (*parts, frozenset(part | {node for node in results if not self._is_work(node)}))

    def _read_by(self, rhythm: int) -> set[int]:
        return {a for p in self.seen if self.of[p] == rhythm for a in self.nodes[p].args}


def _whole(node: GraphNode) -> GraphNode:
    match node.kind:
        case "over":
            return GraphNode("/", node.args[:2])
        case "raised":
            return GraphNode("power", node.args[:2])
        case "squared":
            return GraphNode("*", (*node.args, *node.args))
        case _:
            return node
