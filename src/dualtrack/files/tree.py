"""What lies in a folder, told without following a link out of it, and the content by which a file is known."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File

from dualtrack.files.user_file import KINDS, reason

PIECE = 1 << 20
"""Bytes read at a time, so that a large file takes no more memory than a small one."""
PLAIN, LINK, FOLDER = "a file", "a link", KINDS[stat.S_ISDIR]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is no folder, or a folder that cannot be read: its place below the root, and what it is."""

    name: str
    kind: str

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain file."""
        return self.kind == PLAIN


@dataclass(frozen=True, slots=True)
class Content:
    """The size of a file in bytes, and the hash of what it holds."""

    bytes: int
    sha256: str


def items(folder: File) -> Iterator[Item]:
    """Everything below a folder by its place there, in order of name; links and what cannot be read are told, not entered."""
    waiting = [""]
    while waiting:
        name = waiting.pop()
        kind = kind_of(folder / name) if name else FOLDER
        if kind != FOLDER:
            yield from [Item(name, kind)] if kind else []
            continue
        try:
            inside = sorted((each.name for each in (folder / name).iterdir()), reverse=True)
        except OSError as error:
            yield Item(name or ".", f"a folder that cannot be read: {reason(error)}")
            continue
        waiting += [f"{name}/{each}" if name else each for each in inside]


def kind_of(file: File) -> str:
    """What stands at a place, in words; a link is not followed, and nothing at all is the empty string."""
    try:
        mode = file.lstat().st_mode
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"what cannot be read: {reason(error)}"
    if stat.S_ISREG(mode):
        return PLAIN
    return LINK if stat.S_ISLNK(mode) else next((name for is_kind, name in KINDS.items() if is_kind(mode)), "no plain file")


def link_above(folder: File, name: str) -> str:
    """The first part of a place below a folder, its last part included, that is a link; the empty string if none is."""
    parts = name.split("/")
    above = ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return next((part for part in above if (folder / part).is_symlink()), "")


def content_of(file: File) -> Content:
    """Size and hash of a plain file, read piece by piece; raises `OSError` for a link, or where it cannot be read."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as stream:
        size, found = 0, hashlib.sha256()
        while piece := stream.read(PIECE):
            size += len(piece)
            found.update(piece)
    return Content(size, found.hexdigest())


def shown(name: str) -> str:
    """A file's name in characters that can be printed; others are written by their numbers."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)
