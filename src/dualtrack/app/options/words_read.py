"""One word of a command line, read strictly: a whole number, a decimal one, a name, names with commas, a place on disk."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path as File

from dualtrack.errors import RunError, UsageError
from dualtrack.files.user_file import hidden
from dualtrack.lab.questions.number_text import decimal, meant, whole

BYTE = 0xDC00
"""What the system adds to a byte of a word that is no text."""
LONGEST = 60
"""Characters of a word that are repeated to whoever wrote it."""
LONGEST_NAME = 255
"""Bytes of a file's name."""
LONGEST_PATH = 4000
LAST_SEED = 2**62


def whole_of(text: str, option: str) -> int:
    """A whole number in digits 0 to 9."""
    found = whole(text)
    if found is None:
        raise UsageError(
            f"{shown(text)} is no whole number", where=option, near=_near_whole(text), fix=f"write digits, such as {option} 500"
        )
    return found


def decimal_of(text: str, option: str) -> float:
    """A finite number in digits 0 to 9."""
    found = decimal(text)
    if found is None:
        guess = meant(text)
        near = "" if guess is None else f"{guess:g}"
        raise UsageError(f"{shown(text)} is no number", where=option, near=near, fix=f"write digits, such as {option} 2035")
    return found


def seed_of(text: str, option: str) -> int:
    """A whole number that a draw may start from."""
    seed = whole_of(text, option)
    if not 0 <= seed <= LAST_SEED:
        raise RunError(f"{seed} is no seed", where=option, fix=f"write a whole number from 0 to {LAST_SEED}")
    return seed


def name_of(text: str, option: str) -> str:
    """A word that is not empty and hides nothing."""
    fault = _fault(text)
    if fault:
        near = "" if text.strip() == text else text.strip()
        raise UsageError(
            f"{shown(text)} {fault}", where=option, near=near, fix="write the name and nothing around it, or leave it out"
        )
    return text


def names_of(text: str, option: str) -> tuple[str, ...]:
    """Different names with commas between them; a blank after a comma is no fault."""
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise UsageError(
            f"{shown(text)} holds an empty name", where=option, fix="write different names with single commas between them"
        )
    for name in names:
        name_of(name, option)
    distinct(names, option)
    return names


def place_of(text: str, option: str) -> File:
    """A file or a folder; the empty word is none, though to the system it would be the folder one stands in."""
    fault = _fault(text.strip()) or _path_fault(text)
    if fault:
        raise UsageError(f"{shown(text)} {fault}", where=option, fix="write a path; `.` is the folder you stand in")
    return File(text).expanduser()


def distinct(given: Sequence[object], option: str) -> None:
    """Refuse what is given twice, names in whatever case and files by whatever path, since the second has no effect."""
    seen = set[object]()
    for each in given:
        key = each.casefold() if isinstance(each, str) else os.path.realpath(each) if isinstance(each, File) else each
        if key in seen:
            raise UsageError(f"{shown(str(each))} is given twice", where=option, fix="give it once")
        seen.add(key)


def shown(text: str) -> str:
    """A word as it can be repeated in a message: cut where it is long, with nothing in it that hides."""
    cut = text if len(text) <= LONGEST else text[:LONGEST] + "..."
    return "`" + "".join(letter if not _hides(letter) else _code(letter) for letter in cut) + "`"


def _code(letter: str) -> str:
    """A letter as its code; a byte that is no text, as the system hands it over, as that byte."""
    byte = ord(letter) - BYTE
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else f"\\u{ord(letter):04x}"


def _hides(letter: str) -> bool:
    return letter in "\t\n\r" or any(hidden(letter))


def _fault(text: str) -> str:
    if not text.strip():
        return "is empty"
    if any(map(_hides, text)):
        return "holds a character that cannot be seen"
    return "has blanks around it" if text.strip() != text else ""


def _path_fault(text: str) -> str:
    if max(len(os.fsencode(part)) for part in File(text).parts or ("",)) > LONGEST_NAME or len(os.fsencode(text)) > LONGEST_PATH:
        return f"is longer than a path of {LONGEST_PATH} bytes, or holds a name of more than {LONGEST_NAME}"
    try:
        File(text).expanduser()
    except RuntimeError:
        return "names the home of nobody known here"
    return ""


def _near_whole(text: str) -> str:
    guess = meant(text)
    if guess is None or abs(guess) >= 1e15:
        return ""
    return ", ".join(str(each) for each in sorted({math.floor(guess), math.ceil(guess)}))
