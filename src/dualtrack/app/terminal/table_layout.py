"""A table as lines of text for any width: columns while every column can be read, else one record below another.

Nothing is ever cut: what does not fit is wrapped, a word longer than its line included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dualtrack.app.terminal.speech import say
from dualtrack.app.terminal.wrap import cells, longest_piece, wrap

GAP = 2
"""Blanks between two columns."""
WORDY = 14
"""Cells below which a column of words is no longer pleasant to read."""
LONGEST = 40
"""Cells of the longest word that a column of words holds unbroken."""
TALL = 14
"""Lines beyond which a row is harder to read than a record."""
INDENT = "  "


@dataclass(frozen=True)
class Table:
    """What is to be shown: the first `words` columns hold words, the others numbers; a line break in a cell stays."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: int = 1


def lay_out(table: Table, width: int) -> list[str]:
    """Lines of at most `width` cells, eight or more, in which every cell of the table stands."""
    sizes = _sizes(table, width)
    if sizes is None:
        return _records(table, width)
    body = [_wrapped(row, sizes) for row in table.rows]
    if max((len(cell) for row in body for cell in row), default=0) > TALL:
        return _records(table, width)
    head = _wrapped(table.columns, sizes)
    deepest = max(map(len, head))
    lowered = [[""] * (deepest - len(cell)) + cell for cell in head]
    lines = [line for cell_lines in (lowered, *body) for line in _beside(cell_lines, sizes, table.words)]
    return [*lines[:deepest], "-" * (sum(sizes) + GAP * (len(sizes) - 1)), *lines[deepest:]]


def _sizes(table: Table, width: int) -> list[int] | None:
    """Cells of each column, headings of numbers first; none where no division of the width leaves every column readable."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    natural = [max(cells(line) for cell in column for line in cell.split("\n")) for column in columns]
    least = [
        min(size, _least_words(column) if place < table.words else _least_numbers(column))
        for place, (size, column) in enumerate(zip(natural, columns, strict=True))
    ]
    room = width - GAP * (len(columns) - 1)
    headed = [*least[: table.words], *natural[table.words :]]
    if sum(headed) <= room:
        least = headed
    spare = room - sum(least)
    if spare < 0:
        return None
    wanted = [more - size for more, size in zip(natural, least, strict=True)]
    if sum(wanted) <= spare:
        return natural
    return [size + spare * want // sum(wanted) for size, want in zip(least, wanted, strict=True)]


def _least_words(column: Sequence[str]) -> int:
    return max(WORDY, min(LONGEST, max(map(longest_piece, column))))


def _least_numbers(column: Sequence[str]) -> int:
    """A number, or a band of two, stays on one line; only its heading is wrapped."""
    heading, *numbers = column
    return max(longest_piece(heading), *(cells(line) for cell in numbers for line in cell.split("\n")), 1)


def _wrapped(row: Sequence[str], sizes: Sequence[int]) -> list[list[str]]:
    return [[part for line in cell.split("\n") for part in wrap(line, size)] for cell, size in zip(row, sizes, strict=True)]


def _beside(row: Sequence[Sequence[str]], sizes: Sequence[int], words: int) -> list[str]:
    """The lines of cells set side by side, words to the left and numbers to the right."""
    lines = []
    for parts in zip_longest(*row, fillvalue=""):
        blank = [" " * (size - cells(part)) for size, part in zip(sizes, parts, strict=True)]
        set_out = [part + blank[place] if place < words else blank[place] + part for place, part in enumerate(parts)]
        lines.append((" " * GAP).join(set_out).rstrip())
    return lines


def _records(table: Table, width: int) -> list[str]:
    """One block a row: its first cell, and below it every other behind its heading."""
    lines: list[str] = []
    for row in table.rows:
        for place, (heading, cell) in enumerate(zip(table.columns, row, strict=True)):
            indent = INDENT * (place > 0)
            if said := _entry(heading, cell):
                lines += wrap(said, width, indent, indent + INDENT)
        lines.append("")
    return lines[:-1]


def _entry(heading: str, cell: str) -> str:
    """A cell behind its heading, both on one line."""
    name = say(" ".join(heading.split()), "".join(heading.split()))
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    text = say("; ".join(lines), "；".join(line.rstrip("；，") for line in lines))
    return say(f"{name}: {text}".rstrip(), f"{name}：{text}") if name else text
