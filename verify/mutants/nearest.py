"""Which tests stand nearest to a file: those of its name, then those of its folder and those that import it or name it."""

from __future__ import annotations

import ast
from pathlib import PurePosixPath

from verify.mutants.places import ROOT

PAGE = "tests/app/page"


def nearest(path: str) -> list[list[str]]:
    """Test files in stages, each put only if the mutant lived through the one before."""
    if path.endswith(".js"):
        name = PurePosixPath(path).name
        naming = [each for each in _tests(PAGE) if f'"{name}"' in _text(each)]
        return _stages(naming, _tests(PAGE))
    inner = PurePosixPath(path).relative_to("src/dualtrack")
    folder = (PurePosixPath("tests") / inner).parent.as_posix()
    own = [each for each in _tests(folder) if PurePosixPath(each).stem == f"test_{inner.stem}"]
    module = ".".join(("dualtrack", *inner.with_suffix("").parts))
    importing = [each for each in _tests("tests") if "/browser/" not in each and module in _imported(each)]
    close = [each for each in importing if each.startswith(folder + "/")]
    return _stages(own, close, [*importing, *_tests(folder, deep=False)])


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
