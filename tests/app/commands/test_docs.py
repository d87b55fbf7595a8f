"""Generated pages: changed ones are found and written, a person's own are left alone."""

import os
from pathlib import Path

from dualtrack.app.commands.docs import stale_pages, write_pages
from dualtrack.errors import OutputError
from dualtrack.targets.print.book import NOTICE
from tests.refusals import refused

PAGES = {"index.md": f"{NOTICE}\n\n# Contents\n", "trade.md": f"{NOTICE}\n\n# Trade\n"}


def test_missing_changed_and_left_over_pages_are_stale(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text(PAGES["index.md"], encoding="utf-8")
    (tmp_path / "gone.md").write_text(f"{NOTICE}\n\n# Gone\n", encoding="utf-8")
    (tmp_path / "mine.md").write_text("A page of a person.", encoding="utf-8")
    assert stale_pages(tmp_path, PAGES) == ["gone.md", "trade.md"]
    write_pages(tmp_path, PAGES, ["gone.md", "trade.md"])
    assert stale_pages(tmp_path, PAGES) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index.md", "mine.md", "trade.md"]


def test_pages_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"\xff\xfe")
    refused(OutputError, lambda: stale_pages(tmp_path, PAGES), where=str(tmp_path))


def test_a_page_of_a_person_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "trade.md").write_text("A page of a person.", encoding="utf-8")
    error = refused(OutputError, lambda: write_pages(tmp_path, PAGES, stale_pages(tmp_path, PAGES)), where="trade.md")
    assert "--replace" in error.fix
    assert [each.name for each in tmp_path.iterdir()] == ["trade.md"]
    write_pages(tmp_path, PAGES, stale_pages(tmp_path, PAGES), replace=True)
    assert stale_pages(tmp_path, PAGES) == []


def test_a_link_and_a_pipe_beside_the_pages_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "aside.md").symlink_to(tmp_path / "gone.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert stale_pages(tmp_path, PAGES) == ["index.md", "trade.md"]
