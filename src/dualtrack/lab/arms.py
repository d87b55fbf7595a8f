"""What do the runs of a claim's test say? Every run of every world, reduced to the points and crossings that tests ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError
from dualtrack.lab.crossing import Crossings, cross, window
from dualtrack.lab.draw import Worlds, hold
from dualtrack.lab.engine import Engine, engine
from dualtrack.lab.interpolate import at_year
from dualtrack.lab.lag import LagRule
from dualtrack.lab.regimes import LONG_AGO, set_lever
from dualtrack.language.claim_test import Arm, Delay, Frozen, Point
from dualtrack.language.cut import cut, held_name
from dualtrack.language.loop import link_edges
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.scheme import EULER
from dualtrack.targets.vector import Paths

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Progress = Callable[[int, int], None]

BLOCK = 500
"""Worlds at a time: the paths that frozen quantities follow are kept at every step."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """An outcome of a run: when each threshold is crossed, and the area below the curve."""

    at: Mapping[float, Crossings]
    area: Array


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read off the runs of some worlds, [world]; `sound` marks, per run, the worlds that finished it."""

    points: Mapping[Point, Array]
    crossed: Mapping[tuple[Arm, str], Crossed]
    sound: Mapping[Arm, Mask]


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """What a run is given from outside: a quantity for all who read it, or for the one reader named."""

    quantity: str
    reader: str = ""

    @property
    def series(self) -> str:
        """The name under which the run reads its path."""
        return held_name((self.quantity, self.reader)) if self.reader else self.quantity


Cut = tuple[Held, ...]


@dataclass(frozen=True)
class Stage:
    """A model with its regimes and its clock, ready to run any arm; engines are compiled when first needed.

    Every run saves `saved`, and lends `lent` to runs with frozen quantities, beside what is asked of it: one kernel then serves
    many questions.
    """

    model: Model
    regimes: Mapping[str, Regime]
    clock: Clock
    rule: LagRule = field(default_factory=LagRule)
    saved: frozenset[str] = frozenset()
    lent: frozenset[str] = frozenset()
    engines: dict[Cut, Engine] = field(default_factory=dict, compare=False)

    def engine(self, held: Cut) -> Engine:
        """What runs the model with these quantities given from outside, links before whole quantities."""
        if held not in self.engines:
            rewired = cut(self.model, [(each.quantity, each.reader) for each in held if each.reader])
            self.engines[held] = engine(freeze(rewired, [each.quantity for each in held if not each.reader]))
        return self.engines[held]

    def see(self, asked: Iterable[Point | Delay], worlds: Worlds, progress: Progress | None = None) -> Seen:
        """Run every world through every arm that is asked about, in blocks so that memory stays bounded."""
        wish = _Wish.of(self, asked)
        total, parts = worlds.count * len(wish.arms), []
        for start in range(0, worlds.count, BLOCK):
            block = _Block(self, wish, worlds.part(start, start + BLOCK), {})
            parts.append(block.seen(progress and _counting(progress, start * len(wish.arms), total)))
        return joined(parts)


def joined(parts: Sequence[Seen]) -> Seen:
    """What was read off several sets of worlds, one after the other."""
    first = parts[0]
    return Seen(
        points={key: np.concatenate([part.points[key] for part in parts]) for key in first.points},
        crossed={key: _one([part.crossed[key] for part in parts]) for key in first.crossed},
        sound={key: np.concatenate([part.sound[key] for part in parts]) for key in first.sound},
    )


def stage_for(model: Model, regimes: Mapping[str, Regime], clock: Clock, asked: Iterable[Point | Delay]) -> Stage:
    """A stage whose kernels serve everything that will be asked of it."""
    saved, lent = set[str](), set[str]()
    for each in asked:
        saved.add(each.quantity if isinstance(each, Point) else each.outcome)
        for arm in [each.arm] if isinstance(each, Point) else [each.of, each.against]:
            lent.update(each.quantity for each in _cut(model, arm))
    return Stage(model, regimes, clock, saved=frozenset(saved), lent=frozenset(lent))


def regime_of(stage: Stage, arm: Arm) -> Regime:
    """The regime of an arm, with its dials moved and its levers set; raises `RegimeError` for what cannot be mixed."""
    regime = _known(stage, arm.regime)
    if arm.towards:
        other, paths = _known(stage, arm.towards), dict(regime.paths)
        for dial in arm.dials or stage.model.of_role(["lever"]):
            a, b = (each.paths.get(dial, Path(((LONG_AGO, stage.model[dial].number),))) for each in (regime, other))
            paths[dial] = between(a, b, arm.share)
        regime = replace(regime, paths=paths)
    for change in arm.levers:
        year = regime.parts_at if change.year is None else change.year
        if year is None:
            raise RegimeError(f"regime `{regime.name}` parts from nothing", fix="give the year from which a lever is set")
        regime = set_lever(stage.model, regime, change.lever, change.value, year)
    return regime


def between(a: Path, b: Path, share: float) -> Path:
    """The path that lies a share of the way from one to the other at every date."""
    if share in (0, 1) or a == b:
        return b if share == 1 else a
    if a.ramp or b.ramp:
        raise RegimeError("a ramp cannot be mixed with another path", fix="write both as steps")
    dates = sorted({date for path in (a, b) for date, _ in path.points})
    return Path(tuple((date, a.at(date) + share * (b.at(date) - a.at(date))) for date in dates))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What each arm must give, what each kind of run saves, and which paths are lent; settled once, compiled once."""

    arms: Mapping[Arm, tuple[Point | tuple[str, tuple[float, ...]], ...]]
    regimes: Mapping[Arm, Regime]
    saved: Mapping[Cut, tuple[str, ...]]
    lent: tuple[str, ...]

    @classmethod
    def of(cls, stage: Stage, asked: Iterable[Point | Delay]) -> _Wish:
        arms: dict[Arm, dict[Point | tuple[str, tuple[float, ...]], None]] = {}
        for each in asked:
            if isinstance(each, Point):
                arms.setdefault(each.arm, {})[each] = None
            else:
                for arm in (each.of, each.against):
                    arms.setdefault(arm, {})[each.outcome, each.thresholds or stage.rule.thresholds] = None
        saved: dict[Cut, set[str]] = {}
        for arm, wanted in arms.items():
            names = {each.quantity if isinstance(each, Point) else each[0] for each in wanted}
            saved.setdefault(_cut(stage.model, arm), set()).update(names)
        ordered = sorted(arms, key=lambda arm: _cut(stage.model, arm))
        return cls(
            arms={arm: tuple(arms[arm]) for arm in ordered},
            regimes={arm: regime_of(stage, arm) for own in ordered for arm in (own, *(f.like for f in own.frozen))},
            saved={held: tuple(sorted(names | (stage.saved - _whole(held)))) for held, names in saved.items()},
            lent=tuple(sorted(stage.lent.union(*({each.quantity for each in held} for held in saved)))),
        )


@dataclass(frozen=True, slots=True)
class _Block:
    """Some worlds, and the paths that runs of theirs have lent so far."""

    stage: Stage
    wish: _Wish
    worlds: Worlds
    lent: dict[Arm, Paths]

    def seen(self, progress: Progress | None) -> Seen:
        points: dict[Point, Array] = {}
        crossed: dict[tuple[Arm, str], dict[float, Crossings]] = {}
        areas: dict[tuple[Arm, str], Array] = {}
        sound: dict[Arm, Mask] = {}
        years = np.asarray(self.stage.clock.saved)
        for done, (arm, wanted) in enumerate(self.wish.arms.items(), 1):
            values, sound[arm] = self._run(arm)
            for each in wanted:
                if isinstance(each, Point):
                    points[each] = at_year(values[each.quantity], years, each.year)
                    continue
                outcome, thresholds = each
                rows = window(values[outcome], years, self.stage.rule.start, self.stage.rule.stop)
                areas[arm, outcome] = rows.area()
                crossed.setdefault((arm, outcome), {}).update({level: cross(rows, level) for level in thresholds})
            if progress is not None:
                progress(done * self.worlds.count, 0)
        return Seen(points, {key: Crossed(at, areas[key]) for key, at in crossed.items()}, sound)

    def _run(self, arm: Arm) -> tuple[dict[str, Array], Mask]:
        held = _cut(self.stage.model, arm)
        series, sound = self._series(arm)
        save = self.wish.saved[held]
        worlds = hold(self.stage.model, self.worlds, dict(arm.held)) if arm.held else self.worlds
        runner = self.stage.engine(held).runner
        found = runner.run(self.wish.regimes[arm], self.stage.clock, worlds.values, save, scheme=EULER, series=series)
        sound &= ~found.failed
        return {name: np.where(sound[:, None], found.values[name], 0.0) for name in save}, sound

    def _series(self, arm: Arm) -> tuple[dict[str, Array], Mask]:
        series, sound = {}, np.ones(self.worlds.count, dtype=bool)
        years = np.asarray(self.stage.clock.years)
        for frozen in arm.frozen:
            lent = self._lend(frozen.like)
            sound &= ~lent.failed
            for held in _held(self.stage.model, frozen):
                path = np.where(lent.failed[:, None], 0.0, lent.values[held.quantity])
                series[held.series] = _then_held(path, years, frozen)
        return series, sound

    def _lend(self, arm: Arm) -> Paths:
        if arm not in self.lent:
            every_step = replace(self.stage.clock, save=self.stage.clock.step)
            worlds = hold(self.stage.model, self.worlds, dict(arm.held)) if arm.held else self.worlds
            runner = self.stage.engine(()).runner
            self.lent[arm] = runner.run(self.wish.regimes[arm], every_step, worlds.values, self.wish.lent, scheme=EULER)
        return self.lent[arm]


def _known(stage: Stage, name: str) -> Regime:
    if name not in stage.regimes:
        raise RegimeError(f"a test runs the regime `{name}`, which is not there", fix="one of " + ", ".join(stage.regimes))
    return stage.regimes[name]


def _cut(model: Model, arm: Arm) -> Cut:
    return tuple(sorted({held for frozen in arm.frozen for held in _held(model, frozen)}))


def _whole(held: Cut) -> set[str]:
    return {each.quantity for each in held if not each.reader}


def _held(model: Model, frozen: Frozen) -> Iterator[Held]:
    yield from (Held(name) for name in _elements(model, frozen.names))
    for source, target in frozen.links:
        yield from (Held(*edge) for edge in link_edges(model, source, target))


def _elements(model: Model, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name in model.quantities:
            yield name
        else:
            yield from (each for each, quantity in model.quantities.items() if quantity.base == name and quantity.element)


def _then_held(path: Array, years: Array, frozen: Frozen) -> Array:
    """The path of another run, and from a year on a value where one is given."""
    if frozen.since is None or frozen.value is None:
        return path
    return np.where(years >= frozen.since, frozen.value, path)


def _counting(progress: Progress, before: int, total: int) -> Progress:
    return lambda done, _: progress(before + done, total)


def _one(parts: list[Crossed]) -> Crossed:
    def joined(level: float) -> Crossings:
        rows = [part.at[level] for part in parts]
        return Crossings(*(np.concatenate([getattr(row, name) for row in rows]) for name in ("wait", "reached", "passed")))

    return Crossed({level: joined(level) for level in parts[0].at}, np.concatenate([part.area for part in parts]))
