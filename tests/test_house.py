"""The shape of the house: floors, sizes, names, the public list, and what starting the program costs."""

import ast
import importlib
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.house import (
    EVERY_FILE,
    FLOORS,
    FURNISHED,
    PACKAGE,
    ROOT,
    SLOW,
    SOURCES,
    STANDARD_LIBRARY_ONLY,
    called,
    caught,
    comments,
    floor,
    functions,
    imports,
    late_imports,
    libraries,
    lines_of,
    module_of,
    modules_imported,
    names_given,
    room,
    rooms_imported,
    text,
    tree,
)

BANNED_WORDS = {"cap", "cfg", "idx", "inv", "misc", "tmp", "util", "utils"}
FEW_COMMENTS = 3  # in a file so short that a share means nothing
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def each(paths: Sequence[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """A rule for many files as one test, which names every file that breaks it: thousands of tests cost more than their rules."""

    def of(rule: Callable[[Path], None]) -> Callable[[], None]:
        def whole() -> None:
            assert paths
            broken = [fault for path in paths if (fault := fault_of(rule, path))]
            if broken:
                pytest.fail("\n".join(broken), pytrace=False)

        return whole

    return of


def fault_of(rule: Callable[[Path], None], path: Path) -> str:
    try:
        rule(path)
    except AssertionError as error:
        return f"{path}: {error}"
    return ""


each_source, each_furnished = each(SOURCES), each(FURNISHED)


def is_installed(module: str) -> bool:
    parent = module.rpartition(".")[0]
    return (not parent or is_installed(parent)) and importlib.util.find_spec(module) is not None


STARTS = [module for module in ("dualtrack", "dualtrack.app.cli") if is_installed(module)]


@each_furnished
def test_every_file_stands_in_a_room_of_the_plan(path: Path) -> None:
    assert floor(room(path)) >= 0, f"no floor for {room(path)}; the rooms are {FLOORS}"


@each_furnished
def test_imports_only_go_down(path: Path) -> None:
    for other in rooms_imported(path) - {room(path)}:
        assert floor(other) > floor(room(path)), f"{room(path)} must not import {other}"
        assert (room(path), other) != ("lab", "theory"), "the lab takes any model; it names none"


def test_no_circle_of_imports_anywhere_not_even_for_types() -> None:
    found = {module_of(path): modules_imported(path) - {module_of(path)} for path in FURNISHED}
    assert tuple(TopologicalSorter(found).static_order()), "no file imports another: the house is not seen"


@each_furnished
def test_imports_name_the_file_that_owns_the_thing(path: Path) -> None:
    assert "dualtrack" not in imports(path), "import from the file that owns the name, not from the public list"
    assert "." not in imports(path), "spell the import out: from dualtrack.room.file import name"


@each_source
def test_ground_language_and_theory_need_no_library(path: Path) -> None:
    if room(path) in STANDARD_LIBRARY_ONLY:
        assert not libraries(path), f"{room(path)} uses the standard library only"


@each_source
def test_only_slow_libraries_are_imported_late(path: Path) -> None:
    late = {name.split(".")[0] for name in late_imports(path)}
    assert late <= set(SLOW), f"import at the top: {sorted(late - set(SLOW))}"


@pytest.mark.parametrize("module", STARTS)
def test_starting_the_program_loads_no_slow_library(module: str) -> None:
    script = f"import sys, {module}; print(*sorted(set(sys.modules) & {set(SLOW)}))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert loaded.stdout.split() == [], f"import {module} must stay fast: import these inside the function that needs them"


@each(EVERY_FILE)
def test_a_file_has_one_subject(path: Path) -> None:
    assert len(text(path).splitlines()) < 300, "a file has one subject and fewer than 300 lines"
    assert ast.get_docstring(tree(path)), "a file opens with one sentence: what it holds"


@each_source
def test_a_function_fits_a_screen(path: Path) -> None:
    if room(path) != "app":
        tall = {function.name: lines_of(function) for function in functions(path) if lines_of(function) >= 40}
        assert not tall, f"prepare, step, collect: three functions, each below 40 lines, not {tall}"


@each_source
def test_names_are_whole_words(path: Path) -> None:
    short = {name for name in names_given(path) if BANNED_WORDS & set(name.lower().split("_"))}
    assert not short, f"nothing abbreviated: {sorted(short)}"


@each_source
def test_comments_are_rare(path: Path) -> None:
    allowed = max(FEW_COMMENTS, 0.08 * len(text(path).splitlines()))
    assert comments(path) <= allowed, "comments say why, rarely; what happens belongs in names and docstrings"


@each_source
def test_nothing_is_caught_blindly(path: Path) -> None:
    assert not {"", "Exception", "BaseException"} & set(caught(path)), "catch the error you expect, by name"


@each_source
def test_only_the_app_prints(path: Path) -> None:
    assert room(path) == "app" or "print" not in called(path), "return a value; the app shows it"


def test_the_public_list_is_sorted_and_complete() -> None:
    package = importlib.import_module("dualtrack")
    public: list[str] = list(getattr(package, "__all__", ()))
    brought_in = {
        alias.asname or alias.name
        for path in SOURCES
        if path not in FURNISHED
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dualtrack.")
        for alias in node.names
    }
    assert public == sorted(set(public), key=lambda name: (name.casefold(), name))
    assert {name for name in brought_in if not name.startswith("_")} <= set(public)
    assert [name for name in public if not hasattr(package, name)] == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_the_version_is_said_alike_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.findall(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE) == [version]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_names_and_hashes_only(lock: Path) -> None:
    pinned = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|#.*")
    assert [line for line in lock.read_text(encoding="utf-8").splitlines() if not pinned.fullmatch(line)] == []
