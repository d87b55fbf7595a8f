"""The recorded theory on disk: the same model, and never that of other sources."""

import io
import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dualtrack.app import recorded as file
from dualtrack.app.recorded import PACKAGE, SOURCES, recorded
from dualtrack.files import durable
from dualtrack.files.cache import keep, sought
from dualtrack.language.build import build
from dualtrack.language.model import Model
from tests.bent import MODEL

LONG_AGO = 1e9
SHOW = "from dualtrack.app.bind import dual_track_model as it; print(it().fingerprint)"


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package of five sources, older than this process, and a place to keep things."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(file, "_began", lambda: time.time() + 1000)
    for name, text in (
        ("errors.py", "1"),
        ("app/bind.py", "2"),
        ("app/recorded.py", "3"),
        ("language/a.py", ""),
        ("theory/deep/rate.py", "4"),
    ):
        place = tmp_path / "package" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return tmp_path / "package"


class Recording:
    """A build that counts how often it is asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> Model:
        self.count += 1
        return MODEL


def test_what_is_kept_is_the_model(package: Path) -> None:
    build = Recording()
    first, second = recorded(build, package), recorded(build, package)
    assert build.count == 1
    for model in (first, second):
        assert model.quantities == MODEL.quantities
        assert model.curves["bend"].points == MODEL.curves["bend"].points
        assert (model.fingerprint, model.order, model.moving) == (MODEL.fingerprint, MODEL.order, MODEL.moving)


@pytest.mark.parametrize(
    "change",
    [
        lambda package: (package / "theory/deep/rate.py").write_text("5"),
        lambda package: (package / "errors.py").write_text("7"),
        lambda package: (package / "language/b.py").write_text(""),
        lambda package: (package / "theory/deep/rate.py").unlink(),
        lambda package: (package / "theory/deep/rate.py").rename(package / "theory/deep/late.py"),
        lambda package: (package / "theory/deep/rate.py").rename(package / "theory/rate.py"),
    ],
)
def test_any_other_byte_or_name_misses(change: Callable[[Path], object], package: Path) -> None:
    build = Recording()
    recorded(build, package)
    change(package)
    recorded(build, package)
    assert build.count == 2


def test_another_python_misses(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Recording()
    recorded(build, package)
    monkeypatch.setattr(sys, "version", "3.99")
    recorded(build, package)
    assert build.count == 2


@pytest.mark.parametrize("content", [b"", b"neither model nor pickle", pickle.dumps({"a": 1}), pickle.dumps(MODEL)[:-9]])
def test_what_holds_no_model_is_recorded_again(content: bytes, package: Path) -> None:
    sources = sorted(path for part in SOURCES for path in file._files(package / part))
    keep(sought("theory", file._identity(package, sources))[1], content, most=5)
    build = Recording()
    assert recorded(build, package).fingerprint == recorded(build, package).fingerprint == MODEL.fingerprint
    assert build.count == 1


class Call:
    """Pickles as the call of a function, as whoever prepares a file would write it."""

    def __init__(self, function: Callable[..., object], *words: object) -> None:
        self.parts = function, words

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.parts


@pytest.mark.parametrize("function", [os.mkdir, Path.mkdir, durable.settle_tree, build, eval, __import__, print, getattr])
def test_no_function_is_called_by_reading(function: Callable[..., object], package: Path, tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    content = pickle.dumps((Call(function, str(prepared)), MODEL))
    sources = sorted(path for part in SOURCES for path in file._files(package / part))
    keep(sought("theory", file._identity(package, sources))[1], content, most=5)
    assert recorded(Recording(), package).fingerprint == MODEL.fingerprint
    assert not prepared.exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("dualtrack.language.declaration", "sys.exit"),
        ("dualtrack.language.declaration", "sys"),
        ("dualtrack.language.declaration", "Path"),
        ("dualtrack.language.declaration", "remember_place"),
        ("dualtrack.language.declaration", "ModuleType"),
        ("dualtrack.files.durable", "write"),
        ("dualtrack.app.cli", "main"),
        ("dualtrack.language.nothing", "nothing"),
    ],
)
def test_only_classes_of_the_language_have_names_in_the_file(module: str, name: str) -> None:
    with pytest.raises((pickle.UnpicklingError, ImportError)):
        file._ModelUnpickler(io.BytesIO()).find_class(module, name)


@pytest.mark.parametrize("began", [None, LONG_AGO])
def test_sources_that_may_have_changed_since_they_were_imported_are_not_kept(
    began: float | None, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_began", lambda: began)
    build = Recording()
    recorded(build, package)
    recorded(build, package)
    assert build.count == 2


def test_a_process_knows_when_it_began() -> None:
    began = file._began()
    assert began is None or time.time() - 3 * 86400 < began <= time.time()


def test_a_changed_number_of_the_theory_reaches_the_next_process(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(PACKAGE, tmp_path / "dualtrack", ignore=shutil.ignore_patterns("__pycache__")))
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "home")}

    def shown() -> str:
        words = [sys.executable, "-c", f"import dualtrack.app.recorded as r; r.DOUBT = -1000.0; {SHOW}"]
        return subprocess.run(words, check=True, capture_output=True, text=True, env=surroundings, cwd=tmp_path).stdout

    first = shown()
    assert shown() == first
    (kept,) = (tmp_path / "home" / "dualtrack").glob("*.theory")
    source = next(path for path in sorted((copy / "theory" / "dual_track").rglob("*.py")) if "uncertainty(" in path.read_text())
    text = source.read_text()
    start = text.index("uncertainty(")
    source.write_text(text[:start] + text[start:].replace("low=", "low=1e-9 + ", 1))
    assert shown() != first
    assert kept.exists()
