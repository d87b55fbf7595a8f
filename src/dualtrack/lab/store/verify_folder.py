"""Is a folder of results as it was written? Every file held beside the passport, and beside the records of a large ensemble."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import tree
from dualtrack.files.durable import DRAFT
from dualtrack.files.hold import HOLD
from dualtrack.files.manifest import (
    KIND,
    PASSPORT,
    files_of,
    fingerprint,
    is_damaged,
    is_list,
    read_passport,
    standing,
)
from dualtrack.files.tree import Content
from dualtrack.files.user_file import read_bytes
from dualtrack.lab.store.block_range import ranges_of
from dualtrack.lab.store.closing import EXPLORE
from dualtrack.lab.store.ensemble_folder import ASKED, BLOCKS, FAILURES, FRAME, HELD, RESULTS, read_record, record_name

ON_THE_WAY = re.compile(rf"\.[^/]*[.-][0-9a-f]{{16}}{re.escape(DRAFT)}(/.*)?|{re.escape(HOLD)}")
"""Names that stand in a folder only while something is written there."""
BROKEN = "other content"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a folder was found to be.

    Where the passport itself was changed, its list tells nothing: only it is named, and what the records of an ensemble show.
    `files` are those that were written, `changed` and `added` say what stands there now, `on_the_way` are drafts of a run that
    goes on or was killed, `loose` files of blocks without a whole record; `blocks` counts the finished ones and all, of an
    ensemble that is not finished, and `absent` are the ranges of those that are not. The fingerprint is empty unless the folder
    is whole.
    """

    folder: File
    kind: str
    files: int
    missing: tuple[str, ...]
    changed: Mapping[str, str]
    added: Mapping[str, str]
    on_the_way: tuple[str, ...]
    loose: tuple[str, ...]
    blocks: tuple[int, int] | None
    absent: tuple[str, ...]
    fingerprint: str

    @property
    def is_whole(self) -> bool:
        """Whether everything that was written is there, as it was, and nothing of it is still to come."""
        return not (self.missing or self.changed or self.blocks)


def verify(folder: File) -> Verified:
    """Hold a folder beside what its passport and records say; reads every file once, piece by piece, and follows no link in it.

    Raises `OutputError` for a folder that no passport and no ensemble is in.
    """
    if not folder.is_dir():
        raise OutputError("there is no such folder", where=str(folder), fix="name a folder that this program wrote")
    passport, is_sealed = _passport(folder)
    kind = str(passport.get(KIND) or (EXPLORE if tree.kind_of(folder / ASKED) else ""))
    blocks = _unfinished(folder) if kind == EXPLORE and not passport else None
    listed = files_of(passport) if passport else {}
    recorded, broken = _recorded(folder) if kind == EXPLORE else ({}, {})
    found = standing(folder, {**recorded, **listed})
    changed = {**({} if is_sealed else {PASSPORT: BROKEN}), **broken, **found.changed}
    missing = (*found.missing, *([PASSPORT] if not (passport or blocks) and is_sealed else []))
    by_use = _by_use(found.added, kind)
    is_whole = not (missing or changed or blocks)
    return Verified(
        folder=folder,
        kind=kind,
        files=len({**recorded, **listed}) + 1,
        missing=missing,
        changed=dict(sorted(changed.items())),
        added=by_use["added"] if is_sealed else {},
        on_the_way=tuple(by_use["on the way"]),
        loose=tuple(by_use["loose"]),
        blocks=None if blocks is None else (len(blocks[0]), blocks[1]),
        absent=() if blocks is None else ranges_of(block for block in range(blocks[1]) if record_name(block) not in blocks[0]),
        fingerprint=fingerprint(passport) if is_whole else "",
    )


def recorded_files(folder: File) -> dict[str, Content]:
    """Every file that a whole record of an ensemble lists, and the records themselves; nothing for another folder."""
    return _recorded(folder)[0]


def _passport(folder: File) -> tuple[dict[str, Any], bool]:
    """The passport, empty where an ensemble has none, and whether it is as it was written; nothing of another is believed."""
    if not tree.kind_of(folder / PASSPORT) and tree.kind_of(folder / ASKED):
        return {}, True
    return ({}, False) if is_damaged(folder) else (read_passport(folder), True)


def _unfinished(folder: File) -> tuple[set[str], int] | None:
    """The records of finished blocks of an ensemble without a passport, and how many there are; None if only that lacks."""
    done = {name for name in _records(folder) if name != record_name(FRAME) and _listed(folder / name) is not None}
    try:
        worlds = json.loads(read_bytes(folder / ASKED, "plan", OutputError))["worlds"]
        every = -(-int(worlds["count"]) // int(worlds["block"]))
    except (ValueError, KeyError, TypeError, ZeroDivisionError, RecursionError, OutputError):
        return done, 0
    return None if len(done) == every and tree.kind_of(folder / FAILURES) else (done, every)


def _records(folder: File) -> list[str]:
    """The records that stand in a folder."""
    if tree.kind_of(folder / BLOCKS) != tree.FOLDER:
        return []
    names = sorted(each.name for each in (folder / BLOCKS).iterdir())
    return [f"{BLOCKS}/{name}" for name in names if re.fullmatch(rf"(\d{{6,}}|{FRAME})\.json", name)]


def _recorded(folder: File) -> tuple[dict[str, Content], dict[str, str]]:
    """Every file that a whole record lists, the records themselves, and records that are not whole."""
    files: dict[str, Content] = {}
    broken: dict[str, str] = {}
    for name in _records(folder):
        listed = _listed(folder / name)
        if listed is None:
            broken[name] = BROKEN
        else:
            files |= {**listed, name: tree.content_of(folder / name)}
    return files, broken


def _listed(file: File) -> dict[str, Content] | None:
    """What a record lists; None where it is not whole, or leads out of the folder."""
    try:
        record = read_record(file) if tree.kind_of(file) == tree.PLAIN else None
        seals = {} if record is None else dict(record.files)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    is_below = is_list({name: {"bytes": 0, "sha256": seal} for name, seal in seals.items()})
    return {name: Content(0, seal) for name, seal in seals.items()} if record is not None and is_below else None


def _by_use(added: Mapping[str, str], kind: str) -> dict[str, dict[str, str]]:
    """What no list names: drafts, files of blocks whose record is not there, and what somebody added."""
    found: dict[str, dict[str, str]] = {"on the way": {}, "loose": {}, "added": {}}
    ours = (HELD, FAILURES) if kind == EXPLORE else ()
    for name, what in added.items():
        if name in ours:
            continue
        is_draft = any(ON_THE_WAY.fullmatch(part) for part in name.split("/"))
        is_loose = kind == EXPLORE and name.startswith((f"{RESULTS}/", f"{BLOCKS}/"))
        found["on the way" if is_draft else "loose" if is_loose else "added"][tree.shown(name)] = what
    return found
