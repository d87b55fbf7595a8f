"""One file by whose bytes several processes share a folder: each holds the bytes of its own parts, and no two the same.

The first byte is the door: who enters or closes the folder holds it for as long as that takes. The byte behind it stands for part
0, and so on. The file stays empty, since bytes beyond the end of a file can be held, and a hold ends with its process.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as File

from dualtrack.errors import OutputError
from dualtrack.files.durable import ANYBODY, BUSY, HELD

DOOR, FIRST = 0, 1
"""The byte of the door, and that of part 0."""
PATIENCE, BETWEEN = 120.0, 0.05
"""Seconds that a process waits for the door, and between two tries."""


@dataclass(frozen=True, slots=True)
class PartHold:
    """The file, open, and its folder."""

    handle: int
    folder: File

    @contextmanager
    def door(self) -> Iterator[None]:
        """Keep others from entering and closing; raises `OutputError` where nobody leaves the door for two minutes."""
        until = time.monotonic() + PATIENCE
        while not _taken(self.handle, DOOR, 1):
            if time.monotonic() > until:
                raise OutputError(BUSY, where=str(self.folder), fix="wait for it, or name another folder")
            time.sleep(BETWEEN)
        try:
            yield
        finally:
            _let_go(self.handle, DOOR, 1)

    def hold(self, parts: range) -> None:
        """Take the parts of this range until the hold ends; raises `OutputError` where another process has one of them."""
        if not _taken(self.handle, FIRST + parts.start, len(parts)):
            raise OutputError(BUSY, where=str(self.folder), fix="wait for it, or name another folder or other blocks")


@contextmanager
def part_held(file: File) -> Iterator[PartHold]:
    """A file by which this process holds parts of its folder until the end of the block.

    Nobody else may open the file in this process: closing it would end the hold.
    """
    with os.fdopen(os.open(file, HELD, ANYBODY), "ab") as handle:
        yield PartHold(handle.fileno(), file.parent)


def _taken(handle: int, first: int, count: int) -> bool:
    """Whether so many bytes from the first one are now held by this process, where the system can hold."""
    if sys.platform == "win32":
        return True
    os.lseek(handle, first, os.SEEK_SET)
    try:
        os.lockf(handle, os.F_TLOCK, count)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _let_go(handle: int, first: int, count: int) -> None:
    if sys.platform != "win32":
        os.lseek(handle, first, os.SEEK_SET)
        os.lockf(handle, os.F_ULOCK, count)
