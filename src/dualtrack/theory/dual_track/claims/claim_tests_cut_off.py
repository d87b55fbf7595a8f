"""What would count as true of control and of what openness plants: what a cut-off in 2030 costs."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Set, Slope, Sum, line
from dualtrack.language.statements.claim_test import ClaimTest, Is, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    EMBARGO,
    GATE,
    ONE_RUN,
    READ,
    RULED,
    if_taken_up,
    later,
    log_change,
    off,
    share_of,
)
from dualtrack.theory.dual_track.claims.claim_tests_lower import A_MONTH, DISPERSED_SIZES, DISPERSION

FIVE_PER_CENT = 0.05
_ALL_CHIPS = (Set("remote_control", 1.0),)
_LESS = (Set("chip_frontier_share_ceiling", 0.2), Set("chip_volume_ceiling", 0.075))


def _stopped(regime="limited_opening", levers=(), held=()):
    """A regime until sales stop for good."""
    return Arm(regime, levers=(*levers, Set("cut_off", 1.0, RULED)), held=held)


def _cost_of_remote_stop(levers=()):
    """Output with a remote stop relative to output with a stop of sales alone: below zero is a cost."""
    without_stop = _stopped(levers=levers, held=(("remote_stop_strength", 0.0),))
    return share_of(_stopped(levers=levers), without_stop, "application_earnings", READ)


def _loss_by_access():
    """Log application potential lost to a cut-off, by past access, while applications earn the same at every access."""
    alike = (Frozen(("application_value",), EMBARGO),)
    whole = line("near_embargo", "free_trade", 5, frozen=alike)
    cut = line("near_embargo", "free_trade", 5, frozen=alike, levers=(Set("cut_off", 1.0, RULED),))
    pairs = zip(whole, cut, strict=True)
    return Slope(tuple((share, log_change(arm, stopped, "application_potential", READ)) for (share, arm), (_, stopped) in pairs))


_COSTS, _COSTS_CONTROLLED = (Is(_cost_of_remote_stop(levers), "at_most", -FIVE_PER_CENT) for levers in ((), _ALL_CHIPS))
_PLANTED = later(_stopped(), _stopped("near_embargo"))
_PLANTS = Is(_PLANTED, "at_least", A_MONTH)
CUT_OFF_TESTS = (
    ClaimTest(
        "L1",
        (
            "After a cut-off in 2030 a remote stop of what is installed costs at least 5 % of output in 2032, beyond a stop of "
            "sales.",
            "2030年断供后，远程停用存量使2032年产出比单纯停售至少再低5%。",
        ),
        _COSTS,
        headline=_cost_of_remote_stop(),
        rests_on=("remote_stop_strength",),
        variants=(
            if_taken_up(_COSTS),
            Variant(("with every chip under control", "全部芯片均受管控"), _COSTS_CONTROLLED),
            if_taken_up(_COSTS_CONTROLLED, ("if Beijing takes it up, every chip controlled", "若中方接纳，芯片全部受管控")),
            Variant(
                ("it costs more where past access was larger", "过去获得越多，代价越大"),
                Is(Sum(((1.0, _cost_of_remote_stop()), (-1.0, _cost_of_remote_stop(_LESS)))), "below", 0.0),
            ),
        ),
        null=off(ONE_RUN, "remote_stop_strength"),
        partners_off=GATE,
        sizes=("compute_elasticity", "application_time", "capital_life"),
    ),
    ClaimTest(
        "L7",
        (
            "After a cut-off in 2030 independent capability comes a month or more later than if nothing had been opened.",
            "2030年断供之后，自主能力比从未放开时至少晚一个月。",
        ),
        _PLANTS,
        headline=_PLANTED,
        rests_on=("diversion_strength", "workload_strength"),
        variants=(
            if_taken_up(_PLANTS),
            Variant(
                (
                    "what a cut-off costs applications rises with past access (accounting)",
                    "断供使应用损失随过去获得的程度上升（核算关系）",
                ),
                Is(_loss_by_access(), "above", 0.0),
            ),
        ),
        null=off(
            (
                "Nothing plants dependence: supply neither reassures nor keeps work and belief on American chips, and what is "
                "unused keeps.",
                "没有任何机制植入依赖：供给既不令人安心，也不把负载与信念留在美芯上，不用者亦不荒废。",
            ),
            *DISPERSION,
            "belief_strength",
        ),
        partners=("urgency_strength", "withering_strength", "belief_strength"),
        partners_off=GATE,
        sizes=tuple("belief_on_choice" if each == "urgency_on_talent" else each for each in DISPERSED_SIZES),
    ),
)
