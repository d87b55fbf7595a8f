"""What would decide the open claims? The numbers on which they hang, and what would measure each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.evidence.record import Record
from dualtrack.lab.claims.crux import Crux
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.language.declaration import Assumed, Definition
from dualtrack.language.model import Model

Row = dict[str, Any]


def decider_rows(model: Model, record: Record, judgements: Sequence[Judgement]) -> list[Row]:
    """One row a number, those first on which most of these judgements on open claims hang under some prior."""
    hanging: dict[str, list[str]] = {}
    found: dict[str, Crux] = {}
    for each in judgements:
        for crux in (crux for answer in each.answers for crux in answer.cruxes):
            found[crux.name] = crux
            claims = hanging.setdefault(crux.name, [])
            claims += [] if each.test.id in claims else [each.test.id]
    ordered = sorted(hanging, key=lambda name: -len(hanging[name]))
    return [_row(found[name], hanging[name], model, record) for name in ordered]


def open_without(judgements: Sequence[Judgement]) -> list[str]:
    """Claims of these that hang on no single number beyond what chance shows."""
    return [each.test.id for each in judgements if not any(answer.cruxes for answer in each.answers)]


def _row(crux: Crux, claims: Sequence[str], model: Model, record: Record) -> Row:
    start = {"name": crux.name, "en": crux.label[0], "zh": crux.label[1], "claims": list(claims)}
    match model[crux.name].source:
        case Assumed(_, measure):
            return {**start, "measured_by": measure, "reported_by": None}
        case Definition() | None:
            return {**start, "measured_by": "", "reported_by": None}
        case key:
            reported = f"{record.source(key).title} [{key}]"
            return {**start, "measured_by": f"more of what {reported} reports", "reported_by": reported}
