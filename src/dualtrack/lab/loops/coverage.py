"""How much do the named loops leave out? Beside them, the loops that strongest paths find in one world.

No method lists every loop of a model of this size, and strongest paths are no exception: the coverage is relative to all loops
named or found, and what neither named nor found remains unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_score import Circuit, LinkScorer
from dualtrack.lab.loops.strongest_paths import Ring, strongest_loops, turned
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import links
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.score import moving_links


@dataclass(frozen=True, slots=True, repr=False)
class FoundLoop(Printed):
    """A loop that no circuit names; its share is the mean over moments, relative to all loops named or found."""

    names: Ring
    share: float
    reinforcing: bool

    def printed_title(self) -> str:
        return " - ".join(map(str, self.names))


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Printed):
    """In one world: the named loops' mean share among all named or found, how many were found, and those not named.

    `stocks` counts the stocks that some loop named or found passes, and `feedback` those that any feedback could pass.
    """

    named: float
    found: int
    others: tuple[FoundLoop, ...]
    stocks: int
    feedback: int

    def printed_title(self) -> str:
        return f"Coverage: named loops hold {self.named:.0%} of {self.found} found"


def cover(model: Model, regime: Regime, world: Worlds, clock: Clock, circuits: Sequence[Circuit]) -> Coverage:
    """Search one world at every saved year but the first; raises `RunError` where the world fails."""
    if world.count != 1:
        raise RunError(f"loops are searched in one world, not {world.count}", fix="give one: `nominal(model)`, or a part of some")
    edges = moving_links(model)
    scores, sound = LinkScorer.of(model, regime, clock, edges).scores(world, {})
    if not sound.all():
        raise RunError("the world in which loops are searched does not finish", fix="`run_ensemble` names what fails, and where")
    series = {edge: np.where(np.isfinite(score[0]), score[0], 0.0) for edge, score in scores.items()}
    named = dict.fromkeys(ring for circuit in circuits for ring in members(model, circuit))
    found = strongest_loops(series, model.stocks)
    products = {ring: _product(ring, series) for ring in dict.fromkeys((*named, *found))}
    total = np.sum([np.abs(each) for each in products.values()], axis=0)
    shares = {ring: np.divide(each, total, out=np.zeros_like(total), where=total > 0) for ring, each in products.items()}
    passed = {name for ring in products for name in ring} & set(model.stocks)
    others = [_loop(ring, shares[ring]) for ring in found if ring not in named]
    return Coverage(
        named=float(np.sum([np.abs(shares[ring]).mean() for ring in named])),
        found=len(found),
        others=tuple(sorted(others, key=lambda each: -each.share)),
        stocks=len(passed),
        feedback=len(_in_feedback(edges) & set(model.stocks)),
    )


def members(model: Model, circuit: Circuit) -> tuple[Ring, ...]:
    """Every single loop of a circuit."""
    found: list[Ring] = []
    for start in circuit.turned[0]:
        paths: list[tuple[str, ...]] = [(start,)]
        for link in links(model, circuit.turned):
            paths = [(*path, effect) for path in paths for cause, effect in link if cause == path[-1]]
        found += [turned(path[:-1]) for path in paths if path[-1] == start]
    return tuple(found)


def _loop(ring: Ring, shares: Array) -> FoundLoop:
    return FoundLoop(ring, float(np.abs(shares).mean()), bool(shares.sum() > 0))


def _product(ring: Ring, series: Mapping[Edge, Array]) -> Array:
    found: Array = np.prod([series[edge] for edge in zip(ring, (*ring[1:], ring[0]), strict=True)], axis=0)
    return found


def _in_feedback(edges: Sequence[Edge]) -> set[str]:
    """The quantities that some loop of two or more could pass: those that can be reached from what they cause."""
    outward: dict[str, set[str]] = {}
    for cause, effect in edges:
        if cause != effect:
            outward.setdefault(cause, set()).add(effect)
    return {name for name in outward if name in _reached(name, outward)}


def _reached(name: str, outward: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for effect in outward.get(waiting.pop(), set()) - seen:
            seen.add(effect)
            waiting.append(effect)
    return seen
