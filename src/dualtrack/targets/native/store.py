"""Compiled kernels kept on disk under the hash of all they depend on; whatever goes wrong there costs time, never a result."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from dualtrack.targets.native.machine import Machine, compiled

KEPT = 512
"""Kernels kept; the oldest go first."""


def image_of(text: str, machine: Machine) -> bytes:
    """The object file for the text, from disk if it is there and whole."""
    key = hashlib.sha256(f"{machine.identity()}\n{text}".encode()).hexdigest()
    place = folder() / f"{key}.kernel"
    image = _read(place)
    if image is None:
        image = compiled(text, machine)
        _write(place, image)
    return image


def folder() -> Path:
    """Where kernels are kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if home else Path("~/.cache").expanduser()) / "dualtrack"


def _read(place: Path) -> bytes | None:
    """The image, or None where there is none or its own hash, which stands before it, does not fit."""
    try:
        content = place.read_bytes()
    except OSError:
        return None
    digest, image = content[:32], content[32:]
    return image if hashlib.sha256(image).digest() == digest else None


def _write(place: Path, image: bytes) -> None:
    """Write beside the final name, then rename, so that no reader meets half a file."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, draft = tempfile.mkstemp(dir=place.parent, suffix=".draft")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(image).digest() + image)
        Path(draft).replace(place)
        _forget_oldest(place.parent)
    except OSError:
        return


def _forget_oldest(where: Path) -> None:
    kernels = sorted(where.glob("*.kernel"), key=lambda path: path.stat().st_mtime)
    for path in kernels[:-KEPT]:
        path.unlink(missing_ok=True)
