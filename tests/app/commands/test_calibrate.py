"""Worlds drawn by the record, from the command line: a result is told in text and data, a failure ends with 1 and shows none."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.app.commands import calibrate as module
from dualtrack.lab.calibrate.calibration import Calibration
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
