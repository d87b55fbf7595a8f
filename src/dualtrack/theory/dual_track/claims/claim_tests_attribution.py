"""What would count as true of attribution by technology root: to whom the same success pays, and whose story it feeds."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Size
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Some, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    LIMITED,
    PARTING,
    PER_CENT,
    VALUATION,
    change,
    off,
    share_of,
    without_essay,
)

FIVE_PER_CENT = 0.05
_SUCCESS = Frozen(("application_value", "visible_success"), LIMITED)
_ON_DOMESTIC_ROOTS = Frozen(("running_us_share",), LIMITED, 0.0, PARTING)
_NO_SUCCESS = Frozen(("visible_success",), LIMITED, 0.0, PARTING)
_SAME_SUCCESS_REFUSED = Arm("refusal", frozen=(_SUCCESS,))
_SAME_SUCCESS_AT_HOME = Arm("limited_opening", frozen=(_SUCCESS, _ON_DOMESTIC_ROOTS))
_NO_SUCCESS_AT_HOME = Arm("limited_opening", frozen=(Frozen(("application_value",), LIMITED), _ON_DOMESTIC_ROOTS, _NO_SUCCESS))
_DIVIDENDS = ("dividend_to_us_roots", "dividend_to_domestic_roots")
_CHANGED_SIDES = change(_SAME_SUCCESS_REFUSED, LIMITED, "running_us_share")

ATTRIBUTION_TESTS = (
    ClaimTest(
        "A1",
        (
            "The same success on the roots that a refusal of imports brings: at least 5 % of its dividends go to the other side "
            "in 2032, which is how much the American share of what runs changes.",
            "同样的成功，但根系为拒购之下的构成：2032年其红利至少5%转归另一方，即美系负载占比的变动。",
        ),
        Is(Size(_CHANGED_SIDES), "at_least", FIVE_PER_CENT),
        headline=_CHANGED_SIDES,
        variants=(
            Variant(
                ("5 % of what one side gets, whichever", "任一方所得变动5%"),
                Some(
                    tuple(
                        Is(Size(share_of(_SAME_SUCCESS_REFUSED, LIMITED, each)), "at_least", FIVE_PER_CENT) for each in _DIVIDENDS
                    )
                ),
            ),
        ),
        null=without_essay(
            (
                "No mechanism of the essay exists; a decree against imports still moves what work runs on, which is accounting.",
                "文章的机制均不存在；拒购政令仍会改变负载所在的根系，此为核算关系。",
            )
        ),
        sizes=("ecosystem_sensitivity", "porting_time", "switching_time", "spill_over"),
    ),
    ClaimTest(
        "A2",
        (
            "With root-independent proof of demand allowed, valuation with domestically rooted success is at most 1 % above that "
            "with no success.",
            "允许与根系无关的需求证明时，国产根系成功下的估值至多比无成功时高1%。",
        ),
        Is(share_of(_SAME_SUCCESS_AT_HOME, _NO_SUCCESS_AT_HOME, VALUATION), "at_most", PER_CENT),
        headline=share_of(_SAME_SUCCESS_AT_HOME, _NO_SUCCESS_AT_HOME, VALUATION),
        null=Null(
            (
                "Any success, of whatever root, fully proves demand for AI: what the claim denies.",
                "任何成功，无论根系，都充分证明对AI的需求：即该主张所否认者。",
            ),
            held=(("demand_proof_strength", 1.0),),
        ),
        partners=("belief_strength",),
        sizes=(
            "proof_weight",
            "proof_growth",
            "evidence_rate",
            "premium_of_confidence",
            "belief_rate",
            "belief_on_valuation",
        ),
        absence=True,
    ),
    ClaimTest(
        "A3",
        (
            "The same success on American roots leaves confidence in the American story at least 5 % higher in 2032 than on "
            "domestic roots.",
            "同样的成功，建于美系根系时2032年对美国叙事的信心比建于国产根系时至少高5%。",
        ),
        Is(share_of(LIMITED, _SAME_SUCCESS_AT_HOME, "confidence"), "at_least", FIVE_PER_CENT),
        headline=share_of(LIMITED, _SAME_SUCCESS_AT_HOME, "confidence"),
        rests_on=("validation_strength",),
        null=off(
            (
                "American-rooted success tells investors nothing; the root may still matter to them through cash and belief.",
                "美系根系上的成功不向投资者说明什么；根系仍可经现金流与信念影响他们。",
            ),
            "validation_strength",
        ),
        partners=("belief_strength",),
        sizes=(
            "proof_weight",
            "neutral_rank",
            "salience_time",
            "proof_growth",
            "evidence_rate",
            "belief_rate",
            "belief_on_valuation",
            "spending_valuation_elasticity",
        ),
        variants=(
            Variant(
                ("valuation at least 5 % higher", "估值至少高5%"),
                Is(share_of(LIMITED, _SAME_SUCCESS_AT_HOME, VALUATION), "at_least", FIVE_PER_CENT),
            ),
            Variant(
                ("the money paid to American roots moves by 5 %", "付给美系根系的红利变动5%"),
                Is(Size(share_of(_SAME_SUCCESS_AT_HOME, LIMITED, _DIVIDENDS[0])), "at_least", FIVE_PER_CENT),
            ),
        ),
    ),
)
