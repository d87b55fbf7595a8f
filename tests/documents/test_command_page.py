"""The pages of the command line and of the words: generated, current, whole."""

from pathlib import Path

import pytest

from dualtrack.app.cli import COMMANDS, build
from dualtrack.app.names.glossary import terms
from tests.documents import command_page, glossary_page
from tests.documents.markdown_pages import headings

WRITTEN = command_page.page()


def test_the_page_is_current() -> None:
    assert command_page.PAGE.read_text(encoding="utf-8") == WRITTEN, "run `make docs`"


def test_the_page_of_words_is_current_and_has_each_of_them() -> None:
    text = glossary_page.PAGE.read_text(encoding="utf-8")
    assert text == glossary_page.page(), "run `make docs`"
    assert [term.word for term in terms() if f"| {term.word} | {term.zh} |" not in text] == []


def test_every_command_stands_there_once() -> None:
    assert sorted(text for level, text in headings(command_page.PAGE) if level == 2) == sorted(COMMANDS)


def test_every_option_of_every_command_is_on_the_page() -> None:
    app = build()
    for text in WRITTEN.split("\n## ")[1:]:
        name = text.split("\n", 1)[0]
        options = [
            word
            for each in app[name].assemble_argument_collection()
            for word in each.names
            if word.startswith("--") and not word.startswith("--no-")
        ]
        assert options
        assert [word for word in options if f"`{word}" not in text and f", {word}" not in text] == []


def test_a_page_that_says_something_else_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_page, "PAGE", tmp_path / "command_line.md")
    assert command_page.main(["--check"]) == 1
    assert command_page.main([]) == 0
    assert command_page.main(["--check"]) == 0
    command_page.PAGE.write_text(WRITTEN.replace("## judge", "## judges"), encoding="utf-8")
    assert command_page.main(["--check"]) == 1
