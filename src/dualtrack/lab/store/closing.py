"""The passport of a finished ensemble: the list of its small files and of its records, which list every other file in turn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import durable, tree
from dualtrack.files.manifest import KIND, PASSPORT, files_of, fingerprint, read_passport, sealed, standing, text
from dualtrack.files.tree import Content, content_of
from dualtrack.lab.store.ensemble_folder import ASKED, FAILURES, FRAME, HELD, record_name

EXPLORE = "explore"
"""What the passport calls the work that wrote the folder."""
EMPTY = Content(0, hashlib.sha256(b"").hexdigest())
AGAIN = "move it out of the folder, then resume: it is written again"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a caller wants kept with an ensemble: small files by place in the folder, and entries of its passport."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    entries: Mapping[str, Any] = field(default_factory=dict)


def check_closed(folder: File, blocks: int) -> None:
    """Raise `OutputError` where the passport or the table of failures is not what was written, and would be written over."""
    listed: dict[str, Content] = {}
    if tree.kind_of(folder / PASSPORT):
        passport = _passport(folder)
        if passport.get(KIND) != EXPLORE:
            raise OutputError(f"{PASSPORT} belongs to something else", where=str(folder / PASSPORT), fix=AGAIN)
        listed = {name: content for name, content in files_of(passport).items() if name == FAILURES}
    is_closing = all(tree.kind_of(folder / record_name(block)) for block in range(blocks))
    if standing(folder, listed).changed or (tree.kind_of(folder / FAILURES) and not (listed or is_closing)):
        raise OutputError(f"{FAILURES} is not as it was written", where=str(folder / FAILURES), fix=AGAIN)


def _passport(folder: File) -> dict[str, Any]:
    try:
        return read_passport(folder)
    except OutputError as error:
        raise OutputError(error.what, where=error.where, fix=AGAIN) from None


def close(folder: File, origin: Mapping[str, Any], entries: Mapping[str, Any], blocks: int) -> None:
    """Write the passport of a finished ensemble, unless it is there; another command that gave the same leaves it."""
    names = [ASKED, FAILURES, record_name(FRAME), *map(record_name, range(blocks))]
    files = {HELD: EMPTY, **{name: content_of(folder / name) for name in names}}
    passport = sealed({KIND: EXPLORE, **origin, **entries}, files)
    if tree.kind_of(folder / PASSPORT) and fingerprint(read_passport(folder)) == fingerprint(passport):
        return
    durable.write(folder / PASSPORT, [text(passport).encode()])
    durable.settle(folder)
