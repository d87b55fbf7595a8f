"""Results put into a folder file by file: made in a draft inside it, and moved when all are whole, the passport last.

    .dualtrack-1f0c2a4b5d6e7f80.part/
        draft       says whose this is
        new/        the files as they shall stand, and their passport once all of them are there

A process that dies while it fills a draft leaves one without a passport: it counts for nothing and is removed. One that dies
while it moves leaves the passport in the draft, which says what of the folder is new already: `finish` moves the rest.
Nothing that neither passport lists is ever touched.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import durable, tree
from dualtrack.files.manifest import PASSPORT, files_of, listed, read_passport, sealed, standing, text
from dualtrack.files.tree import Content, shown

NAME = re.compile(r"\.dualtrack-[0-9a-f]{16}\.part")
MARK, NEW = "draft", "new"
ABOUT = "Results on their way into this folder, left here by a run that was ended. The next run finishes or removes them.\n"
PRIVATE = 0o700
ASIDE = "move it out of the folder, or name another folder with -o"
NAMED = 3
"""Files that are named in full; the others are counted."""


def new_draft(folder: File) -> File:
    """An empty draft inside a folder, under a name that nobody can prepare."""
    draft = folder / f".dualtrack-{secrets.token_hex(8)}{durable.DRAFT}"
    draft.mkdir(mode=PRIVATE)
    (draft / MARK).write_text(ABOUT, encoding="utf-8")
    return draft


def drafts(folder: File) -> tuple[File, ...]:
    """The drafts that runs have left in a folder."""
    return tuple(sorted(place for place in folder.iterdir() if NAME.fullmatch(place.name) and _is_draft(place)))


def is_ready(draft: File) -> bool:
    """Whether all files of a draft are whole, and only their moving is left."""
    return tree.kind_of(draft / NEW / PASSPORT) == tree.PLAIN


def fill_draft(draft: File, fill: Callable[[File], None], origin: Mapping[str, Any]) -> None:
    """Let `fill` write every file into a new folder of the draft, then list and seal them; all of it reaches the disk."""
    new = draft / NEW
    fill(new)
    durable.settle_tree(draft)
    durable.write(new / PASSPORT, [text(sealed(origin, listed(new))).encode()])
    durable.settle(new)


def finish(folder: File, draft: File) -> None:
    """Move what a draft holds into the folder, if it is ready, and remove it.

    Raises `OutputError` and touches nothing where that would replace or remove a file that no passport lists.
    """
    if is_ready(draft):
        new = draft / NEW
        wanted, before = files_of(read_passport(new)), known_files(folder)
        refuse_changed(folder, before, wanted)
        _remove(folder, [name for name in before if name not in wanted])
        _move(folder, new, wanted)
        (new / PASSPORT).replace(folder / PASSPORT)
        durable.settle(folder)
    shutil.rmtree(draft)


def known_files(folder: File) -> dict[str, Content]:
    """What the folder's passport lists; nothing where it has none. Raises `OutputError` for one that was changed."""
    return files_of(read_passport(folder)) if tree.kind_of(folder / PASSPORT) else {}


def refuse_changed(folder: File, before: Mapping[str, Content], wanted: Mapping[str, Content]) -> None:
    """Raise `OutputError` where a file was changed since it was listed, or another's stands where a new one should go."""
    changed = standing(folder, before, others=wanted).changed
    if changed:
        raise OutputError(
            f"changed since this program wrote it: {_some(changed)}",
            where=str(folder),
            fix=ASIDE,
        )
    fresh = {name: content for name, content in wanted.items() if name not in before}
    if taken := standing(folder, fresh).changed:
        raise OutputError(
            f"not written by this program, and in the way of its results: {_some(taken)}",
            where=str(folder),
            fix=ASIDE,
        )


def _some(names: Mapping[str, str]) -> str:
    """A few names with what stands there now."""
    said = [f"{shown(name)} ({now})" for name, now in list(names.items())[:NAMED]]
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join([*said, *more])


def _move(folder: File, new: File, names: Iterable[str]) -> None:
    """Move the files that are not there yet, and make their names last."""
    places = {folder}
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (new / name).exists():
            (new / name).replace(folder / name)
        places |= {folder / above for above in File(name).parents}
    for place in places:
        durable.settle(place)


def _remove(folder: File, names: Iterable[str]) -> None:
    """Remove files, and the folders that they leave empty."""
    left = set()
    for name in names:
        (folder / name).unlink(missing_ok=True)
        left |= {above for above in File(name).parents if above.parts}
    for above in sorted(left, key=lambda place: len(place.parts), reverse=True):
        if (folder / above).is_dir() and not any((folder / above).iterdir()):
            (folder / above).rmdir()


def _is_draft(place: File) -> bool:
    try:
        return place.is_dir() and not place.is_symlink() and (place / MARK).read_text(encoding="utf-8") == ABOUT
    except (OSError, ValueError):
        return False
