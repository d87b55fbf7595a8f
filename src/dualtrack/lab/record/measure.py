"""What does a run say where a fact asks? A level, a change or a moment, world by world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.statistics.crossing import Window, window
from dualtrack.language.statements.ledger import Change, Level, Measure, Moment, span
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.python import Run


@dataclass(frozen=True, slots=True)
class SavedRun:
    """Saved quantities of one regime, whichever target ran it: `values[name][world, year]` in `years[year]`.

    `sound[world]` marks the worlds that finished.
    """

    years: Array
    values: Mapping[str, Array]
    sound: NDArray[np.bool_]


def seen(run: Paths | Run) -> SavedRun:
    """A run of one world, or the paths of many, in one form."""
    if isinstance(run, Run):
        rows = {name: np.array([row]) for name, row in run.values.items()}
        return SavedRun(np.array(run.years), rows, np.array([True]))
    return SavedRun(run.years, run.values, ~run.failed)


def measured(asker: str, measure: Measure, rows: SavedRun) -> Array:
    """The measure, [world], no number where the world failed.

    Raises `RunError` where a sound world has none, or every world failed.
    """
    if not rows.sound.any():
        raise RunError(f"{asker} is checked on a run in which every world failed", fix="mend the model first")
    found = measured_if_any(asker, measure, rows)
    if np.isnan(found[rows.sound]).any():
        raise RunError(f"{asker}: {_without_number(measure, rows)}", fix="compare levels, or take the plain change instead")
    return found


def measured_if_any(asker: str, measure: Measure, rows: SavedRun) -> Array:
    """The measure, [world], no number where the world failed or the measure divides by 0.

    Raises `RunError` for a year outside the run, `UnknownName` for what was not saved; `asker` is named by both.
    """
    start, stop = span(measure)
    if not rows.years[0] <= start <= stop <= rows.years[-1]:
        raise RunError(
            f"{asker} reads {start:g} to {stop:g}, and the run covers {rows.years[0]:g} to {rows.years[-1]:g}",
            fix="run the years it asks for",
        )
    found = np.full(len(rows.sound), np.nan)
    values = _between(_saved(asker, measure.variable, rows), rows, start, stop)
    usable = rows.sound.copy()
    if measure.per:
        by = _between(_saved(asker, measure.per, rows), rows, start, stop)
        usable &= by.all(axis=1)
        values = values[usable] / by[usable]
    else:
        values = values[usable]
    if usable.any():
        found[usable] = _measure(window(values, _between(rows.years[None], rows, start, stop)[0], start, stop), measure)
    return found


def _between(values: Array, rows: SavedRun, start: float, stop: float) -> Array:
    """The saved columns that a span of years needs, those around its ends included."""
    first, last = int(np.searchsorted(rows.years, start, "right")) - 1, int(np.searchsorted(rows.years, stop)) + 1
    return values[:, first:last]


def _saved(asker: str, name: str, rows: SavedRun) -> Array:
    if name not in rows.values:
        raise UnknownName(
            f"{asker} reads `{name}`, which was not saved",
            near=nearest(name, rows.values),
            fix="save what `language.ledger.variables` names",
        )
    return rows.values[name]


def _without_number(measure: Measure, rows: SavedRun) -> str:
    if measure.per and not _between(rows.values[measure.per][rows.sound], rows, *span(measure)).all():
        return f"it divides by `{measure.per}`, which is 0 in a world"
    return f"the relative change of `{measure.variable}` starts at 0 in a world"


def _measure(curve: Window, measure: Measure) -> Array:
    first, last = curve.values[:, 0], curve.values[:, -1]
    match measure:
        case Level(_, year, until):
            return first if until is None or until == year else curve.area() / (until - year)
        case Change(relative=False):
            return np.asarray(last - first)
        case Change():
            return np.asarray(last / np.where(first == 0, np.nan, first) - 1)
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
