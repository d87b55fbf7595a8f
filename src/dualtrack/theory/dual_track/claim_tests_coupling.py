"""What would count as true of the coupling of the two tracks, and of breaking out."""

from dualtrack.language.claim_test import Arm, ClaimTest, Every, Frozen, Is, Ratio, Set, Size, Some, Sum, Variant, Waits
from dualtrack.theory.dual_track.claim_runs import (
    AS_IS,
    EMBARGO,
    INDEPENDENT,
    LIMITED,
    LIMITED_ALLOCATION_CUT,
    LIMITED_STORY_CUT,
    MONTHS,
    PER_CENT,
    change,
    later,
    log_change,
)
from dualtrack.theory.dual_track.layers import LAYER

A_TENTH, A_MONTH = 0.1, 1.0
HALF_CAPABILITY = (0.5,)
_REFOCUS = ("root_refocus", *(f"layer_focus.{layer}" for layer in LAYER.elements))


def _cut_test(cut):
    """Three months of lag, or a tenth of what the regime does to valuation."""
    part = Ratio(Size(log_change(LIMITED, cut)), Size(log_change(LIMITED, EMBARGO)), PER_CENT)
    return Some((Is(Size(later(LIMITED, cut)), "at_least", MONTHS), Is(part, "at_least", A_TENTH)))


def _costless(regime):
    """Three months later than near-embargo, with no less revenue for vendors and no more backlash."""
    revenue, backlash = (change(regime, EMBARGO, each) for each in ("vendor_revenue_from_china", "backlash"))
    return Every((Is(later(regime, EMBARGO), "at_least", MONTHS), Is(revenue, "at_least", 0.0), Is(backlash, "at_most", 0.0)))


def _at_least(months, of, against, outcome=INDEPENDENT, thresholds=()):
    return Is(later(of, against, outcome, thresholds), "at_least", months)


_REASSURANCE_CUT = Arm("limited_opening", frozen=(Frozen(("reassurance",), EMBARGO),))
_FOCUSED, _RECOGNISED = Arm("as_is", towards="breakout", dials=_REFOCUS), Arm("as_is", levers=(Set("root_recognition", 1.0),))
_BREAKOUT = Arm("breakout")
_BOTH_TRACKS = log_change(LIMITED, LIMITED_ALLOCATION_CUT), later(LIMITED, LIMITED_STORY_CUT)
_NEITHER = Arm("limited_opening", frozen=(*LIMITED_STORY_CUT.frozen, *LIMITED_ALLOCATION_CUT.frozen))
_TRACKS_TOGETHER = Sum(((1.0, later(LIMITED, LIMITED_STORY_CUT)), (-1.0, later(LIMITED_ALLOCATION_CUT, _NEITHER))))

COUPLING_TESTS = (
    ClaimTest(
        "C1",
        (
            "Chinese success enters the American story along near-embargo's path instead: the lag moves by at least three "
            "months, or valuation by a tenth of the regime's effect.",
            "中国成功对美国叙事的输入改按近乎封锁路径：滞后变动至少三个月，或估值变动达政策效应的十分之一。",
        ),
        _cut_test(LIMITED_STORY_CUT),
        headline=log_change(LIMITED, LIMITED_STORY_CUT),
        rests_on=("validation_strength", "belief_strength"),
    ),
    ClaimTest(
        "C2",
        (
            "Complacency follows near-embargo's path instead: the lag moves by at least three months, or valuation by a tenth of "
            "the regime's effect.",
            "安心感改按近乎封锁路径：滞后变动至少三个月，或估值变动达政策效应的十分之一。",
        ),
        _cut_test(_REASSURANCE_CUT),
        headline=later(LIMITED, _REASSURANCE_CUT),
        rests_on=("diversion_strength", "urgency_strength"),
    ),
    ClaimTest(
        "C3",
        (
            "The upper track lengthens the lag by at least a month, and the lower one raises valuation by at least 1 %.",
            "上轨使滞后延长至少一个月，且下轨使估值提高至少1%。",
        ),
        Every((Is(_BOTH_TRACKS[1], "at_least", A_MONTH), Is(_BOTH_TRACKS[0], "at_least", PER_CENT))),
        headline=_BOTH_TRACKS[1],
        rests_on=("validation_strength", "diversion_strength"),
        variants=(
            Variant(("upper track on the lag alone", "仅上轨对滞后"), Is(_BOTH_TRACKS[1], "at_least", A_MONTH)),
            Variant(("lower track on valuation alone", "仅下轨对估值"), Is(_BOTH_TRACKS[0], "at_least", PER_CENT)),
            Variant(("a positive interaction in months", "以月计的交互为正"), Is(_TRACKS_TOGETHER, "above", 0.0)),
        ),
    ),
    ClaimTest(
        "C4",
        (
            "Some shipped regime is at least three months later than near-embargo with no less vendor revenue and no more "
            "backlash in 2032.",
            "存在某一政策，比近乎封锁至少晚三个月，且2032年厂商营收不低、反噬不高。",
        ),
        Some(tuple(_costless(Arm(each)) for each in ("limited_opening", "sliding_scale", "free_trade", "as_is"))),
        headline=later(LIMITED, EMBARGO),
        variants=(Variant(("limited opening alone", "仅有限放开"), _costless(LIMITED)),),
    ),
    Waits(
        "C5",
        (
            "Documents coded for and against design; regret of limited opening against the leader's best reply.",
            "对“设计”的正反文件编码；有限放开相对领先方最优应对的遗憾值。",
        ),
        ("play between the two governments, and a coding of documents", "两国政府的博弈与文件编码"),
    ),
)

BREAKOUT_TESTS = (
    ClaimTest(
        "E1",
        (
            "Recognition by technology root from 2026.9 on shortens the lag by at least three months at equal budget.",
            "自2026.9起以技术根系论成功，在预算相同下使滞后缩短至少三个月。",
        ),
        _at_least(MONTHS, AS_IS, _RECOGNISED),
        headline=later(_RECOGNISED, AS_IS),
    ),
    ClaimTest(
        "E2",
        (
            "Money and posts moved to the roots, with the layers that the breakout names first, shorten the lag by at least "
            "three months at equal budget.",
            "资金与岗位转向根技术、并优先突围所列各层，在预算相同下使滞后缩短至少三个月。",
        ),
        _at_least(MONTHS, AS_IS, _FOCUSED),
        headline=later(_FOCUSED, AS_IS),
        variants=(
            Variant(("shortens it at all", "有所缩短"), Is(later(_FOCUSED, AS_IS), "below", 0.0)),
            *(
                Variant(
                    (f"{english}: doubled weight alone shortens the lag", f"仅{chinese}加倍权重即缩短滞后"),
                    Is(later(Arm("as_is", levers=(Set(f"layer_focus.{layer}", 1.0),)), AS_IS), "below", 0.0),
                )
                for layer, (english, chinese) in zip(LAYER.elements, LAYER.labels, strict=True)
            ),
        ),
    ),
    ClaimTest(
        "E3",
        (
            "Capability with every dial at zero and the controlled base lost reaches 0.5 at least three months earlier under "
            "breakout, at equal budget.",
            "突围政策下，所有拨盘归零且受控存量丧失时的能力至少早三个月达到0.5，预算相同。",
        ),
        _at_least(MONTHS, AS_IS, _BREAKOUT, "capability_under_cut_off", HALF_CAPABILITY),
        headline=later(_BREAKOUT, AS_IS, "capability_under_cut_off", HALF_CAPABILITY),
    ),
)
