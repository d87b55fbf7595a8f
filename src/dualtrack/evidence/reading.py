"""Reading a table: every bad cell becomes a complaint with file and line, and the rest is read on."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import StringIO
from typing import Generic, TypeVar

from dualtrack.errors import RecordError
from dualtrack.evidence.cells import Cell

Row = TypeVar("Row")
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """A table's file, the class of its rows, and how each column is read."""

    file: str
    row: type[Row]
    columns: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Placed(Generic[Row]):
    """A row and where it stands."""

    file: str
    line: int
    row: Row


class Complaints:
    """What is wrong with the tables; collected, then raised once."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, file: str, line: int, reason: str) -> None:
        """Note one problem."""
        self._lines.append(f"{file}:{line} {reason}")

    def at(self, placed: Placed[Row], reason: str) -> None:
        """Note one problem of a row."""
        self.add(placed.file, placed.line, reason)

    def settle(self, where: str) -> None:
        """Raise what was collected, the first ten problems in words and all in number."""
        if not self._lines:
            return
        count = len(self._lines)
        shown = "\n".join(f"    {line}" for line in self._lines[:SHOWN])
        rest = f"\n    and {count - SHOWN} more" if count > SHOWN else ""
        raise RecordError(
            f"{count} problem{'s' if count > 1 else ''} in the tables of the record\n{shown}{rest}",
            where=where,
            fix="correct the cells; codebook.csv says what each value means",
        )


def read(folder: Traversable, sheet: Sheet[Row], complaints: Complaints) -> list[Placed[Row]]:
    """All rows of one table that could be read."""
    try:
        lines = csv.reader(StringIO(folder.joinpath(sheet.file).read_text(encoding="utf-8"), newline=""), strict=True)
        header = next(lines, [])
        if not _header_is_right(sheet, header, complaints):
            return []
        rows = [_row(sheet, header, cells, lines.line_num, complaints) for cells in lines]
    except OSError:
        complaints.add(sheet.file, 1, "cannot be opened")
        return []
    except (UnicodeDecodeError, csv.Error) as error:
        complaints.add(sheet.file, 1, f"is not a table in UTF-8: {error}")
        return []
    return [row for row in rows if row is not None]


def _header_is_right(sheet: Sheet[Row], header: list[str], complaints: Complaints) -> bool:
    missing = [column for column in sheet.columns if column not in header]
    extra = [column for column in header if column not in sheet.columns]
    repeated = sorted({column for column in header if header.count(column) > 1})
    for fault, columns in (("lacks the column", missing), ("has the unknown column", extra), ("repeats the column", repeated)):
        for column in columns:
            complaints.add(sheet.file, 1, f"{fault} `{column}`")
    return not (missing or extra or repeated)


def _row(sheet: Sheet[Row], header: list[str], cells: list[str], line: int, complaints: Complaints) -> Placed[Row] | None:
    if len(cells) != len(header):
        complaints.add(sheet.file, line, f"has {len(cells)} cells, the header has {len(header)}")
        return None
    values: dict[str, object] = {}
    sound = True
    for column, cell in zip(header, cells, strict=True):
        try:
            values[column] = sheet.columns[column](cell.strip())
        except ValueError as error:
            complaints.add(sheet.file, line, f"{column} {error}")
            sound = False
    return Placed(sheet.file, line, sheet.row(**values)) if sound else None
