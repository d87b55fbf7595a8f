"""Text broken into lines by the cells it takes in a terminal: Chinese takes two a letter, an accent set above one takes none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

OPENING, CLOSING = "（“‘《〈【", "，。；：、！？）”’》〉】…"
"""What may not end a line, and what may not begin one."""
NO_CELL = {"Mn", "Me", "Cf"}


def cells(text: str) -> int:
    """Cells that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def padded(text: str, width: int) -> str:
    """The text with blanks behind it, `width` cells at least."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int, first: str = "", hanging: str = "") -> list[str]:
    """Lines of at most `width` cells behind an indent, `first` or `hanging`; a piece longer than a line is broken within."""
    lines, line = [], first
    for piece, is_apart in _pieces(text):
        space = " " if is_apart and line.strip() else ""
        if cells(line + space + piece) <= width:
            line += space + piece
            continue
        if line.strip():
            lines.append(line)
            line = hanging
        *full, line = _broken(line, piece, width, hanging)
        lines += full
    return [*lines, line]


def longest_piece(text: str) -> int:
    """Cells of the longest part of a text that no line break enters."""
    return max((cells(piece) for piece, _ in _pieces(text)), default=0)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Parts between which a line may end, each with whether a blank stands before it."""
    for word in text.split():
        start = 0
        for place in range(1, len(word)):
            if _may_part(word[place - 1], word[place]):
                yield word[start:place], start == 0
                start = place
        yield word[start:], start == 0


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two letters of one word: after a stroke, or beside a wide letter without its own mark."""
    if before == "/":
        return after != "/"
    return 2 in (_cell(before), _cell(after)) and _cell(after) > 0 and before not in OPENING and after not in CLOSING


def _broken(line: str, piece: str, width: int, hanging: str) -> list[str]:
    """A line and the lines after it that a piece fills letter by letter."""
    lines = [line]
    for letter in piece:
        if cells(lines[-1] + letter) > width and lines[-1].strip():
            lines.append(hanging)
        lines[-1] += letter
    return lines


def _cell(letter: str) -> int:
    if unicodedata.category(letter) in NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
