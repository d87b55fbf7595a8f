"""Every command and every line of Python that a page shows runs, those that take long among them, from the top of the page on."""

from pathlib import Path

import pytest

from tests.app.calling import Caller
from tests.documents.markdown_pages import PAGES, blocks
from tests.documents.run_blocks import Reader, checkout, is_long, is_run
from tests.house import ROOT

LONG = [page for page in PAGES if any(is_run(block) and is_long(block) for block in blocks(page))]


@pytest.mark.parametrize("page", LONG, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_runs_whole(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    checkout(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert Reader(Caller(capsys)).follow(page, long=True) == sum(map(is_run, blocks(page)))
