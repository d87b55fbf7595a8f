"""A file of the user, read strictly: plain, of sane size, in UTF-8, with no character that hides; else a refusal says why."""

from __future__ import annotations

import errno
import os
import stat
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path as File
from typing import Any

from dualtrack.errors import LabError

SMALL = 1 << 20
"""Bytes of a file that a person writes by hand."""
LARGE = 1 << 26
"""Bytes of a table."""
MARK = b"\xef\xbb\xbf"
"""What editors on Windows write before UTF-8."""
WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
OLDER = ("gb18030", "cp1252")
"""Encodings that are tried only to name them in a refusal."""
ALLOWED = "\t\n\r"
HIDING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of Unicode that print nothing, turn text around or break lines unseen."""
JOINERS = "\u200c\u200d"
"""Characters that print nothing and yet belong to words of some languages."""
KINDS = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}
REMEDIES = {
    errno.ENOSPC: "make room on the disk, or name a place on another",
    errno.EDQUOT: "make room in your quota, or name a place on another disk",
    errno.EFBIG: "the file is too large for this disk: name a place on another",
    errno.EACCES: "name a place that you may use, or change its permissions",
    errno.EPERM: "name a place that you may use, or change its permissions",
    errno.EROFS: "the disk takes no writing: name a place on another",
    errno.ENOENT: "check the path: a part of it is not there",
    errno.ENOTDIR: "check the path: a part of it is no folder",
    errno.EISDIR: "name a file: this is a folder",
    errno.EEXIST: "name another place: this one is taken",
    errno.ENOTEMPTY: "name another place: this one was filled meanwhile",
    errno.ENAMETOOLONG: "use shorter names",
    errno.ELOOP: "check the path: its links lead in a circle",
    errno.EMFILE: "close other files, or raise the limit on open ones (`ulimit -n`)",
    errno.ENFILE: "close other programs: the machine has too many files open",
    errno.EIO: "check the disk: it answered with a fault",
}


def remedy(error: OSError) -> str:
    """What mends this fault of the system; one remedy for each cause."""
    return REMEDIES.get(error.errno or 0, "check the path and the disk")


def reason(error: OSError) -> str:
    """The fault in the system's words."""
    return error.strerror or str(error) or type(error).__name__


def read_bytes(file: Traversable, what: str, error: type[LabError], most: int = SMALL) -> bytes:
    """The content of a plain file of at most `most` bytes; `what` names it in the refusal, of class `error`."""
    try:
        data = _plain(file, what, error, most) if isinstance(file, File) else file.read_bytes()
    except OSError as fault:
        raise error(f"the {what} cannot be read: {reason(fault)}", where=str(file), fix=remedy(fault)) from None
    except ValueError:
        raise error(f"the {what} has a name that no file can have", where=ascii(str(file)), fix="check the path") from None
    if len(data) > most:
        raise _too_large(file, what, error, most)
    return data


def read_text(file: Traversable, what: str, error: type[LabError], most: int = SMALL) -> str:
    """Text in UTF-8, with or without a mark, in which every character can be seen; line ends become newlines."""
    data = read_bytes(file, what, error, most)
    if (wide := WIDE.get(data[:2])) is not None:
        raise error(f"the {what} is in {wide}, not in UTF-8", where=str(file), fix="save it as UTF-8")
    try:
        text = data.removeprefix(MARK).decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        looks = next((name for name in OLDER if _is_in(data, name)), "")
        near = f"it can be read as {looks}" if looks else ""
        raise error(f"the {what} is not in UTF-8", where=f"{file}:{line}", near=near, fix="save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n") if any(map(_hides, set(text))) else ()
    for line, words in enumerate(lines, 1):
        for column, name in hidden(words):
            raise error(f"the {what} holds {name}", where=f"{file}:{line}, character {column}", fix="take the character out")
    return text


def read_toml(file: Traversable, what: str, error: type[LabError]) -> tuple[dict[str, Any], str]:
    """A parsed TOML file and its text; no text in it, written out or by escape, holds a character that hides."""
    text = read_text(file, what, error)
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise error(f"the {what} nests too deeply", where=str(file), fix="write arrays within arrays two deep at most") from None
    except ValueError as fault:
        said = str(fault) if isinstance(fault, tomllib.TOMLDecodeError) else "it holds a number of thousands of digits"
        raise error(f"the {what} is not TOML: {said}", where=str(file), fix="mend that line") from None
    for place, words in texts(table):
        for _, name in hidden(words):
            raise error(f"the {what} holds {name} in `{place}`", where=str(file), fix="take the character out")
    return table, text


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside parsed data, keys included, with the key that it stands under."""
    match value:
        case str():
            yield place, value
        case dict():
            for key, inner in value.items():
                yield key, key
                yield from texts(inner, key)
        case list():
            for inner in value:
                yield from texts(inner, place)
        case _:
            return


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Characters that print nothing or turn text around: their column and their name."""
    found = {letter for letter in set(text) if _hides(letter)}
    for column, letter in enumerate(text if found else "", 1):
        if letter not in found:
            continue
        name = unicodedata.name(letter, "a control character").lower()
        yield column, f"a character that cannot be seen, U+{ord(letter):04X} ({name})"


def _hides(letter: str) -> bool:
    return letter not in ALLOWED and letter not in JOINERS and unicodedata.category(letter) in HIDING


def _plain(file: File, what: str, error: type[LabError], most: int) -> bytes:
    """Read after asking twice, by name and by handle, whether it is a plain file; nothing else is opened or waited for."""
    _refuse_unless_plain(file, file.stat(), what, error)
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        about = os.fstat(stream.fileno())
        _refuse_unless_plain(file, about, what, error)
        if about.st_size > most:
            raise _too_large(file, what, error, most)
        return stream.read(most + 1)


def _refuse_unless_plain(file: File, about: os.stat_result, what: str, error: type[LabError]) -> None:
    if stat.S_ISREG(about.st_mode):
        return
    kind = next((name for is_kind, name in KINDS.items() if is_kind(about.st_mode)), "no plain file")
    raise error(f"the {what} is {kind}", where=str(file), fix="name a plain file")


def _too_large(file: Traversable, what: str, error: type[LabError], most: int) -> LabError:
    return error(f"the {what} is larger than {most >> 20} MB", where=str(file), fix="name the right file, or divide it")


def _is_in(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
