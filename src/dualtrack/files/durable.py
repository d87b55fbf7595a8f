"""Files that outlive a power cut: written beside their place, forced to the disk, then moved there in one step."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path as File

from dualtrack.errors import OutputError

DRAFT = ".part"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
HELD = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
ANYBODY = 0o666
"""Permissions of a new file, less what the user's mask takes away."""
BUSY = "another process is filling this folder"


def draft_name(name: str) -> str:
    """A name for the draft of a file that nobody can prepare."""
    return f".{name}.{secrets.token_hex(8)}{DRAFT}"


def write(file: File, parts: Iterable[bytes], mode: int | None = None) -> None:
    """One file, whole or absent; its name lasts once `settle` has seen its folder. A `mode` gives other permissions than usual.

    The draft beside it has a name that nobody can prepare, and is opened only if nothing, not even a link, bears it.
    """
    draft = file.with_name(draft_name(file.name))
    opened = os.open(draft, NEW, ANYBODY if mode is None else mode)
    try:
        with os.fdopen(opened, "wb") as handle:
            if mode is not None:
                draft.chmod(mode)
            handle.writelines(parts)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def put(root: File, name: str, parts: Iterable[bytes]) -> str:
    """Write a file at a place below a root, reached through no link, and give its hash; missing folders are made."""
    seal = hashlib.sha256()

    def sealed() -> Iterator[bytes]:
        for part in parts:
            seal.update(part)
            yield part

    place = root / name
    refuse_links(root, place)
    place.parent.mkdir(parents=True, exist_ok=True)
    write(place, sealed())
    return seal.hexdigest()


def refuse_links(root: File, *places: File) -> None:
    """Raise `OutputError` where a place below a root is a link, or lies behind one; the root itself may be one."""
    for place in places:
        for above in (place, *place.parents):
            if above == root:
                break
            if above.is_symlink():
                raise OutputError("a link stands inside the folder of results", where=str(above), fix="take it away")


def sweep(folder: File, ours: str) -> None:
    """Remove the drafts that a killed process left of files whose whole name the pattern `ours` matches; links are left alone."""
    draft = re.compile(rf"\.(?:{ours})\.[0-9a-f]{{16}}{re.escape(DRAFT)}")
    for each in folder.iterdir() if folder.is_dir() else ():
        if draft.fullmatch(each.name) and each.is_file() and not each.is_symlink():
            each.unlink()


def settle(folder: File) -> None:
    """Force the names in a folder to the disk."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_tree(folder: File) -> None:
    """Force every file and name below a folder to the disk."""
    for place, _, files in os.walk(folder):
        for name in files:
            with (File(place) / name).open("rb+") as handle:
                os.fsync(handle.fileno())
        settle(File(place))


def digest(data: bytes) -> str:
    """The hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def lock(handle: int, folder: File) -> None:
    """Lock an open file for this process, where the system can; raises `OutputError` where another process fills the folder."""
    if sys.platform == "win32":
        return
    try:
        os.lockf(handle, os.F_TLOCK, 0)
    except (BlockingIOError, PermissionError):
        raise OutputError(BUSY, where=str(folder), fix="wait for it, or name another folder") from None
