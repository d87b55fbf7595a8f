"""Every command and every line of Python that a page shows runs; here the quick ones, in `make verify` all."""

from pathlib import Path

import pytest

from tests.app.calling import Caller
from tests.documents.markdown_pages import PAGES, Block, blocks
from tests.documents.run_blocks import Reader, checkout, is_long, is_run, misread, unseen
from tests.house import ROOT

QUICK = [page for page in PAGES if any(is_run(block) and not is_long(block) for block in blocks(page))]
SIGNED = Path("docs/api.md")
"""The one page, a generated one, that shows how names are called."""


def block(language: str, *marks: str) -> Block:
    return Block(ROOT / "README.md", 1, language, marks, "")


@pytest.mark.parametrize("page", QUICK, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_runs_from_top_to_bottom(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    checkout(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert Reader(Caller(capsys)).follow(page, long=False)


def test_every_block_says_what_it_is() -> None:
    assert [fault for page in PAGES for each in blocks(page) if (fault := misread(each))] == []


def test_a_signature_is_shown_on_the_generated_page_alone() -> None:
    assert {each.page.relative_to(ROOT) for page in PAGES for each in blocks(page) if "signature" in each.values} == {SIGNED}


def test_a_block_with_no_mark_or_a_strange_one_is_a_fault() -> None:
    assert "must say what it is" in misread(block(""))
    assert "must say what it is" in misread(block("console"))
    assert "no mark slow" in misread(block("bash", "slow"))
    assert misread(block("bash", "verify", "ends=1")) == ""


def test_what_is_shown_must_have_been_printed_in_that_order() -> None:
    printed = "year   value\n2030   0.4\nsum  0.4 of 3\n"
    assert unseen("year value\n…\nsum … of …\n", printed) is None
    assert unseen("sum …\nyear value\n", printed) == "year value"
    assert unseen("sum … of\n", "sum 0.4\n") == "sum … of"
    assert unseen("value\n", printed) == "value"


@pytest.mark.parametrize("text", ["dualtrack list nothing", "make nothing", "false", "dualtrack list nothing | cat"])
def test_a_command_that_fails_fails_the_page(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.md"
    page.write_text(f"```bash\n{text}\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="ended with"):
        Reader(Caller(capsys)).follow(page, long=False)
