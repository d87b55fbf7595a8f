"""Breaking a regime on the command line: the laboratory's answer in data and in sentences of two languages."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands.break_regime import broken_data, paragraphs
from dualtrack.app.options.theory_help import NEUTRAL
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.find_witnesses import find_failing
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import one_run
from tests.app.calling import Caller

TEXT = "independent_capability < 0.7"


def found(text: str = TEXT) -> Broken:
    return searched(text)


@cache
def searched(text: str) -> Broken:
    laboratory = bind()
    return find_failing(laboratory, (laboratory.regime("limited_opening"), None), text, 80, 3, "")


def test_the_answer_is_the_laboratorys_and_told_in_two_languages(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def answer(*given: Any) -> Broken:
        asked.extend(given)
        return found()

    monkeypatch.setattr("dualtrack.app.commands.break_regime.find_failing", answer)
    said = call.fine("break", "limited_opening", TEXT, "--worlds", "200", "--seed", "3", "--json").json
    direct, (_, regimes, *rest, _) = found(), asked
    assert ([each and each.name for each in regimes], rest) == (["limited_opening", None], [TEXT, 200, 3, NEUTRAL])
    assert (said["condition"], said["origin"]["seed"]) == ("independent_capability @ 2040 < 0.7", 3)
    assert direct.nearest is not None and said["distance"] == direct.nearest.distance
    assert said["units"]["distance"] == "standard_deviation"
    near, story, mended = said["sentences"]
    assert number(direct.nearest.distance) in near["en"] and number(direct.nearest.distance) in near["zh"]
    assert direct.told is not None
    for each in direct.told.off[:8]:
        for language, label in zip(("en", "zh"), each.label, strict=True):
            assert label in story[language] and number(each.value) in story[language]
    move = direct.mends[0].nearest[0]
    assert number(move.value) in mended["en"] and f"{direct.mends[0].mended} of {direct.mends[0].failing}" in mended["en"]


def test_the_failing_world_fails_when_it_is_run_again_by_the_oracle() -> None:
    """The world of the answer, given back by its numbers alone, reads what the answer says."""
    direct = found()
    assert direct.told is not None
    end = one_run(bind(), "limited_opening", world=direct.told.values).at("independent_capability", 2040.0)
    assert end >= 0.7 - 1e-9
    assert abs(end - direct.told.answers[0]) < 1e-9


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


@pytest.mark.parametrize(
    ("condition", "fix"),
    [
        ("independent_capability < -1", "between 0 and 1"),
        ("independent_capability <= 0.9 and dependence > 1", "between 0 and 1"),
        ("difference(dependence) >= 1.5", "between -1 and 1"),
    ],
)
def test_what_no_world_can_meet_is_refused_by_the_declared_bounds(call: Caller, condition: str, fix: str) -> None:
    said = call.refused("break", "limited_opening", condition, "--worlds", "100")
    assert "can be met in no world" in said
    assert fix in said


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
    mine, shipped = found(), found("independent_capability < 0.5")
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


def test_a_study_of_a_regime_alone_changes_nothing_that_is_shipped(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = "R"\n[regimes.mine]\nlabel = "Mine"\nbase = "as_is"\nparts_at = 2028.0\nlevers = { memory_access = 0.9 }\n',
        encoding="utf-8",
    )
    asked = asked_with_and_without(monkeypatch, TEXT, TEXT)
    assert "beside" not in call.fine("break", "mine", TEXT, "--study", str(file), "--json").json
    assert len(asked) == 1
