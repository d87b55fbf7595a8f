"""What would be frozen today: each question of the theory answered by worlds and by the series alone, to be sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation, Series
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.forecasts.baselines import CEILING, STEPS_ADDED, YEARS_ADDED, CommonPace
from dualtrack.lab.forecasts.foretell import AGAIN, FigureAsked, asked_figure, by_series_alone, by_worlds, paces
from dualtrack.lab.forecasts.foretold_shape import LEVELS, ForecastShape, rounded
from dualtrack.lab.forecasts.series_figures import NEAR
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accepted_worlds
from dualtrack.lab.record.measure import SavedRun, seen
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.runs.software import version_of
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.in_full import in_full
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.counterpart import names_measured
from dualtrack.language.statements.forecast_question import ForecastQuestion

WORLDS, SEED = 3000, 7
"""Worlds drawn from the prior, of which those are asked that history leaves."""


@dataclass(frozen=True, slots=True)
class FreezeRequest:
    """On which day what is frozen, from how many `worlds` drawn by a `seed`; `drawn` are worlds of the full record, if any."""

    frozen: date
    worlds: int = WORLDS
    seed: int = SEED
    drawn: Worlds | None = None


def freeze_forecasts(laboratory: Laboratory, request: FreezeRequest) -> dict[str, Any]:
    """Every answer, and all that it rests on, unsealed.

    Raises `RecordError` for a series that was never told, or a question whose answer was public on that day and is not blind.
    """
    record, frozen = laboratory.record, request.frozen
    questions = laboratory.theory.foretold.questions
    asked = [_asked(laboratory, question, frozen) for question in questions]
    kept = accepted_worlds(matching(laboratory), request.worlds, request.seed)
    pace = paces(asked)
    runs = {"accepted": run_for(laboratory, laboratory.past, kept.worlds, asked)}
    if request.drawn is not None:
        runs["drawn"] = run_for(laboratory, laboratory.past, request.drawn, asked)
    rows = []
    for number, (question, figure) in enumerate(zip(questions, asked, strict=True)):
        shapes = said_by_all(laboratory, figure, runs, request.seed + number) | by_series_alone(record, figure, pace)
        rows.append(_row(record.series_of(question.series), question, figure, shapes))
    return {
        "registry": f"{laboratory.theory.name} {frozen}",
        "frozen": frozen.isoformat(),
        "origin": _origin(laboratory, request, kept.worlds.count, pace),
        "rules": {name: {"en": en, "zh": zh} for name, (en, zh) in RULES.items()},
        "levels": list(LEVELS),
        "forecasts": rows,
    }


def run_for(laboratory: Laboratory, regime: Regime, worlds: Worlds, asked: Sequence[FigureAsked]) -> SavedRun:
    """The worlds under a regime until the last day that is asked for, with what the formulas name."""
    model, clock = laboratory.model, laboratory.theory.clock
    save = sorted({name for each in asked for name in names_measured(model, each.counterpart)})
    stop = min(clock.stop, ceil(max(decimal_year(each.end) for each in asked)) + 1.0)
    shorter = Clock(clock.start, stop, clock.step, clock.save)
    return seen(run_ensemble(model, [regime], worlds, shorter, save)[regime.name])


def said_by_all(laboratory: Laboratory, figure: FigureAsked, runs: Mapping[str, SavedRun], seed: int) -> dict[str, ForecastShape]:
    """What each run says of a figure, and the accepted worlds once more, held to the series."""
    model, record = laboratory.model, laboratory.record
    found = {}
    for name, run in runs.items():
        found[name] = by_worlds(model, record, figure, run, np.random.default_rng(seed))
        if name == "accepted":
            found["anchored"] = by_worlds(model, record, figure, run, np.random.default_rng(seed), anchored=True)
    return found


def _asked(laboratory: Laboratory, question: ForecastQuestion, frozen: date) -> FigureAsked:
    counterpart = next(each for each in laboratory.theory.counterparts if each.series == question.series)

    def before(row: Observation) -> bool:
        return row.published < frozen

    found = asked_figure(laboratory.record, counterpart, question.first, question.last, before)
    if found is None:
        raise RecordError(f"no figure of `{question.series}` was told before {frozen}", fix="ask of a series that has one")
    if question.batch == "prospective" and question.last <= frozen:
        raise RecordError(
            f"`{question.id}` ended before {frozen}", fix="ask of a period that ends later, or put it into the blind batch"
        )
    return found


def _row(series: Series, question: ForecastQuestion, figure: FigureAsked, shapes: Mapping[str, ForecastShape]) -> dict[str, Any]:
    teller, first = question.teller, next(iter(shapes.values()))
    days = f"{question.start} – {question.end}" if question.start < question.end else question.end
    return {
        "id": question.id,
        "batch": question.batch,
        "series": series.series,
        "label": {"en": series.label_en, "zh": series.label_zh},
        "unit": series.unit,
        "reads": figure.counterpart.reads,
        "scale": figure.scale,
        "least": rounded(first.least),
        "rule": {"figure": "first release", "start": question.start, "end": question.end, "within_days": NEAR},
        "resolves": {
            "en": f"The first figure that {teller.publisher} gives of “{series.label_en}” for {days}, in {series.unit}. "
            "A revision, an outlook or another house's count does not resolve it.",
            "zh": f"{teller.publisher}首次公布的“{series.label_zh}”，时期{days}，单位{series.unit}。"
            "修订值、预测值及其他机构的统计均不计。",
        },
        "teller": {"publisher": teller.publisher, "page": teller.page, "days": teller.days},
        "last_told": {"value": figure.rows[-1].value, "end": figure.rows[-1].end.isoformat(), "figures": len(figure.rows)},
        "above": question.above,
        "said": {name: shape.to_row() for name, shape in shapes.items()},
    }


def _origin(laboratory: Laboratory, request: FreezeRequest, accepted: int, pace: Mapping[Any, CommonPace]) -> dict[str, Any]:
    return {
        "program": version_of("dualtrack"),
        "model": laboratory.model.fingerprint,
        "record": record_fingerprint(laboratory.record),
        "regime": laboratory.past.name,
        "prior": laboratory.theory.tilts[0].name,
        "seed": request.seed,
        "worlds": request.worlds,
        "accepted": accepted,
        "drawn": 0 if request.drawn is None else request.drawn.count,
        "common_pace": {
            scale: {"step": rounded(each.step), "drift": rounded(each.drift), "points": rounded(each.points)}
            for scale, each in pace.items()
        },
    }


def record_fingerprint(record: Record) -> str:
    """A hash over every observation, series, event and setting of a record."""
    parts = (record.series, record.observations, record.events, record.settings)
    return hashlib.sha256("\n".join(in_full(each) for part in parts for each in part).encode()).hexdigest()


RULES = {
    "accepted": (
        "Worlds that history leaves of those drawn, under today's rules as they stand. The formula of the series over the "
        "period, "
        f"with the error of its definition and that of a row such as its last one; {AGAIN} errors for each world.",
        f"在既定规则下运行、经历史筛选所余的世界。取序列公式在该时期的值，另加口径误差与末行同级的单行误差；每个世界抽{AGAIN}次误差。",
    ),
    "anchored": (
        "The same worlds, each corrected by how far it misses the figures of the series told so far, as the errors of rows, of "
        "the "
        f"definition and of a model {FLOOR:.0%} off share it out.",
        f"同样的世界，按其与该序列已公布数值之差修正；差额依单行、口径与模型（{FLOOR:.0%}）误差分摊。",
    ),
    "drawn": (
        "Worlds drawn by every figure of the record, with the errors of `accepted`.",
        "按全部记录抽取的世界，误差同`accepted`。",
    ),
    "no_change": (
        "The last figure, at its pace per period; a random walk whose step is the series' own and "
        f"{STEPS_ADDED:g} of the common size, with the errors of two rows.",
        f"末个数值（按期折算）；随机游走，步长由自身各步与{STEPS_ADDED:g}个共同步长合成，另加两行误差。",
    ),
    "trend": (
        f"The same with a drift: the series' own from first to last figure and {YEARS_ADDED:g} years of the common one; in "
        "logarithms, or in points of a share.",
        f"同上，另有漂移：自身首末之间的漂移与{YEARS_ADDED:g}年共同漂移合成；数量取对数，份额取百分点。",
    ),
    "logistic": (
        f"The same in log odds: of a share, or of a quantity under a ceiling of {CEILING:g} times the largest figure seen.",
        f"同上，取对数几率：份额本身，或以已见最大值{CEILING:g}倍为上限的数量。",
    ),
}
