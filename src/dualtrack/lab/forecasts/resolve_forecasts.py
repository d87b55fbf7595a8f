"""Which forecasts has the record resolved, and why not the others? By the frozen rule alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dualtrack.evidence.rows import Observation, Series
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry, FrozenForecast
from dualtrack.lab.forecasts.series_figures import is_same

Standing = Literal["resolved", "not due", "waiting", "not resolvable"]
"""Whether a figure tells, or why not: its period has not ended, nobody has told, or the rule cannot be followed."""


@dataclass(frozen=True, slots=True)
class ResolvedForecast:
    """A `forecast`, its `standing`, why so in words, and the row that resolves it, if one does."""

    forecast: FrozenForecast
    standing: Standing
    why: str
    row: Observation | None = None


def resolve_all(
    registry: ForecastRegistry, rows: Sequence[Observation], series: Iterable[Series]
) -> tuple[tuple[ResolvedForecast, ...], date]:
    """Each forecast beside the rows, and the last day that they tell of, the day of the freeze at the least."""
    known = {each.series: each for each in series}
    day = max([registry.frozen, *(row.published for row in rows)])
    return tuple(_resolved(each, registry.frozen, rows, known, day) for each in registry.forecasts), day


def _resolved(
    forecast: FrozenForecast, frozen: date, rows: Iterable[Observation], known: Mapping[str, Series], day: date
) -> ResolvedForecast:
    series = known.get(forecast.series)
    if series is None:
        return ResolvedForecast(forecast, "not resolvable", "the record has no such series any more")
    if series.unit != forecast.unit:
        return ResolvedForecast(forecast, "not resolvable", f"the series is in {series.unit} now, and was in {forecast.unit}")
    told = [
        row
        for row in rows
        if row.series == forecast.series and row.kind not in OUTLOOKS and is_same(row, forecast.start, forecast.end)
    ]
    if not told:
        if forecast.end > day:
            return ResolvedForecast(forecast, "not due", f"its period ends on {forecast.end}")
        return ResolvedForecast(forecast, "waiting", f"its period ended on {forecast.end}, and no figure of it is in the record")
    first = min(told, key=lambda row: (row.published, row.source))
    if forecast.batch == "prospective" and first.published < frozen:
        return ResolvedForecast(forecast, "not resolvable", f"its figure was public on {first.published}, before the freeze")
    return ResolvedForecast(forecast, "resolved", f"told on {first.published} by {first.source}", first)
