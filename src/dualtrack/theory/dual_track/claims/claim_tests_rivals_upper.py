"""What would count as true of the rivals that speak of the American story: China barely moves it, or deflates it."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Size
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    AS_IS,
    BELIEF_HELD,
    LIMITED,
    NOTHING_CUT,
    PARTING,
    PER_CENT,
    PROOFS,
    VALUATION,
    off,
    share_of,
    without,
)

_CASH = (("china_vendor_revenue", "counted_revenue"), ("licensed_sales", "counted_revenue"))
_WITHOUT_CHINA = Frozen((), LIMITED, 0.0, PARTING, (*PROOFS, *_CASH))
_CHINA_WEIGHS = share_of(LIMITED, Arm("limited_opening", frozen=(_WITHOUT_CHINA,)), VALUATION)
_BELIEF_TOO = share_of(LIMITED, Arm("limited_opening", frozen=(_WITHOUT_CHINA, BELIEF_HELD)), VALUATION)
_FROM_2018 = share_of(LIMITED, without(LIMITED, "validation_strength", "china_cash_weight"), VALUATION)
_UNSURPRISED = Arm("as_is", frozen=(Frozen((), AS_IS, 0.0, PARTING, (("efficiency_surprise", "fatigue"),)),))
_SPARED = share_of(_UNSURPRISED, AS_IS, VALUATION)
_SPARED_FROM_2018 = share_of(without(AS_IS, "efficiency_strength"), AS_IS, VALUATION)

H3_TEST = ClaimTest(
    "H3",
    (
        "Without force of Chinese proofs and Chinese cash from 2026.9 on, the leading vendor's market value moves by less than "
        "1 % in 2032.",
        "自2026.9起中国验证与中国现金流均不起作用，2032年领先厂商市值变动小于1%。",
    ),
    Is(Size(_CHINA_WEIGHS), "below", PER_CENT),
    headline=_CHINA_WEIGHS,
    rests_on=("validation_strength", "china_cash_weight"),
    variants=(
        Variant(("belief as under near-embargo too", "信念亦按近乎禁运路径"), Is(Size(_BELIEF_TOO), "below", PER_CENT)),
        Variant(("off from 2018 on", "自2018年起关闭"), Is(Size(_FROM_2018), "below", PER_CENT)),
    ),
    null=Null(
        (
            "Chinese proofs and Chinese cash count in full: what the rival denies.",
            "中国验证与中国现金流完全计入：即该反方主张所否认者。",
        ),
        held=(("validation_strength", 1.0), ("china_cash_weight", 1.0)),
    ),
    sizes=(
        "proof_weight",
        "neutral_rank",
        "salience_time",
        "proof_growth",
        "evidence_rate",
        "premium_of_confidence",
        "budget_ratio",
        "displacement",
    ),
    absence=True,
)

H7_TEST = ClaimTest(
    "H7",
    (
        "Under today's rules, where surprises of efficiency drive nobody out from 2026.9 on, the leading vendor's market "
        "value is at least 1 % higher in 2032.",
        "现行规则下，若自2026.9起低成本模型带来的意外不再使人离开，2032年领先厂商市值至少高1%。",
    ),
    Is(_SPARED, "at_least", PER_CENT),
    headline=_SPARED,
    rests_on=("efficiency_strength",),
    variants=(Variant(("off from 2018 on", "自2018年起关闭"), Is(_SPARED_FROM_2018, "at_least", PER_CENT)),),
    null=off(NOTHING_CUT, "efficiency_strength"),
    sizes=(
        "efficiency_rate",
        "efficiency_time",
        "lag_per_log_compute",
        "expectation_time",
        "surprise_weight",
        "premium_of_confidence",
        "flight_response",
        "spending_valuation_elasticity",
    ),
)
