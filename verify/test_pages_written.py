"""The theory's pages are written whole where one says, and are current then; `make pages` holds the shipped ones."""

from pathlib import Path

import pytest

from tests.app.calling import Caller


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


def test_pages_are_written_and_then_current(call: Caller, tmp_path: Path) -> None:
    place = ["docs", "-o", str(tmp_path / "theory")]
    assert "checkout" in call.refused(*place, "--check")
    assert list(tmp_path.iterdir()) == []
    written = call.fine(*place, "--json").json
    assert len(written["written"]) == written["pages"] == len(list((tmp_path / "theory").glob("*.md")))
    assert call.fine(*place, "--check").out == "every page is current\n"
