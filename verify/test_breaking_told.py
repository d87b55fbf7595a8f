"""What breaking a regime says where no world fails, where the middle of the prior does, and beside a study; searches are long."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands.break_regime import broken_data, paragraphs
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.find_witnesses import find_failing
from dualtrack.lab.laboratory import Laboratory
from tests.app.calling import Caller

TEXT = "independent_capability < 0.7"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    monkeypatch.delenv("COLUMNS", raising=False)
    return Caller(capsys)


@cache
def found(text: str) -> Broken:
    laboratory = bind()
    return find_failing(laboratory, (laboratory.regime("limited_opening"), None), text, 80, 3, "")


def test_what_holds_in_every_world_is_told_with_its_bound() -> None:
    direct = found("dependence < 5")
    (said,) = paragraphs(bind(), direct)
    assert "No world was met" in said[0] and "no proof" in said[0]
    assert broken_data(bind(), direct)["distance"] is None


def test_what_fails_in_the_middle_is_told_so() -> None:
    direct = found("independent_capability < 0.5")
    first, mended = paragraphs(bind(), direct)
    assert "fails in the middle of the prior itself" in first[0]
    assert "half a standard deviation" not in mended[0]


PRIOR = 'title = "Faster"\n[priors.progress_rate]\nlow = 0.3\nhigh = 0.4\nwhy = "a guess"\n'
"""A number that the shipped model holds lower."""


def asked_with_and_without(monkeypatch: pytest.MonkeyPatch, mine: str, shipped: str) -> list[Laboratory]:
    """Let the laboratory of a study answer for one condition and the shipped one for another; the laboratories that are asked."""
    asked: list[Laboratory] = []

    def answer(laboratory: Laboratory, *_: Any) -> Broken:
        asked.append(laboratory)
        return found(mine if laboratory.model["progress_rate"].low == 0.3 else shipped)

    monkeypatch.setattr("dualtrack.app.commands.break_regime.find_failing", answer)
    return asked


def test_what_a_study_changes_is_mine_less_what_is_shipped(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(PRIOR, encoding="utf-8")
    asked = asked_with_and_without(monkeypatch, TEXT, "independent_capability < 0.5")
    said = call.fine("break", "limited_opening", TEXT, "--study", str(file), "--json").json
    assert len(asked) == 2 and asked[1].model["progress_rate"].low == bind().model["progress_rate"].low
    mine, shipped = found(TEXT), found("independent_capability < 0.5")
    rows = {row["place"]: row for row in said["beside"]}
    assert mine.nearest is not None and shipped.nearest is not None
    assert (rows["distance"]["shipped"], rows["distance"]["mine"]) == (shipped.nearest.distance, mine.nearest.distance)
    assert mine.counted.share is not None and shipped.counted.share is not None
    share = rows["failing_share"]
    assert share["difference"] == mine.counted.share.value - shipped.counted.share.value < 0
    assert (rows["middle / fails"]["shipped"], rows["middle / fails"]["mine"]) == (True, False)
    text = call.fine("break", "limited_opening", TEXT, "--study", str(file)).out
    assert "What your study changes" in text and "share of worlds in which it fails" in text


def test_a_failure_that_only_a_study_has_stands_beside_none(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(PRIOR, encoding="utf-8")
    asked_with_and_without(monkeypatch, TEXT, "dependence < 5")
    rows = call.fine("break", "limited_opening", TEXT, "--study", str(file), "--json").json["beside"]
    (distance,) = [row for row in rows if row["place"] == "distance"]
    assert (distance["shipped"], distance["difference"]) == (None, None)
    text = call.fine("break", "limited_opening", TEXT, "--study", str(file)).out
    (line,) = [line for line in text.splitlines() if "how far it fails" in line]
    assert "–" in line and "None" not in line
