"""The evidence on each side of a claim in lines: what bears on it, in which source, and of what grade."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dualtrack.app.terminal.speech import both_lines, said, say
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
    """Each piece in lines for a terminal: its sentence in both languages, in Chinese in that alone, and its source."""
    found = tuple(line for row in rows for line in _lines(row, record))
    return found or (said(NONE_FOUND),)


def _lines(row: Row, record: Record) -> tuple[str, ...]:
    return *both_lines((row["en"], row["zh"])), f"  {cited(record, row['source'], grade_words(row))}"


def cited(record: Record, key: str, graded: Label | None = None) -> str:
    """A source with its title and publisher as they are printed, its date and its grade."""
    source = record.source(key)
    (grade, grade_zh) = graded or (f"grade {source.grade}", f"等级{source.grade}")
    return say(
        f"{source.title}, {source.publisher}, {source.date or 'undated'}; {grade} [{key}]",
        f"{source.title}，{source.publisher}，{source.date or '日期不详'}；{grade_zh} [{key}]",
    )
