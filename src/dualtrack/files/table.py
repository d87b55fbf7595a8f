"""Rows as a CSV file that spreadsheets, pandas and polars read alike: marked as UTF-8, numbers as numbers, no cell a formula.

A cell without a number is empty, whatever the reason: `None`, not a number or infinite. A text that a spreadsheet would
reckon, such as `=1+1`, stands behind an apostrophe; a text that is a number already is left alone.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence

from dualtrack.files.user_file import MARK

Cell = str | bool | int | float | None | Sequence[str]
"""What a cell may hold; several texts are listed with commas."""
RECKONED = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet takes for a formula."""


def table_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file's bytes; every row has a cell for every column. Raises `ValueError` for a row of another length."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_word(column) for column in columns])
    for row in rows:
        writer.writerow([_cell(cell) for _, cell in zip(columns, row, strict=True)])
    return MARK + text.getvalue().encode("utf-8", "backslashreplace")


def rows_bytes(rows: Sequence[dict[str, Cell]]) -> bytes:
    """The same from rows by name, which all have the same names; nothing but the mark where there is no row."""
    columns = list(rows[0]) if rows else []
    return table_bytes(columns, [[row[column] for column in columns] for row in rows])


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return _word(cell)
        case int():
            return str(int(cell))
        case float():
            return repr(float(cell)) if math.isfinite(cell) else ""
        case _:
            return _word(", ".join(cell))


def _word(text: str) -> str:
    """A text as it is, unless a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(RECKONED) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
