"""A table whose rows may have several lines of values, and below them a note as wide as the page; wraps, and never cuts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dualtrack.app.terminal.stream import spelled
from dualtrack.app.terminal.table_layout import GAP, INDENT, WORDY
from dualtrack.app.terminal.terminal import READABLE, show_text, width
from dualtrack.app.terminal.wrap import cells, wrap

WIDEST = 24
"""Cells of a column of values before it is wrapped."""


@dataclass(frozen=True)
class WideRow:
    """A `label`, its `lines` of values and a `note` below them; `head` marks the name of the rows that follow."""

    label: str
    lines: Sequence[Sequence[str]] = ()
    note: str = ""
    head: bool = False


def set_out(heads: Sequence[str], rows: Iterable[WideRow]) -> None:
    """Print rows under `heads`, the first of which stands over the labels; a label has its own line where there is no room."""
    told, room = [_spelt(row) for row in rows], min(width(), READABLE)
    heads = [spelled(each) for each in heads]
    sizes = [
        min(WIDEST, max(map(cells, (heads[place], *(line[place - 1] for row in told for line in row.lines)))))
        for place in range(1, len(heads))
    ]
    left = room - sum(sizes) - GAP * len(sizes)
    is_narrow = left < WORDY + len(INDENT)
    label = len(INDENT) if is_narrow else min(left, max(cells(row.label) for row in told if row.lines) + len(INDENT))
    while sum(sizes) + GAP * len(sizes) > max(room - label, (GAP + 1) * len(sizes)):
        sizes[sizes.index(max(sizes))] -= 1
    lines = _beside("", [heads[1:]], [label, *sizes])
    rule = "-" * min(room, label + sum(sizes) + GAP * len(sizes))
    for row in told:
        if row.head:
            lines += ["", *wrap(row.label, room), rule]
        elif is_narrow and row.lines:
            lines += [*wrap(row.label, room, INDENT, INDENT), *_beside("", row.lines, [label, *sizes])]
        elif row.lines:
            lines += _beside(row.label, row.lines, [label, *sizes])
        if row.note:
            lines += wrap(row.note, room, 2 * INDENT if row.lines else INDENT, 2 * INDENT if row.lines else INDENT)
    show_text("\n".join([*lines, ""]))


def _spelt(row: WideRow) -> WideRow:
    return WideRow(spelled(row.label), [[spelled(cell) for cell in line] for line in row.lines], spelled(row.note), row.head)


def _beside(label: str, rows: Sequence[Sequence[str]], sizes: Sequence[int]) -> list[str]:
    """A label beside its lines of values, each wrapped within its own column."""
    name = wrap(label, sizes[0] - len(INDENT)) if label else []
    columns: list[list[str]] = []
    for row in rows:
        columns += [list(each) for each in zip_longest(*map(wrap, row, sizes[1:]), fillvalue="")]
    lines = []
    for first, values in zip_longest(name, columns, fillvalue=None):
        cells_of = [INDENT + first if first else "", *(values or [""] * (len(sizes) - 1))]
        lines.append(
            (" " * GAP).join(f"{cell}{' ' * (size - cells(cell))}" for cell, size in zip(cells_of, sizes, strict=True)).rstrip()
        )
    return lines
