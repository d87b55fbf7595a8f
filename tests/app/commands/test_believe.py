"""What one must believe, from the command line: as text with its sentence, and as data that any program reads."""

import json
from typing import Any

import pytest

from dualtrack.app.believe_words import BOUNDS, again_words, sentence, tried_words, where_words
from dualtrack.lab.questions.break_even import BreakEven
from dualtrack.lab.worlds.stretch import Leeway
from tests.app.believing import MODEL, NAME, found
from tests.app.calling import Caller


@pytest.mark.parametrize(
    ("value", "above", "said", "said_zh"),
    [
        (0.2, True, "is at least 0.200 1/year, within its range of 0.080–0.280", "不低于0.200/年"),
        (0.2, False, "is at most 0.200 1/year", "不高于0.200/年"),
        (0.84, True, "at least 0.840 1/year, 3.0 times the largest value of its range", "上限的3.0倍"),
        (0.04, False, "at most 0.040 1/year, 0.50 of the least value of its range", "下限的0.50倍"),
        (None, False, "no value tried is enough, 0.008–2.28 1/year", "均不够"),
        (None, True, "every value tried will do", "均可"),
    ],
)
def test_the_sentence_says_the_value_its_side_and_where_it_lies(
    value: float | None, above: bool, said: str, said_zh: str
) -> None:
    en, zh = sentence(MODEL, found(value, above=above))
    assert said in en
    assert said_zh in zh
    assert en.startswith("To hold L5 true in 80 % of worlds one must believe ")
    assert "no single number" not in en


def test_a_claim_that_turns_back_is_said_to() -> None:
    once, twice = (BreakEven(0.8, 0.2, (0.1, 0.3), above=True, again=again) for again in ((), (0.5,)))
    assert again_words(once) == ("", "")
    assert "turns back about 0.500" in again_words(twice)[0]
    assert "0.500" in again_words(twice)[1]


def test_where_no_number_decides_alone_the_sentence_says_so() -> None:
    en, zh = sentence(MODEL, found(0.2, above=True, carries=0.08))
    assert "no single number decides it (“Rate of progress” carries 8 % of its variance, the most)" in en
    assert "8%" in zh
    assert en.endswith("no region of several was found.")


def test_every_bound_is_said_in_both_languages() -> None:
    for why in BOUNDS:
        assert all(tried_words(Leeway(NAME, 0.0, 1.0, 0.0, 1.0, why, why)))
    both = tried_words(Leeway(NAME, 0.0, 1.0, 0.0, 1.0, "sign", "times"))
    assert BOUNDS["sign"][0] in both[0]
    assert BOUNDS["times"][1] in both[1]
    assert "outside" in where_words(Leeway(NAME, -1.0, 1.0, -21.0, 21.0, "times", "times"), -3.0)[0]


def finite(word: str) -> Any:
    pytest.fail(f"{word} is no finite number")


def test_a_mechanism_that_decides_alone_by_existing_is_told_as_text_and_as_data(call: Caller) -> None:
    said = call("believe", "h8", "--worlds", "1200").out
    assert "To hold H8 true in 80 % of worlds one must believe that “Retaliation” exists." in " ".join(said.split())
    assert "dated Chinese counter-measures with stated causes" in " ".join(said.split())
    data = json.loads(call("believe", "h8", "--worlds", "1200", "--json").out, parse_constant=finite)
    assert data["single"] is True
    (number,) = data["numbers"]
    assert (number["name"], number["unit"], number["assumed"]) == ("retaliation_strength", "1", True)
    assert [(turn["level"], turn["value"]) for turn in number["turns"]] == [(0.8, 1.0), (0.5, 1.0), (0.2, 0.0)]
    assert [point["value"] for point in number["curve"]] == [0.0, 1.0]
    assert data["origin"]["worlds"]["fresh"] == 200


def test_a_number_that_cannot_do_it_is_said_to_have_no_value(call: Caller) -> None:
    said = call("believe", "L5", "--worlds", "1200", "--number", "diversion_strength", "--number", "progress_rate")
    text = " ".join(said.out.split())
    assert "no value tried" in text
    assert "all that a switch can be" in text
    assert "True in per cent of worlds: “Dependence diverts” across, “Rate of progress” down" in text


@pytest.mark.parametrize(
    ("words", "near"),
    [(("L55",), "L5"), (("L5", "--number", "progres_rate"), "progress_rate"), (("L5", "--tilt", "esay"), "essay")],
)
def test_what_is_misspelt_is_refused_with_the_nearest(call: Caller, words: tuple[str, ...], near: str) -> None:
    done = call("believe", *words, "--worlds", "600")
    assert done.code == 1
    assert f"near  {near}" in done.err
