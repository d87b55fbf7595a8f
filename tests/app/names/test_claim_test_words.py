"""Tests of claims in words: of which worlds alone something is asked, and a fall by how much, within what and since when."""

from dualtrack.app.names.claim_test_words import arm_words, condition_words
from dualtrack.language.statements.claim_measure import Arm, Fall, Slope, Sum
from dualtrack.language.statements.claim_test import Every, Given, Is

CLOSED, OPENED = (Fall(Arm(name), "price", 0.3, 2.0, 2026.9) for name in ("closed", "opened"))
FALLS = Is(CLOSED, "below", 2032.0)
LATER = Is(Sum(((1.0, OPENED), (-1.0, CLOSED))), "at_least", 0.5)
YEAR = "the year from 2026.9 on in which price first stands 30 % below its highest of the last 2 years under"


def test_a_fall_and_a_first_condition_are_told() -> None:
    assert condition_words(Given(FALLS, Every((LATER, FALLS)), ("a bubble forms", "出现泡沫"))) == (
        "asked only of worlds in which a bubble forms:",
        f"{YEAR} closed is below 2032",
        "and true where there:",
        f"1 x ({YEAR} opened) plus -1 x ({YEAR} closed) is at least 0.5",
        f"and {YEAR} closed is below 2032",
    )


def test_of_many_runs_it_is_said_that_falls_are_read() -> None:
    (said,) = condition_words(Is(Slope(((0.0, CLOSED), (1.0, OPENED))), "above", 0.0))
    assert said == "the slope of a straight line through 2 points, of years of a fall of price under closed, opened is above 0"


def test_a_step_of_an_arms_own_is_told() -> None:
    assert arm_words(Arm("closed", step=1 / 32)) == "closed with steps of 0.03125 year"
