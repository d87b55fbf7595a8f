"""What a newcomer reads in the tree: one meaning for every name, rooms that can be taken in, tests beside what they test."""

import ast
from collections import defaultdict
from pathlib import Path

from tests.house import FURNISHED, PACKAGE, ROOT, files, imports, text, tree

MOST = 20
ONE_KIND = ("app/commands", "theory/dual_track/sectors")
"""Folders of which every file is one public noun of one kind, as their first sentence says."""
SPEAKERS = ("app/commands",)
"""A command is named by what is typed, and may be called like the question that it puts to the lab."""
APART = (*SPEAKERS, "behaviour", "browser", "documents", "examples", "laws", "app/page")
"""Tests of commands, and those that follow no module: laws, sentences of the theory, documents, examples, scripts."""
WORK = {
    "lab.worlds.draw": {"draw", "hold", "nominal"},
    "lab.record.accept": {"accept", "accepted_worlds"},
    "lab.runs.ensemble": {"run_ensemble"},
    "lab.loops.loop_score": {"score_loops"},
    "lab.loops.coverage": {"cover"},
    "lab.loops.loop_cut": {"cut_tests"},
    "targets.numeric.python": {"Oracle"},
    "targets.numeric.many": {"Many"},
    "targets.native.native": {"Native"},
}
"""What draws, accepts or runs worlds, by module."""


def folder(path: Path) -> str:
    return str((ROOT / path).relative_to(PACKAGE).parent)


def named(paths: list[Path]) -> dict[str, list[str]]:
    """Where each base name stands."""
    found = defaultdict(list)
    for path in paths:
        if path.stem not in ("__init__", "__main__") and folder(path) not in SPEAKERS:
            found[path.stem].append(folder(path))
    return found


def test_a_base_name_means_one_file() -> None:
    assert {name: places for name, places in named(FURNISHED).items() if len(places) > 1} == {}


def test_a_class_name_means_one_class() -> None:
    found = defaultdict(list)
    for path in FURNISHED:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    held: defaultdict[str, int] = defaultdict(int)
    for path in FURNISHED:
        held[folder(path)] += path.stem != "__init__"
    assert {place: count for place, count in held.items() if count > MOST and place not in ONE_KIND} == {}


def test_a_folder_of_one_kind_says_so() -> None:
    for place in ONE_KIND:
        said = ast.get_docstring(ast.parse((PACKAGE / place / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert "one public noun" in said, f"{place} holds more than {MOST} files and does not say why"


def test_the_app_names_the_theory_in_one_file() -> None:
    naming = [str(path) for path in FURNISHED if str(path).startswith("src/dualtrack/app/") and _names_theory(path)]
    assert naming == ["src/dualtrack/app/bind.py"]


def test_the_app_draws_accepts_and_runs_nothing() -> None:
    found = []
    for path in FURNISHED:
        if str(path).startswith("src/dualtrack/app/"):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.ImportFrom):
                    work = WORK.get((node.module or "").removeprefix("dualtrack."), set())
                    found += [f"{path}: {alias.name}" for alias in node.names if alias.name in work]
    assert found == []


def test_what_the_app_may_not_import_is_there() -> None:
    for module, names in WORK.items():
        source = PACKAGE / (module.replace(".", "/") + ".py")
        defined = {node.name for node in ast.parse(source.read_text(encoding="utf-8")).body if hasattr(node, "name")}
        assert names <= defined, module


def test_tests_stand_where_their_module_stands() -> None:
    homes = named(FURNISHED)
    astray = {}
    for path in files(ROOT / "tests"):
        place = str((ROOT / path).relative_to(ROOT / "tests").parent)
        name = path.stem.removeprefix("test_")
        if path.stem.startswith("test_") and place not in APART and name in homes and homes[name] != [place]:
            astray[str(path)] = homes[name]
    assert astray == {}


def test_a_folder_of_tests_is_a_folder_of_the_house() -> None:
    folders = {str(path.relative_to(ROOT / "tests").parent) for path in (ROOT / "tests").rglob("test_*.py")}
    strange = {place for place in folders if place not in APART and not (PACKAGE / place).is_dir()}
    assert strange == set()


def _names_theory(path: Path) -> bool:
    return any(name.startswith("dualtrack.theory") for name in imports(path)) or "dualtrack.theory" in text(path)
