"""Every option, file and task that a text of the program or a document names is there; commands are tried by `test_promises`."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dualtrack.app.cli import COMMANDS, build
from dualtrack.app.output.results_files import TOP
from tests.app.test_promises import filled
from tests.house import PACKAGE, ROOT

DOCUMENTS = sorted(file for place in ("*.md", "docs/*.md", "docs/json/*.md") for file in ROOT.glob(place))
NOTES = sorted((ROOT / "docs" / "decisions").glob("*.md"))
"""Notes say what was so on their day, options included; what they name as files must still be there or be said to be gone."""
SOURCES = sorted(PACKAGE.rglob("*.py"))
SOURCES_BY_NAME = {file.name: (file,) for file in SOURCES}
"""Files of the package by their names, each of which means one file."""
OPTION = re.compile(r"(?<![\w`/-])`?(--[a-z][a-z-]*)")
PLACE = re.compile(r"`([\w.~-]+(?:/[\w.~-]+)*/?)`")
FENCE = re.compile(r"^```(?:sh|bash|console)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TASK = re.compile(r"`make ([a-z]+)[`\s]|^make ([a-z]+) +#", re.MULTILINE)
SUFFIXES = (".md", ".py", ".pyi", ".csv", ".toml", ".cff", ".json", ".html", ".txt", ".js", ".css")
FROM = (
    ROOT,
    ROOT / "src",
    ROOT / "docs" / "theory",
    PACKAGE,
    PACKAGE / "app",
    PACKAGE / "app" / "page" / "scripts",
    PACKAGE / "evidence" / "tables",
    PACKAGE / "theory",
)
"""Folders from which documents name files."""
FOREIGN = {
    "--help": "every command's",
    "--version": "the program's own",
    "--check": "also of the modules that write pages",
    "--upgrade": "uv's, through make lock",
    "--hypothesis-profile": "of pytest",
}
"""Options of no command of ours, with whose they are."""
WRITTEN = {
    *TOP,
    "dualtrack-results",
    "passport.json",
    "results.zarr",
    "COMMAND.schema.json",
    "observations.csv",
    "sources.csv",
    "findings.csv",
    "first_published.csv",
    "mine.toml",
    "tools.toml",
    "build/site",
}
"""Files that the program writes, that a user brings, or whose folder the sentence has named already."""


@cache
def options() -> frozenset[str]:
    """Every option of every command."""
    app = build()
    return frozenset(
        name
        for command in COMMANDS
        for argument in app[command].assemble_argument_collection()
        for name in argument.names
        if name.startswith("--")
    )


def texts(file: Path) -> Iterator[str]:
    """The strings of a source that a person may read."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def unknown_options(file: Path) -> set[str]:
    said = texts(file) if file.suffix == ".py" else [file.read_text(encoding="utf-8")]
    named = {name.rstrip("-") for text in said for name in OPTION.findall(text)}
    return {name for name in named if len(name) > 3} - options() - FOREIGN.keys()


def unknown_places(file: Path) -> set[str]:
    """What looks like a path and is at no place from which documents name files."""
    above = (*FROM, file.parent)
    named = {place for place in PLACE.findall(file.read_text(encoding="utf-8")) if place.endswith(SUFFIXES) or "/" in place[:-1]}
    found = {place for place in named - WRITTEN if not any((start / place).exists() for start in above)}
    return {place for place in found if "/" in place or not any(SOURCES_BY_NAME.get(place, ()))}


def test_every_option_that_a_text_names_is_one_of_a_command() -> None:
    assert {str(file.relative_to(ROOT)): found for file in (*SOURCES, *DOCUMENTS) if (found := unknown_options(file))} == {}


def test_every_file_that_a_document_names_is_there() -> None:
    assert {str(file.relative_to(ROOT)): found for file in DOCUMENTS if (found := unknown_places(file))} == {}


def test_every_command_in_a_block_of_a_document_can_be_given() -> None:
    app = build()
    lines = [
        line.split("#")[0].strip()
        for file in DOCUMENTS
        for block in FENCE.findall(file.read_text(encoding="utf-8"))
        for line in block.splitlines()
    ]
    for line in lines:
        words = line.removeprefix(".venv/bin/")
        if words.startswith("dualtrack "):
            app.parse_args(filled(words.removeprefix("dualtrack ")), exit_on_error=False, print_error=False)


def test_every_task_that_a_text_names_is_in_the_makefile() -> None:
    tasks = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    said = [file.read_text(encoding="utf-8") for file in (*DOCUMENTS, *NOTES, *SOURCES)]
    named = {task for text in said for pair in TASK.findall(text) for task in pair if task}
    assert {"run", "test", "lock"} <= named <= tasks
