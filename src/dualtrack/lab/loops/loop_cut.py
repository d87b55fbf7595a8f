"""Does a loop matter? Take one of its links away and see what changes: the cut test.

Under the treated regime the cut equations read the path that the cause had under the reference regime, in the same world.
A loop matters where that changes the lag by at least three months, or the outcome by at least a tenth of the treated regime's
effect on it, in half of the worlds. An effect below one per cent is none, and has no tenth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.crossing import cross, window
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.lag import Lag, LagRule, lags
from dualtrack.lab.statistics.resolved import Measured, Slight, beside
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge, gate, gate_name, held_name
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER

BLOCK = 500
"""Worlds at a time: the causes of cut links are kept at every step."""
MONTHS = 3.0
"""Months of lag that count."""
TENTH = 0.1
"""The part of an effect that counts."""
LEAST = 0.01
"""Log points below which a regime has no effect."""
HALF = 0.5
"""The share of worlds that makes a loop matter."""


@dataclass(frozen=True, slots=True, repr=False)
class CutQuestion(Printed):
    """What is looked at: the lag of `lagged` behind the reference regime, and the logarithm of `valued` in a year."""

    treated: Regime
    reference: Regime
    lagged: str
    valued: str
    year: float


@dataclass(frozen=True, slots=True, repr=False)
class CutEffect(Printed):
    """What cuts change, whole less cut: `months[world]` of lag and `change[world]` in log points of the valued outcome.

    `lag` is the lag that is left with the links cut, `effect[world]` what the treated regime does to the valued outcome while
    whole, in log points; all of sound worlds.
    """

    edges: tuple[Edge, ...]
    lag: Lag
    months: Array
    change: Array
    effect: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def by_lag(self) -> float:
        """The share of worlds in which the lag changes by months that count; a world without a lag counts as unchanged."""
        return float((np.abs(self.months) >= MONTHS).mean())

    @property
    def by_value(self) -> float:
        """The share of worlds in which the outcome changes by a tenth of the effect or more."""
        return float(self._value_counts.mean())

    @property
    def either(self) -> float:
        """The share of worlds in which one or the other holds."""
        return self.counted.value

    @property
    def counted(self) -> Measured:
        """The same with its interval."""
        return Measured.share((np.abs(self.months) >= MONTHS) | self._value_counts)

    @property
    def matters(self) -> bool:
        """Whether one or the other holds in half of the worlds drawn; `told` says whether more worlds could say otherwise."""
        return self.either >= HALF

    @property
    def told(self) -> Slight:
        """Whether the share of worlds is told to be below a half, above it, or neither."""
        return beside(self.counted, HALF)

    @property
    def _value_counts(self) -> NDArray[np.bool_]:
        size = np.abs(self.effect)
        found: NDArray[np.bool_] = (size >= LEAST) & (np.abs(self.change) >= TENTH * size)
        return found

    @property
    def months_band(self) -> Band | None:
        """The months that the links add, over the worlds that have a lag."""
        held = self.months[np.isfinite(self.months)]
        return band(held) if len(held) else None

    def printed_title(self) -> str:
        return f"Cut: {self.either:.0%} of worlds change by what counts"


@dataclass(frozen=True, slots=True, repr=False)
class Cuts(Printed):
    """The effects of several cuts over the same worlds and thresholds; `waits[cut][threshold, world]` are years to each.

    `sound[world]` marks the worlds that finished every run.
    """

    question: CutQuestion
    lag: Lag
    effects: Mapping[str, CutEffect]
    waits: Mapping[str, Array]
    sound: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Cuts: {len(self.effects)} in {int(self.sound.sum())} worlds"


@dataclass(frozen=True, slots=True, repr=False)
class Interaction(Printed):
    """Two tracks cut apart and together: what each adds while the other runs, and what they add only together.

    `first_months[world]` and `joint_months[world]` are months of lag, `second_value[world]` and `joint_value[world]` log points
    of the valued outcome, and `joint_hazard[world]` the log hazard of reaching a threshold.
    """

    first_months: Array
    second_value: Array
    joint_months: Array
    joint_value: Array
    joint_hazard: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    def support(self, months: float = 1.0, value: float = 0.01) -> float:
        """The share of worlds in which the first lengthens the lag and the second raises the value by at least so much."""
        return float(((self.first_months >= months) & (self.second_value >= value)).mean())


WHOLE, REFERENCE = "", "reference"


def cut_tests(
    model: Model,
    question: CutQuestion,
    cuts: Mapping[str, Sequence[Edge]],
    worlds: Worlds,
    clock: Clock,
    *,
    rule: LagRule | None = None,
    progress: Progress | None = None,
) -> Cuts:
    """Cut each set of edges in turn, in the worlds that finish every run; raises `RunError` where none does."""
    bench = _CutRunner.of(model, question, cuts, clock)
    parts, sound = [], []
    for start in range(0, worlds.count, BLOCK):
        curves, finished = bench.run(worlds.part(start, start + BLOCK))
        parts.append(curves)
        sound.append(finished)
        if progress is not None:
            progress(min(start + BLOCK, worlds.count), worlds.count)
    finished = np.concatenate(sound)
    if not finished.any():
        raise RunError("no world finishes every run of the cut tests", fix="`run_ensemble` names what fails, and where")
    curves = {key: np.concatenate([part[key] for part in parts], axis=1) for key in parts[0]}
    usual = LagRule.between((question.treated, question.reference), clock.start, clock.stop)
    return _compare(question, {name: tuple(edges) for name, edges in cuts.items()}, curves, finished, clock, rule or usual)


def interaction(cuts: Cuts, first: str, second: str, both: str) -> Interaction:
    """What two tracks add together beyond each alone; `both` is the cut of the two at once."""
    one, other, none = (cuts.effects[name] for name in (first, second, both))
    hazards = [-np.log(cuts.waits[name]) for name in (WHOLE, first, second, both)]
    return Interaction(
        first_months=one.months,
        second_value=other.change,
        joint_months=one.months + other.months - none.months,
        joint_value=one.change + other.change - none.change,
        joint_hazard=_mean(hazards[0] - hazards[1] - hazards[2] + hazards[3]),
    )


@dataclass(frozen=True, slots=True)
class _CutRunner:
    """The model whole, and with each set of edges cut."""

    question: CutQuestion
    clock: Clock
    edges: tuple[Edge, ...]
    cuts: Mapping[str, Sequence[Edge]]
    whole: Engine
    gated: Engine

    @classmethod
    def of(cls, model: Model, question: CutQuestion, cuts: Mapping[str, Sequence[Edge]], clock: Clock) -> _CutRunner:
        for name, edges in cuts.items():
            if not edges or name in (WHOLE, REFERENCE):
                raise RunError(f"the cut `{name}` takes nothing away, or has no name of its own", fix="name at least one edge")
        every = tuple(dict.fromkeys(edge for edges in cuts.values() for edge in edges))
        return cls(question, clock, every, cuts, engine(model), engine(gate(model, every)))

    def run(self, worlds: Worlds) -> tuple[dict[str, Array], NDArray[np.bool_]]:
        """Per run the lagged and the valued outcome [outcome, sound world, year], and which worlds are sound."""
        question, saved = self.question, list(dict.fromkeys((self.question.lagged, self.question.valued)))
        every_step = replace(self.clock, save=self.clock.step)
        wanted = list(dict.fromkeys((*(cause for cause, _ in self.edges), *saved)))
        reference = self.whole.runner.run(question.reference, every_step, worlds.values, wanted, scheme=EULER)
        left = ~reference.failed
        if not left.any():
            return {key: np.empty((2, 0, len(self.clock.saved))) for key in (WHOLE, REFERENCE, *self.cuts)}, left
        given = {name: values[left] for name, values in worlds.values.items()}
        held = {held_name(edge): reference.values[edge[0]][left] for edge in self.edges}
        runs = {WHOLE: self.whole.runner.run(question.treated, self.clock, given, saved, scheme=EULER)}
        for name, edges in self.cuts.items():
            shut = {gate_name(edge): np.ones(int(left.sum())) for edge in edges}
            runs[name] = self.gated.runner.run(question.treated, self.clock, given | shut, saved, scheme=EULER, series=held)
        finished = ~np.logical_or.reduce([each.failed for each in runs.values()])
        names = (question.lagged, question.valued)
        curves = {key: np.stack([each.values[name][finished] for name in names]) for key, each in runs.items()}
        own = [reference.values[name][left][finished, :: self.clock.stride] for name in names]
        sound = left.copy()
        sound[left] = finished
        return curves | {REFERENCE: np.stack(own)}, sound


def _compare(
    question: CutQuestion,
    edges: Mapping[str, tuple[Edge, ...]],
    curves: Mapping[str, Array],
    sound: NDArray[np.bool_],
    clock: Clock,
    rule: LagRule,
) -> Cuts:
    """Lags over the same thresholds for all runs, and differences of the valued outcome."""
    years = np.asarray(clock.saved)
    keys = [WHOLE, *edges]
    behind = [(place, len(keys)) for place in range(len(keys))]
    found = dict(zip(keys, lags([curves[key][0] for key in (*keys, REFERENCE)], years, behind, rule), strict=True))
    value = {key: _log(at_year(each[1], years, question.year), question.valued) for key, each in curves.items()}
    return Cuts(
        question=question,
        lag=found[WHOLE],
        effects={
            name: CutEffect(
                edges=cut_here,
                lag=found[name],
                months=found[WHOLE].months - found[name].months,
                change=value[WHOLE] - value[name],
                effect=value[WHOLE] - value[REFERENCE],
            )
            for name, cut_here in edges.items()
        },
        waits={key: _waits(curves[key][0], years, rule) for key in keys},
        sound=sound,
    )


def _waits(curve: Array, years: Array, rule: LagRule) -> Array:
    """Years to each threshold, [threshold, world]; nan where it was passed before the start."""
    seen = window(curve, years, rule.start, rule.stop)
    crossings = [cross(seen, threshold) for threshold in rule.thresholds]
    return np.array([np.where(each.passed, np.nan, each.wait) for each in crossings]).reshape(len(crossings), len(curve))


def _log(values: Array, name: str) -> Array:
    if not (values > 0).all():
        raise RunError(f"`{name}` is not above zero, and has no logarithm", fix="value an outcome that stays above zero")
    return np.asarray(np.log(values))


def _mean(rows: Array) -> Array:
    """The mean over rows that hold a number, per column; nan where none does."""
    held = np.isfinite(rows)
    total = np.where(held, rows, 0.0).sum(axis=0)
    found: Array = np.divide(total, held.sum(axis=0), out=np.full(rows.shape[1], np.nan), where=held.any(axis=0))
    return found
