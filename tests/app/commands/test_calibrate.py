"""Worlds drawn by the record, from the command line: a result is told in text and data, a failure ends with 1 and shows none."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.commands import calibrate as module
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.laboratory import Laboratory
from tests.app.answer_faults import faults
from tests.app.calling import Caller
from tests.lab.calibrate.test_calibrate import calibrated


def answering(found: Calibration, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The laboratory answers with a toy's calibration, and what it was asked."""
    asked: list[Any] = []

    def answer(laboratory: object, *given: Any) -> Calibration:
        asked.extend(given)
        return found

    monkeypatch.setattr(module, "draw_by_record", answer)
    return asked


def failed() -> Calibration:
    found = calibrated(True)
    return replace(found, agreement=replace(found.agreement, greatest=0.2))


def test_a_result_is_told_in_text(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(calibrated(True), monkeypatch)
    said = " ".join(call.fine("calibrate", "--worlds", "300", "--seed", "4", "--tilt", "essay", "--floor", "0.4").out.split())
    assert asked[:4] == [300, 4, "essay", 0.4]
    for words in (
        "The two runs agree.",
        "两次独立抽样一致",
        "3 figures of 1 formulas",
        "Log evidence",
        "What moved most",
        "silent on 0 of 1 mechanisms",
        "drawn by the record",
    ):
        assert words in said


def test_a_failure_ends_with_1_and_shows_no_finding(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(failed(), monkeypatch)
    answer = call("calibrate")
    assert answer.code == 1
    assert "It failed" in answer.out
    assert "no result" in answer.out
    assert "What moved most" not in answer.out
    assert "mechanisms" not in answer.out
    data = call("calibrate", "--json")
    assert data.code == 1
    assert data.json["agrees"] is False
    assert "numbers" not in data.json


def test_its_data_has_the_shape_of_all_answers(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(calibrated(True), monkeypatch)
    found = call.fine("calibrate", "--json").json
    assert sorted(set(faults("calibrate", found))) == []
    assert found["origin"]["worlds"] == {"drawn": 4000}
    assert found["switches"][0]["name"] == "mechanism"


def test_too_few_worlds_are_refused(call: Caller) -> None:
    call.refused("calibrate", "--worlds", "99")


@pytest.mark.parametrize(("factor", "said"), [(float("inf"), "over 100"), (250.0, "over 100"), (1.234, "1.2"), (0.5, "0.50")])
def test_a_factor_is_told_no_more_exactly_than_it_is_known(factor: float, said: str) -> None:
    assert module._factor(factor) == said


PRIOR = 'title = "Faster"\n[priors.progress_rate]\nlow = 0.3\nhigh = 0.4\nwhy = "a guess"\n'


def asked_with_and_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mine: Calibration, shipped: Calibration
) -> tuple[str, list[Laboratory]]:
    """A study, for whose laboratory one calibration answers and for the shipped one another; and the laboratories asked."""
    asked: list[Laboratory] = []

    def answer(laboratory: Laboratory, *_: object) -> Calibration:
        asked.append(laboratory)
        return mine if laboratory.model["progress_rate"].low == 0.3 else shipped

    monkeypatch.setattr(module, "draw_by_record", answer)
    file = folder / "mine.toml"
    file.write_text(PRIOR, encoding="utf-8")
    return str(file), asked


def test_what_a_study_changes_is_mine_less_what_is_shipped(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mechanism that is in the record of the one and not of the other: its odds, the numbers and the fact go with it."""
    there, gone = calibrated(True), calibrated(False)
    file, _ = asked_with_and_without(tmp_path, monkeypatch, there, gone)
    rows = {row["place"]: row for row in call.fine("calibrate", "--study", file, "--json").json["beside"]}
    said = rows["switches / mechanism / says"]
    assert (said["shipped"], said["mine"]) == (gone.switches["mechanism"].says, "strong") and said["shipped"] != "strong"
    shifts = {each.name: each.shift for each in there.numbers}
    before = {each.name: each.shift for each in gone.numbers}
    for name in shifts:
        row = rows[f"numbers / {name} / shift"]
        assert row["difference"] == pytest.approx(shifts[name] - before[name], abs=1e-12)
    assert "agrees" not in rows
    text = call.fine("calibrate", "--study", file).out
    assert "What your study changes" in text
    assert f"differ by {there.agreement.typical:.3f} sd or less" in " ".join(text.split())
    least = min((row for row in rows.values() if row["place"].endswith("shift")), key=lambda row: abs(row["difference"]))
    assert abs(least["difference"]) < there.agreement.typical
    assert least["place"].split(" / ")[1] not in text.partition("What your study changes")[2]


def test_where_the_draws_of_a_study_disagree_nothing_stands_beside(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, asked = asked_with_and_without(tmp_path, monkeypatch, failed(), calibrated(True))
    answer = call("calibrate", "--study", file, "--json")
    assert answer.code == 1
    assert "beside" not in answer.json
    assert len(asked) == 1


def test_where_the_shipped_draws_disagree_that_alone_is_told(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _ = asked_with_and_without(tmp_path, monkeypatch, calibrated(True), failed())
    (row,) = call.fine("calibrate", "--study", file, "--json").json["beside"]
    assert (row["place"], row["shipped"], row["mine"]) == ("agrees", False, True)
    text = " ".join(call.fine("calibrate", "--study", file).out.split())
    assert "draws agree no yes" in text
    assert "as two draws by one record do" not in text


def test_a_number_whose_prior_is_the_studys_own_is_told_by_its_mean() -> None:
    """Shifts in standard deviations of two priors are not of one kind."""
    found = calibrated(True)
    rows = {each["name"]: each for each in module.told(found, own=("base_speed",))["numbers"]}
    assert rows["base_speed"]["mean"] == found.worlds.values["base_speed"].mean()
    assert "shift" not in rows["base_speed"]
    assert all("shift" in rows[each.name] for each in found.numbers if each.name != "base_speed")
    assert module.told(failed()) == {"agrees": False}
