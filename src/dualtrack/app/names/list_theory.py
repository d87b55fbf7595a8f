"""Rows of what a theory says beside its equations and its claims: forecasts, experiments, what would measure a number, groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label
from dualtrack.language.statements.experiment import Timing
from dualtrack.language.statements.measurable import Measurable

Row = dict[str, Any]
GUESS: Label = ("our guess", "本项目的猜测")
UNKNOWN: Label = ("not known", "未知")


def theory_rows(laboratory: Laboratory) -> Iterable[Row]:
    """The theory at hand, and its years."""
    theory = laboratory.theory
    yield {
        "theory": theory.name,
        "en": theory.label[0],
        "zh": theory.label[1],
        "question_en": theory.question[0],
        "question_zh": theory.question[1],
        "from": theory.clock.start,
        "to": theory.clock.stop,
    }


def forecast_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Figures to come that the theory lets itself be asked."""
    for each in laboratory.theory.foretold.questions:
        series = laboratory.record.series_of(each.series)
        yield {
            "id": each.id,
            "series": each.series,
            "en": series.label_en,
            "zh": series.label_zh,
            "start": each.start,
            "end": each.end,
            "unit": series.unit,
            "above": each.above,
            "batch": each.batch,
            "publisher": each.teller.publisher,
            "days": each.teller.days,
            "page": each.teller.page,
        }


def experiment_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Runs that correspond to published findings."""
    for each in laboratory.theory.published.experiments:
        yield {
            "name": each.name,
            "switch": each.switch,
            "en": each.label[0],
            "zh": each.label[1],
            "kind": "answers in time" if isinstance(each, Timing) else "corresponding runs",
            "findings": list(each.findings),
            "why_en": each.why[0],
            "why_zh": each.why[1],
        }


def measurable_rows(laboratory: Laboratory) -> Iterable[Row]:
    """What would measure an uncertain number, who has it, and what it takes, as far as that is known."""
    for each in laboratory.theory.measurables:
        yield {
            "number": each.number,
            "en": each.what[0],
            "zh": each.what[1],
            "publisher": " / ".join(each.publisher) if each.publisher else "",
            "days": each.days,
            "error": each.error,
            "unit": str(laboratory.model[each.number].unit),
            "due": each.due,
            "said by": said_by(each),
        }


def said_by(each: Measurable) -> str:
    """Who says what a measurement takes, and when."""
    return f"{each.said.source or GUESS[0]}, {each.said.dated}"


def reaction_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Days on which a share price answered news, where the theory has such a panel."""
    panel = laboratory.theory.reactions
    for each in () if panel is None else panel.reactions:
        yield {
            "id": each.id,
            "day": each.day,
            "en": each.statement[0],
            "zh": each.statement[1],
            "kind": each.kind,
            "gain": each.gain,
            "finding": each.finding,
        }


def group_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Levers that belong together."""
    for each in laboratory.theory.display.groups:
        yield {"id": each.id, "en": each.label[0], "zh": each.label[1], "levers": list(each.levers)}


def mechanism_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Switches that stand for one part of the story."""
    for each in laboratory.theory.groups:
        yield {"name": each.name, "en": each.label[0], "zh": each.label[1], "switches": list(each.switches)}


def meaning_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Uncertain numbers of one meaning."""
    for each in laboratory.theory.display.meanings:
        yield {"id": each.id, "en": each.label[0], "zh": each.label[1], "numbers": list(each.numbers)}
