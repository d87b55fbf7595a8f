"""Where words go: data to standard output, remarks and progress to standard error, JSON that any program can read."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from textwrap import fill
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

PIPED_WIDTH = 120
"""Columns where the output is no terminal, so that no cell is cut."""
READABLE = 100


def console() -> Console:
    """Standard output; rich leaves colours out where it is no terminal or NO_COLOR is set."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False, emoji=False)


def show_json(data: object) -> None:
    """One JSON value; what is not a number becomes null."""
    print(json.dumps(plain(data), ensure_ascii=False, indent=1, allow_nan=False))


def show_text(text: str) -> None:
    """Plain text, as it is."""
    print(text)


def show_prose(*sentences: str) -> None:
    """A paragraph, wrapped where the terminal ends or where lines grow too long to read."""
    print(fill(" ".join(sentences), width=min(console().width, READABLE), break_on_hyphens=False))


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> None:
    """A table whose first `words` columns hold words and whose others hold numbers."""
    table = Table(
        title=title,
        box=box.SIMPLE_HEAD,
        title_justify="left",
        pad_edge=False,
        show_edge=False,
        title_style="bold",
        collapse_padding=True,
    )
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place < words else "right", overflow="fold", no_wrap=place == 0)
    for row in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    out = console()
    out.print(table)
    out.print()


def note(text: str) -> None:
    """A remark for the person, not for the program that reads the output."""
    print(text, file=sys.stderr)


def plain(data: Any) -> Any:
    """The same data in what JSON knows."""
    match data:
        case float():
            return data if math.isfinite(data) else None
        case Mapping():
            return {str(key): plain(value) for key, value in data.items()}
        case list() | tuple():
            return [plain(value) for value in data]
        case _:
            return data
