"""What would count as true of the essay's policy and of its upper track."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Gap, Point, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Null, Some, StructureTest, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    CAPITAL,
    EMBARGO,
    GATE,
    LIMITED,
    ONE_RUN,
    PARTING,
    PER_CENT,
    POINTS,
    READ,
    TALENT,
    VALUATION,
    change,
    if_taken_up,
    later,
    log_change,
    moves_lag_or_valuation,
    off,
    share_of,
    without,
    without_essay,
)
from dualtrack.theory.dual_track.claims.claim_tests_lower import CHIP_DIALS

FIVE_PER_CENT = 0.05
YEAR_OF_GAINS = 2035.0
_CHIPS = (*CHIP_DIALS, "remote_control")
_NOTHING_NEW = Arm("limited_opening", frozen=(Frozen(("persuasion",), LIMITED, 0.0, PARTING),))


_MOVES = (_CHIPS, ("korean_fab_access",), ("mainland_foundry_access",))
"""Chips with the control attached to them, the Korean fabs, and TSMC's mainland fabs."""
_A_MONTH, _HURTS_MONTHS, _HURTS_VALUE = 1.0, 0.25, 0.001


def _opened(*dials):
    return Arm("near_embargo", towards="limited_opening", dials=dials)


_TOGETHER = _opened(*(dial for move in _MOVES for dial in move))


def _acts_together(measure, harm, least):
    """No move by itself goes against the whole by more than a little, and the whole is of a size."""
    singles = (Sum(((1.0, measure(_opened(*move), EMBARGO)),)) for move in _MOVES)
    return Every((*(Is(single, "at_least", -harm) for single in singles), Is(measure(_TOGETHER, EMBARGO), "at_least", least)))


_IN_LAG, _IN_VALUE = _acts_together(later, _HURTS_MONTHS, _A_MONTH), _acts_together(log_change, _HURTS_VALUE, PER_CENT)
_ACT_TOGETHER = Every((_IN_LAG, _IN_VALUE))

POLICY_TESTS = (
    StructureTest(
        "P1",
        (
            "Ceiling, volume and levy are levers with dated steps on record; no verdict on any size.",
            "性能上限、数量与征费为有日期的杠杆；不对大小下结论。",
        ),
        ("chip_performance_ceiling", "chip_volume_ceiling", "chip_levy"),
    ),
    StructureTest(
        "P2",
        ("Freedom of the Korean fabs is a lever with dated steps on record.", "韩企存储厂的自由度为有日期的杠杆。"),
        ("korean_fab_access",),
    ),
    StructureTest(
        "P3",
        ("Freedom of TSMC's mainland fabs is a lever with dated steps on record.", "台积电大陆厂的自由度为有日期的杠杆。"),
        ("mainland_foundry_access",),
    ),
    ClaimTest(
        "P4",
        (
            "Of chips, Korean fabs and TSMC's mainland fabs, none opened by itself speeds by a quarter of a month or costs .1 % "
            "of value; together they delay by a month and add 1 % to value.",
            "芯片、韩企存储厂与台积电大陆厂，任一单独放开均不使追赶提前超过四分之一个月、不使估值减少超过0.1%；三者合计延缓至少一个月，且估值至少增1%。",
        ),
        _ACT_TOGETHER,
        headline=later(_TOGETHER, EMBARGO),
        rests_on=("diversion_strength", "validation_strength"),
        variants=(
            if_taken_up(_ACT_TOGETHER),
            Variant(("for the lag alone", "仅就滞后"), _IN_LAG),
            if_taken_up(_IN_LAG, ("for the lag alone, if Beijing takes it up", "仅就滞后，若中方接纳")),
            Variant(("for value alone", "仅就估值"), _IN_VALUE),
            if_taken_up(_IN_VALUE, ("for value alone, if Beijing takes it up", "仅就估值，若中方接纳")),
        ),
        null=without_essay(
            (
                "No mechanism of the essay exists: the moves neither disperse nor prove anything; what they teach is as drawn.",
                "文章的机制均不存在：各项举措既不分散资源，也不提供验证；其带来的扩散照抽样取值。",
            )
        ),
        partners=("urgency_strength", "workload_strength", "withering_strength", "belief_strength", "china_cash_weight"),
        partners_off=GATE,
        sizes=(
            "good_enough_rank",
            "returns_on_talent",
            "returns_on_capital.local_government",
            "returns_on_capital.venture",
            "withering_rate",
            "learning_by_doing",
            "proof_weight",
            "neutral_rank",
        ),
    ),
)

_OPEN_WORK = ("absorption_strength", "margin_strength")
_COMPUTING_CLOSED = Arm("limited_opening", towards="near_embargo", dials=(*_CHIPS, "cloud_access"))


def _us_gain(regime):
    """What open work adds to own productivity, margins lost taken off, against the run without that flow."""
    return change(regime, without(LIMITED, *_OPEN_WORK), "us_gain_from_open_work", YEAR_OF_GAINS)


def _china_gain(of, against):
    """What applications earn of the market that they meet, with access against without."""
    return log_change(of, against, "application_success", YEAR_OF_GAINS)


def _less(first, second):
    return Sum(((1.0, first), (-1.0, second)))


_ASYMMETRY = _less(_us_gain(LIMITED), _china_gain(LIMITED, EMBARGO))
_WITHOUT_MARGINS, _EMBARGO_WITHOUT_MARGINS = (without(each, "margin_strength") for each in (LIMITED, EMBARGO))
_ASYMMETRY_WITHOUT_MARGINS = _less(_us_gain(_WITHOUT_MARGINS), _china_gain(_WITHOUT_MARGINS, _EMBARGO_WITHOUT_MARGINS))
_ASYMMETRY_IN_REVENUE = _less(
    log_change(LIMITED, without(LIMITED, *_OPEN_WORK), "us_revenue", YEAR_OF_GAINS),
    log_change(LIMITED, EMBARGO, "application_value", YEAR_OF_GAINS),
)
_ASYMMETRY_IN_COMPUTING = _less(_us_gain(LIMITED), _china_gain(LIMITED, _COMPUTING_CLOSED))


def _falls(arm):
    """Confidence and valuation stand lower in the year of reading than where regimes part."""
    return Every(
        tuple(Is(Gap(Point(arm, each, READ), Point(arm, each, PARTING)), "below", 0.0) for each in ("confidence", VALUATION))
    )


UPPER_TESTS = (
    ClaimTest(
        "U1",
        (
            "Nobody new is persuaded from 2026.9 on: confidence and valuation stand lower in 2032 than then.",
            "自2026.9起无人再被说服：2032年信心与估值低于当时。",
        ),
        _falls(_NOTHING_NEW),
        headline=Gap(Point(_NOTHING_NEW, VALUATION, READ), Point(_NOTHING_NEW, VALUATION, PARTING), "relative"),
        variants=(
            Variant(
                ("valuation lower than with new evidence, by 1 %", "估值比有新证据时低1%"),
                Is(share_of(_NOTHING_NEW, LIMITED, VALUATION), "at_most", -PER_CENT),
            ),
        ),
        null=Null(
            (
                "New evidence goes on persuading after 2026.9, and the same fall is asked for.",
                "2026.9之后新证据继续说服投资者，并要求出现同样的下跌。",
            ),
            condition=_falls(LIMITED),
        ),
        sizes=(
            "fatigue_rate",
            "forgetting_share",
            "expected_return",
            "premium_of_confidence",
            "disappointment",
            "spending_valuation_elasticity",
        ),
    ),
    ClaimTest(
        "U2",
        (
            "Chinese proofs switched off: the leading vendor's market value is at least 5 % lower in 2032.",
            "关闭中国验证通道：2032年领先厂商市值至少低5%。",
        ),
        Is(share_of(without(LIMITED, "validation_strength"), LIMITED, VALUATION), "at_most", -FIVE_PER_CENT),
        headline=share_of(without(LIMITED, "validation_strength"), LIMITED, VALUATION),
        rests_on=("validation_strength",),
        null=off(ONE_RUN, "validation_strength"),
        partners=("belief_strength",),
        sizes=(
            "proof_weight",
            "neutral_rank",
            "salience_time",
            "proof_growth",
            "evidence_rate",
            "premium_of_confidence",
            "spending_valuation_elasticity",
        ),
    ),
    ClaimTest(
        "U3",
        (
            "The template of being acquired lowers the root share of talent or capital by at least two points by 2032.",
            "被收购样板使2032年根技术的人才或资金占比至少下降两个百分点。",
        ),
        Some(
            tuple(
                Is(change(LIMITED, without(LIMITED, "capture_strength"), quantity), "at_most", -POINTS)
                for quantity in (TALENT, CAPITAL)
            )
        ),
        headline=change(LIMITED, without(LIMITED, "capture_strength"), TALENT),
        rests_on=("capture_strength",),
        null=off(ONE_RUN, "capture_strength"),
        sizes=(
            "template_on_talent",
            "talent_time",
            "transfer.software_like",
            "transfer.process_like",
            "proof_growth",
            "capture_rate",
        ),
    ),
    ClaimTest(
        "U4",
        (
            "In log points of own upper-layer productivity by 2035, what open Chinese work gives the US, net of margins lost, "
            "against a run without that flow, is above zero and exceeds what access gives China against near-embargo.",
            "至2035年，以各自上层生产率对数点计，中国开源成果给美国带来的净获益（对照切断该流入）为正，且大于获取给中国带来的获益（对照近乎封锁）。",
        ),
        Every((Is(_us_gain(LIMITED), "above", 0.0), Is(_ASYMMETRY, "above", 0.0))),
        headline=_ASYMMETRY,
        rests_on=("absorption_strength",),
        variants=(
            Variant(
                ("without margins lost to cheap models", "不计低价模型造成的利润损失"),
                Is(_ASYMMETRY_WITHOUT_MARGINS, "above", 0.0),
            ),
            Variant(("in log points of revenue instead", "改以营收对数点计"), Is(_ASYMMETRY_IN_REVENUE, "above", 0.0)),
            Variant(("with access to computing alone closed", "仅关闭算力获取"), Is(_ASYMMETRY_IN_COMPUTING, "above", 0.0)),
        ),
        null=off(
            (
                "Nothing open is absorbed: what is left of the American gain is margins lost, never above zero by construction.",
                "开源成果均不被吸收：美国所得仅余利润损失，由构造不会为正。",
            ),
            "absorption_strength",
        ),
        partners=("efficiency_strength",),
        sizes=(
            "absorption_rate",
            "open_work_life",
            "lag_that_halves",
            "initial_model_lag",
            "lag_per_log_compute",
            "compute_elasticity",
        ),
    ),
    ClaimTest(
        "U5",
        (
            "Belief in the ceiling, cut, moves the lag by at least three months or valuation by at least 1 %.",
            "去除“美芯即上限”信念，滞后变动至少三个月或估值变动至少1%。",
        ),
        moves_lag_or_valuation(without(LIMITED, "belief_strength"), LIMITED),
        headline=share_of(without(LIMITED, "belief_strength"), LIMITED, VALUATION),
        rests_on=("belief_strength",),
        null=off(ONE_RUN, "belief_strength"),
        partners=("workload_strength", "protection_strength"),
        sizes=(
            "belief_on_valuation",
            "belief_on_choice",
            "belief_rate",
            "neutral_belief",
            "proof_growth",
            "good_enough_rank",
        ),
    ),
)
