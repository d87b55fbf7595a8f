"""Why a claim is not decided: between the bounds, priors apart, too near a bound, or no better than its placebo."""

import pytest

from dualtrack.app.verdict_rows import reason
from dualtrack.lab.claims import Judgement
from dualtrack.lab.reading import Answer, Reading
from dualtrack.lab.verdict import Lead, Share, decide
from dualtrack.language.claim_test import Arm, ClaimTest, Delay, Is

MEASURE = Delay(Arm("a"), Arm("b"), "x")
TEST = ClaimTest("T", ("Asked", "所问"), Is(MEASURE, "at_least", 3.0), MEASURE)


def said(*percent: float, lead: Lead | None = None) -> str:
    shares = [Share(round(10 * each), 1000) for each in percent]
    answers = [Answer(str(each), Reading(each, None, None, lead, (), 0), None, ()) for each in shares]
    return reason(Judgement(TEST, decide([(each, lead) for each in shares]), tuple(answers)))[0]


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        ((50, 60, 40), "between the bounds under every prior"),
        ((50,), "between the bounds"),
        ((50, 79, 40), "between the bounds, or too near one to tell"),
        ((10, 50, 10), "priors differ"),
        ((90, 10), "priors differ"),
        ((79, 81, 80), "sampling error could flip it"),
        ((10, 19, 5), "sampling error could flip it"),
        ((90, 95, 99), "every prior agrees"),
        ((5,), "clear of the bound"),
    ],
)
def test_the_reason_fits_where_the_shares_lie(percent: tuple[float, ...], expected: str) -> None:
    assert said(*percent) == expected


def test_support_without_a_lead_says_so() -> None:
    assert said(95, 97, lead=Lead(0.1, 0.025, 0.3)) == "hardly oftener true than without the mechanism"
