"""Reading a table: every bad cell becomes a complaint with file and line, and the rest is read on."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import StringIO
from typing import Generic, TypeVar

from dualtrack.errors import RecordError
from dualtrack.evidence.cells import Cell, near
from dualtrack.files.user_file import LARGE, read_text

Row = TypeVar("Row")
SHOWN = 10
MEND = "correct the cells; codebook.csv says what each value means"
OTHER_MARKS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What programs write between cells instead of commas."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """A table's file, the class of its rows, and how each column is read."""

    file: str
    row: type[Row]
    columns: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Placed(Generic[Row]):
    """A row and where it stands; `is_added` where a user added it to the rows of others."""

    file: str
    line: int
    row: Row
    is_added: bool = False

    @property
    def place(self) -> str:
        """The file and the line."""
        return f"{self.file}:{self.line}"

    def seen_from(self, other: "Placed[Row]") -> str:
        """Where the row stands, as said of another: the line alone where both stand in one file."""
        return f"line {self.line}" if self.file == other.file else self.place


class Complaints:
    """What is wrong with the tables; collected, then raised once."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, file: str, line: int, reason: str) -> None:
        """Note one problem."""
        self.say(f"{file}:{line} {reason}")

    def say(self, problem: str) -> None:
        """Note one problem that names its own place."""
        self._lines.append(problem)

    def at(self, placed: Placed[Row], reason: str) -> None:
        """Note one problem of a row."""
        self.add(placed.file, placed.line, reason)

    def unknown_column(self, file: str, line: int, column: str, known: list[str]) -> None:
        """Note a column that the table has not."""
        self.add(file, line, f"has the unknown column `{column}`{near(column, known)}")

    def settle(self, where: str, fix: str = MEND) -> None:
        """Raise what was collected, the first ten problems in words and all in number; `fix` is what mends them."""
        if not self._lines:
            return
        count = len(self._lines)
        shown = "\n".join(f"    {line}" for line in self._lines[:SHOWN])
        rest = f"\n    and {count - SHOWN} more" if count > SHOWN else ""
        raise RecordError(
            f"{count} problem{'s' if count > 1 else ''} in the tables of the record\n{shown}{rest}",
            where=where,
            fix=fix,
        )


def read(folder: Traversable, sheet: Sheet[Row], complaints: Complaints) -> list[Placed[Row]]:
    """All rows of one table that could be read; blank lines are no rows."""
    words = _words(folder.joinpath(sheet.file), sheet.file, complaints)
    if words is None:
        return []
    lines, began, rows = csv.reader(StringIO(words, newline=""), strict=True), 1, []
    try:
        header = next(lines, [])
        if not _header_is_right(sheet, header, complaints):
            return []
        began = lines.line_num + 1
        for cells in lines:
            if cells:
                rows.append(row_of(sheet, header, cells, began, complaints))
            began = lines.line_num + 1
    except csv.Error as error:
        complaints.add(sheet.file, began, f"cannot be divided into cells from here on ({error}): is a quotation mark missing?")
    return [row for row in rows if row is not None]


def _words(file: Traversable, name: str, complaints: Complaints) -> str | None:
    """The text of a table; None after a complaint."""
    try:
        return read_text(file, "table", RecordError, LARGE)
    except RecordError as error:
        place = error.where.removeprefix(str(file)) or ":1"
        rest = "".join(f"; {note}" for note in (error.near, error.fix) if note)
        complaints.say(f"{name}{place} {error.what}{rest}")
        return None


def _header_is_right(sheet: Sheet[Row], header: list[str], complaints: Complaints) -> bool:
    if len(header) == 1 and (mark := next((mark for mark in OTHER_MARKS if mark in header[0]), "")):
        complaints.add(sheet.file, 1, f"its cells are divided by {OTHER_MARKS[mark]}: save it with commas between cells")
        return False
    missing = [column for column in sheet.columns if column not in header]
    extra = [column for column in header if column not in sheet.columns]
    repeated = sorted({column for column in header if header.count(column) > 1 and column in sheet.columns})
    for column in missing:
        complaints.add(sheet.file, 1, f"lacks the column `{column}`")
    for column in dict.fromkeys(extra):
        complaints.unknown_column(sheet.file, 1, column, missing or list(sheet.columns))
    for column in repeated:
        complaints.add(sheet.file, 1, f"repeats the column `{column}`")
    return not (missing or extra or repeated)


def row_of(sheet: Sheet[Row], header: list[str], cells: list[str], line: int, complaints: Complaints) -> Placed[Row] | None:
    """The row that some cells say; None after a complaint."""
    if len(cells) != len(header):
        complaints.add(sheet.file, line, f"has {len(cells)} cells, the header has {len(header)}")
        return None
    if not any(cells):
        complaints.add(sheet.file, line, "is a row of empty cells: take it out")
        return None
    values: dict[str, object] = {}
    sound = True
    for column, cell in zip(header, cells, strict=True):
        try:
            values[column] = sheet.columns[column](cell)
        except ValueError as error:
            complaints.add(sheet.file, line, f"{column} {error}")
            sound = False
    return Placed(sheet.file, line, sheet.row(**values)) if sound else None
