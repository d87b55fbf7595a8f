"""What is told of an argument is said in both languages, and a worded lever rises from word to word."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from dualtrack.errors import BadNumber, NoMeaning
from dualtrack.language.declaration import Label
from dualtrack.language.statements.argument import ArgumentGroup, KeyFinding, TourStep, WordedLever, WordedValue

BOTH = ("Words", "词")
TWO = (WordedValue(0.0, BOTH), WordedValue(1.0, BOTH))


@pytest.mark.parametrize(
    "make",
    [
        lambda said: KeyFinding("K1", said),
        lambda said: ArgumentGroup("offer", said, ("K1",)),
        lambda said: TourStep(said, BOTH),
        lambda said: TourStep(BOTH, said),
        lambda said: WordedValue(0.0, said),
        lambda said: WordedLever("quota", "home", said, TWO),
    ],
)
def test_what_is_said_in_one_language_is_refused(make: Callable[[Label], Any]) -> None:
    make(BOTH)
    for said in (("Words", ""), ("", "词")):
        with pytest.raises(NoMeaning) as caught:
            make(said)
        assert "both languages" in (caught.value.fix or "")


def test_a_group_has_a_name() -> None:
    with pytest.raises(NoMeaning, match="called ``"):
        ArgumentGroup("", BOTH, ("K1",))


@pytest.mark.parametrize("values", [(), (0.0,), (1.0, 0.0), (0.0, 0.0)])
def test_words_of_a_lever_rise(values: tuple[float, ...]) -> None:
    with pytest.raises(BadNumber, match="`quota` has words at"):
        WordedLever("quota", "home", BOTH, tuple(WordedValue(value, BOTH) for value in values))


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_word_stands_at_a_finite_value(value: float) -> None:
    with pytest.raises(BadNumber):
        WordedValue(value, BOTH)
