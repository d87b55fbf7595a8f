"""Had one forecast on an earlier day, with what was public then, how near would one have come? One clean vintage.

Rows serve only if they surely were public before the day, and are foretold only if they surely were not. Worlds are held to the
targets whose sources were out, and run under rules that had been announced and taken effect. What was known later stands in the
ranges of the prior all the same, and cannot be taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.evidence.first_published import Releases
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.lab.forecasts.foretell import FigureAsked, asked_figure, by_series_alone, by_worlds, paces
from dualtrack.lab.forecasts.foretold_shape import ForecastShape
from dualtrack.lab.forecasts.freeze_forecasts import SEED, WORLDS, run_for
from dualtrack.lab.forecasts.score_forecasts import ForecasterScore, ScoredForecast, forecaster_scores
from dualtrack.lab.forecasts.sealed_registry import FrozenForecast
from dualtrack.lab.laboratory import Laboratory, history_of, regimes_of_theory
from dualtrack.lab.record.accept import SPARED, Kept, Matching, accepted_worlds
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.record.measure import SavedRun
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.target import Target
from dualtrack.language.tilt import tilted

PRIOR = "prior"
"""The forecaster that is the prior itself: worlds that nothing has ruled out."""
OF_THE_PRIOR = 1000
"""As many of these, at the most."""


@dataclass(frozen=True, slots=True)
class VintageRead:
    """A vintage of a `day`: how many figures and targets `served` and `targets`, and what was foretold, with its outcome.

    `left` is how many of the worlds drawn were accepted, and `unknown` how many figures entered neither side.
    """

    day: date
    served: int
    targets: int
    left: int
    worlds: int
    unknown: int
    scored: tuple[ScoredForecast, ...]
    forecasters: tuple[ForecasterScore, ...]

    @property
    def series(self) -> int:
        """How many series were foretold."""
        return len({each.forecast.series for each in self.scored})


def read_vintage(laboratory: Laboratory, releases: Releases, day: date, worlds: int = WORLDS, seed: int = SEED) -> VintageRead:
    """Every figure that surely came after a `day`, foretold by what surely was public before it, and scored.

    Raises `RecordError` where no figure qualifies.
    """
    record = laboratory.record
    rows = [row for each in laboratory.theory.counterparts for row in _told(record, each.series)]
    after = [row for row in rows if releases.is_since(row, day)]
    asked = [(row, figure) for row in after if (figure := _figure(laboratory, releases, row, day)) is not None]
    if not asked:
        raise RecordError(f"no figure surely came after {day} in a series that had one before", fix="choose another day")
    served = sum(releases.is_before(row, day) for row in rows)
    chosen = [figure for _, figure in asked]
    kept, runs = _runs(laboratory, chosen, day, worlds, seed)
    pace = paces(chosen)
    scored = tuple(
        _scored(laboratory, row, figure, _said(laboratory, figure, runs, seed + number) | by_series_alone(record, figure, pace))
        for number, (row, figure) in enumerate(asked)
    )
    unknown = len(rows) - served - len(after)
    return VintageRead(
        day, served, len(kept.acceptance.targets), kept.worlds.count, worlds, unknown, scored, forecaster_scores(scored, seed)
    )


def _runs(
    laboratory: Laboratory, asked: Sequence[FigureAsked], day: date, worlds: int, seed: int
) -> tuple[Kept, dict[str, SavedRun]]:
    """The worlds that the targets of the day leave, and those and others of the prior, run under the past as it then stood."""
    regime, targets = past_until(laboratory, day), targets_before(laboratory, day)
    model, look = tilted(laboratory.model, laboratory.theory.tilts[0]), figures(laboratory.record)
    spared = min(SPARED, max(len(targets) - 1, 0))
    kept = accepted_worlds(Matching(model, regime, laboratory.theory.clock, targets, look, spared=spared), worlds, seed)
    prior = draw(model, min(worlds, OF_THE_PRIOR), seed)
    return kept, {
        "accepted": run_for(laboratory, regime, kept.worlds, asked),
        PRIOR: run_for(laboratory, regime, prior, asked),
    }


def past_until(laboratory: Laboratory, day: date) -> Regime:
    """The past as it stood on a day: settings that had begun, and events that had happened."""
    record = laboratory.record
    known = replace(
        record,
        settings=tuple(each for each in record.settings if each.start < day),
        events=tuple(each for each in record.events if each.date < day),
    )
    theory, model = laboratory.theory, laboratory.model
    return regimes_of_theory(theory, model, history_of(model, known))[laboratory.past.name]


def targets_before(laboratory: Laboratory, day: date) -> tuple[Target, ...]:
    """The targets whose sources were all out before a day; a source dated by its month or year alone counts as its end."""
    look, record = figures(laboratory.record), laboratory.record

    def is_out(key: str) -> bool:
        told = record.source(key).date
        return bool(told) and f"{told}-99" < day.isoformat()

    return tuple(each for each in laboratory.theory.targets if all(map(is_out, target(each.yardstick, look).sources)))


def _told(record: Record, series: str) -> Iterable[Observation]:
    return (row for row in record.observations_of(series) if row.kind not in OUTLOOKS)


def _figure(laboratory: Laboratory, releases: Releases, row: Observation, day: date) -> FigureAsked | None:
    """A figure with what its series had told before the day; none where it only bounds, or the series had told nothing."""
    counterpart = next(each for each in laboratory.theory.counterparts if each.series == row.series)
    if counterpart.bears != "value" or row.value <= 0:
        return None
    return asked_figure(laboratory.record, counterpart, row.start, row.end, lambda each: releases.is_before(each, day))


def _said(laboratory: Laboratory, figure: FigureAsked, runs: dict[str, SavedRun], seed: int) -> dict[str, ForecastShape]:
    model, record = laboratory.model, laboratory.record
    found = {name: by_worlds(model, record, figure, run, np.random.default_rng(seed)) for name, run in runs.items()}
    anchored = by_worlds(model, record, figure, runs["accepted"], np.random.default_rng(seed), anchored=True)
    return {**found, "anchored": anchored}


def _scored(laboratory: Laboratory, row: Observation, figure: FigureAsked, shapes: dict[str, ForecastShape]) -> ScoredForecast:
    series = laboratory.record.series_of(row.series)
    forecast = FrozenForecast(
        id=f"{row.series}.{row.end}",
        batch="vintage",
        series=row.series,
        label=(series.label_en, series.label_zh),
        unit=series.unit,
        reads=figure.counterpart.reads,
        start=row.start,
        end=row.end,
        teller=("", ""),
        days=0,
        resolves=("", ""),
        above=None,
        shapes=shapes,
        seal="",
    )
    return ScoredForecast(forecast, row.value, {name: shape.crps(row.value) for name, shape in shapes.items()}, {})
