"""The evidence on each side of a claim as rows: what bears on it, in which source, and of what grade."""

from __future__ import annotations

from typing import Any

from dualtrack.evidence.record import Record
from dualtrack.language.statements.claim_sides import Evidence, Sides

Row = dict[str, Any]


def evidence_rows(sides: Sides, record: Record) -> dict[str, list[Row]]:
    """Both sides, each piece a row."""
    return {
        "supports": [_row(each, record) for each in sides.supports],
        "opposes": [_row(each, record) for each in sides.opposes],
    }


def _row(each: Evidence, record: Record) -> Row:
    english, chinese = each.relevance
    return {"source": each.source, "grade": record.source(each.source).grade, "read": each.is_read, "en": english, "zh": chinese}
