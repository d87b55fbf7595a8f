"""What do the runs of a claim's test say? Every run of every world, reduced to the points and crossings that tests ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil, floor

import numpy as np

from dualtrack.lab.claims.arm_readings import ArmReadings, Crossed, joined
from dualtrack.lab.claims.arm_regime import regime_in, stepped
from dualtrack.lab.claims.held_paths import Cut, cut_of, held_by, rewired, then_held, whole
from dualtrack.lab.claims.shared_past import Past, SharedPast
from dualtrack.lab.runs.cluster import Cluster
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.crossing import Crossings, cross, window
from dualtrack.lab.statistics.falling import first_fall
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import SMALL, Clock, Regime
from dualtrack.language.soundness.acting import check_date
from dualtrack.language.statements.claim_measure import Arm, Fall, Point, Reading, quantity_of, runs_of
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.scheme import EULER

Asked = Point | Fall | tuple[str, tuple[float, ...]]
"""What is read off one run: a quantity in a year, the year of a fall, or when an outcome crosses thresholds."""

BLOCK = 4000
"""Worlds at a time: the paths that frozen quantities follow are kept at every step."""


@checked
@dataclass(frozen=True, repr=False)
class Stage(Printed):
    """A `model` with its `regimes` by name and its `clock`, ready to run any arm; `rule` says what counts as later.

    Every run saves `saved` beside what is asked of it, and `traced` at every step for runs with frozen quantities, so that one
    kernel serves many questions. `engines` are compiled when first needed, and kept; a `cluster` runs the blocks of many worlds.
    """

    model: Model
    regimes: Mapping[str, Regime]
    clock: Clock
    rule: LagRule
    saved: frozenset[str] = frozenset()
    traced: frozenset[str] = frozenset()
    engines: dict[Cut, Engine] = field(default_factory=dict, compare=False)
    cluster: Cluster | None = field(default=None, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        """A copy in another process compiles its own engines, and runs what it is given there."""
        return Stage, (self.model, self.regimes, self.clock, self.rule, self.saved, self.traced)

    def engine(self, held: Cut) -> Engine:
        """What runs the model with `held` given from outside; it is compiled when first asked for."""
        if held not in self.engines:
            self.engines[held] = engine(rewired(self.model, held))
        return self.engines[held]

    def see(self, asked: Iterable[Reading], worlds: Worlds, progress: Progress | None = None) -> ArmReadings:
        """Run every one of `worlds` through every arm that is `asked` about, in blocks so that memory stays bounded.

        `progress` counts worlds. Raises `RegimeError` for an arm whose regime is not there, and for a fall looked for outside
        the run.
        """
        wish = _Request.of(self, asked)
        total, parts = worlds.count * len(wish.arms), []
        if self.cluster is not None and worlds.count > BLOCK:
            blocks = [worlds.part(start, start + BLOCK) for start in range(0, worlds.count, BLOCK)]
            return joined(self.cluster.in_order(partial(_seen, self, wish), blocks, progress))
        for start in range(0, worlds.count, BLOCK):
            block = _Block(self, wish, worlds.part(start, start + BLOCK))
            parts.append(block.seen(progress and _counting(progress, start * len(wish.arms), total)))
        return joined(parts)


def _seen(stage: Stage, wish: _Request, worlds: Worlds) -> ArmReadings:
    return _Block(stage, wish, worlds).seen(None)


def stage_for(
    model: Model, regimes: Mapping[str, Regime], clock: Clock, asked: Iterable[Reading], cluster: Cluster | None = None
) -> Stage:
    """A stage whose kernels serve everything that will be asked of it, and whose blocks a cluster runs where there is one."""
    saved, traced = set[str](), set[str]()
    for each in asked:
        saved.add(quantity_of(each))
        for arm in runs_of(each):
            traced.update(each.quantity for each in cut_of(model, arm))
    rule = LagRule.between(regimes.values(), clock.start, clock.stop)
    return Stage(model, regimes, clock, rule, saved=frozenset(saved), traced=frozenset(traced), cluster=cluster)


@dataclass(frozen=True, slots=True)
class _Request:
    """What each arm must give, until when it runs, what runs save, and which paths are traced for others; settled once."""

    arms: Mapping[Arm, tuple[Asked, ...]]
    regimes: Mapping[Arm, Regime]
    stops: Mapping[Arm, float]
    saved: Mapping[Cut, tuple[str, ...]]
    traced: tuple[str, ...]
    shared: SharedPast | None
    pasts: Mapping[Arm, Past | None]

    @classmethod
    def of(cls, stage: Stage, asked: Iterable[Reading]) -> _Request:
        arms: dict[Arm, dict[Asked, None]] = {}
        for each in asked:
            read: Asked = each if isinstance(each, Point | Fall) else (each.outcome, each.thresholds or stage.rule.thresholds)
            for arm in runs_of(each):
                arms.setdefault(arm, {})[read] = None
        saved: dict[Cut, set[str]] = {}
        for arm, wanted in arms.items():
            saved.setdefault(cut_of(stage.model, arm), set()).update(_names(wanted))
        ordered = sorted(arms, key=lambda arm: cut_of(stage.model, arm))
        every = {arm: None for own in ordered for arm in (own, *(frozen.like for frozen in own.frozen))}
        regimes = {arm: regime_in(stage.model, stage.regimes, arm, stage.clock) for arm in every}
        shared = SharedPast.of(stage.clock, [stage.rule.start, *_first_years(stage.clock, arms.values())])
        return cls(
            arms={arm: tuple(arms[arm]) for arm in ordered},
            regimes=regimes,
            stops={arm: _stop(stage, arms[arm]) for arm in ordered},
            saved={held: tuple(sorted(names | (stage.saved - whole(held)))) for held, names in saved.items()},
            traced=tuple(sorted(stage.traced.union(*({each.quantity for each in held} for held in saved)))),
            shared=shared,
            pasts=dict.fromkeys(every) if shared is None else shared.pasts(stage.model, regimes),
        )


@dataclass(frozen=True, slots=True)
class _Block:
    """Some worlds, the pasts that runs of theirs share, and the paths traced so far for others."""

    stage: Stage
    request: _Request
    worlds: Worlds
    lived: dict[Past, Paths] = field(default_factory=dict)
    traced: dict[tuple[Arm, bool], tuple[Paths, Mask]] = field(default_factory=dict)

    def seen(self, progress: Progress | None) -> ArmReadings:
        points: dict[Point | Fall, Array] = {}
        crossed: dict[tuple[Arm, str], dict[float, Crossings]] = {}
        areas: dict[tuple[Arm, str], Array] = {}
        sound: dict[Arm, Mask] = {}
        for done, (arm, wanted) in enumerate(self.request.arms.items(), 1):
            found, sound[arm] = self._run(arm)
            values = {name: _filled(found.values[name], sound[arm]) for name in _names(wanted)}
            for each in wanted:
                if isinstance(each, Fall):
                    year = first_fall(values[each.quantity], found.years, each.by, each.within, each.since)
                    points[each] = np.where(sound[arm], year, np.nan)
                    continue
                if isinstance(each, Point):
                    points[each] = at_year(values[each.quantity], found.years, each.year).copy()  # a view would keep the run
                    continue
                outcome, thresholds = each
                rows = window(values[outcome], found.years, self.stage.rule.start, self.stage.rule.stop)
                areas[arm, outcome] = rows.area()
                crossed.setdefault((arm, outcome), {}).update({level: cross(rows, level) for level in thresholds})
            if progress is not None:
                progress(done * self.worlds.count, 0)
        return ArmReadings(points, {key: Crossed(at, areas[key]) for key, at in crossed.items()}, sound)

    def _run(self, arm: Arm) -> tuple[Paths, Mask]:
        """The run of an arm until the last year asked of it, and the worlds that got there."""
        held = cut_of(self.stage.model, arm)
        clock = replace(self._clock(arm), stop=self.request.stops[arm])
        series, finished = self._series(arm, clock)
        found, sound = self._ran(arm, held, clock, self.request.saved[held], series)
        return found, sound & finished

    def _series(self, arm: Arm, clock: Clock) -> tuple[dict[str, Array], Mask]:
        series, sound = {}, np.ones(self.worlds.count, dtype=bool)
        years = np.asarray(clock.years)
        for frozen in arm.frozen:
            traced, finished = self._trace(frozen.like, self.request.pasts[arm] is not None)
            sound &= finished
            for held in held_by(self.stage.model, frozen):
                path = _filled(traced.values[held.quantity][:, : len(years)], finished)
                series[held.series] = then_held(path, years, frozen)
        return series, sound

    def _trace(self, arm: Arm, goes_on: bool) -> tuple[Paths, Mask]:
        if (arm, goes_on) not in self.traced:
            clock = self._clock(arm) if goes_on else stepped(self.stage.clock, arm)
            self.traced[arm, goes_on] = self._ran(arm, (), replace(clock, save=clock.step), self.request.traced, {})
        return self.traced[arm, goes_on]

    def _clock(self, arm: Arm) -> Clock:
        shared = None if self.request.pasts[arm] is None else self.request.shared
        return stepped(self.stage.clock if shared is None else shared.rest, arm)

    def _ran(self, arm: Arm, held: Cut, clock: Clock, save: Sequence[str], series: Mapping[str, Array]) -> tuple[Paths, Mask]:
        """A run from where the clock starts, and the worlds that finished it."""
        before = self._lived(arm) if clock.start > self.stage.clock.start else None
        run, values = self.stage.engine(held).runner.run, self._worlds(arm).values
        found = run(self.request.regimes[arm], clock, values, save, scheme=EULER, series=series, before=before)
        return found, ~found.failed

    def _lived(self, arm: Arm) -> Paths:
        """The past that an arm shares."""
        past, shared = self.request.pasts[arm], self.request.shared
        assert past is not None
        assert shared is not None
        if past not in self.lived:
            clock = replace(shared.past, step=arm.step or shared.past.step)
            run, values = self.stage.engine(()).runner.run, self._worlds(arm).values
            self.lived[past] = run(self.request.regimes[arm], clock, values, (), scheme=EULER)
        return self.lived[past]

    def _worlds(self, arm: Arm) -> Worlds:
        return hold(self.stage.model, self.worlds, dict(arm.held)) if arm.held else self.worlds


def _names(wanted: Iterable[Asked]) -> set[str]:
    return {each[0] if isinstance(each, tuple) else each.quantity for each in wanted}


def _first_years(clock: Clock, asked: Iterable[Iterable[Asked]]) -> Iterator[float]:
    """The years before which nothing is read, but for crossings; raises `RegimeError` for a fall looked for outside the run."""
    for each in (each for wanted in asked for each in wanted):
        if isinstance(each, Point):
            yield each.year
        if isinstance(each, Fall):
            check_date(f"a test looks for a fall of `{each.quantity}`", each.since, clock)
            yield each.since - each.within


def _stop(stage: Stage, wanted: Iterable[Asked]) -> float:
    """The saved row by which all is read, and in any case one after the regimes part."""
    clock, rule = stage.clock, stage.rule
    parted = floor((rule.start - clock.start) / clock.save + SMALL) + 1
    last = max(_last_year(each, stage) for each in wanted)
    return min(clock.start + max(ceil((last - clock.start) / clock.save - SMALL), parted) * clock.save, clock.stop)


def _last_year(each: Asked, stage: Stage) -> float:
    match each:
        case Point():
            return each.year
        case Fall():
            return stage.clock.stop
        case _:
            return stage.rule.stop


def _filled(values: Array, sound: Mask) -> Array:
    """The values, with zeros in worlds that failed."""
    return values if sound.all() else np.where(sound[:, None], values, 0.0)


def _counting(progress: Progress, before: int, total: int) -> Progress:
    return lambda done, _: progress(before + done, total)
