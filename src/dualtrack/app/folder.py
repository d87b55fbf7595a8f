"""A folder of results that is whole or absent: written beside its place, then moved there in one step."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path as File

from dualtrack.errors import OutputError

MARK = "passport.json"
"""The file by which a folder is known as ours."""


def check_place(folder: File) -> File:
    """The folder's full path; raises `OutputError` where results cannot go, before anything is computed."""
    place = folder.expanduser().resolve()
    if place == File.cwd() or place in File.cwd().parents:
        raise OutputError("the results would replace the folder you stand in", where=str(place), fix="name a new folder with -o")
    if place.exists() and not place.is_dir():
        raise OutputError("there is a file where the results should go", where=str(place), fix="name another folder with -o")
    if place.is_dir() and not is_ours(place) and any(place.iterdir()):
        raise OutputError(
            "the folder holds something that this program did not write",
            where=str(place),
            fix="empty it, or name another with -o",
        )
    above = next(each for each in place.parents if each.exists())
    if not (above.is_dir() and os.access(above, os.W_OK | os.X_OK)):
        raise OutputError("the folder cannot be written", where=str(above), fix="name a folder in a place you may write to")
    return place


def is_ours(folder: File) -> bool:
    """Whether this program wrote the folder: its passport says so."""
    try:
        return "dualtrack" in json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def write_whole(folder: File, fill: Callable[[File], None]) -> None:
    """Fill a folder that nobody sees, then put it in place; on any failure the old one stands."""
    place = check_place(folder)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unseen = File(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        try:
            fill(unseen / "new")
            _swap(unseen, place)
        finally:
            shutil.rmtree(unseen, ignore_errors=True)
    except OSError as error:
        raise OutputError(
            f"the results cannot be written: {error.strerror}", where=str(place), fix="make room, or name another folder with -o"
        ) from None


def write_file(file: File, text: str | bytes) -> None:
    """One file, whole or absent."""
    data = text.encode() if isinstance(text, str) else text
    unseen = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            unseen.write_bytes(data)
            unseen.replace(file)
        finally:
            unseen.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"the file cannot be written: {error.strerror}", where=str(file), fix="name another place") from None


def _swap(unseen: File, place: File) -> None:
    if place.exists():
        place.rename(unseen / "old")
    try:
        (unseen / "new").rename(place)
    except OSError:
        if (unseen / "old").exists():
            (unseen / "old").rename(place)
        raise
