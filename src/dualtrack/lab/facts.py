"""Does the model reproduce what happened? Each check of each fact, world by world, in tolerances from the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.crossing import Window, window
from dualtrack.lab.figure import Figure, Look, target
from dualtrack.language.ledger import Change, Check, Fact, Level, Measure, Moment, span
from dualtrack.targets.python import Run
from dualtrack.targets.vector import Paths

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CheckVerdict:
    """What was measured per world, what it is held beside, and by how many tolerances it misses; 0 is a hit.

    `misses` is infinite and `measured` no number in a world that failed.
    """

    check: Check
    measured: Array
    target: Figure
    misses: Array

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Per world: within one tolerance, or on the right side of a bound."""
        return np.asarray(self.misses <= (1.0 if self.check.relation == "within" else 0.0))


@dataclass(frozen=True, slots=True)
class FactVerdict:
    """A fact and the verdicts of its checks; a fact without checks was fed to the model and proves nothing."""

    fact: Fact
    checks: tuple[CheckVerdict, ...]

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Per world: every check holds."""
        return np.asarray(np.logical_and.reduce([each.holds for each in self.checks]))

    @property
    def misses(self) -> Array:
        """Per world: the tolerances by which the worst check misses."""
        return np.asarray(np.maximum.reduce([each.misses for each in self.checks]))

    @property
    def share(self) -> float | None:
        """The share of worlds that reproduce the fact; None where nothing is checked."""
        return float(self.holds.mean()) if self.checks else None


@dataclass(frozen=True, slots=True)
class _Seen:
    """Saved quantities of one regime, whichever target ran it."""

    years: Array
    values: Mapping[str, Array]
    sound: NDArray[np.bool_]


def judge_facts(facts: Iterable[Fact], look: Look, run: Paths | Run) -> tuple[FactVerdict, ...]:
    """Hold every fact beside a run or the paths of many worlds; raises for what was not saved or not observed."""
    seen = _seen(run)
    return tuple(FactVerdict(fact, tuple(_judge(fact, check, look, seen) for check in fact.tests)) for fact in facts)


def _seen(run: Paths | Run) -> _Seen:
    if isinstance(run, Run):
        rows = {name: np.array([row]) for name, row in run.values.items()}
        return _Seen(np.array(run.years), rows, np.array([True]))
    return _Seen(run.years, run.values, ~run.failed)


def _judge(fact: Fact, check: Check, look: Look, seen: _Seen) -> CheckVerdict:
    found = target(check.yardstick, look)
    measured = np.full(len(seen.sound), np.nan)
    measured[seen.sound] = _measure(_curve(fact, check.measure, seen), check.measure)
    below, above = found.low - measured, measured - found.high
    match check.relation:
        case "within":
            gap = np.maximum(below, above)
        case "at_least":
            gap = found.value - measured
        case "at_most":
            gap = measured - found.value
        case _:
            assert_never(check.relation)
    misses = np.where(seen.sound, np.maximum(gap, 0.0) / check.tolerance, np.inf)
    return CheckVerdict(check, measured, found, misses)


def _curve(fact: Fact, measure: Measure, seen: _Seen) -> Window:
    """The measured quantity of the sound worlds over the years that the measure reads."""
    start, stop = span(measure)
    if not seen.sound.any():
        raise RunError(f"fact {fact.id} is checked on a run in which every world failed", fix="mend the model first")
    if not seen.years[0] <= start <= stop <= seen.years[-1]:
        raise RunError(
            f"fact {fact.id} reads {start:g} to {stop:g}, and the run covers {seen.years[0]:g} to {seen.years[-1]:g}",
            fix="run the years of the fact",
        )
    rows = slice(int(np.searchsorted(seen.years, start, "right")) - 1, int(np.searchsorted(seen.years, stop)) + 1)
    values = _row(fact, measure.variable, seen)[:, rows]
    if measure.per:
        by = _row(fact, measure.per, seen)[:, rows]
        if not by.all():
            raise RunError(f"fact {fact.id} divides by `{measure.per}`, which is 0 in a world", fix="compare levels instead")
        values = values / by
    return window(values, seen.years[rows], start, stop)


def _row(fact: Fact, name: str, seen: _Seen) -> Array:
    if name not in seen.values:
        raise UnknownName(
            f"fact {fact.id} reads `{name}`, which was not saved",
            near=nearest(name, seen.values),
            fix="save what `language.ledger.variables` names",
        )
    return np.asarray(seen.values[name][seen.sound])


def _measure(curve: Window, measure: Measure) -> Array:
    first, last = curve.values[:, 0], curve.values[:, -1]
    match measure:
        case Level(_, year, until):
            return first if until is None or until == year else curve.area() / (until - year)
        case Change(relative=False):
            return np.asarray(last - first)
        case Change():
            if not first.all():
                raise RunError(
                    f"the relative change of `{measure.variable}` starts at 0 in a world", fix="take the plain change instead"
                )
            return np.asarray(last / first - 1)
        case Moment():
            return _moment(curve, measure)
        case _:
            assert_never(measure)


def _moment(curve: Window, measure: Moment) -> Array:
    slopes = np.diff(curve.values, axis=1) / np.diff(curve.years)
    middles = (curve.years[1:] + curve.years[:-1]) / 2
    match measure.turn:
        case "peak":
            return np.asarray(curve.years[np.argmax(curve.values, axis=1)])
        case "trough":
            return np.asarray(curve.years[np.argmin(curve.values, axis=1)])
        case "fastest_rise":
            return np.asarray(middles[np.argmax(slopes, axis=1)])
        case "fastest_fall":
            return np.asarray(middles[np.argmin(slopes, axis=1)])
        case _:
            assert_never(measure.turn)
