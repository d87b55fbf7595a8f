"""What would count as true of the coupling of the two tracks."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Ratio, Size, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Some, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    AS_IS,
    BEFORE,
    BROAD,
    CHIPS_ONLY,
    EMBARGO,
    FREE,
    GATE,
    LIMITED,
    MONTHS,
    PER_CENT,
    READ,
    SLIDING,
    UPPER_CUT,
    VALUATION,
    at_least,
    change,
    if_taken_up,
    later,
    log_change,
    off,
    without_essay,
)
from dualtrack.theory.dual_track.claims.claim_tests_aims import answered
from dualtrack.theory.dual_track.claims.claim_tests_lower import DISPERSED_SIZES
from dualtrack.theory.dual_track.loops.loop_list import LOOPS, LOWER_TRACK

_COSTS = ("vendor_revenue_from_china", "backlash")
A_TENTH, A_MONTH = 0.1, 1.0
_RESEARCH = ("research_revenue_elasticity", "research_valuation_elasticity")
_CHAIN_SIZES = (
    "proof_weight",
    "neutral_rank",
    "salience_time",
    "belief_on_valuation",
    "belief_rate",
    "other_ground",
    *_RESEARCH,
)


def _without(*links):
    """Limited opening with some links carrying what they carry under near-embargo."""
    return Arm("limited_opening", frozen=(Frozen((), EMBARGO, links=links),))


def _each_loop(claim):
    """Each loop that carries a claim, cut alone."""
    return tuple(
        Variant(
            (
                f"{loop.id} alone, three months or a tenth of the effect on value: {loop.label[0]}",
                f"仅{loop.id}，三个月或对市值影响的十分之一：{loop.label[1]}",
            ),
            _cut_test(_without(loop.cut)),
        )
        for loop in LOOPS
        if claim in loop.claims
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


_OPENINGS = (LIMITED, CHIPS_ONLY, BROAD, SLIDING, FREE, AS_IS)
_LOWER_CUT = _without(*LOWER_TRACK)
_BOTH_CUT = Arm("limited_opening", frozen=(*UPPER_CUT.frozen, *_LOWER_CUT.frozen))
_RESEARCH_HELD = Arm("limited_opening", frozen=(Frozen(("us_research",), EMBARGO),))
_BY_UPPER, _BY_LOWER = later(LIMITED, UPPER_CUT), log_change(LIMITED, _LOWER_CUT)
_TRACKS_TOGETHER = Sum(((1.0, _BY_UPPER), (-1.0, later(_LOWER_CUT, _BOTH_CUT))))
_STRENGTHEN = Every((Is(_BY_UPPER, "at_least", A_MONTH), Is(_BY_LOWER, "at_least", PER_CENT)))


def _chain(year=READ):
    """Value and American research both lower by 1 % where the chain is cut."""
    lower = (log_change(LIMITED, UPPER_CUT, quantity, year) for quantity in (VALUATION, "us_research"))
    return Every(tuple(Is(each, "at_least", PER_CENT) for each in lower))


_DEPENDENCE = (
    ("running_us_share", "teaching_service"),
    ("running_us_share", "used_ability"),
    ("running_us_share", "wished_domestic_share"),
)


def _independent_of(regime):
    """The regime with complacency, missing work, disuse and the pull of the stack as under near-embargo."""
    return Arm(regime.regime, frozen=(Frozen(("reassurance",), EMBARGO, links=_DEPENDENCE),))


def _by_dependence(regime):
    return at_least(MONTHS, regime, _independent_of(regime))


_SOME_COSTLESS = Some(tuple(_costless(each) for each in _OPENINGS))
COUPLING_TESTS = (
    ClaimTest(
        "C1",
        (
            "Where proofs persuade nobody from 2026.9 on and belief is as under near-embargo, the leading vendor's market "
            "value and American research are both at least 1 % (in logarithms) lower in 2032.",
            "自2026.9起验证不说服任何人、信念按近乎禁运路径时，2032年领先厂商市值与美国研发均至少低1%（对数）。",
        ),
        _chain(),
        headline=log_change(LIMITED, UPPER_CUT),
        rests_on=("validation_strength", "belief_strength"),
        variants=(
            if_taken_up(_chain()),
            Variant(("in 2029", "2029年"), _chain(BEFORE)),
            Variant(("the generation gap: a month of lag", "代差：滞后一个月"), Is(_BY_UPPER, "at_least", A_MONTH)),
            *_each_loop("C1"),
        ),
        null=off(
            (
                "Chinese success tells investors nothing of American chips, and belief moves neither buyers nor markets: zero by "
                "construction.",
                "中国的成功不向投资者说明美芯如何，信念亦不影响买家与市场：由构造为零。",
            ),
            "validation_strength",
            "belief_strength",
        ),
        partners=("china_cash_weight",),
        partners_off=GATE,
        sizes=_CHAIN_SIZES,
    ),
    ClaimTest(
        "C2",
        (
            "Under limited opening, complacency, missing workloads, disuse and the pull of the stack together delay by at least "
            "three months: with all of them as under near-embargo it comes that much earlier.",
            "有限放开下，安心感、缺少负载、久不用与技术栈的牵引合计造成至少三个月的延缓：若均按近乎禁运路径，则相应提前。",
        ),
        _by_dependence(LIMITED),
        headline=later(LIMITED, _independent_of(LIMITED)),
        rests_on=("diversion_strength", "workload_strength", "withering_strength"),
        variants=(
            if_taken_up(_by_dependence(LIMITED)),
            if_taken_up(_by_dependence(BROAD), ("broad opening, if Beijing takes it up", "宽泛放开，若中方接纳")),
            *_each_loop("C2"),
        ),
        null=off(
            (
                "Dependence neither reassures nor diverts, use teaches chips and software nothing and disuse costs them nothing; "
                "what denial alone does to urgency stays.",
                "依赖既不令人安心，也不分散资源，使用不打磨芯片与软件，不用亦不荒废；拒供本身引起的紧迫感照旧。",
            ),
            "diversion_strength",
            "workload_strength",
            "withering_strength",
        ),
        partners=("urgency_strength",),
        partners_off=GATE,
        sizes=DISPERSED_SIZES,
    ),
    ClaimTest(
        "C3",
        (
            "Proofs and belief of the upper track lengthen the lag by at least a month, and the links of the lower one raise "
            "valuation by at least 1 %.",
            "上轨的验证与信念使滞后延长至少一个月，且下轨诸链路使估值提高至少1%。",
        ),
        _STRENGTHEN,
        headline=_BY_UPPER,
        rests_on=("validation_strength", "belief_strength", "diversion_strength"),
        variants=(
            if_taken_up(_STRENGTHEN),
            Variant(("upper track on the lag alone", "仅上轨对滞后"), Is(_BY_UPPER, "at_least", A_MONTH)),
            Variant(
                ("all that American research does to the lag", "美国研发对滞后的全部作用"),
                Is(later(LIMITED, _RESEARCH_HELD), "at_least", A_MONTH),
            ),
            Variant(("lower track on valuation alone", "仅下轨对估值"), Is(_BY_LOWER, "at_least", PER_CENT)),
            Variant(("a positive interaction in months", "以月计的交互为正"), Is(_TRACKS_TOGETHER, "above", 0.0)),
        ),
        null=off(
            (
                "Proofs persuade nobody, belief moves nothing and dependence diverts nothing: the upper half is then zero by "
                "construction.",
                "验证不说服任何人，信念不起作用，依赖不分散资源：上轨一半由构造为零。",
            ),
            "validation_strength",
            "belief_strength",
            "diversion_strength",
        ),
        partners=("urgency_strength", "workload_strength", "withering_strength", "china_cash_weight"),
        partners_off=GATE,
        sizes=(
            "proof_weight",
            "neutral_rank",
            "belief_on_valuation",
            "belief_rate",
            *_RESEARCH,
            "research_elasticity",
            "good_enough_rank",
        ),
    ),
    ClaimTest(
        "C4",
        (
            "Under some shipped regime independent capability comes at least three months later than under near-embargo, with no "
            "less vendor revenue and no more backlash in 2032.",
            "在某一现有政策情景下，自主能力比近乎禁运至少晚三个月，且2032年厂商营收不减、反弹不增。",
        ),
        _SOME_COSTLESS,
        headline=later(LIMITED, EMBARGO),
        variants=(
            if_taken_up(_SOME_COSTLESS),
            Variant(("limited opening alone", "仅有限放开"), _costless(LIMITED)),
            if_taken_up(_costless(LIMITED), ("limited opening alone, if Beijing takes it up", "仅有限放开，若中方接纳")),
            Variant(
                ("with Beijing's best answer to each", "各政策均计入北京的最优应对"),
                Some(tuple(_costless_answered(each) for each in _OPENINGS)),
            ),
        ),
        null=without_essay(
            (
                "No mechanism of the essay delays anything; what its rivals say of openness is as drawn. Against near-embargo, "
                "which earns nothing and denies most, the two costs hold nearly by construction: the delay decides.",
                "文章的机制均不造成延缓，反方所说的放开之效照抽样取值。近乎禁运无营收且拒供最多，两项代价几乎由构造成立：决定者是延缓。",
            )
        ),
        partners=("diversion_strength", "urgency_strength", "workload_strength", "withering_strength", "capture_strength"),
        partners_off=GATE,
        sizes=(
            "good_enough_rank",
            "returns_on_talent",
            "returns_on_capital.local_government",
            "returns_on_capital.venture",
            "urgency_on_talent",
            "learning_by_doing",
            "withering_rate",
            "template_on_talent",
        ),
    ),
)
