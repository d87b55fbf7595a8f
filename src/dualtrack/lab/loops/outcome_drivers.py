"""Which loops drive an outcome, and when? Walk back from it to the stocks that feed it, and ask which named loops pass these.

A stock feeds an outcome where a path of equations leads from it there without another stock. Its weight is its part of what the
feeding stocks do: the change of the outcome when this stock alone moves by one step. A loop's share is the sum over the stocks of
their weights times the loop's part of the magnitudes of all circuits that pass the stock. Shares add up to what comes through
stocks at which some circuit runs. What levers and years do at once is nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.loops.dominance import LoopRank, Period
from dualtrack.lab.loops.loop_score import BLOCK, Circuit, LinkScorer, SeenRuns, once_round
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.band import band
from dualtrack.lab.statistics.resolved import Measured
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import links
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields

Span = tuple[float, float]
Rows = Sequence[NDArray[np.int64]]
SHOWN = 3
"""Circuits that a printed value names for a period."""


@dataclass(frozen=True, slots=True, repr=False)
class Drivers(Printed):
    """What drives one outcome: in each period the standings of the circuits that pass a stock which feeds it.

    `weights[stock][period]` holds a stock's mean weight, and `reached[period]` the part of what moves the outcome that comes
    through stocks at which some circuit runs; 0 where nothing moves it.
    """

    outcome: str
    weights: Mapping[str, Array]
    reached: Array
    periods: tuple[Period, ...]

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"What drives `{self.outcome}`: {len(self.weights)} stocks feed it"

    def printed_lines(self) -> Mapping[str, object]:
        return {f"{each.start:g} to {each.stop:g}": _said(each) for each in self.periods}


def feeding_stocks(model: Model, outcome: str) -> tuple[str, ...]:
    """The stocks from which a path of equations leads to an outcome without another stock; itself where it is one."""
    if model[outcome].role == "stock":
        return (outcome,)
    seen, waiting = {outcome}, [outcome]
    while waiting:
        for cause in set(model.causes(waiting.pop())) - seen:
            seen.add(cause)
            if model[cause].role != "stock" and model[cause].tree is not None:
                waiting.append(cause)
    return tuple(name for name in model.stocks if name in seen)


def unreached(model: Model, outcome: str, circuits: Sequence[Circuit]) -> tuple[str, ...]:
    """The stocks that feed an outcome and that no loop of the circuits passes."""
    return tuple(
        stock
        for stock in feeding_stocks(model, outcome)
        if not any(closes(model, part) for circuit in circuits if (part := through(circuit, stock)))
    )


def through(circuit: Circuit, stock: str) -> Circuit | None:
    """The loops of a circuit that pass a stock, as a circuit; None where no station holds it."""
    if not any(stock in station for station in circuit.stations):
        return None
    return replace(circuit, stations=tuple((stock,) if stock in station else station for station in circuit.stations))


def closes(model: Model, circuit: Circuit) -> bool:
    """Whether some element of a circuit, followed along its links, leads back to itself."""
    between = links(model, circuit.turned)
    for start in circuit.turned[0]:
        here = {start}
        for link in between:
            here = {effect for cause, effect in link if cause in here}
        if start in here:
            return True
    return False


def drive(
    model: Model,
    regime: Regime,
    worlds: Worlds,
    clock: Clock,
    circuits: Sequence[Circuit],
    outcomes: Sequence[str],
    spans: Sequence[Span],
    *,
    progress: Progress | None = None,
) -> tuple[Drivers, ...]:
    """What drives each outcome between two years; raises `RunError` where a span holds no saved year, or no world finishes."""
    years = np.asarray(clock.saved[1:])
    rows = [np.flatnonzero((years > start) & (years <= stop)) for start, stop in spans]
    if not all(map(len, rows)):
        raise RunError(f"no year is saved in some of the spans {list(spans)}", fix="give spans that hold saved years")
    bench = _Bench.of(model, regime, clock, circuits, outcomes)
    parts = []
    for start in range(0, worlds.count, BLOCK):
        parts.append(bench.measure(worlds.part(start, start + BLOCK), rows))
        if progress is not None:
            progress(min(start + BLOCK, worlds.count), worlds.count)
    found = {outcome: _joined([part[outcome] for part in parts]) for outcome in outcomes}
    if not all(each.weights.shape[1] for each in found.values()):
        raise RunError("no world finishes, so nothing drives an outcome", fix="`run_ensemble` names what fails, and where")
    return tuple(_drivers(bench, outcome, each, spans) for outcome, each in found.items())


@dataclass(frozen=True, slots=True)
class _Part:
    """Per sound world and period, means over years: `weights[stock, world, period]`, the rest `[circuit, world, period]`."""

    weights: Array
    size: Array
    net: Array
    active: Array


@dataclass(frozen=True, slots=True)
class _Bench:
    """The circuits that pass each stock which feeds some outcome, compiled once."""

    model: Model
    circuits: Sequence[Circuit]
    fed: Mapping[str, tuple[str, ...]]
    passing: Mapping[str, tuple[tuple[int, Circuit], ...]]
    scorer: LinkScorer

    @classmethod
    def of(cls, model: Model, regime: Regime, clock: Clock, circuits: Sequence[Circuit], outcomes: Sequence[str]) -> _Bench:
        fed = {outcome: feeding_stocks(model, outcome) for outcome in outcomes}
        passing = {}
        for stock in dict.fromkeys(name for names in fed.values() for name in names):
            cut_down = [(place, through(circuit, stock)) for place, circuit in enumerate(circuits)]
            passing[stock] = tuple((place, part) for place, part in cut_down if part is not None and closes(model, part))
        edges = {e for parts in passing.values() for _, part in parts for link in links(model, part.turned) for e in link}
        return cls(model, circuits, fed, passing, LinkScorer.of(model, regime, clock, sorted(edges)))

    def measure(self, worlds: Worlds, rows: Rows) -> dict[str, _Part]:
        """One block of worlds."""
        seen = self.scorer.see(worlds, {})
        scores, still = seen.scores(), seen.moment(1)
        pulls = {stock: seen.moment(1, moved=stock).values for stock in self.passing}
        sums = {stock: self._sums(stock, scores, seen) for stock in self.passing}
        return {outcome: self._part(outcome, still.values, pulls, sums, seen.shape, rows) for outcome in self.fed}

    def _sums(self, stock: str, scores: Mapping[Edge, Array], seen: SeenRuns) -> dict[int, tuple[Array, Array]]:
        """Per circuit that passes a stock, its parts of all magnitudes that pass it, with signs and without."""
        found = {place: once_round(self.model, part, scores, seen.sound)[:2] for place, part in self.passing[stock]}
        total = np.sum([size for _, size in found.values()], axis=0) + np.zeros(seen.shape)
        return {place: (_part(net, total), _part(size, total)) for place, (net, size) in found.items()}

    def _part(
        self,
        outcome: str,
        still: Mapping[str, Array],
        pulls: Mapping[str, Mapping[str, Array]],
        sums: Mapping[str, Mapping[int, tuple[Array, Array]]],
        shape: tuple[int, int],
        rows: Rows,
    ) -> _Part:
        stocks = self.fed[outcome]
        moved = np.array([np.broadcast_to(np.abs(pulls[stock][outcome] - still[outcome]), shape) for stock in stocks])
        moved = np.where(np.isfinite(moved), moved, 0.0).reshape(len(stocks), *shape)
        weights = _part(moved, moved.sum(axis=0) + np.zeros(moved.shape))
        net, size = np.zeros((2, len(self.circuits), *shape))
        for weight, stock in zip(weights, stocks, strict=True):
            for place, (signed, part) in sums[stock].items():
                net[place] += weight * signed
                size[place] += weight * part
        return _Part(*(np.stack([each[..., row].mean(axis=-1) for row in rows], -1) for each in (weights, size, net, size > 0)))


def _joined(parts: Sequence[_Part]) -> _Part:
    names = ("weights", "size", "net", "active")
    return _Part(*(np.concatenate([getattr(part, name) for part in parts], axis=1) for name in names))


def _drivers(bench: _Bench, outcome: str, part: _Part, spans: Sequence[Span]) -> Drivers:
    passing = sorted({place for stock in bench.fed[outcome] for place, _ in bench.passing[stock]})
    return Drivers(
        outcome=outcome,
        weights={stock: part.weights[place].mean(axis=0) for place, stock in enumerate(bench.fed[outcome])},
        reached=np.asarray(part.size.sum(axis=0).mean(axis=0)),
        periods=tuple(
            Period(*span, _standings([bench.circuits[each].id for each in passing], part, passing, place))
            for place, span in enumerate(spans)
        ),
    )


def _standings(names: Sequence[str], part: _Part, passing: Sequence[int], period: int) -> tuple[LoopRank, ...]:
    """The circuits that can drive an outcome, in one period, the largest first."""
    size, net = part.size[passing, :, period], part.net[passing, :, period]
    first = np.where(size.max(axis=0, initial=0.0) > 0, size.argmax(axis=0), -1) if len(size) else np.array([])
    found = [
        LoopRank(
            circuit=name,
            measured=Measured.mean(size[place]),
            band=band(size[place]),
            leads=float((first == place).mean()),
            active=float(part.active[passing[place], :, period].mean()),
            reinforcing=float((1 + net[place].sum() / size[place].sum()) / 2) if size[place].sum() > 0 else None,
        )
        for place, name in enumerate(names)
    ]
    return tuple(sorted(found, key=lambda each: -each.share))


def _said(period: Period) -> str:
    """The largest shares, with no word on their order."""
    shown = [each for each in period.standings[:SHOWN] if each.share]
    return ", ".join(f"{each.circuit} {each.share:.0%}" for each in shown) or "no named loop runs"


def _part(of: Array, total: Array) -> Array:
    return np.divide(of, total, out=np.zeros_like(total), where=total > 0)
