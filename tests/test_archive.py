"""The source archive and the wheel: all of the project in the one, all of the program in the other, and the same either way."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.house import PACKAGE, ROOT

MADE = {"PKG-INFO", "setup.cfg"}
"""What the build writes beside the project's own files."""
DATA = {".css", ".csv", ".js", ".json", ".pyi", ".toml", ".ts", ".typed"}
"""`.ts` is `types.d.ts`, which says the types of the page's scripts to whoever checks them; it is no program."""
BUILD = "import sys, setuptools.build_meta as build; print(getattr(build, 'build_' + sys.argv[1])(sys.argv[2]))"
SAFE: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""How an archive is unpacked, where this release of Python asks how."""


def tracked() -> list[str]:
    """The project's files: what git lists, or, in an unpacked archive, what is there."""
    if not (ROOT / ".git").exists():
        return sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if _is_ours(path.relative_to(ROOT)))
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file())


def _is_ours(path: Path) -> bool:
    made = {"__pycache__", "build", "dist", ".hypothesis"}
    hidden = any(part.startswith(".") and part not in (".ci", ".gitignore") for part in path.parts)
    egg = any(part.endswith(".egg-info") for part in path.parts)
    return (ROOT / path).is_file() and not (hidden or egg or made & set(path.parts) or path.name in MADE)


def build(kind: str, source: Path, into: Path) -> Path:
    """Build with the environment's own setuptools; nothing is fetched."""
    into.mkdir(exist_ok=True)
    words = [sys.executable, "-c", BUILD, kind, str(into)]
    told = subprocess.run(
        words, cwd=source, capture_output=True, text=True, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"}
    )
    return into / told.stdout.split()[-1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's files, so that building leaves nothing behind."""
    place = tmp_path_factory.mktemp("checkout")
    for name in tracked():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, place / name)
    return place


@pytest.fixture(scope="module")
def archive(checkout: Path) -> Path:
    return build("sdist", checkout, checkout.parent / "archive")


@pytest.fixture(scope="module")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as file:
        file.extractall(place, **SAFE)
    (inside,) = place.iterdir()
    return inside


@pytest.fixture(scope="module")
def wheel(unpacked: Path) -> dict[str, bytes]:
    return contents(build("wheel", unpacked, unpacked.parent.parent / "wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_the_archive_holds_what_git_holds(unpacked: Path) -> None:
    inside = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    own = {name for name in inside if not name.startswith("src/dualtrack.egg-info/")} - MADE
    assert sorted(own) == tracked()
    for name in own:
        assert (unpacked / name).read_bytes() == (ROOT / name).read_bytes(), name


def test_the_wheel_from_the_archive_is_the_wheel_from_the_checkout(checkout: Path, wheel: dict[str, bytes]) -> None:
    assert contents(build("wheel", checkout, checkout.parent / "direct")) == wheel


def test_the_wheel_holds_the_program_with_its_data_and_nothing_else(wheel: dict[str, bytes]) -> None:
    program = [PACKAGE.parent / name.removeprefix("src/") for name in tracked() if name.startswith("src/")]
    assert {path.suffix for path in program} <= DATA | {".py"}
    own = {name for name in wheel if ".dist-info/" not in name}
    assert own == {path.relative_to(PACKAGE.parent).as_posix() for path in program}


def test_the_wheel_says_who_may_use_it_and_on_what(wheel: dict[str, bytes]) -> None:
    (about,) = (text.decode() for name, text in wheel.items() if name.endswith(".dist-info/METADATA"))
    assert "License-Expression: Apache-2.0" in about
    assert [f"3.{minor}" for minor in (11, 12, 13)] == [
        line.rpartition(":: ")[2]
        for line in about.splitlines()
        if line.startswith("Classifier: Programming Language :: Python :: 3.")
    ]
    assert any(name.endswith("/LICENSE") for name in wheel)
