"""A folder that holds a large ensemble: what was asked, a record per finished block, the results, and the failed worlds.

    explore.json       what was asked; a folder without it is not ours
    explore.lock       empty, and held by the process that fills the folder
    blocks/000007.json the hash of every chunk of a finished block, and its failures; written when all of them are on the disk
    results.zarr/      the numbers
    failures.csv       one row per failed world, when all blocks are finished

Nothing holds a date or a place, so a resumed ensemble has the bytes of one that was never stopped.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, fields
from itertools import chain
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import durable
from dualtrack.lab.blank_store import write_blank
from dualtrack.lab.failure import Failure
from dualtrack.lab.passport import differences
from dualtrack.lab.plan import Plan, value_at
from dualtrack.language.model import Model

ASKED, HELD, BLOCKS, RESULTS, FAILURES = "explore.json", "explore.lock", "blocks", "results.zarr", "failures.csv"
SHOWN = 3
"""Differences named in full; the others are counted."""


@dataclass(frozen=True, slots=True)
class Record:
    """A finished block: the hash of each of its chunks by place in the store, and its failures."""

    chunks: Mapping[str, str]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of one plan, and the threads that serve it."""

    folder: File
    pool: ThreadPoolExecutor

    @property
    def results(self) -> File:
        """The Zarr store."""
        return self.folder / RESULTS

    def read(self, block: int) -> Record | None:
        """A block's record, or None where it is missing or not whole."""
        try:
            seal, text = self._record(block).read_text(encoding="utf-8").split("\n", 1)
        except (OSError, ValueError):
            return None
        if seal != durable.digest(text.encode()):
            return None
        found = json.loads(text)
        return Record(found["chunks"], tuple(Failure(*row) for row in found["failures"]))

    def faults(self, block: int) -> tuple[str, ...]:
        """The place of a record that is there and not whole."""
        place = self._record(block)
        return (str(place.relative_to(self.folder)),) if place.exists() else ()

    def finish(self, block: int, record: Record) -> None:
        """Note that a block is finished, after every name it needs has reached the disk."""
        places = {folder for chunk in record.chunks for folder in File(chunk).parents}
        list(self.pool.map(lambda place: durable.settle(self.results / place), places))
        rows = list(map(astuple, record.failures))
        text = json.dumps({"chunks": dict(sorted(record.chunks.items())), "failures": rows}, ensure_ascii=False, indent=0)
        durable.write(self._record(block), [f"{durable.digest(text.encode())}\n{text}".encode()])
        durable.settle(self.folder / BLOCKS)

    def write(self, chunk: str, data: bytes) -> str:
        """Write one chunk and return its hash."""
        place = self.results / chunk
        place.parent.mkdir(parents=True, exist_ok=True)
        durable.write(place, [data])
        return durable.digest(data)

    def damaged(self, record: Record) -> tuple[str, ...]:
        """Chunks of a finished block that are missing or are not what was written."""
        whole = self.pool.map(self._is_whole, record.chunks, record.chunks.values())
        return tuple(f"{RESULTS}/{chunk}" for chunk, sound in zip(record.chunks, whole, strict=True) if not sound)

    def close(self, blocks: int) -> None:
        """Write the failed worlds of all blocks as one table."""
        heads = [field.name for field in fields(Failure)]
        durable.write(self.folder / FAILURES, chain([_lines([heads])], map(self._failures, range(blocks))))
        durable.settle(self.folder)

    def _failures(self, block: int) -> bytes:
        record = self.read(block)
        assert record is not None, "only a finished ensemble is closed"
        return _lines(map(astuple, record.failures))

    def _is_whole(self, chunk: str, seal: str) -> bool:
        try:
            return durable.digest((self.results / chunk).read_bytes()) == seal
        except OSError:
            return False

    def _record(self, block: int) -> File:
        return self.folder / BLOCKS / f"{block:06}.json"


def is_empty(folder: File) -> bool:
    """Whether nothing stands in the way of a new folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def begin(folder: File, model: Model, plan: Plan, origin: Mapping[str, Any]) -> None:
    """Put a folder without numbers in place, whole or not at all; raises `OutputError` where something is already."""
    if (folder / ASKED).exists():
        raise OutputError("the folder already holds an ensemble", where=str(folder), fix="resume it, or name another folder")
    if not is_empty(folder):
        raise OutputError("there is something else where the ensemble should go", where=str(folder), fix="name another folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = _blank_beside(folder, model, plan, origin)
    if folder.exists():
        folder.rmdir()
    draft.rename(folder)
    durable.settle(folder.parent)


def mend(folder: File, model: Model, plan: Plan, origin: Mapping[str, Any]) -> tuple[str, ...]:
    """Put back what is missing or changed of a folder without its numbers; the places that were."""
    draft = _blank_beside(folder, model, plan, origin)
    wanted = {str(file.relative_to(draft)): file.read_bytes() for file in draft.rglob("*") if file.is_file()}
    shutil.rmtree(draft)
    mended = sorted(
        name for name, data in wanted.items() if not ((folder / name).is_file() and (folder / name).read_bytes() == data)
    )
    for name in mended:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        durable.write(folder / name, [wanted[name]])
    (folder / BLOCKS).mkdir(exist_ok=True)
    if mended:
        durable.settle_tree(folder)
    return tuple(mended)


def _blank_beside(place: File, model: Model, plan: Plan, origin: Mapping[str, Any]) -> File:
    """A folder without numbers under a name of its own; what a killed process left there is removed."""
    draft = place.with_name(f".{place.name}{durable.DRAFT}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        (draft / BLOCKS).mkdir(parents=True)
        write_blank(draft / RESULTS, model, plan, origin)
        (draft / ASKED).write_text(json.dumps(origin, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        durable.settle_tree(draft)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return draft


def check_same(place: File, origin: Mapping[str, Any]) -> None:
    """Raise `OutputError` for a folder that is not ours, or that holds another ensemble."""
    try:
        there = json.loads((place / ASKED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        there = None
    if not isinstance(there, dict):
        raise OutputError(
            f"the folder holds no ensemble that can be resumed: {ASKED} is missing or damaged",
            where=str(place),
            fix="name the folder of one, or start in a new folder",
        )
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
