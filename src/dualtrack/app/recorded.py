"""The theory as it was recorded from its sources, kept on disk for as long as none of them changes.

Reading it back makes data of the language and nothing else: no function, and no class from elsewhere, can be named in the file.
"""

from __future__ import annotations

import io
import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dualtrack.errors import LabError
from dualtrack.files.cache import keep, sought
from dualtrack.language.frozen import frozen
from dualtrack.language.model import Model

PACKAGE = Path(__file__).parents[1]
SOURCES = ("errors.py", "language", "theory", "app/bind.py", "app/recorded.py")
"""Everything that decides what the recorded theory is."""
LANGUAGE = "dualtrack.language."
FREEZING = (frozen.__module__, frozen.__name__)
"""The one function that a kept model names."""
BROKEN = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    LabError,
    MemoryError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading a file that holds no model may raise."""
MODELS = 8
"""Theories kept."""
TICKS = 100
"""Of the system's clock, a second: what Linux shows to programs."""
DOUBT = 60.0
"""Seconds by which clocks may disagree."""


def recorded(build: Callable[[], Model], package: Path = PACKAGE) -> Model:
    """The model that `build` gives, from disk if the sources, the Python and the package are those it was recorded with."""
    sources = sorted(path for part in SOURCES for path in _files(package / part))
    found, place = sought("theory", _identity(package, sources))
    model = None if found is None else _model_in(found)
    if model is None:
        model = build()
        if _imported_as_they_are(sources):
            _ = model.fingerprint, model.moving, model.outcomes
            keep(place, pickle.dumps(model), most=MODELS)
    return model


def _files(part: Path) -> Iterator[Path]:
    return part.rglob("*.py") if part.is_dir() else iter((part,))


def _identity(package: Path, sources: Sequence[Path]) -> Iterator[bytes]:
    yield f"{sys.version}\n{sys.implementation.cache_tag}".encode()
    for path in sources:
        yield path.relative_to(package).as_posix().encode()
        yield path.read_bytes()


def _model_in(content: bytes) -> Model | None:
    """The model, or None where the file holds something else."""
    try:
        found = _ModelUnpickler(io.BytesIO(content)).load()
    except BROKEN:
        return None
    return found if isinstance(found, Model) else None


class _ModelUnpickler(pickle.Unpickler):
    """Knows the classes of the language, and no other names."""

    def find_class(self, module: str, name: str) -> object:
        if module.startswith(LANGUAGE) and "." not in name:
            found = super().find_class(module, name)
            if (module, name) == FREEZING or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no class of the language")


def _imported_as_they_are(sources: Sequence[Path]) -> bool:
    """Whether no source has changed since this process began: what it records is then what they say."""
    began = _began()
    return began is not None and all(path.stat().st_ctime < began - DOUBT for path in sources)


def _began() -> float | None:
    """When this process began, in seconds of the clock; None where the system does not say."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
        uptime = float(Path("/proc/uptime").read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return time.time() - uptime + ticks / TICKS
