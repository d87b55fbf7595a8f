"""Rows of the record written as entries of another file, read by the rules of its tables: one entry, one row.

    [[observations]]
    series = "farmed_fish_sold"
    start = 2025-01-01
    end = 2025-12-31
    value = 0.41

A day may be written as a date, a number as a number; a column that may be empty may be left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dualtrack.evidence.complaints import Complaints, Placed, Row, Sheet, row_of

Entry = tuple[int, Mapping[str, Any]]
"""The line on which an entry begins, and what it says by column."""


def written_rows(file: str, sheet: Sheet[Row], entries: Iterable[Entry], complaints: Complaints) -> list[Placed[Row]]:
    """The rows of one table that could be read from a `file`; every other entry is a complaint with its line."""
    here, columns, found = replace(sheet, file=file), list(sheet.columns), []
    for line, entry in entries:
        cells = {column: _cell(value) for column, value in entry.items()}
        unreadable = [column for column, cell in cells.items() if cell is None]
        for column in unreadable:
            complaints.add(file, line, f"{column} holds {entry[column]!r}: write a text, a number or a date such as 2025-12-31")
        unknown = [column for column in cells if column not in sheet.columns]
        for column in unknown:
            complaints.unknown_column(file, line, column, columns)
        if not unreadable and not unknown:
            found.append(row_of(here, columns, [cells.get(column) or "" for column in columns], line, complaints))
    return [row for row in found if row is not None]


def _cell(value: object) -> str | None:
    """What would stand in a table's cell; None for what no cell can hold."""
    match value:
        case str():
            return value
        case bool() | datetime():
            return None
        case date():
            return value.isoformat()
        case int() | float():
            return repr(value)
        case _:
            return None
