"""The passport of a folder: the list of its files, sealed, so that what this program wrote can be told from what it did not.

A folder is whole when its passport carries its own seal and every file of the list holds what it held when it was written.
Beside the list stand the origin of the numbers and the command as it was typed. The fingerprint covers all but the command,
so that whoever computes the same in another place may quote the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path as File
from pathlib import PurePosixPath
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import tree, user_file
from dualtrack.files.tree import Content, content_of, items

PASSPORT = "passport.json"
KIND, FILES, COMMAND, SEAL = "kind", "files", "command", "seal"
"""Entries: what work wrote the folder, its files, the command as typed, and the seal over all the others."""
CHANGED = f"{PASSPORT} was changed or damaged"
ANEW = "compute the results again into a new folder"
LARGEST = 1 << 28
"""Bytes of a passport; it lists every file of a folder."""
MISSING = "missing"

Passport = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FolderState:
    """What became of a folder's files since they were listed; `changed` and `added` say what stands there now."""

    missing: tuple[str, ...]
    changed: Mapping[str, str]
    added: Mapping[str, str]

    @property
    def is_whole(self) -> bool:
        """Whether everything listed is there, as it was."""
        return not (self.missing or self.changed)


def sealed(origin: Mapping[str, Any], files: Mapping[str, Content]) -> dict[str, Any]:
    """An origin with the list of the files that rest on it, and the seal over both."""
    content = {**origin, FILES: {name: asdict(files[name]) for name in sorted(files)}}
    return {**content, SEAL: _hash(content)}


def text(passport: Passport) -> str:
    """The only form in which a passport is whole."""
    return json.dumps(passport, ensure_ascii=False, indent=1) + "\n"


def fingerprint(passport: Passport) -> str:
    """One hash of the whole folder: of every listed file and of the origin, whatever the command was."""
    return _hash({key: value for key, value in passport.items() if key not in (COMMAND, SEAL)})


def is_damaged(folder: File) -> bool:
    """Whether a folder has a passport that was changed since it was written, as one of an earlier version was not."""
    try:
        read_passport(folder)
    except OutputError as error:
        return error.what == CHANGED
    return False


def read_passport(folder: File) -> dict[str, Any]:
    """A folder's passport; raises `OutputError` where there is none, or where it is not as it was written."""
    file = folder / PASSPORT
    if not (kind := tree.kind_of(file)):
        raise OutputError(f"the folder has no {PASSPORT}", where=str(folder), fix="name a folder that this program wrote")
    damage = OutputError(CHANGED, where=str(file), fix=f"put it back as it was written, or {ANEW}")
    if kind != tree.PLAIN:
        raise damage
    data = user_file.read_bytes(file, "passport", OutputError, LARGEST)
    try:
        found: Any = json.loads(data)
        if not (isinstance(found, dict) and text(found).encode() == data):
            raise damage
    except (ValueError, RecursionError):
        raise damage from None
    if not {KIND, FILES, SEAL} & found.keys():
        raise OutputError(
            "the folder was written by an earlier version, which kept no list of its files", where=str(file), fix=ANEW
        )
    if found.get(SEAL) != _hash({key: value for key, value in found.items() if key != SEAL}) or not is_list(found.get(FILES)):
        raise damage
    passport: dict[str, Any] = found
    return passport


def files_of(passport: Passport) -> dict[str, Content]:
    """The listed files by their place in the folder."""
    return {name: Content(entry["bytes"], entry["sha256"]) for name, entry in passport[FILES].items()}


def listed(folder: File) -> dict[str, Content]:
    """Every file below a folder that holds nothing but plain files."""
    return {item.name: content_of(folder / item.name) for item in items(folder)}


def standing(folder: File, files: Mapping[str, Content], *, others: Mapping[str, Content] | None = None) -> FolderState:
    """The files of a folder held beside a list; content that `others` has under the same name counts as well."""
    found = {name: now for name in files if (now := _now(folder, name, files, others or {}))}
    known = {*files, *(others or {}), PASSPORT}
    return FolderState(
        missing=tuple(name for name, now in found.items() if now == MISSING),
        changed={name: now for name, now in found.items() if now != MISSING},
        added={item.name: item.kind for item in items(folder) if item.name not in known},
    )


def _now(folder: File, name: str, files: Mapping[str, Content], others: Mapping[str, Content]) -> str:
    """What stands where a file was listed, in words; the empty string if it is that file."""
    if link := tree.link_above(folder, name):
        return tree.LINK if link == name else f"behind a link, {link}"
    kind = tree.kind_of(folder / name)
    if kind != tree.PLAIN:
        return kind or MISSING
    try:
        found = content_of(folder / name)
    except OSError as error:
        return f"a file that cannot be read: {user_file.reason(error)}"
    return "" if found.sha256 in {each[name].sha256 for each in (files, others) if name in each} else "other content"


def is_list(files: object) -> bool:
    """Whether this is a list of files whose names lead nowhere but below the folder."""
    return isinstance(files, dict) and all(
        _is_below(name) and isinstance(entry, dict) and entry.keys() == {"bytes", "sha256"} for name, entry in files.items()
    )


def _is_below(name: str) -> bool:
    place = PurePosixPath(name)
    return not place.is_absolute() and ".." not in place.parts and str(place) == name and not set("\\:\0") & set(name)


def _hash(content: Passport) -> str:
    return hashlib.sha256(text(content).encode()).hexdigest()
