"""Which tests stand nearest to a file: those of its name, then those of its folder and those that import it or name it.

A script of the page is last put to the tests that drive the page in a browser.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import PurePosixPath

from verify.mutants.places import ROOT

SCRIPTS = "src/dualtrack/app/page/scripts"
PAGE = "tests/app/page"
BROWSER = "tests/browser"
LABORATORY = ("lab.js", "worker.js")
"""The scripts that a test runs which asks the page's laboratory."""


def nearest(path: str) -> list[list[str]]:
    """Test files in stages, each put only if the mutant lived through the one before."""
    if path.endswith(".js"):
        name = PurePosixPath(path).name
        naming = [each for each in _tests(PAGE) if f'"{name}"' in _text(each)]
        return _stages(naming, [each for each in _tests(PAGE) if name in _reached(_named(each))], _tests(BROWSER))
    inner = PurePosixPath(path).relative_to("src/dualtrack")
    folder = (PurePosixPath("tests") / inner).parent.as_posix()
    own = [each for each in _tests(folder) if PurePosixPath(each).stem == f"test_{inner.stem}"]
    module = ".".join(("dualtrack", *inner.with_suffix("").parts))
    importing = [each for each in _tests("tests") if "/browser/" not in each and module in _imported(each)]
    close = [each for each in importing if each.startswith(folder + "/")]
    return _stages(own, close, [*importing, *_tests(folder, deep=False)])


def _named(test: str) -> set[str]:
    """The scripts that a test of the page names."""
    text = _text(test)
    return {*re.findall(r'"(\w+\.js)"', text), *(LABORATORY if "asked_of_lab" in text else ())}


@cache
def _imported_by(script: str) -> frozenset[str]:
    text = "".join(file.read_text(encoding="utf-8") for file in (ROOT / SCRIPTS).rglob(script))
    return frozenset(re.findall(r'from "[./\w]*?(\w+\.js)"', text))


def _reached(scripts: set[str]) -> set[str]:
    """Those scripts, and what they import, and so on: a test that never loads a script cannot catch a fault of it."""
    reached, waiting = set(scripts), list(scripts)
    while waiting:
        fresh = _imported_by(waiting.pop()) - reached
        reached |= fresh
        waiting += fresh
    return reached


def _stages(*stages: list[str]) -> list[list[str]]:
    """Each file once, at the first stage that has it."""
    seen: set[str] = set()
    found = []
    for stage in stages:
        found.append([each for each in dict.fromkeys(stage) if each not in seen])
        seen.update(stage)
    return [stage for stage in found if stage]


def _tests(folder: str, *, deep: bool = True) -> list[str]:
    paths = (ROOT / folder).rglob("test_*.py") if deep else (ROOT / folder).glob("test_*.py")
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _imported(path: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(_text(path))):
        if isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found
