"""How much do the named loops leave out? Beside them, the loops that strongest paths find in one world.

Three measures, each wider than the one before. A found loop is *named* where its path is declared; *spelled* where every link of
it is a link of some named loop, so that it is made of nothing without a name; and of a *family* where it passes the link that the
cut test of a named loop takes away: just these loops stop with that cut. A long loop passes several, and counts to each.

No method lists every loop of a model of this size, and strongest paths are no exception: the coverage is relative to all loops
named or found, and what neither named nor found remains unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_score import Circuit, LinkScorer
from dualtrack.lab.loops.strongest_paths import Ring, ring_links, strongest_loops, turned
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import links
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.score import moving_links


@dataclass(frozen=True, slots=True, repr=False)
class FoundLoop(Printed):
    """A loop whose path no circuit declares; its share is the mean over moments, relative to all loops named or found.

    `families` are the circuits whose cut it passes, in the order in which it passes them, and `strange` its links that no circuit
    has. `strongest` is the link by which it can be told: of the strange ones if any, that with the largest mean magnitude.
    """

    names: Ring
    share: float
    reinforcing: bool
    families: tuple[str, ...]
    strange: tuple[Edge, ...]
    strongest: Edge

    def printed_title(self) -> str:
        return " - ".join(map(str, self.names))


@dataclass(frozen=True, slots=True, repr=False)
class Families(Printed):
    """The families by their shares of the magnitudes of all loops named or found; they overlap, and need not add up to one.

    `carried` is what passes some cut, each loop counted once, and `alone` what passes just one. `left` are the loops found that
    no family holds, the largest first.
    """

    shares: Mapping[str, float]
    carried: float
    alone: float
    left: tuple[FoundLoop, ...]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def passed(self) -> float:
        """How many families a loop that some family holds belongs to, on average over magnitudes; 0 where there is none."""
        return sum(self.shares.values()) / self.carried if self.carried else 0.0

    def printed_title(self) -> str:
        return f"Families: {len(self.shares)} hold {self.carried:.0%} of what was named or found"


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Printed):
    """In one world: the named loops' mean share among all named or found, how many were found, and those not named.

    `spelled` is the share of those made of links of named loops only, themselves included. `by_year[year]` is the named loops'
    share in each of the `years[year]` searched. `cancelled` is the part of the magnitudes that cancels, since loops that
    reinforce and loops that balance pull against each other at the same moment. `stocks` counts the stocks that some loop named
    or found passes, and `feedback` those that any feedback could pass.
    """

    named: float
    spelled: float
    found: int
    others: tuple[FoundLoop, ...]
    families: Families
    cancelled: float
    years: Array
    by_year: Array
    stocks: int
    feedback: int

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Coverage: named loops hold {self.named:.0%} of {self.found} found, and spell {self.spelled:.0%}"

    @property
    def strange(self) -> tuple[FoundLoop, ...]:
        """The loops that have a link which no named loop has, the largest first."""
        return tuple(each for each in self.others if each.strange)

    @property
    def telling(self) -> tuple[FoundLoop, ...]:
        """Of these the largest for each link by which they are told."""
        first: dict[Edge, FoundLoop] = {}
        for each in self.strange:
            first.setdefault(each.strongest, each)
        return tuple(first.values())


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
    census = _Census.of(dict.fromkeys((*named, *found)), series, circuits, {edge for ring in named for edge in ring_links(ring)})
    others = census.loops(ring for ring in found if ring not in named)
    by_year = np.sum([np.abs(census.shares[ring]) for ring in named], axis=0) + np.zeros(len(clock.saved) - 1)
    net = np.sum(list(census.shares.values()), axis=0)
    moves = np.sum([np.abs(each) for each in census.shares.values()], axis=0) > 0
    passed = {name for ring in census.shares for name in ring} & set(model.stocks)
    return Coverage(
        named=float(by_year.mean()),
        spelled=float(by_year.mean()) + sum(each.share for each in others if not each.strange),
        found=len(found),
        others=others,
        families=census.families(circuits),
        cancelled=float((1 - np.abs(net[moves])).mean()) if moves.any() else 0.0,
        years=np.asarray(clock.saved[1:]),
        by_year=by_year,
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


@dataclass(frozen=True, slots=True)
class _Census:
    """Every loop named or found, with its signed share over moments, and the families that it belongs to."""

    shares: Mapping[Ring, Array]
    families_of: Mapping[Ring, tuple[str, ...]]
    strength: Mapping[Edge, float]
    known: Set[Edge]

    @classmethod
    def of(cls, rings: Iterable[Ring], series: Mapping[Edge, Array], circuits: Sequence[Circuit], known: Set[Edge]) -> _Census:
        products: dict[Ring, Array] = {r: np.prod([series[edge] for edge in ring_links(r)], axis=0) for r in rings}
        total = np.sum([np.abs(each) for each in products.values()], axis=0)
        shares = {r: np.divide(each, total, out=np.zeros_like(total), where=total > 0) for r, each in products.items()}
        cut: dict[Edge, list[str]] = {}
        for circuit in circuits:
            for edge in circuit.cut:
                cut.setdefault(edge, []).append(circuit.id)
        families = {r: tuple(dict.fromkeys(name for edge in ring_links(r) for name in cut.get(edge, ()))) for r in products}
        return cls(shares, families, {edge: float(np.abs(score).mean()) for edge, score in series.items()}, known)

    def loops(self, rings: Iterable[Ring]) -> tuple[FoundLoop, ...]:
        """The largest first."""
        return tuple(sorted(map(self._loop, rings), key=lambda each: -each.share))

    def families(self, circuits: Sequence[Circuit]) -> Families:
        """What each cut takes away, and what none does."""
        size = {ring: float(np.abs(share).mean()) for ring, share in self.shares.items()}
        shares = {circuit.id: 0.0 for circuit in circuits if circuit.cut}
        for ring, names in self.families_of.items():
            for name in names:
                shares[name] += size[ring]
        return Families(
            shares=shares,
            carried=sum(size[ring] for ring, names in self.families_of.items() if names),
            alone=sum(size[ring] for ring, names in self.families_of.items() if len(names) == 1),
            left=self.loops(ring for ring, names in self.families_of.items() if not names),
        )

    def _loop(self, ring: Ring) -> FoundLoop:
        shares, passed = self.shares[ring], ring_links(ring)
        strange = tuple(edge for edge in passed if edge not in self.known)
        return FoundLoop(
            names=ring,
            share=float(np.abs(shares).mean()),
            reinforcing=bool(shares.sum() > 0),
            families=self.families_of[ring],
            strange=strange,
            strongest=max(strange or passed, key=lambda edge: self.strength[edge]),
        )


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
