"""`dualtrack page`: one file, the same bytes every time, and a word where verdicts were found from something else."""

from pathlib import Path

import pytest

from dualtrack.app.page.pack import found
from tests.app.calling import Caller


def test_the_page_is_written_as_one_file(call: Caller, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    answer = call.fine("page", "-o", str(place), "--json")
    assert answer.json["file"] == str(place)
    assert answer.json["bytes"] == place.stat().st_size
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_a_regime_of_a_user_stands_beside_the_others(call: Caller, tmp_path: Path, mine: Path) -> None:
    place = tmp_path / "page.html"
    call.fine("page", "-o", str(place), "--from", str(mine))
    text = place.read_text(encoding="utf-8")
    assert "\\u003cb>Mine\\u003c/b>" in text
    assert "<b>Mine</b>" not in text


def test_a_stale_table_is_told_of(call: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stale = tmp_path / "found.json"
    stale.write_text('{"fingerprint": "0"}', encoding="utf-8")
    monkeypatch.setattr(found, "table", lambda: stale)
    answer = call("page", "--check")
    assert answer.code == 1
    assert "fix   run `dualtrack page --renew`" in answer.err
    assert call("page", "--check", "--json").json["current"] is False


def test_a_file_that_cannot_be_written_is_refused(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("", encoding="utf-8")
    call.refused("page", "-o", str(tmp_path / "full" / "page.html"))
