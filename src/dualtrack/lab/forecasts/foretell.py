"""What do worlds say of a figure to come? The formula of its series over its period, with the errors of row and definition.

A world gives the true value; the figure that will be told misses it by its definition and by its own error, as the errors of the
record do (`lab/calibrate/figure_errors.py`). Held to the series (`anchored`), each world is corrected besides by how far it
misses the figures told so far, as those errors and that of the model share it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation
from dualtrack.lab.calibrate.figure_errors import DatedFigure, Scale, compared, error_on, row_error, scale_matrix
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.forecasts.baselines import BASELINES, CommonPace, SeriesPast, baseline, common_pace
from dualtrack.lab.forecasts.foretold_shape import ForecastShape, of_sample
from dualtrack.lab.forecasts.series_figures import (
    LEAST,
    Before,
    dated,
    figures_before,
    middle_of,
    past_of,
    periods,
)
from dualtrack.lab.record.mapped import factor_of
from dualtrack.lab.record.measure import SavedRun
from dualtrack.lab.record.predictive import over_period
from dualtrack.language.model import Model
from dualtrack.language.statements.counterpart import Counterpart, reading
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out

AGAIN = 40
"""Errors drawn for each world."""
SETTLED = 1.0
"""Years from the start of a run in which a figure says what the run was started from."""
MODEL = ("accepted", "anchored", "drawn")
"""The model thrice: worlds that history leaves, the same held to the series, and worlds drawn by the full record."""
FORECASTERS = (*MODEL, *BASELINES)


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """One figure to be foretold: of which series, over which days, and the figures of it that may be used, one at least."""

    counterpart: Counterpart
    start: date
    end: date
    rows: tuple[Observation, ...]
    past: SeriesPast

    @property
    def scale(self) -> Scale:
        """Where it is compared."""
        return self.past.scale

    @property
    def pace(self) -> float:
        """The last figure, at a pace per period."""
        return float(self.past.values[-1])

    def in_series(self, record: Record) -> float:
        """How many periods of its unit the figure is counted over."""
        return periods(record.series_of(self.counterpart.series), self.start, self.end)


def asked_figure(record: Record, counterpart: Counterpart, start: date, end: date, before: Before) -> FigureAsked | None:
    """A figure with the past of its series; None where the series has no figure yet."""
    rows = figures_before(record, counterpart.series, before)
    return FigureAsked(counterpart, start, end, rows, past_of(record, counterpart, rows)) if rows else None


def paces(asked: Sequence[FigureAsked]) -> dict[Scale, CommonPace]:
    """What the asked series have in common, by scale; each series counts once."""
    pasts = list({each.counterpart.series: each.past for each in asked}.values())
    scales: tuple[Scale, ...] = ("log", "log odds")
    return {scale: common_pace(pasts, scale) for scale in scales}


def by_series_alone(record: Record, asked: FigureAsked, pace: Mapping[Scale, CommonPace]) -> dict[str, ForecastShape]:
    """What each baseline says, in the unit of the series."""
    over, year = asked.in_series(record), middle_of(asked.start, asked.end)
    if asked.counterpart.at_end:
        year = decimal_year(asked.end + timedelta(days=1))
    return {name: _times(baseline(name, asked.past, pace[asked.scale], year, LEAST * asked.pace), over) for name in BASELINES}


def by_worlds(
    model: Model, record: Record, asked: FigureAsked, run: SavedRun, random: np.random.Generator, anchored: bool = False
) -> ForecastShape:
    """What the worlds of a `run` say, in the unit of the series; `anchored` holds each to what the series told so far."""
    said = _saying(model, record, asked, run)
    least, values = LEAST * asked.pace, said(asked.start, asked.end)
    future = _future(record, asked, asked.pace if anchored else max(float(np.median(values)), least))
    at = compared(asked.scale, np.maximum(values, least))
    if anchored:
        rows = [row for row in asked.rows if middle_of(row.start, row.end) >= run.years[0] + SETTLED]
        told = np.array([dated(record, asked.counterpart, row).value for row in rows])
        errors = [dated(record, asked.counterpart, row) for row in rows]
        worlds = np.array([compared(asked.scale, np.maximum(said(row.start, row.end), least)) for row in rows])
        shift, spread = _held(asked.scale, errors, future, compared(asked.scale, told), worlds)
        at = at + shift
    else:
        own = row_error(asked.scale, future)
        spread = float(np.hypot(own, error_on(asked.scale, future.value, future.definition)))
    sample = np.repeat(at, AGAIN) + spread * random.standard_normal(len(at) * AGAIN)
    return _times(of_sample(asked.scale, sample, least), asked.in_series(record))


def _held(scale: Scale, told: Sequence[DatedFigure], future: DatedFigure, seen: Array, worlds: Array) -> tuple[Array, float]:
    """By how much each world is corrected, [world], and what is left of the error, where figures are compared."""
    matrix = scale_matrix(scale, [*told, future], FLOOR)
    if not len(told):
        return np.zeros(1), float(np.sqrt(matrix[-1, -1]))
    weights = np.linalg.solve(matrix[:-1, :-1], matrix[:-1, -1])
    return weights @ (seen[:, None] - worlds), float(np.sqrt(matrix[-1, -1] - weights @ matrix[:-1, -1]))


def _saying(model: Model, record: Record, asked: FigureAsked, run: SavedRun) -> Callable[[date, date], Array]:
    """What the worlds say of the series over some days, [world], at a pace per period."""
    counterpart = asked.counterpart
    formula, factor = worked_out(model, reading(model, counterpart).sides[0]), factor_of(counterpart, model, record)

    def said(start: date, end: date) -> Array:
        span = decimal_year(start), decimal_year(end + timedelta(days=1))
        values = np.asarray(formula(over_period(model, counterpart, *span, run)), dtype=float)
        return values[run.sound] / factor

    return said


def _future(record: Record, asked: FigureAsked, around: float) -> DatedFigure:
    """The figure that will be told, with the errors of the last one, around some value."""
    return replace(
        dated(record, asked.counterpart, asked.rows[-1]),
        value=around,
        low=around,
        high=around,
        start=decimal_year(asked.start),
        stop=decimal_year(asked.end + timedelta(days=1)),
        definition=asked.counterpart.error.scale(around),
    )


def _times(shape: ForecastShape, factor: float) -> ForecastShape:
    """The same forecast of a flow that is summed over more, or less, than its period."""
    if factor == 1.0:
        return shape
    kept: dict[str, Any] = {"quantiles": tuple(each * factor for each in shape.quantiles), "least": shape.least * factor}
    normal = None if shape.normal is None else (shape.normal[0] + float(np.log(factor)), shape.normal[1])
    return ForecastShape(shape.scale, kept["quantiles"], kept["least"], normal)
