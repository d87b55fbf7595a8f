"""What would count as true of the essay's policy: three levers on record, and moves that act together."""

from dualtrack.language.statements.claim_measure import Arm, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, StructureTest, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    EMBARGO,
    GATE,
    PER_CENT,
    if_taken_up,
    later,
    log_change,
    without_essay,
)
from dualtrack.theory.dual_track.claims.claim_tests_lower import CHIP_DIALS

CHIPS = (*CHIP_DIALS, "remote_control")
_MOVES = (CHIPS, ("korean_fab_access",), ("mainland_foundry_access",))
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
