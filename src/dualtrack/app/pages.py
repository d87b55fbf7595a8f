"""Generated pages beside what is written: which differ, and the writing of those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path as File

from dualtrack.app.folder import write_file
from dualtrack.errors import OutputError
from dualtrack.targets.book import NOTICE


def stale_pages(folder: File, pages: Mapping[str, str]) -> list[str]:
    """Names of pages that are missing, differ, or were generated once and are no longer; sorted."""
    try:
        written = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"the pages cannot be read: {error}", where=str(folder), fix="check the folder") from None
    left_over = [name for name, text in written.items() if name not in pages and text.startswith(NOTICE)]
    return sorted([name for name, text in pages.items() if written.get(name) != text] + left_over)


def write_pages(folder: File, pages: Mapping[str, str], changed: Sequence[str]) -> None:
    """Write the pages that changed, and remove generated ones that have no sector left."""
    for name in changed:
        if name in pages:
            write_file(folder / name, pages[name])
        else:
            (folder / name).unlink()
