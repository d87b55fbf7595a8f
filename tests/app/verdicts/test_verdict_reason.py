"""Why a claim is not decided: between the bounds, priors apart, too near a bound, or no better than its placebo."""

import pytest

from dualtrack.app.verdicts.verdict_reason import reason
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.claims.under_prior import Answer, ClaimReading
from dualtrack.lab.statistics.verdict import Lead, Share, decide
from dualtrack.language.statements.claim_measure import Arm, Delay
from dualtrack.language.statements.claim_test import ClaimTest, Is

MEASURE = Delay(Arm("a"), Arm("b"), "x")
TEST = ClaimTest("T", ("Asked", "所问"), Is(MEASURE, "at_least", 3.0), MEASURE)


def said(*percent: float, lead: Lead | None = None, reached: Share | None = None) -> str:
    shares = [Share(round(10 * each), 1000) for each in percent]
    answers = [Answer(str(each), ClaimReading(each, None, None, lead, (), 0), None, ()) for each in shares]
    return reason(Judgement(TEST, decide([(each, lead) for each in shares]), tuple(answers)), reached)[0]


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
        ((90, 95, 99), "every prior agrees; so before any record too"),
        ((99, 99.5, 98), "every prior agrees; nearly true by construction: in 98 % of worlds before any record"),
        ((5,), "clear of the bound; so before any record too"),
        ((1, 2), "every prior agrees; nearly false by construction: true in 2 % of worlds before any record"),
    ],
)
def test_the_reason_fits_where_the_shares_lie(percent: tuple[float, ...], expected: str) -> None:
    assert said(*percent) == expected


def test_support_without_a_lead_says_so() -> None:
    assert said(95, 97, lead=Lead(0.1, 0.025, 0.3)) == "hardly oftener true than without the mechanism"


def test_a_contradiction_says_whether_any_strength_of_its_mechanism_could_help() -> None:
    assert said(5, 6, reached=Share(9, 200)).endswith(
        "by the sizes declared, not the record: with its mechanism at full strength true in 4 %"
    )
    assert said(5, 6, reached=Share(90, 200)) == "every prior agrees; with its mechanism at full strength true in 45 %"
    assert "full strength" not in said(50, 60, reached=Share(90, 200))


def test_a_verdict_that_the_record_tips_says_so() -> None:
    before, after = (ClaimReading(Share(count, 1000), None, None, None, (), 0) for count in (700, 900))
    assert (
        reason(Judgement(TEST, "supported", (Answer("one", before, after, ()),)))[0] == "clear of the bound; the record tips it"
    )
