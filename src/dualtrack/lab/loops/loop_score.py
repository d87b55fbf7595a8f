"""Which loop drives? Every loop's score over time in many worlds: the product of the scores of its links.

A circuit is a family of loops that run side by side through the elements of a dimension. Shares are relative to all loops of
the circuits that were scored together, and to no others; they add up to one wherever any of these loops is active.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime, course
from dualtrack.language.statements.named_loop import Station, links
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.score import ScoredMoment, Scorer

Series = Mapping[str, Array]
BLOCK = 64
"""Worlds at a time, few enough for the values of all links to stay near the processor."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """A family of loops; each passes one element of every station. `cut` holds the edges that a cut test of it takes away."""

    id: str
    stations: tuple[Station, ...]
    cut: tuple[Edge, ...] = ()

    @property
    def turned(self) -> tuple[Station, ...]:
        """The same circuit from a smallest station on."""
        start = min(range(len(self.stations)), key=lambda place: len(self.stations[place]))
        return self.stations[start:] + self.stations[:start]


@dataclass(frozen=True, slots=True, repr=False)
class LoopScores(Printed):
    """`net[circuit][world, year]` adds the scores of a circuit's loops, `size[circuit][world, year]` their magnitudes.

    `years[year]` leave out the start of the run: a score compares a year's moment with one step before. `sound[world]` marks the
    worlds that finished; the scores are of these only. `unscored` counts the moments in which a link of a circuit had no score;
    the circuit counts as idle there.
    """

    regime: str
    years: Array
    net: Mapping[str, Array]
    size: Mapping[str, Array]
    unscored: Mapping[str, int]
    sound: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def total(self) -> Array:
        """The magnitudes of all loops together, [world, year]."""
        return np.asarray(np.sum(list(self.size.values()), axis=0))

    def share(self, circuit: str) -> Array:
        """A circuit's part of all magnitudes, 0 to 1, [world, year]; 0 where no loop is active.

        Raises `UnknownName` for a circuit that was not scored.
        """
        if circuit not in self.size:
            raise UnknownName(f"no circuit `{circuit}` was scored", near=nearest(circuit, self.size), fix="score it first")
        return _part(self.size[circuit], self.total)

    def signed_share(self, circuit: str) -> Array:
        """The same with the loops that balance counted as negative, -1 to 1, [world, year]."""
        self.share(circuit)
        return _part(self.net[circuit], self.total)

    @property
    def reinforcing(self) -> Array:
        """The part of all magnitudes that reinforces, [world, year]; a half where no loop is active."""
        return (1 + _part(np.sum(list(self.net.values()), axis=0), self.total)) / 2


def score_loops(
    model: Model,
    regime: Regime,
    worlds: Worlds,
    clock: Clock,
    circuits: Sequence[Circuit],
    *,
    series: Series | None = None,
    progress: Progress | None = None,
) -> LoopScores:
    """Score circuits at every saved year but the first (Schoenberg, Davidsen and Eberlein, 2020).

    `series[name][world, step]` is what a cut model reads. Raises `RunError` for no circuit, or two of one name.
    """
    if not circuits or len({each.id for each in circuits}) < len(circuits):
        raise RunError(f"{len(circuits)} circuits cannot be told apart", fix="give at least one, each with a name of its own")
    scorer = LinkScorer.of(
        model, regime, clock, sorted({edge for each in circuits for link in _links(model, each) for edge in link})
    )
    parts: list[dict[str, tuple[Array, Array, int]]] = []
    sound = []
    for start in range(0, worlds.count, BLOCK):
        stop = min(start + BLOCK, worlds.count)
        given = {name: path[start:stop] for name, path in (series or {}).items()}
        scores, finished = scorer.scores(worlds.part(start, stop), given)
        parts.append({each.id: once_round(model, each, scores, finished) for each in circuits})
        sound.append(finished)
        if progress is not None:
            progress(stop, worlds.count)
    return LoopScores(
        regime=regime.name,
        years=np.asarray(clock.saved[1:]),
        net={each.id: np.concatenate([part[each.id][0] for part in parts]) for each in circuits},
        size={each.id: np.concatenate([part[each.id][1] for part in parts]) for each in circuits},
        unscored={each.id: sum(part[each.id][2] for part in parts) for each in circuits},
        sound=np.concatenate(sound),
    )


@dataclass(frozen=True, slots=True)
class LinkScorer:
    """A model under one regime, ready to have its links scored in any worlds."""

    model: Model
    regime: Regime
    clock: Clock
    runner: Runner
    scorer: Scorer

    @classmethod
    def of(cls, model: Model, regime: Regime, clock: Clock, edges: Sequence[Edge]) -> LinkScorer:
        """Compile the model and the links."""
        return cls(model, regime, clock, engine(model).runner, Scorer.of(model, edges))

    def scores(self, worlds: Worlds, series: Series) -> tuple[dict[Edge, Array], NDArray[np.bool_]]:
        """Per link the scores [world, year] of the sound worlds, and which worlds are sound, [world]."""
        seen = self.see(worlds, series)
        return seen.scores(), seen.sound

    def see(self, worlds: Worlds, series: Series) -> SeenRuns:
        """The runs of the sound worlds, at every step."""
        every_step = replace(self.clock, save=self.clock.step)
        stocks = list(self.model.stocks)
        paths = self.runner.run(self.regime, every_step, worlds.values, stocks, scheme=EULER, series=series)
        left = ~paths.failed
        given = {n: worlds.values[n][left][:, None] if n in worlds.values else self.model[n].number for n in self.model.given}
        kept, held = ({name: path[left] for name, path in each.items()} for each in (paths.values, series))
        return SeenRuns(self, {name: kept[name] for name in stocks}, held, given, left)


@dataclass(frozen=True, slots=True)
class SeenRuns:
    """Stocks, and what drives them, of the worlds that finished, [world, step]; `sound[world]` marks these worlds."""

    scorer: LinkScorer
    stocks: Series
    held: Series
    given: Mapping[str, object]
    sound: NDArray[np.bool_]

    @property
    def shape(self) -> tuple[int, int]:
        """How many sound worlds, and how many saved years but the first."""
        return int(self.sound.sum()), len(self.scorer.clock.saved) - 1

    def scores(self) -> dict[Edge, Array]:
        """Per link the scores [world, year]."""
        found = self.scorer.scorer.score(self.moment(1), self.moment(0))
        return {edge: np.broadcast_to(score, self.shape) for edge, score in found.items()}

    def moment(self, shift: int, moved: str = "") -> ScoredMoment:
        """Everything at the saved years, or so many steps before them, with one stock already `moved` to the saved year."""
        scorer, clock = self.scorer, self.scorer.clock
        now = np.arange(clock.stride, clock.steps + 1, clock.stride)
        years = np.asarray(clock.years)[now - shift]
        driven = {n: self.held[n][:, now - shift] if n in self.held else self._path(n, years) for n in scorer.model.driven}
        levels = {name: path[:, now if name == moved else now - shift] for name, path in self.stocks.items()}
        return scorer.scorer.moment(levels, self.given, driven, years)

    def _path(self, name: str, years: Array) -> Array:
        return np.array(course(self.scorer.model, self.scorer.regime, name, years.tolist()))


def _links(model: Model, circuit: Circuit) -> tuple[tuple[Edge, ...], ...]:
    return links(model, circuit.turned)


def once_round(
    model: Model, circuit: Circuit, scores: Mapping[Edge, Array], sound: NDArray[np.bool_]
) -> tuple[Array, Array, int]:
    """The sums of a circuit's scores and magnitudes, [world, year], and in how many moments a link had none.

    `scores[link][world, year]` are of the worlds that `sound[world]` marks.
    """
    shape = next(iter(scores.values())).shape if scores else (int(sound.sum()), 0)
    net, size = np.zeros(shape), np.zeros(shape)
    between = _links(model, circuit)
    with np.errstate(all="ignore"):
        for start in circuit.turned[0]:
            net += _return(start, between, scores, shape)
            size += _return(start, between, {edge: np.abs(scores[edge]) for link in between for edge in link}, shape)
    missing = ~np.isfinite(net + size)
    return np.where(missing, 0.0, net), np.where(missing, 0.0, size), int(missing.sum())


def _return(start: str, between: Sequence[tuple[Edge, ...]], scores: Mapping[Edge, Array], shape: tuple[int, ...]) -> Array:
    """What comes back to one element: the sum over its loops of the products of their links' scores."""
    here = {start: np.ones(shape)}
    for link in between:
        there: dict[str, Array] = {}
        for cause, effect in link:
            if cause in here:
                carried = here[cause] * scores[cause, effect]
                there[effect] = there[effect] + carried if effect in there else carried
        here = there
    return here.get(start, np.zeros(shape))


def _part(of: Array, total: Array) -> Array:
    return np.divide(of, total, out=np.zeros_like(total), where=total > 0)
