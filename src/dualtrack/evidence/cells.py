"""How one cell of a table becomes a value; a cell that cannot is refused with the reason."""

import math
import re
from collections.abc import Callable
from datetime import date

from dualtrack.errors import nearest

Cell = Callable[[str], object]
NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
PARTIAL_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def text(cell: str) -> str:
    """Words; an empty cell is refused."""
    if not cell:
        raise ValueError("is empty")
    return cell


def name(cell: str) -> str:
    """A key in lower case with underscores."""
    if not NAME.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a name in lower_case_with_underscores")
    return cell


def number(cell: str) -> float:
    """A finite number."""
    try:
        value = float(text(cell))
    except ValueError as error:
        raise ValueError("is empty" if not cell else f"`{cell}` is not a number") from error
    if not math.isfinite(value):
        raise ValueError(f"`{cell}` is not a finite number")
    return value


def whole(cell: str) -> int:
    """A whole number."""
    if not text(cell).isdecimal():
        raise ValueError(f"`{cell}` is not a whole number")
    return int(cell)


def day(cell: str) -> date:
    """A calendar day, 2024-05-28."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text(cell)):
        raise ValueError(f"`{cell}` is not a date like 2024-05-28")
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError(f"`{cell}` is not a date: {error}") from error


def partial_day(cell: str) -> str:
    """A day, a month or a year; what is unknown is left off."""
    if not PARTIAL_DAY.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a date like 2024, 2024-05 or 2024-05-28")
    day((cell + "-01-01")[:10])
    return cell


def optional(parse: Cell, *, absent: object = "") -> Cell:
    """The same cell, which may also be empty."""
    return lambda cell: parse(cell) if cell else absent


def one_of(*words: str) -> Cell:
    """One word of a closed list."""

    def parse(cell: str) -> str:
        if text(cell) not in words:
            raise ValueError(f"`{cell}` is none of {', '.join(words)}{near(cell, words)}")
        return cell

    return parse


def near(word: str, known: tuple[str, ...] | list[str]) -> str:
    """A clause that names the closest known words, or nothing."""
    close = nearest(word, known)
    return f" (near: {close})" if close else ""
