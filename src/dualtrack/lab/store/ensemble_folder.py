"""A folder that holds a large ensemble: what was asked, a record per finished block, the results, and the failed worlds.

    explore.json       what was asked; a folder without it is not ours
    explore.lock       empty; each process that fills the folder holds the bytes of its blocks
    blocks/frame.json  the hash of explore.json and of every file of the store that holds names, axes and words
    blocks/000007.json the hash of every file of a finished block, and its failed worlds; written when all of them are on the disk
    results.zarr/      the numbers: `NAME/c/0/7/0` a saved quantity in block 7, `parameters/c/7/0` what was drawn for it, and
                       `status/c/0/7` which of its worlds finished, written last
    failures.csv       one row per failed world, when all blocks are finished
    passport.json      the list of explore.json, of the records and of failures.csv, sealed; written last

A record is a line with the SHA-256 of the rest and JSON: `files` by place in the folder, and `failures`. Nothing holds a date or
a place, and no block knows of another, so that an ensemble that was resumed, or filled by several processes, has the bytes of one
that was never stopped. No file inside is reached through a link.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, fields
from itertools import chain
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import durable
from dualtrack.files.manifest import PASSPORT
from dualtrack.lab.runs.failure import Failure
from dualtrack.lab.runs.passport import differences
from dualtrack.lab.store.plan import value_at

ASKED, HELD, BLOCKS, RESULTS, FAILURES = "explore.json", "explore.lock", "blocks", "results.zarr", "failures.csv"
FRAME = "frame"
"""The record of what is no block."""
SHOWN = 3
"""Differences named in full; the others are counted."""


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """What was finished: the hash of each of its files by place in the folder, and its failures."""

    files: Mapping[str, str]
    failures: tuple[Failure, ...] = ()


def read_record(file: File) -> BlockRecord | None:
    """A record, or None where it is missing or not whole."""
    try:
        seal, text = file.read_text(encoding="utf-8").split("\n", 1)
    except (OSError, ValueError):
        return None
    if seal != durable.digest(text.encode()):
        return None
    found = json.loads(text)
    return BlockRecord(found["files"], tuple(Failure(*row) for row in found["failures"]))


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of one plan, and the threads that serve it."""

    folder: File
    pool: ThreadPoolExecutor

    @property
    def results(self) -> File:
        """The Zarr store."""
        return self.folder / RESULTS

    def read(self, block: int | str) -> BlockRecord | None:
        """A block's record, or None where it is missing or not whole."""
        return read_record(self.folder / record_name(block))

    def faults(self, block: int | str) -> tuple[str, ...]:
        """The place of a record that is there and not whole."""
        name = record_name(block)
        return (name,) if (self.folder / name).exists() and self.read(block) is None else ()

    def mend(self, wanted: Mapping[str, bytes]) -> tuple[str, ...]:
        """Write what is missing or changed of the files that are no block; the places damaged since they were written."""
        seals = {name: durable.digest(data) for name, data in wanted.items()}
        was_whole, faults = (self.folder / record_name(FRAME)).exists(), self.faults(FRAME)
        damaged = self.damaged(BlockRecord(seals))
        for name in damaged:
            durable.put(self.folder, name, [wanted[name]])
        if damaged or self.read(FRAME) != BlockRecord(seals):
            self.finish(FRAME, BlockRecord(seals))
        return (*damaged, *faults) if was_whole else ()

    def finish(self, block: int | str, record: BlockRecord) -> None:
        """Note that a block is finished, after every name it needs has reached the disk."""
        places = {folder for name in record.files for folder in File(name).parents}
        list(self.pool.map(lambda place: durable.settle(self.folder / place), places))
        rows = list(map(astuple, record.failures))
        text = json.dumps({"files": dict(sorted(record.files.items())), "failures": rows}, ensure_ascii=False, indent=0)
        durable.put(self.folder, record_name(block), [f"{durable.digest(text.encode())}\n{text}".encode()])
        durable.settle(self.folder / BLOCKS)

    def write(self, name: str, parts: Iterable[bytes]) -> str:
        """Write one file of the results and return its hash."""
        return durable.put(self.folder, f"{RESULTS}/{name}", parts)

    def damaged(self, record: BlockRecord) -> tuple[str, ...]:
        """Files that are missing or are not what was written."""
        whole = self.pool.map(self._is_whole, record.files, record.files.values())
        return tuple(name for name, sound in zip(record.files, whole, strict=True) if not sound)

    def missing(self, blocks: int) -> tuple[int, ...]:
        """The blocks, of so many, that have no whole record."""
        here = {each.name for each in (self.folder / BLOCKS).iterdir()} if (self.folder / BLOCKS).is_dir() else set()
        absent = tuple(block for block in range(blocks) if File(record_name(block)).name not in here)
        return absent or tuple(block for block in range(blocks) if self.read(block) is None)

    def failures(self, blocks: int) -> Iterator[Failure]:
        """The failed worlds of all blocks of a finished ensemble, in their order and without reasons."""
        for block in range(blocks):
            record = self.read(block)
            assert record is not None, "only a finished ensemble is closed"
            yield from record.failures

    def close(self, failures: Iterable[Failure]) -> None:
        """Write the failed worlds of all blocks as one table."""
        heads = [field.name for field in fields(Failure)]
        durable.write(self.folder / FAILURES, chain([_lines([heads])], (_lines([astuple(row)]) for row in failures)))
        durable.settle(self.folder)

    def _is_whole(self, name: str, seal: str) -> bool:
        try:
            return durable.digest((self.folder / name).read_bytes()) == seal
        except OSError:
            return False


def record_name(block: int | str) -> str:
    """Where the record of a block, or of what is no block, lies in the folder."""
    return f"{BLOCKS}/{block:06}.json" if isinstance(block, int) else f"{BLOCKS}/{block}.json"


def enter(folder: File, *, resume: bool) -> None:
    """Make the folder if it is not there; raises `OutputError` where something is that no ensemble wrote."""
    if folder.exists() and not folder.is_dir():
        raise OutputError("there is a file where the ensemble should go", where=str(folder), fix="name another folder")
    names = {each.name for each in folder.iterdir()} if folder.exists() else set()
    if names and not names & {ASKED, HELD}:
        raise _foreign(folder, resume=resume)
    folder.mkdir(parents=True, exist_ok=True)
    durable.settle(folder.parent)
    durable.refuse_links(folder, folder / HELD)


def claim(folder: File, origin: Mapping[str, Any], *, resume: bool, whole: bool = True) -> None:
    """Begin in a folder that is held, or go on with what it holds; raises `OutputError` for something else.

    A process that fills the `whole` folder looks through it first: it is alone, so that drafts in it are nobody's. One that fills
    a part goes through no file of the others, of which there may be a million on a slow disk.
    """
    durable.refuse_links(folder, *(folder / name for name in (ASKED, HELD, BLOCKS, RESULTS, FAILURES, PASSPORT)))
    if whole:
        tidy(folder)
    if {each.name for each in folder.iterdir()} <= {HELD}:
        return
    if not (folder / ASKED).exists():
        raise _foreign(folder, resume=resume)
    if not resume:
        raise OutputError("the folder already holds an ensemble", where=str(folder), fix="resume it, or name another folder")
    check_same(folder, origin)


def asked_file(origin: Mapping[str, Any]) -> bytes:
    """What was asked, as it is kept."""
    return (json.dumps(origin, ensure_ascii=False, indent=1) + "\n").encode()


def tidy(folder: File) -> None:
    """Remove the drafts of a killed process; raises `OutputError` where a link stands among our files."""
    for part in (BLOCKS, RESULTS):
        for place, folders, files in os.walk(folder / part):
            durable.refuse_links(folder, *(File(place) / name for name in folders + files))
    durable.sweep(folder, "|".join(map(re.escape, (ASKED, FAILURES, PASSPORT))))
    durable.sweep(folder / BLOCKS, rf"\d{{6,}}\.json|{FRAME}\.json")
    for place, *_ in os.walk(folder / RESULTS):
        durable.sweep(File(place), r"\d+|zarr\.json")


def _foreign(folder: File, *, resume: bool) -> OutputError:
    if resume:
        what = f"the folder holds no ensemble that can be resumed: {ASKED} is missing or damaged"
        return OutputError(what, where=str(folder), fix="name the folder of one, or start in a new folder")
    return OutputError("there is something else where the ensemble should go", where=str(folder), fix="name another folder")


def check_same(place: File, origin: Mapping[str, Any]) -> None:
    """Raise `OutputError` for a folder that is not ours, or that holds another ensemble."""
    try:
        there = json.loads((place / ASKED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        there = None
    if not isinstance(there, dict):
        raise _foreign(place, resume=True)
    if found := differences(there, origin):
        named = [
            f"{name} is {_short(value_at(there, name))} there and {_short(value_at(origin, name))} here" for name in found[:SHOWN]
        ]
        more = [f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        raise OutputError(
            "the folder holds another ensemble: " + "; ".join([*named, *more]),
            where=str(place),
            fix="ask for the same again, or start in a new folder",
        )


def _short(value: object) -> str:
    """A value in words; of a fingerprint its first digits."""
    return f"{str(value)[:12]}..." if re.fullmatch("[0-9a-f]{64}", str(value)) else str(value)


def _lines(rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
