"""Verdicts in words: every word in both languages, and what stands against one in the headline, in its row and in the report."""

from typing import Any, get_args

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.verdicts.verdict_words import (
    MEANT,
    NEAR,
    SAID,
    WHY,
    caveat,
    is_moved,
    near_label,
    tally_words,
    turning_label,
    verdict_cell,
    verdict_label,
)
from dualtrack.lab.verdicts.verdict import ANSWERS, Bound, Why

MODEL = bind().model


def row(verdict: str = "open", **more: Any) -> dict[str, Any]:
    plain = {"id": "X", "verdict": verdict, "why": "many things" if verdict == "open" else "", "number": "", "near": ""}
    return {**plain, "second_parting": None, "firmness": None, "turns": [], "needed": None, **more}


def second(verdict: str, near: str = "") -> dict[str, Any]:
    return {"year": 2023.9, **{key: row(verdict, near=near)[key] for key in ("verdict", "why", "number", "near")}}


def test_every_word_is_said_once_in_each_language() -> None:
    for labels, keys in ((SAID, ANSWERS), (MEANT, ANSWERS), (WHY, get_args(Why)), (NEAR, [b for b in get_args(Bound) if b])):
        assert set(labels) == set(keys)
        for said in zip(*labels.values(), strict=True):
            assert len(set(said)) == len(said)


def test_a_verdict_has_one_word_on_the_page_and_in_reports() -> None:
    for place, language in enumerate(("en", "zh")):
        shown = catalogues()[language]
        assert {answer: shown[f"verdicts.is.{answer.replace(' ', '-')}"] for answer in SAID} == {
            answer: label[place] for answer, label in SAID.items()
        }


def test_another_word_at_the_other_date_is_told_beside_the_verdict() -> None:
    moved = row("supported", second_parting=second("contradicted"))
    assert caveat(moved)[0] == "contradicted where regimes leave history in 2023.9"
    assert verdict_cell(moved) == "supported;\n2023.9: contradicted"
    assert "where regimes leave history in 2023.9: X contradicted instead of supported" in tally_words([moved])


@pytest.mark.parametrize("same", [second("supported"), second("open", near="supported"), None])
def test_the_same_word_or_one_for_lack_of_worlds_is_no_caveat(same: dict[str, Any] | None) -> None:
    found = row("supported", second_parting=same)
    assert not is_moved(found) and caveat(found) == ("", "")
    assert verdict_cell(found) == "supported" and tally_words([found]) == "1 supported"


def test_an_open_claim_says_why_and_near_which_bound() -> None:
    assert verdict_label(row()) == ("open: many things", "未定：取决于多项")
    assert verdict_label(row(why="the record is silent", near="existence"))[0] == "open: the record is silent"
    found = row(near="contradicted")
    assert verdict_label(found) == ("open", "未定")
    assert near_label(found)[0] == "near the bound of contradiction, more worlds would tell"


def test_what_turns_a_verdict_is_told_with_its_number_and_unit() -> None:
    number = "talent_time"
    turning = row(number=number, why="hangs on one number", turns=[{"level": 0.5, "value": 3.25}])
    assert turning_label(MODEL, turning)[0] == f"hangs on “{MODEL[number].label[0]}”, and turns at about 3.2 year"
    flips = {"name": number, "value": 4.0, "distance": 1.44}
    loose = row("contradicted", firmness={"firm": False, "flips": flips})
    assert "at 4.0 year (1.4 standard deviations out)" in turning_label(MODEL, loose)[0]
    assert "firm" in turning_label(MODEL, row("contradicted", firmness={"firm": True, "flips": None}))[0]
    small = row("too small as sized", needed={"factor": 3.162, "share": None, "stopped": []})
    assert turning_label(MODEL, small) == ("would need 3.2 times the largest sizes assumed", "需为所设最大数值的3.2倍")
    never = row("too small as sized", needed={"factor": None, "share": {"probability": 0.14}, "stopped": []})
    assert turning_label(MODEL, never)[0] == "not even at up to 10 times the largest sizes assumed (at most 14 %)"
