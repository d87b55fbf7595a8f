"""What would decide the open claims? The numbers on which they hang, and what would measure each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.evidence.record import Record
from dualtrack.lab.claims.crux import Crux
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.language.declaration import Assumed, Definition, Label
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
    return [_row(name, found[name].label, hanging[name], _measure(model, record, name)) for name in ordered]


def open_without(judgements: Sequence[Judgement]) -> list[str]:
    """Claims of these that hang on no single number beyond what chance shows."""
    return [each.test.id for each in judgements if not any(answer.cruxes for answer in each.answers)]


def _row(name: str, label: Label, claims: Sequence[str], measure: str) -> Row:
    return {"name": name, "en": label[0], "zh": label[1], "claims": list(claims), "measured_by": measure}


def _measure(model: Model, record: Record, name: str) -> str:
    match model[name].source:
        case Assumed(_, measure):
            return measure
        case Definition() | None:
            return ""
        case key:
            return f"more of what {record.source(key).title} [{key}] reports"
