"""How one cell of a table becomes a value; a cell that cannot is refused with the reason.

A number is written as `0.41`, `-3` or `1.2e6`, a day as `2024-05-28`: in plain digits, one way each, so that no program and no
habit of a country can read another value.
"""

import math
import re
import sys
from collections.abc import Callable
from datetime import date

from dualtrack.errors import UnitMismatch, nearest
from dualtrack.language.expressions.base_units import registered

Cell = Callable[[str], object]
NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
WHOLE = re.compile(r"[0-9]{1,9}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PARTIAL_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
YEARS = (1900, 2100)
"""The years of which a record may speak."""
HABITS = (
    (re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?"), "write it without marks between thousands"),
    (re.compile(r"[+-]?[0-9]*,[0-9]+"), "write a point before the decimals, not a comma"),
    (re.compile(r"[+-]?[0-9.]+ *%"), "write a share as a part of 1"),
    (re.compile(r"[0-9]+([_' \u00a0\u202f][0-9]+)+(\.[0-9]*)?"), "write it without marks between digits"),
    (re.compile(r"0[xXbBoO][0-9A-Fa-f]+"), "write it in decimal digits"),
    (re.compile(r"#.*"), "a spreadsheet wrote an error here: mend its formula"),
    (re.compile(r"[+-]?\d[\d.,\u066b]*"), "write it in the digits 0 to 9"),
)
"""Other ways to write a number, each with what to do instead."""


def text(cell: str) -> str:
    """Words; an empty cell is refused, and one with blanks around or a line break inside."""
    if not cell.strip():
        raise ValueError("is empty")
    if "\n" in cell:
        raise ValueError(f"`{cell.splitlines()[0][:20]}` breaks the line: is a quotation mark missing?")
    if cell != cell.strip():
        raise ValueError(f"`{cell}` begins or ends with a blank")
    return cell


def name(cell: str) -> str:
    """A key in lower case with underscores."""
    if not NAME.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a name in lower_case_with_underscores")
    return cell


def number(cell: str) -> float:
    """A finite number, which is 0 only where it says 0."""
    if not NUMBER.fullmatch(text(cell)):
        if cell.lower().lstrip("+-") in ("nan", "inf", "infinity"):
            raise ValueError(f"`{cell}` is not a finite number")
        advice = next((f": {advice}" for habit, advice in HABITS if habit.fullmatch(cell)), "")
        raise ValueError(f"`{cell}` is not a number{advice}")
    value = float(cell) + 0.0
    if not math.isfinite(value):
        raise ValueError(f"`{cell}` is not a finite number")
    if abs(value) < sys.float_info.min and re.search("[1-9]", cell.lower().partition("e")[0]):
        raise ValueError(f"`{cell}` is too small to be told from 0")
    return value


def whole(cell: str) -> int:
    """A whole number of up to nine digits."""
    if not WHOLE.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a whole number")
    return int(cell)


def year(cell: str) -> int:
    """A calendar year of which a record may speak."""
    return _told(whole(cell), cell)


def day(cell: str) -> date:
    """A calendar day, 2024-05-28."""
    if not DAY.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a date like 2024-05-28")
    try:
        found = date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError(f"`{cell}` is not a date: {error}") from error
    _told(found.year, cell)
    return found


def partial_day(cell: str) -> str:
    """A day, a month or a year; what is unknown is left off."""
    if not PARTIAL_DAY.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not a date like 2024, 2024-05 or 2024-05-28")
    day((cell + "-01-01")[:10])
    return cell


def unit(cell: str) -> str:
    """A product of base units from the registry, such as `USD_bn/year`."""
    try:
        registered(text(cell))
    except UnitMismatch as error:
        raise ValueError(f"{error.what}{f' (near: {error.near})' if error.near else ''}") from error
    return cell


def address(cell: str) -> str:
    """The address of a page, with its scheme."""
    if not ADDRESS.fullmatch(text(cell)):
        raise ValueError(f"`{cell}` is not an address like https://example.org/page")
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


def _told(found: int, cell: str) -> int:
    first, last = YEARS
    if not first <= found <= last:
        raise ValueError(f"`{cell}` is outside the years {first} to {last}")
    return found
