"""What takes long to make, kept on disk under the hash of all it depends on; what goes wrong there costs time, never a result."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

OTHERS_MAY_WRITE = 0o022


def kept(kind: str, depends_on: Iterable[bytes], make: Callable[[], bytes], *, most: int) -> bytes:
    """What `make` gives, from disk if it is there and whole; of a kind, the latest `most` files stay."""
    found, place = sought(kind, depends_on)
    if found is None:
        found = make()
        keep(place, found, most=most)
    return found


def sought(kind: str, depends_on: Iterable[bytes]) -> tuple[bytes | None, Path]:
    """What was kept, or None; and the place for it."""
    key = hashlib.sha256()
    for part in depends_on:
        key.update(len(part).to_bytes(8, "big") + part)
    place = folder() / f"{key.hexdigest()}.{kind}"
    return _read(place), place


def keep(place: Path, content: bytes, *, most: int) -> None:
    """Write beside the final name, then rename, so that no reader meets half a file."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, draft = tempfile.mkstemp(dir=place.parent, suffix=".draft")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(draft).replace(place)
        _forget_oldest(place, most)
    except OSError:
        return


def folder() -> Path:
    """Where it is kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if home else Path("~/.cache").expanduser()) / "dualtrack"


def _read(place: Path) -> bytes | None:
    """The content; None where there is none, its own hash, which stands before it, does not fit, or it may be another's."""
    try:
        with place.open("rb") as file:
            about = os.fstat(file.fileno())
            content = file.read()
    except OSError:
        return None
    if hasattr(os, "getuid") and (about.st_uid != os.getuid() or about.st_mode & OTHERS_MAY_WRITE):
        return None
    digest, inner = content[:32], content[32:]
    return inner if hashlib.sha256(inner).digest() == digest else None


def _forget_oldest(place: Path, most: int) -> None:
    alike = sorted(place.parent.glob(f"*{place.suffix}"), key=lambda path: path.stat().st_mtime)
    for path in alike[:-most]:
        path.unlink(missing_ok=True)
