"""What would measure a number: told once, of numbers that there are, in both languages, with a day for every guess."""

import pytest

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName
from dualtrack.language.statements.measurable import Measurable, SaidBy, check_measurables, guess
from tests.lab.toys import growth

MODEL = growth()
WHAT = ("Landings by port", "各港上岸量")
SAID = guess("2026-11-30")


def test_a_guess_has_no_source_and_a_day() -> None:
    assert SAID.is_guess
    assert not SaidBy("fisheries_2026", "2026-11-30").is_guess
    with pytest.raises(BadNumber, match="no day"):
        guess("next spring")


@pytest.mark.parametrize(("days", "error"), [(0.0, None), (None, -1.0), (float("inf"), None)])
def test_days_and_errors_lie_above_nothing(days: float | None, error: float | None) -> None:
    with pytest.raises(BadNumber, match="above 0"):
        Measurable("base_speed", WHAT, SAID, days=days, error=error)


def test_words_stand_in_both_languages() -> None:
    with pytest.raises(NoMeaning):
        Measurable("base_speed", ("Landings", ""), SAID)
    with pytest.raises(NoMeaning):
        Measurable("base_speed", WHAT, SAID, publisher=("", "渔业局"))


def test_a_day_of_publication_is_a_day() -> None:
    assert Measurable("base_speed", WHAT, SAID, due="2027-04-30").due == "2027-04-30"
    with pytest.raises(BadNumber):
        Measurable("base_speed", WHAT, SAID, due="2027-13-01")


def test_only_uncertain_numbers_are_told_and_each_once() -> None:
    good = Measurable("base_speed", WHAT, SAID)
    check_measurables(MODEL, [good])
    with pytest.raises(UnknownName, match="base_spede") as refused:
        check_measurables(MODEL, [Measurable("base_spede", WHAT, SAID)])
    assert "base_speed" in str(refused.value)
    with pytest.raises(UnknownName):
        check_measurables(MODEL, [Measurable("initial_capability", WHAT, SAID)])
    with pytest.raises(DuplicateName):
        check_measurables(MODEL, [good, good])
