"""Every command that a text names is one that can be given: in the sources, in help, on the page and in the documents."""

import re
import shlex
from pathlib import Path

import pytest

from dualtrack.app.cli import MAIN, build
from dualtrack.app.options.idle_options import check_effects
from dualtrack.app.options.theory_help import NAMES
from tests.house import ROOT

PLACES = ("src/dualtrack/**/*.py", "src/dualtrack/**/*.toml", "docs/**/*.md", "*.md")
NAMED = re.compile(r"`(?:\.venv/bin/)?dualtrack((?: [^`]*)?)`")
EXAMPLE = re.compile(r"^Example: dualtrack(.*)$", re.MULTILINE)
STANDS_FOR = {
    **{f"{{{name}}}": value for name, value in NAMES.items()},
    "COMMAND": "run",
    "FOLDER": "mine",
    "{own.claim.id}": "L5",
    "NAME": "dependence",
    "ID": "L5",
    "REGIME": "as_is",
    "NUMBER": "3",
    "FILE.toml": "mine.toml",
    "{folder}": "mine",
    "{mine}": "mine",
    "{file}": "mine.toml",
    "{claim.id}": "L5",
    "{name}": "run",
    "{named.switch}": "denial_strength",
    "{row['see']}": "",
    "{regime.name}": "refusal",
    "{output}": "docs/theory",
    "{seed}": "7",
    "{kept['worlds']}": "100000",
    "{kept['seed']}": "7",
    "{VERSION_FLAG}": "--version",
    "{_command(error)}--help": "run --help",
}
"""What stands for a placeholder of a text; one that is not here fails."""


def named() -> list[tuple[str, str]]:
    """Every command named, with the file that names it."""
    files = sorted({file for place in PLACES for file in ROOT.glob(place)})
    return [
        (str(file.relative_to(ROOT)), found.strip())
        for file in files
        for text in [file.read_text(encoding="utf-8")]
        for pattern in (NAMED, EXAMPLE)
        for found in pattern.findall(text)
    ]


APP = build()
COMMANDS = sorted({(command, file) for file, command in named()})


def filled(command: str) -> list[str]:
    """The words of a command with its placeholders filled."""
    for placeholder, value in STANDS_FOR.items():
        command = re.sub(rf"(?<![\w]){re.escape(placeholder)}(?![\w])", value, command)
    assert "{" not in command, f"nothing stands for the placeholder in `{command}`"
    return shlex.split(command)


@pytest.mark.parametrize(("command", "file"), COMMANDS)
def test_a_command_that_a_text_names_can_be_given(command: str, file: str) -> None:
    words = filled(command)
    if not words or words[0].startswith("-"):
        words = [MAIN, *words] if words and words[0] != "--version" else words or [MAIN]
    if len(words) == 1 and not words[0].startswith("-"):
        assert words[0] in APP
        return
    _, bound, _ = APP.parse_args(words, exit_on_error=False, print_error=False)
    check_effects(words[0], bound.arguments)


def test_texts_name_commands() -> None:
    said = {command for _, command in named()}
    assert {"judge", "explain ID", "list names", "page --renew"} <= said
    assert Path(ROOT / "README.md").read_text(encoding="utf-8").count("`dualtrack") > 3
