"""Breaking a regime on the command line: the laboratory's answer in data and in sentences of two languages."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.options.theory_help import NEUTRAL
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.find_witnesses import find_failing
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import one_run
from tests.app.calling import Caller

TEXT = "independent_capability < 0.7"


@cache
def found() -> Broken:
    laboratory = bind()
    return find_failing(laboratory, (laboratory.regime("limited_opening"), None), TEXT, 40, 3, "")


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


def test_a_study_of_a_regime_alone_changes_nothing_that_is_shipped(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = "R"\n[regimes.mine]\nlabel = "Mine"\nbase = "as_is"\nparts_at = 2028.0\nlevers = { memory_access = 0.9 }\n',
        encoding="utf-8",
    )
    asked: list[Laboratory] = []

    def answer(laboratory: Laboratory, *_: Any) -> Broken:
        asked.append(laboratory)
        return found()

    monkeypatch.setattr("dualtrack.app.commands.break_regime.find_failing", answer)
    assert "beside" not in call.fine("break", "mine", TEXT, "--study", str(file), "--json").json
    assert len(asked) == 1
