"""Generated pages beside what is written: which differ, and the writing of those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path as File

from dualtrack.app.output.output_file import output_file
from dualtrack.errors import OutputError
from dualtrack.files import tree
from dualtrack.files.user_file import LARGE, read_text, reason, remedy
from dualtrack.targets.print.book import NOTICE


def stale_pages(folder: File, pages: Mapping[str, str]) -> list[str]:
    """Names of pages that are missing, differ, or were generated once and are no longer; sorted."""
    written = _written(folder, pages)
    left_over = [name for name in written if name not in pages]
    return sorted([name for name, text in pages.items() if written.get(name) != text] + left_over)


def write_pages(folder: File, pages: Mapping[str, str], changed: Sequence[str], replace: bool = False) -> None:
    """Write the pages that changed, and remove generated ones that have no sector left.

    Raises `OutputError` before any is written where one would replace a page of a person, unless `replace`.
    """
    for name, text in _written(folder, pages).items():
        if name in changed and not (replace or text.startswith(NOTICE)):
            raise OutputError(
                "there is a page that this program did not write",
                where=str(folder / name),
                fix="name another folder with -o, or replace the page with --replace",
            )
    targets = {name: output_file(folder / name, replace=True) for name in changed}
    for name in changed:
        if name in pages:
            targets[name].write(pages[name].encode())
        else:
            (folder / name).unlink()


def _written(folder: File, pages: Mapping[str, str]) -> dict[str, str]:
    """The texts of the pages that are there, and of those beside them that were generated."""
    try:
        names = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
        found = [name for name in names if name in pages or (name.endswith(".md") and _is_generated(folder / name))]
    except OSError as error:
        raise OutputError(f"the pages cannot be read: {reason(error)}", where=str(folder), fix=remedy(error)) from None
    return {name: read_text(folder / name, "page", OutputError, LARGE) for name in found}


def _is_generated(file: File) -> bool:
    """Whether a plain file says that it was generated."""
    if tree.kind_of(file) != tree.PLAIN:
        return False
    with file.open("rb") as stream:
        return stream.read(len(NOTICE)) == NOTICE.encode()
