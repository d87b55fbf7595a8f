"""The figures of a series as a forecaster has them: the first told of each period, none within another, as a pace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import numpy as np

from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation, Series
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.lab.calibrate.figure_errors import DatedFigure, Scale, row_error
from dualtrack.lab.forecasts.baselines import SeriesPast
from dualtrack.language.statements.counterpart import Counterpart

DAYS = {"year": 365.25, "half_year": 365.25 / 2, "quarter": 365.25 / 4}
"""Days of a period that a flow is counted per; a fiscal quarter may have a week more."""
NEAR = 10
"""Days by which the ends of two periods may differ and be the same."""
LEAST = 0.01
"""Of the last figure, what a figure counts as at the least: nothing at all has no logarithm."""
Before = Callable[[Observation], bool]
"""Whether a row may be used."""


def scale_of(series: Series) -> Scale:
    """Where figures of a series are compared."""
    return "log odds" if series.unit == "1" and series.least >= 0 and series.most <= 1 else "log"


def periods(series: Series, start: date, end: date) -> float:
    """How many of the periods that a flow is counted per lie in these days; 1 for anything else."""
    per = DAYS.get(series.unit.rpartition("/")[2]) if series.measures == "flow" else None
    return 1.0 if per is None else ((end - start).days + 1) / per


def middle_of(start: date, end: date) -> float:
    """The decimal year halfway through a period."""
    return (decimal_year(start) + decimal_year(end + timedelta(days=1))) / 2


def is_same(row: Observation, start: date, end: date) -> bool:
    """Whether a row is about these days, give or take some."""
    return abs((row.start - start).days) <= NEAR and abs((row.end - end).days) <= NEAR


def figures_before(record: Record, series: str, before: Before) -> tuple[Observation, ...]:
    """What was told and may be used, no outlook, by period: the first told of each, and none that lies within a longer one."""
    rows = [row for row in record.observations_of(series) if row.kind not in OUTLOOKS and row.value > 0 and before(row)]
    first: dict[tuple[date, date], Observation] = {}
    for row in sorted(rows, key=lambda row: (row.published, row.source)):
        first.setdefault((row.start, row.end), row)
    return tuple(sorted((row for row in first.values() if not _is_within(row, first.values())), key=lambda row: row.end))


def past_of(record: Record, counterpart: Counterpart, rows: Sequence[Observation]) -> SeriesPast:
    """Figures as a baseline takes them, at a pace per period and by the middles of their periods; there must be one."""
    series = record.series_of(counterpart.series)
    scale = scale_of(series)
    by_year: dict[float, list[float]] = {}
    for row in rows:
        by_year.setdefault(middle_of(row.start, row.end), []).append(row.value / periods(series, row.start, row.end))
    years = sorted(by_year)
    error = row_error(scale, dated(record, counterpart, rows[-1]))
    return SeriesPast(scale, np.array(years), np.array([np.mean(by_year[year]) for year in years]), error)


def dated(record: Record, counterpart: Counterpart, row: Observation) -> DatedFigure:
    """A row with its errors, at a pace per period of its unit."""
    by = periods(record.series_of(row.series), row.start, row.end)
    value = row.value / by
    low, high = ((row.value if each is None else each) / by for each in (row.low, row.high))
    return DatedFigure(
        series=row.series,
        value=value,
        low=low,
        high=high,
        start=decimal_year(row.start),
        stop=decimal_year(row.end + timedelta(days=1)),
        definition=counterpart.error.scale(value),
        kind=row.kind,
        grade=record.source(row.source).grade,
        at_end=counterpart.at_end,
    )


def _is_within(row: Observation, others: Iterable[Observation]) -> bool:
    return any(other.start <= row.start and row.end <= other.end and other.days > row.days for other in others)
