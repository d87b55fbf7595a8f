"""The page of the public list: generated, whole, current, and said to be stale where it is not."""

from pathlib import Path

import pytest

import dualtrack
from tests import api_page
from tests.house import ROOT


def headings(text: str) -> list[str]:
    return [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]


def test_the_page_is_current() -> None:
    assert api_page.PAGE.read_text(encoding="utf-8") == api_page.page()


def test_every_public_name_stands_there_once_under_a_task() -> None:
    public, results = api_page.page().split(f"## {api_page.RESULTS}\n")
    assert sorted(headings(public)) == sorted(dualtrack.__all__)
    assert not set(headings(results)) & set(dualtrack.__all__)
    assert all(each.wing in api_page.TASKS for each in api_page.listed())


def test_a_folder_without_a_task_belongs_to_the_one_above() -> None:
    assert api_page.Listed("each", Path("src/dualtrack/targets/print/book.py")).wing == "targets"
    assert api_page.Listed("each", Path("src/dualtrack/errors.py")).wing == ""


def test_every_task_is_of_a_wing_that_is_there() -> None:
    assert [wing for wing in api_page.TASKS if not (ROOT / "src" / "dualtrack" / wing).is_dir()] == []


def test_a_page_that_says_something_else_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api_page, "PAGE", tmp_path / "api.md")
    assert api_page.main(["--check"]) == 1
    assert api_page.main([]) == 0
    assert api_page.main(["--check"]) == 0
    (tmp_path / "api.md").write_text(api_page.page().replace("### compare", "### compared"), encoding="utf-8")
    assert api_page.main(["--check"]) == 1
