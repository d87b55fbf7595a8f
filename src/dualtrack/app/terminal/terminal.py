"""Where words go: data to standard output, remarks and progress to standard error, JSON that any program can read."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from contextvars import ContextVar

from dualtrack.app.terminal.speech import figures, said, tongue
from dualtrack.app.terminal.stream import as_json, holds, spelled
from dualtrack.app.terminal.table_layout import Table, lay_out
from dualtrack.app.terminal.wrap import cells, wrap
from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import plain

PIPED_WIDTH = 120
"""Columns where the output is no terminal and COLUMNS does not say."""
NARROWEST = 10
"""Columns below which a terminal breaks lines by itself."""
READABLE = 100
_PAPER: ContextVar[int] = ContextVar("paper", default=0)
"""Columns of the sheet that is written on, if any."""


def width() -> int:
    """Columns of the sheet that is written on, else of the terminal, or what COLUMNS asks for."""
    return _PAPER.get() or max(NARROWEST, shutil.get_terminal_size((PIPED_WIDTH, 0)).columns)


@contextmanager
def on_paper(columns: int = PIPED_WIDTH) -> Iterator[io.StringIO]:
    """Let what is shown be written on a sheet of so many columns in any letters, whatever the terminal is."""
    before, sheet = _PAPER.set(columns), io.StringIO()
    try:
        with redirect_stdout(sheet):
            yield sheet
    finally:
        _PAPER.reset(before)


def show_json(data: object) -> None:
    """One JSON value; what is not a number becomes null."""
    print(as_json(plain(data)))


def show_text(text: str) -> None:
    """Plain text, as it is."""
    print(text)


def show_prose(*sentences: str) -> None:
    """A paragraph, wrapped where the terminal ends or where lines grow too long to read."""
    print("\n".join(wrap(spelled(("" if tongue().is_chinese else " ").join(sentences)), min(width(), READABLE))))


def show_entry(head: str, text: str) -> None:
    """A text behind its head, every further line set in below the text's first where there is room."""
    columns = min(width(), READABLE)
    hanging = cells(head) if 3 * cells(head) <= columns else 2
    print("\n".join(wrap(spelled(text), columns, spelled(head), " " * hanging)))


def show_label(label: Label) -> None:
    """A paragraph in English, and one in Chinese where standard output can hold it; in Chinese that alone."""
    for text in [said(label)] if tongue().is_chinese or not holds(label[1]) else label:
        show_prose(text)


def both(label: Label, between: str = " / ") -> str:
    """A text in both languages; in one alone where Chinese is spoken, or standard output cannot hold it."""
    return said(label) if tongue().is_chinese or not holds(label[1]) else between.join(label)


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> None:
    """A table whose first `words` columns hold words and whose others hold numbers; records where it is too wide."""
    told = [[*row[:words], *map(figures, row[words:])] for row in rows]
    spelt = Table([spelled(column) for column in columns], [[spelled(cell) for cell in row] for row in told], words)
    heading = [line for part in title.split("\n") for line in wrap(spelled(part), width())]
    print("\n".join([*heading, *lay_out(spelt, width()), ""]))


def note(text: str) -> None:
    """A remark for the person, not for the program that reads the output; where nobody can be told, it is dropped."""
    with suppress(OSError):
        print(text, file=sys.stderr)
