"""What would count as true of the coupling of the two tracks, and of breaking out."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Ratio, Set, Size, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Null, Some, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    AS_IS,
    EMBARGO,
    FREE,
    INDEPENDENT,
    LIMITED,
    MONTHS,
    PER_CENT,
    change,
    later,
    log_change,
    off,
    without_essay,
)
from dualtrack.theory.dual_track.claims.claim_tests_aims import SLIDING, answered
from dualtrack.theory.dual_track.loops.loop_list import LOOPS, LOWER_TRACK, UPPER_TRACK
from dualtrack.theory.dual_track.sectors.layers import LAYER

_COSTS = ("vendor_revenue_from_china", "backlash")
A_TENTH, A_MONTH = 0.1, 1.0
HALF_CAPABILITY = (0.5,)
_RESEARCH = ("research_revenue_elasticity", "research_valuation_elasticity", "research_elasticity")
_PEOPLE = ("talent_time", "talent_elasticity", "transfer.software_like", "transfer.process_like")
_REFOCUS = ("root_refocus", *(f"layer_focus.{layer}" for layer in LAYER.elements))


def _without(*links):
    """Limited opening with some links carrying what they carry under near-embargo."""
    return Arm("limited_opening", frozen=(Frozen((), EMBARGO, links=links),))


def _carriers(claim):
    """The loops that carry a claim, each with the run in which its cut is made."""
    return [(loop, _without(loop.cut)) for loop in LOOPS if claim in loop.claims]


def _some_loop(claim):
    return Some(tuple(_cut_test(arm) for _, arm in _carriers(claim)))


def _each_loop(claim):
    return tuple(
        Variant((f"{loop.id} alone: {loop.label[0]}", f"仅{loop.id}：{loop.label[1]}"), _cut_test(arm))
        for loop, arm in _carriers(claim)
    )


def _cut_test(cut):
    """Three months of lag, or a tenth of what the regime does to valuation."""
    part = Ratio(Size(log_change(LIMITED, cut)), Size(log_change(LIMITED, EMBARGO)), PER_CENT)
    return Some((Is(Size(later(LIMITED, cut)), "at_least", MONTHS), Is(part, "at_least", A_TENTH)))


def _costless(regime):
    """Three months later than near-embargo, with no less revenue for vendors and no more backlash."""
    revenue, backlash = (change(regime, EMBARGO, each) for each in _COSTS)
    return Every((Is(later(regime, EMBARGO), "at_least", MONTHS), Is(revenue, "at_least", 0.0), Is(backlash, "at_most", 0.0)))


def _costless_answered(regime):
    """The same of both once Beijing has given its best answer."""

    def more(measure):
        return Sum(((1.0, answered(regime, measure)), (-1.0, answered(EMBARGO, measure))))

    lag = more(lambda run: later(run, EMBARGO))
    revenue, backlash = (more(lambda run, name=each: change(run, EMBARGO, name)) for each in _COSTS)
    return Every((Is(lag, "at_least", MONTHS), Is(revenue, "at_least", 0.0), Is(backlash, "at_most", 0.0)))


def _at_least(months, of, against, outcome=INDEPENDENT, thresholds=()):
    return Is(later(of, against, outcome, thresholds), "at_least", months)


_FOCUSED, _RECOGNISED = Arm("as_is", towards="breakout", dials=_REFOCUS), Arm("as_is", levers=(Set("root_recognition", 1.0),))
_BREAKOUT = Arm("breakout")
_UNMOVED = Arm("as_is", levers=tuple(Set(each, 0.0) for each in _REFOCUS))
_UNRECOGNISED = Arm("as_is", levers=(Set("root_recognition", 0.0),))
_NO_BREAKOUT = Arm("breakout", levers=tuple(Set(each, 0.0) for each in ("root_recognition", *_REFOCUS)))
_UPPER_CUT, _LOWER_CUT, _BOTH_CUT = (_without(*links) for links in (UPPER_TRACK, LOWER_TRACK, (*UPPER_TRACK, *LOWER_TRACK)))
_BY_UPPER, _BY_LOWER = later(LIMITED, _UPPER_CUT), log_change(LIMITED, _LOWER_CUT)
_TRACKS_TOGETHER = Sum(((1.0, _BY_UPPER), (-1.0, later(_LOWER_CUT, _BOTH_CUT))))

_ONE_LINK = (
    "In some loop that carries the claim, one link carries near-embargo's path instead: the lag moves by at least three months, "
    "or valuation by a tenth of the regime's effect.",
    "承载该主张的某一回路中，一条链路改按近乎封锁路径：滞后变动至少三个月，或估值变动达政策效应的十分之一。",
)

COUPLING_TESTS = (
    ClaimTest(
        "C1",
        _ONE_LINK,
        _some_loop("C1"),
        headline=log_change(LIMITED, _UPPER_CUT),
        rests_on=("validation_strength",),
        variants=_each_loop("C1"),
        null=off(
            (
                "Chinese success tells investors nothing of American chips; the story may still differ for other reasons.",
                "中国的成功不向投资者说明美芯如何；叙事仍可因其他原因而不同。",
            ),
            "validation_strength",
        ),
        partners=("belief_strength",),
        sizes=("proof_weight", "neutral_rank", "salience_time", "proof_growth", "premium_of_confidence", *_RESEARCH),
    ),
    ClaimTest(
        "C2",
        _ONE_LINK,
        _some_loop("C2"),
        headline=later(LIMITED, _LOWER_CUT),
        rests_on=("diversion_strength", "urgency_strength", "workload_strength"),
        variants=_each_loop("C2"),
        null=off(
            (
                "Dependence neither reassures nor diverts, and use teaches chips and software nothing; what denial alone does to "
                "urgency stays.",
                "依赖既不令人安心，也不分散资源，使用亦不打磨芯片与软件；拒供本身引起的紧迫感照旧。",
            ),
            "diversion_strength",
            "workload_strength",
        ),
        sizes=(
            "good_enough_rank",
            "urgency_on_talent",
            "urgency_on_capital.local_government",
            "urgency_on_capital.venture",
            "urgency_on_state_money",
            "risk_sensitivity",
            "returns_on_talent",
            "learning_by_doing",
        ),
    ),
    ClaimTest(
        "C3",
        (
            "The links of the upper track lengthen the lag by at least a month, and those of the lower one raise valuation by at "
            "least 1 %.",
            "上轨诸链路使滞后延长至少一个月，且下轨诸链路使估值提高至少1%。",
        ),
        Every((Is(_BY_UPPER, "at_least", A_MONTH), Is(_BY_LOWER, "at_least", PER_CENT))),
        headline=_BY_UPPER,
        rests_on=("validation_strength", "diversion_strength"),
        variants=(
            Variant(("upper track on the lag alone", "仅上轨对滞后"), Is(_BY_UPPER, "at_least", A_MONTH)),
            Variant(("lower track on valuation alone", "仅下轨对估值"), Is(_BY_LOWER, "at_least", PER_CENT)),
            Variant(("a positive interaction in months", "以月计的交互为正"), Is(_TRACKS_TOGETHER, "above", 0.0)),
        ),
        null=off(
            (
                "Proofs persuade nobody and dependence diverts nothing: the upper half is then zero by construction.",
                "验证不说服任何人，依赖不分散资源：上轨一半由构造为零。",
            ),
            "validation_strength",
            "diversion_strength",
        ),
        partners=("urgency_strength", "workload_strength", "belief_strength", "china_cash_weight"),
        sizes=("proof_weight", "neutral_rank", "salience_time", "proof_growth", "good_enough_rank", *_RESEARCH),
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
        variants=(
            Variant(("limited opening alone", "仅有限放开"), _costless(LIMITED)),
            Variant(
                ("with Beijing's best answer to each", "各政策均计入北京的最优应对"),
                Some(tuple(_costless_answered(each) for each in (LIMITED, SLIDING, FREE, AS_IS))),
            ),
        ),
        null=without_essay(
            (
                "No mechanism of the essay delays anything; what its rivals say of openness is as drawn. Against near-embargo, "
                "which earns nothing and denies most, the two costs hold nearly by construction: the delay decides.",
                "文章的机制均不造成延缓，反方所说的放开之效照抽样取值。近乎封锁无营收且拒供最多，两项代价几乎由构造成立：决定者是延缓。",
            )
        ),
        partners=("diversion_strength", "urgency_strength", "workload_strength", "capture_strength"),
        sizes=(
            "good_enough_rank",
            "returns_on_talent",
            "returns_on_capital.local_government",
            "returns_on_capital.venture",
            "urgency_on_talent",
            "learning_by_doing",
            "template_on_talent",
        ),
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
        null=Null(
            (
                "The same policy without recognition is today's rules themselves: the measure is zero by construction.",
                "同一政策去掉以根系论成功，便是现行规则本身：度量由构造为零。",
            ),
            condition=_at_least(MONTHS, AS_IS, _UNRECOGNISED),
        ),
        sizes=("recognition_on_talent", *_PEOPLE),
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
        null=Null(
            (
                "The same policy without money and posts moved, and with no layer first, is today's rules themselves: the "
                "measure is zero by construction.",
                "同一政策不转移资金与岗位、也不优先任何一层，便是现行规则本身：度量由构造为零。",
            ),
            condition=_at_least(MONTHS, AS_IS, _UNMOVED),
        ),
        sizes=("refocus_on_talent", "guided_share", "funding_elasticity", "complementarity", *_PEOPLE),
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
        null=Null(
            (
                "Breakout without recognition, without money and posts moved and with no layer first is today's rules "
                "themselves: the measure is zero by construction.",
                "突围政策若不以根系论成功、不转移资金与岗位、不优先任何一层，便是现行规则本身：度量由构造为零。",
            ),
            condition=_at_least(MONTHS, AS_IS, _NO_BREAKOUT, "capability_under_cut_off", HALF_CAPABILITY),
        ),
        partners=("remote_stop_strength",),
        sizes=(
            "recognition_on_talent",
            "refocus_on_talent",
            "guided_share",
            "funding_elasticity",
            "talent_elasticity",
            "talent_time",
            "complementarity",
            "cut_off_compute_weight",
        ),
    ),
)
