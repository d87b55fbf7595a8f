"""A folder held by one process while it is filled, by a file that is there only as long."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as File

from dualtrack.errors import OutputError
from dualtrack.files import tree
from dualtrack.files.durable import ANYBODY, lock

HOLD = ".dualtrack.lock"
OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def held(folder: File) -> Iterator[None]:
    """Keep other processes from filling a folder; the hold ends with the process, however it ends.

    Raises `OutputError` where another process holds it, or where something else bears the name of the hold.
    """
    file = folder / HOLD
    if (kind := tree.kind_of(file)) and not (kind == tree.PLAIN and file.stat().st_size == 0):
        raise OutputError(f"{HOLD} is not this program's", where=str(file), fix="move it out of the folder")
    handle = _taken(file)
    try:
        yield
    finally:
        if sys.platform != "win32":
            file.unlink(missing_ok=True)
        os.close(handle)
        if sys.platform == "win32":
            file.unlink(missing_ok=True)


def _taken(file: File) -> int:
    """The file, open and held; taken again where the one before removed it in between."""
    while True:
        handle = os.open(file, OPEN, ANYBODY)
        if sys.platform == "win32":
            return handle
        try:
            lock(handle, file.parent)
        except OutputError:
            os.close(handle)
            raise
        if file.exists() and os.path.samestat(os.fstat(handle), file.stat()):
            return handle
        os.close(handle)
