"""Sentences of `matter` say nothing wrong where the truth is known, and say something where they can."""

from collections import Counter

import pytest

from dualtrack.app.commands.matter import method_of
from dualtrack.app.matter_words import sentence
from dualtrack.lab.questions.asked import AskedLevel
from dualtrack.lab.questions.matter import matter
from tests.app.truly import CHANCES, kind, rare_setting, said, wrongs
from tests.lab.known_shares import RARE, rare_event

each_chance = pytest.mark.parametrize("chances", CHANCES.values(), ids=CHANCES.keys())


@each_chance
@pytest.mark.parametrize("pairs", [64, 4096])
def test_no_sentence_is_wrong_where_one_world_in_five_hundred_moves_the_answer(chances: tuple[float, float], pairs: int) -> None:
    """Long: `verify/test_sentences_of_matter.py`."""
    known, here = rare_event(*chances), rare_setting(chances)
    for seed in range(8):
        assert wrongs(said(here, pairs, seed), known) == []


def test_few_worlds_are_said_to_be_few() -> None:
    here = rare_setting((RARE, 1.0))
    (found,) = matter(here, [AskedLevel("answer", 2021.0)], method_of(512), seed=3).answers
    en, zh = sentence(here, found)
    moved = found.indices.moved
    assert f"not resolved: {moved} of 1,024 worlds move it" in en
    assert "尚不能分辨" in zh


def test_more_worlds_tell_what_few_do_not() -> None:
    """Where one input decides, it is named as soon as enough worlds move; where two do alike, both are, in no order."""
    told = {
        name: Counter(kind(said(rare_setting(CHANCES[name]), 16384, seed)) for seed in range(3))
        for name in ("one input", "two alike")
    }
    assert told == {"one input": {"order": 3}, "two alike": {"no order": 3}}


def test_a_wrong_sentence_would_be_seen() -> None:
    known = rare_event(1 / 50, 1 / 10)
    shares = "“w” (90 %; 80 % to 95 %)"
    assert wrongs(f"It hangs most on {shares}: shares of its variance over worlds.", known)
    assert wrongs("It hangs most on “z” (90 %; 80 % to 95 %), then on “x” (5 %; 0 % to 9 %): shares of its variance.", known)
    assert wrongs("Hardly any of it comes from their interplay.", known)
    assert wrongs("the answer is 0 in every world", known)
    assert wrongs("Among the larger shares: “x” (104 %; 80 % to 120 %).", known)
    assert not wrongs(
        "It hangs most on “x” (99 %; 90 % to 100 %), then on “z” (90 %; 80 % to 95 %): shares of its variance.", known
    )
