"""One file of output: tried before the work, whole or absent, and never in place of a file that this program did not write.

Text that this program writes ends in a seal, a comment with a hash of what stands above it. A file whose seal holds is replaced;
any other is kept unless the user says `--replace`, for it may be a person's work, or a page that a person has gone on with.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path as File

from dualtrack.app.output.results_folder import place_of
from dualtrack.errors import OutputError
from dualtrack.files import durable, tree
from dualtrack.files.user_file import KINDS, reason, remedy

SEAL = re.compile(rb"<!-- written by dualtrack, ([0-9a-f]{64}) -->\n\Z")
SEAL_BYTES = len("<!-- written by dualtrack,  -->\n") + 64
LARGEST = 1 << 26
"""Bytes of a file that is read to see whose it is; every page is smaller."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A place for one file, links followed, and whether to replace what stands there."""

    place: File
    replace: bool

    def write(self, data: str | bytes) -> int:
        """Write the file and return its size in bytes; raises `OutputError` where that fails, or another's file stands there."""
        whole = sealed(data) if isinstance(data, str) else data
        _check(self.place, self.replace)
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            durable.write(self.place, [whole])
            durable.settle(self.place.parent)
        except OSError as error:
            raise _unwritable(error, self.place) from None
        return len(whole)


def output_file(file: File, replace: bool = False) -> OutputFile:
    """A place that a file can be written to, tried by a draft that is removed again.

    Raises `OutputError` for a folder, a device or a pipe, for a file that this program did not write unless `replace`, and for a
    place that cannot be written.
    """
    place = place_of(file)
    _check(place, replace)
    try:
        above = next(each for each in place.parents if each.exists())
        draft = above / durable.draft_name(place.name)
        os.close(os.open(draft, durable.NEW, durable.ANYBODY))
        draft.unlink()
    except OSError as error:
        raise _unwritable(error, place) from None
    return OutputFile(place, replace)


def sealed(text: str) -> bytes:
    """A text with its seal below; the comment is one in HTML, XML and Markdown alike."""
    above = (text if text.endswith("\n") else f"{text}\n").encode()
    return above + f"<!-- written by dualtrack, {durable.digest(above)} -->\n".encode()


def is_ours(data: bytes) -> bool:
    """Whether this program wrote a text, and nobody has changed it since."""
    found = SEAL.search(data[-SEAL_BYTES:])
    return found is not None and found[1].decode() == durable.digest(data[:-SEAL_BYTES])


def _check(place: File, replace: bool) -> None:
    try:
        about = place.stat() if tree.kind_of(place) else None
        if about is None:
            return
        if not stat.S_ISREG(about.st_mode):
            kind = next((name for is_kind, name in KINDS.items() if is_kind(about.st_mode)), "no plain file")
            raise OutputError(f"there is {kind} where the file should go", where=str(place), fix="name another file")
        if replace or (about.st_size <= LARGEST and is_ours(place.read_bytes())):
            return
    except OSError as error:
        raise _unwritable(error, place) from None
    raise OutputError(
        "there is a file that this program did not write, or that was changed since",
        where=str(place),
        fix="name another file, or replace it with --replace",
    )


def _unwritable(error: OSError, place: File) -> OutputError:
    return OutputError(f"the file cannot be written: {reason(error)}", where=str(place), fix=remedy(error))
