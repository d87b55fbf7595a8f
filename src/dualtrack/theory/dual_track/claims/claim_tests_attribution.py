"""What would count as true of attribution by technology root: to whom the same success pays, and whose story it feeds."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Size
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    BEFORE,
    GATE,
    LIMITED,
    PARTING,
    PER_CENT,
    READ,
    RULED,
    VALUATION,
    change,
    if_taken_up,
    off,
    share_of,
    without_essay,
)

FIVE_PER_CENT, FIVE_POINTS = 0.05, 0.05
_SUCCESS = Frozen(("application_value", "visible_success"), LIMITED)
_ON_DOMESTIC_ROOTS = Frozen(("running_us_share", "api_share"), LIMITED, 0.0, PARTING)
_NO_SUCCESS = Frozen(("visible_success",), LIMITED, 0.0, PARTING)
_SAME_SUCCESS_DENIED = Arm("near_embargo", frozen=(_SUCCESS,))
_SAME_SUCCESS_REFUSED = Arm("refusal", frozen=(_SUCCESS,))
_SAME_SUCCESS_AT_HOME = Arm("limited_opening", frozen=(_SUCCESS, _ON_DOMESTIC_ROOTS))
_NO_SUCCESS_AT_HOME = Arm("limited_opening", frozen=(Frozen(("application_value",), LIMITED), _ON_DOMESTIC_ROOTS, _NO_SUCCESS))
_PAID = change(LIMITED, _SAME_SUCCESS_DENIED, "us_receipts_share", RULED)
_CHANGED_SIDES = change(_SAME_SUCCESS_REFUSED, LIMITED, "running_us_share")


def _supports(year=READ):
    """What success on domestic roots adds to value over none."""
    return share_of(_SAME_SUCCESS_AT_HOME, _NO_SUCCESS_AT_HOME, VALUATION, year)


def _dividend(quantity=VALUATION, year=READ):
    """What the same success adds on American roots over domestic ones."""
    return share_of(LIMITED, _SAME_SUCCESS_AT_HOME, quantity, year)


ATTRIBUTION_TESTS = (
    ClaimTest(
        "A1",
        (
            "The same success pays American vendors at least five points more of what they take in, in 2030, on the roots that "
            "limited opening leaves than on those that near-embargo leaves.",
            "2030年，同样的成功若建于有限放开所留的技术根，其付款占美方厂商收入的比例，比建于近乎禁运所留的技术根至少高五个百分点。",
        ),
        Is(_PAID, "at_least", FIVE_POINTS),
        headline=_PAID,
        variants=(
            if_taken_up(Is(_PAID, "at_least", FIVE_POINTS)),
            Variant(
                ("a refusal moves 5 % of the work to other roots (accounting)", "拒购使5%的负载改换技术根（核算）"),
                Is(Size(_CHANGED_SIDES), "at_least", FIVE_PER_CENT),
            ),
        ),
        null=without_essay(
            (
                "No mechanism of the essay exists; what is offered, bought and refused for other reasons is as drawn.",
                "文章的机制均不存在；出于其他原因的供给、购买与拒购照抽样取值。",
            )
        ),
        partners_off=GATE,
        sizes=("budget_ratio", "initial_own_means", "own_means_growth", "ecosystem_sensitivity", "risk_sensitivity"),
    ),
    ClaimTest(
        "A2",
        (
            "With root-independent proof of demand allowed, valuation with domestically rooted success is in 2032 at most 1 % "
            "above that with no success.",
            "允许与技术根无关的需求证明时，2032年国产技术根成功下的估值至多比无成功时高1%。",
        ),
        Is(_supports(), "at_most", PER_CENT),
        headline=_supports(),
        null=Null(
            (
                "Any success, of whatever root, fully proves demand for AI: what the claim denies.",
                "任何成功，无论技术根，都充分证明对AI的需求：即该主张所否认者。",
            ),
            held=(("demand_proof_strength", 1.0),),
        ),
        variants=(Variant(("in 2029", "2029年"), Is(_supports(BEFORE), "at_most", PER_CENT)),),
        partners=("belief_strength",),
        sizes=(
            "proof_weight",
            "proof_growth",
            "evidence_rate",
            "premium_of_confidence",
            "belief_rate",
            "belief_on_valuation",
            "other_ground",
        ),
        absence=True,
    ),
    ClaimTest(
        "A3",
        (
            "The same success on the roots that limited opening leaves has the leading vendor's market value at least 1 % higher "
            "in 2032 than if all of it ran on domestic roots from 2026.9 on.",
            "同样的成功，在有限放开所留的技术根上，2032年领先厂商市值较自2026.9起全部运行于国产技术根时至少高1%。",
        ),
        Is(_dividend(), "at_least", PER_CENT),
        headline=_dividend(),
        rests_on=("validation_strength", "belief_strength"),
        null=off(
            (
                "American-rooted success tells investors nothing and belief moves nothing; the root may still matter by cash.",
                "美系技术根上的成功不向投资者说明什么，信念亦不起作用；技术根仍可经现金流起作用。",
            ),
            "validation_strength",
            "belief_strength",
        ),
        partners_off=GATE,
        sizes=(
            "proof_weight",
            "neutral_rank",
            "salience_time",
            "proof_growth",
            "belief_on_valuation",
            "belief_rate",
            "other_ground",
            "premium_of_confidence",
        ),
        variants=(
            if_taken_up(Is(_dividend(), "at_least", PER_CENT)),
            Variant(("in 2029", "2029年"), Is(_dividend(year=BEFORE), "at_least", PER_CENT)),
            Variant(("confidence at least 5 % higher", "信心至少高5%"), Is(_dividend("confidence"), "at_least", FIVE_PER_CENT)),
        ),
    ),
)
