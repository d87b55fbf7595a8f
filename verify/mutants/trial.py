"""One mutant at a time in a copy of the project: its nearest tests are run, and it is caught, lives or runs out of time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from verify.mutants.nearest import nearest
from verify.mutants.places import ROOT, Mutant

COPIED = ("src", "tests", "pyproject.toml", "docs", "README.md")
WORDS = ("-q", "-x", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=hasty")


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: caught, survived, timed out or gone; and the tests that caught it or did not."""

    word: str
    tests: str


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the project, without what was compiled from it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            else:
                shutil.copy2(ROOT / name, root / name)
        yield root


def put(mutant: Mutant, root: Path, seconds: tuple[float, ...]) -> Outcome:
    """Change the copy, run the nearest tests stage by stage, each within its seconds, and change the copy back."""
    file, whole = root / mutant.path, (ROOT / mutant.path).read_bytes() if (ROOT / mutant.path).exists() else b""
    if not mutant.put(root):
        return Outcome("gone", "")
    try:
        _forget(file)
        late = []
        for stage, limit in zip(nearest(mutant.path), seconds, strict=False):
            outcome = run(stage, root, limit)
            if outcome.word == "caught":
                return outcome
            late += [outcome.tests] if outcome.word == "timed out" else []
        return Outcome("timed out" if late else "survived", " ".join(late))
    finally:
        file.write_bytes(whole)
        _forget(file)


def _forget(file: Path) -> None:
    """A file that was compiled within the same second would be taken for the one that now stands there."""
    for made in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        made.unlink()


def failing(tests: list[str], root: Path, seconds: float) -> bool:
    """Whether any of these tests fails where nothing was changed: such a test catches nothing."""
    return bool(tests) and run(tests, root, seconds).word != "survived"


def run(tests: list[str], root: Path, seconds: float) -> Outcome:
    """Run test files in the copy; caught by the first that fails."""
    own = {"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"}
    tests = [each for each in tests if (root / each.partition("::")[0]).exists()]
    if not tests:
        return Outcome("survived", "")
    words = [sys.executable, "-m", "pytest", *WORDS, "-rfE", f"--basetemp={root.parent / 'kept'}", *tests]
    with subprocess.Popen(
        words,
        cwd=root,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            told = process.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Outcome("timed out", f"{tests[0]} and {len(tests) - 1} more" if len(tests) > 1 else tests[0])
    if process.returncode == 0:
        return Outcome("survived", "")
    failed = [line.split(" - ")[0].split(maxsplit=1)[1] for line in told.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return Outcome("caught", failed[0].split("[")[0] if failed else told.strip().splitlines()[-1][:100])
