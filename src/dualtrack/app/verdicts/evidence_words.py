"""The evidence on each side of a claim in lines: what bears on it, in which source, and of what grade."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dualtrack.evidence.record import Record
from dualtrack.language.declaration import Label

Row = dict[str, Any]
NOT_READ: Label = ("not read in full", "未读全文")
NONE_FOUND: Label = ("none found among the sources of the record", "记录的来源中未见")


def grade_words(row: Row) -> Label:
    """The grade of a piece, and whether its source was read in full."""
    english, chinese = f"grade {row['grade']}", f"等级{row['grade']}"
    return (english, chinese) if row["read"] else (f"{english}, {NOT_READ[0]}", f"{chinese}，{NOT_READ[1]}")


def evidence_lines(rows: Iterable[Row], record: Record) -> tuple[str, ...]:
    """Each piece in three lines for a terminal: its sentence in both languages, and its source."""
    found = tuple(line for row in rows for line in _lines(row, record))
    return found or (NONE_FOUND[0],)


def _lines(row: Row, record: Record) -> tuple[str, str, str]:
    source = record.source(row["source"])
    cited = f"{source.title}, {source.publisher}, {source.date or 'undated'}; {grade_words(row)[0]} [{source.key}]"
    return row["en"], row["zh"], f"  {cited}"
