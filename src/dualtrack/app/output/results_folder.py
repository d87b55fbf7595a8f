"""A folder of results: tried before the work, held during it, and filled file by file, so that a user's own files stay."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files import swap, tree
from dualtrack.files.hold import HOLD, held
from dualtrack.files.manifest import KIND, PASSPORT, read_passport
from dualtrack.files.tree import Content, items, shown
from dualtrack.files.user_file import reason, remedy

REPORT = "report"
"""What a passport calls the work that wrote the folder."""
ELSEWHERE = "name another folder with -o"
MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Results:
    """A folder that this process holds, and the draft in it."""

    folder: File
    draft: File

    def write(self, fill: Callable[[File], None], origin: Mapping[str, Any]) -> None:
        """Fill a folder that nobody sees and move its files into place, under a passport that lists them.

        An interruption while files are moved waits until they are; every other failure leaves the files of before.
        """
        try:
            swap.fill_draft(self.draft, fill, {KIND: REPORT, **origin})
            try:
                swap.finish(self.folder, self.draft)
            except KeyboardInterrupt:
                swap.finish(self.folder, self.draft)
        except OSError as error:
            raise _unwritable(error, self.folder) from None


@contextmanager
def results_folder(output: File, names: Iterable[str], needed: float = 0.0) -> Iterator[Results]:
    """Hold a folder for results from before the work until they are in it; a link that leads to a folder is followed.

    `names` are the files and folders that will be written at its top, `needed` the bytes that they may take. Raises
    `OutputError` where results cannot go, or would replace what this program did not write.
    """
    place = place_of(output)
    with ExitStack() as stack:
        try:
            stack.enter_context(_made(place))
            stack.enter_context(held(place))
            draft = stack.enter_context(_draft(place))
            _check_free(place, names)
            check_room(place, needed)
        except OSError as error:
            raise _unwritable(error, place) from None
        yield Results(place, draft)


def place_of(path: File) -> File:
    """The full path of an output, with `~` and links followed; raises `OutputError` where a link leads in a circle."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise OutputError(f"the place cannot be found: {error}", where=str(path), fix="check the path") from None


def check_room(place: File, needed: float) -> None:
    """Raise `OutputError` where a disk has fewer bytes left than a result may take."""
    free = shutil.disk_usage(place).free
    if needed > free:
        raise OutputError(
            f"the results may take {needed / MEGABYTE:,.0f} MB and the disk has {free / MEGABYTE:,.0f} MB left",
            where=str(place),
            fix="ask for fewer worlds, make room, or name a folder on another disk with -o",
        )


@contextmanager
def _made(place: File) -> Iterator[None]:
    """A folder, and those above it; new ones in which nothing was put are removed again."""
    if place.exists() and not place.is_dir():
        raise OutputError("there is a file where the results should go", where=str(place), fix=ELSEWHERE)
    new = [each for each in (place, *place.parents) if not each.exists()]
    try:
        place.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        for folder in new:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


@contextmanager
def _draft(place: File) -> Iterator[File]:
    """A draft in a folder, after what earlier runs left was finished or removed; one that is ready stays until it is in place."""
    _check_ours(place)
    for left in swap.drafts(place):
        swap.finish(place, left)
    draft = swap.new_draft(place)
    try:
        yield draft
    finally:
        if draft.exists() and not swap.is_ready(draft):
            shutil.rmtree(draft)


def _check_ours(place: File) -> None:
    """Refuse a folder that another filled, unless a run that was ended while it filled the folder left it so."""
    drafts = swap.drafts(place)
    if tree.kind_of(place / PASSPORT):
        if read_passport(place).get(KIND) != REPORT:
            raise OutputError("the folder holds something else than a report", where=str(place), fix=ELSEWHERE)
    elif not any(map(swap.is_ready, drafts)):
        known = {HOLD, *(draft.name for draft in drafts)}
        if foreign := sorted(each.name for each in place.iterdir() if each.name not in known):
            raise OutputError(
                f"the folder holds something that this program did not write: {shown(foreign[0])}",
                where=str(place),
                fix=f"{ELSEWHERE}, such as -o {shown(str(place / 'results'))}",
            )


def _check_free(place: File, names: Iterable[str]) -> None:
    """Refuse a folder whose listed files were changed, or in which something of another bears a name that will be written."""
    known: Mapping[str, Content] = swap.known_files(place)
    swap.refuse_changed(place, known, {})
    for name in names:
        kind = tree.kind_of(place / name)
        is_ours = any(each == name or each.startswith(f"{name}/") for each in known)
        if kind and not is_ours and (kind != tree.FOLDER or any(True for _ in items(place / name))):
            raise OutputError(
                f"{kind} that this program did not write is in the way of the results: {name}", where=str(place), fix=swap.ASIDE
            )


def _unwritable(error: OSError, place: File) -> OutputError:
    return OutputError(f"the results cannot be written: {reason(error)}", where=str(error.filename or place), fix=remedy(error))
