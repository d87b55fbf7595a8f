"""What takes long to make, kept on disk under the hash of all it depends on; what goes wrong there costs time, never a result.

A file is bound to its name: its seal covers the key as well as the content, so a file under another's name is none. The seal is
no secret, and what is kept runs as code; whom the system lets write there is therefore asked first, up to the root (`private`).
Nobody else's file is read, and no folder that another may change. Who acts as this user can change the program itself.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

OTHERS_MAY_WRITE = 0o022
ONLY_MINE = 0o700
LARGEST = 1 << 26
"""Bytes of a file; what is larger is neither kept nor read."""
SEAL = hashlib.sha256().digest_size
STALE = 86_400.0
"""Seconds after which a draft belongs to a process that was killed."""
OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing of a kind is kept; no `folder` where nothing can be kept."""

    folder: Path | None
    kind: str
    key: bytes

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.key.hex()}.{self.kind}"

    def sealed(self, content: bytes) -> bytes:
        """The content behind the hash of it and of what it is an answer to."""
        return hashlib.sha256(self.key + content).digest() + content

    def opened(self, sealed: bytes) -> bytes | None:
        """The content; None where the seal is not of this place and this content."""
        content = sealed[SEAL:]
        return content if self.sealed(content) == sealed else None


def kept(kind: str, depends_on: Iterable[bytes], make: Callable[[], bytes], *, most: int) -> bytes:
    """What `make` gives, from disk if it is there and whole; of a kind, the latest `most` files stay."""
    found, place = sought(kind, depends_on)
    if found is None:
        found = make()
        keep(place, found, most=most)
    return found


def sought(kind: str, depends_on: Iterable[bytes]) -> tuple[bytes | None, Place]:
    """What was kept, or None; and the place for it."""
    key = hashlib.sha256()
    for part in (kind.encode(), *depends_on):
        key.update(len(part).to_bytes(8, "big") + part)
    place = Place(folder(), kind, key.digest())
    return _read(place), place


def keep(place: Place, content: bytes, *, most: int) -> None:
    """Write beside the final name, then rename, so that no reader meets half a file."""
    if place.folder is None or len(content) + SEAL > LARGEST:
        return
    with suppress(OSError):
        _make(place.folder)
        if private(place.folder):
            _write(place.folder, place, content)
            _forget(place.folder, place, most)


def folder() -> Path | None:
    """Where things are kept, its links resolved; None where the system names no home, or only one relative to somewhere else."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        home = named if named.is_absolute() else Path("~/.cache").expanduser()
        return Path(os.path.realpath(home / "dualtrack")) if home.is_absolute() else None
    except (OSError, RuntimeError, ValueError):
        return None


def private(place: Path) -> bool:
    """Whether a folder, given without links, is this user's own, and nobody else but the system's can put another in its place.

    A folder above it that all may write to, such as /tmp, will do where it is sticky: there nobody moves what is another's.
    """
    if not hasattr(os, "geteuid"):
        return place.is_dir()
    me = os.geteuid()
    mine = os.lstat(place)
    if not stat.S_ISDIR(mine.st_mode) or mine.st_uid != me or mine.st_mode & OTHERS_MAY_WRITE:
        return False
    above = [os.lstat(parent) for parent in place.parents]
    return all(
        stat.S_ISDIR(about.st_mode)
        and about.st_uid in (0, me)
        and (not about.st_mode & OTHERS_MAY_WRITE or about.st_mode & stat.S_ISVTX)
        for about in above
    )


def _read(place: Place) -> bytes | None:
    """The content; None where there is none, or it may be another's, or is of another key, or is not whole."""
    if place.folder is None:
        return None
    try:
        if not private(place.folder):
            return None
        with os.fdopen(os.open(place.folder / place.name, OPEN), "rb") as file:
            if not _is_mine(os.fstat(file.fileno())):
                return None
            return place.opened(file.read(LARGEST))
    except OSError:
        return None


def _is_mine(about: os.stat_result) -> bool:
    """Whether a file is a plain one of sane size that nobody but this user may write."""
    if not stat.S_ISREG(about.st_mode) or not SEAL <= about.st_size <= LARGEST:
        return False
    return not hasattr(os, "geteuid") or (about.st_uid == os.geteuid() and not about.st_mode & OTHERS_MAY_WRITE)


def _make(place: Path) -> None:
    """The folder and what is missing above it, for this user alone."""
    missing = [each for each in (place, *place.parents) if not os.path.lexists(each)]
    for each in reversed(missing):
        with suppress(FileExistsError):
            each.mkdir(mode=ONLY_MINE)


def _write(inside: Path, place: Place, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=inside, suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(place.sealed(content))
        Path(draft).replace(inside / place.name)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _forget(inside: Path, place: Place, most: int) -> None:
    """Remove what is older than the latest of this kind, and drafts that nobody will finish; another process may do the same."""
    written = {file: time for file in inside.iterdir() if (time := _written(file)) is not None}
    alike = sorted((file for file in written if file.suffix == f".{place.kind}"), key=written.__getitem__)
    now = written.get(inside / place.name, 0.0)
    stale = [file for file in written if file.suffix == ".draft" and written[file] < now - STALE]
    for file in (*alike[:-most], *stale):
        with suppress(OSError):
            file.unlink()


def _written(file: Path) -> float | None:
    """When a file was written; None where another process has removed it meanwhile."""
    try:
        return file.lstat().st_mtime
    except OSError:
        return None
