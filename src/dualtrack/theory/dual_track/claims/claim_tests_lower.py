"""What would count as true of the essay's lower track."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Peak, Set, Slope, Sum, line
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Placebo, Some, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    ACCESS,
    CAPITAL,
    EMBARGO,
    INDEPENDENT,
    LIMITED,
    LIMITED_ALLOCATION_CUT,
    MONTHS,
    ONE_RUN,
    POINTS,
    TALENT,
    change,
    later,
    log_change,
    off,
    share_of,
)

STOP, TWO_YEARS_ON = 2030.0, 2032.0
FIVE_PER_CENT = 0.05
INNER, STEPS, LINE_WORLDS = (0.1, 0.9), 21, 2000
_CHIP_DIALS = ("chip_frontier_share_ceiling", "chip_volume_ceiling", "chip_levy")
_LESS = (Set("chip_frontier_share_ceiling", 0.2), Set("chip_volume_ceiling", 0.075))


def _stopped(levers, held=()):
    """Limited opening until sales stop."""
    return Arm("limited_opening", levers=(*levers, Set("cut_off", 1.0, STOP)), held=held)


def _cost_of_remote_stop(levers, quantity="application_earnings"):
    """Output with a remote stop relative to output with a stop of sales alone: below zero is a cost."""
    return share_of(_stopped(levers), _stopped(levers, (("remote_stop_strength", 0.0),)), quantity, TWO_YEARS_ON)


def _lower(quantity, least=POINTS):
    return Is(change(LIMITED, EMBARGO, quantity), "at_most", -least)


def _peak(outcome=INDEPENDENT, dials=(), held=(), levers=()):
    """How many months later inside the line from near-embargo to free trade than at its later end."""
    arms = line("near_embargo", "free_trade", STEPS, dials=dials, held=held, levers=levers)
    return Peak(tuple((share, later(arm, arms[0][1], outcome)) for share, arm in arms), INNER)


def _loss_by_access():
    """Log application potential lost to a cut-off, by past access, while applications earn the same at every access."""
    alike = (Frozen(("application_value",), EMBARGO),)
    whole = line("near_embargo", "free_trade", 5, frozen=alike)
    cut = line("near_embargo", "free_trade", 5, frozen=alike, levers=(Set("cut_off", 1.0, STOP),))
    pairs = zip(whole, cut, strict=True)
    return Slope(
        tuple((share, log_change(arm, stopped, "application_potential", TWO_YEARS_ON)) for (share, arm), (_, stopped) in pairs)
    )


def _at_least(months, of, against, outcome=INDEPENDENT, thresholds=()):
    return Is(later(of, against, outcome, thresholds), "at_least", months)


_REMOTE_COST, _REMOTE_COST_LESS = _cost_of_remote_stop(()), _cost_of_remote_stop(_LESS)
_REMOTE_LAG = later(_stopped(()), _stopped((), (("remote_stop_strength", 0.0),)))
_INDIRECT = later(LIMITED, LIMITED_ALLOCATION_CUT)
_NO_DIVERSION, _NO_REFUSAL = ("diversion_strength", 0.0), ("refusal_strength", 0.0)
_PEAKS = Every(tuple(Is(_peak(held=held), "at_least", MONTHS) for held in ((), (_NO_REFUSAL,))))
_PEAKS_WITHOUT = Every(
    tuple(Is(_peak(held=held), "at_least", MONTHS) for held in ((_NO_DIVERSION,), (_NO_DIVERSION, _NO_REFUSAL)))
)
_NOT_DIVERTED = (
    "Dependence neither weakens urgency nor lets application returns draw talent and capital away; that opening itself lowers "
    "perceived risk stays, as do the rivals.",
    "依赖既不削弱紧迫感，应用回报也不吸走人才与资本；放开本身降低感知风险这一点照旧，反方机制亦然。",
)
_RETURNS_ON_CAPITAL = ("returns_on_capital.local_government", "returns_on_capital.venture")
_HELD_WORK = ("porting_time", "switching_time")
LOWER_TESTS = (
    ClaimTest(
        "L1",
        (
            "A remote stop of the installed base in 2030 costs at least three months or 5 % of output more than a stop of sales, "
            "and more where past access was larger.",
            "2030年远程停用存量比单纯停售至少多付出三个月或5%的产出，且过去获取越多代价越大。",
        ),
        Every(
            (
                Some((Is(_REMOTE_LAG, "at_least", MONTHS), Is(_REMOTE_COST, "at_most", -FIVE_PER_CENT))),
                Is(Sum(((1.0, _REMOTE_COST), (-1.0, _REMOTE_COST_LESS))), "below", 0.0),
            )
        ),
        headline=_REMOTE_COST,
        rests_on=("remote_stop_strength",),
        null=off(ONE_RUN, "remote_stop_strength"),
        sizes=("compute_elasticity", "application_time", "capital_life"),
    ),
    ClaimTest(
        "L2",
        (
            "Limited opening lowers the root share of talent against near-embargo by at least two points by 2032.",
            "与近乎封锁相比，有限放开使2032年根技术人才占比至少低两个百分点。",
        ),
        _lower(TALENT),
        headline=change(LIMITED, EMBARGO, TALENT),
        rests_on=("diversion_strength",),
        variants=(Variant(("fewer root engineers, by head", "根技术人才人数更少"), _lower("root_engineers", 1.0)),),
        null=off(_NOT_DIVERTED, "diversion_strength"),
        partners=("urgency_strength",),
        sizes=(
            "returns_on_talent",
            "urgency_on_talent",
            "good_enough_rank",
            "talent_time",
            "transfer.software_like",
            "transfer.process_like",
        ),
    ),
    ClaimTest(
        "L3",
        (
            "The same for capital, in local governments' money and in venture investors' apart.",
            "资金同样如此，地方政府与风险资本分别满足。",
        ),
        Every((_lower("funder_root_share.local_government"), _lower("funder_root_share.venture"))),
        headline=change(LIMITED, EMBARGO, CAPITAL),
        rests_on=("diversion_strength",),
        variants=(
            Variant(("local governments alone", "仅地方政府"), _lower("funder_root_share.local_government")),
            Variant(("venture investors alone", "仅风险资本"), _lower("funder_root_share.venture")),
        ),
        null=off(_NOT_DIVERTED, "diversion_strength"),
        partners=("urgency_strength",),
        sizes=(
            *_RETURNS_ON_CAPITAL,
            "urgency_on_capital.local_government",
            "urgency_on_capital.venture",
            "capital_time",
            "good_enough_rank",
            "compute_elasticity",
            "application_time",
        ),
    ),
    ClaimTest(
        "L4",
        (
            "Under limited opening at least two points more of running workloads are on American chips by 2032 than under "
            "near-embargo, and the domestic software stack is less ready.",
            "与近乎封锁相比，有限放开下2032年运行于美系芯片的负载至少多两个百分点，且国产软件栈成熟度更低。",
        ),
        Every(
            (
                Is(change(LIMITED, EMBARGO, "running_us_share"), "at_least", POINTS),
                Is(change(LIMITED, EMBARGO, "readiness.software"), "below", 0.0),
            )
        ),
        headline=change(LIMITED, EMBARGO, "readiness.software"),
        rests_on=("workload_strength",),
        variants=(
            Variant(("the software stack alone", "仅软件栈"), Is(change(LIMITED, EMBARGO, "readiness.software"), "below", 0.0)),
        ),
        null=off(
            (
                "Use polishes neither domestic chips nor their software, so missing workloads cost nothing.",
                "使用既不打磨国产芯片，也不打磨其软件，故缺少负载并无损失。",
            ),
            "workload_strength",
        ),
        partners=("diversion_strength", "urgency_strength"),
        sizes=("learning_by_doing", *_HELD_WORK, "good_enough_rank", "risk_sensitivity", "ecosystem_sensitivity"),
    ),
    ClaimTest(
        "L5",
        (
            "Limited opening with its own allocation is at least three months later than with near-embargo's.",
            "有限放开下，按自身配置路径比按近乎封锁的配置路径至少晚三个月。",
        ),
        Is(_INDIRECT, "at_least", MONTHS),
        headline=_INDIRECT,
        rests_on=("diversion_strength", "workload_strength"),
        variants=(
            Variant(
                ("strong form: later than near-embargo in total", "强形式：总体晚于近乎封锁"), _at_least(MONTHS, LIMITED, EMBARGO)
            ),
            Variant(("earlier than near-embargo by three months", "比近乎封锁早三个月"), _at_least(MONTHS, EMBARGO, LIMITED)),
            Variant(
                ("for capability with access", "就含准入能力而言"),
                _at_least(MONTHS, LIMITED, LIMITED_ALLOCATION_CUT, ACCESS),
            ),
        ),
        null=off(
            (
                "Dependence diverts neither talent nor capital, and dispersed routes cost no learning; what denial and captive "
                "demand do is as drawn.",
                "依赖不分散人才与资本，路线分散也不损失学习；拒供与受保护需求的作用照抽样取值。",
            ),
            "diversion_strength",
            "workload_strength",
        ),
        partners=("urgency_strength",),
        sizes=(
            "returns_on_talent",
            "urgency_on_talent",
            *_RETURNS_ON_CAPITAL,
            "good_enough_rank",
            "talent_elasticity",
            "funding_elasticity",
            "learning_by_doing",
        ),
    ),
    ClaimTest(
        "L6",
        (
            "Along 21 steps from near-embargo to free trade the lag peaks inside, at least three months above both ends, with "
            "refusal as drawn and with it cut; and by 0.3 oftener than without diversion.",
            "自近乎封锁至自由贸易的21步上，滞后在内部达到峰值，比两端至少高三个月（拒购机制保留与去除均须成立），且概率比无分散机制时高0.3。",
        ),
        _PEAKS,
        headline=_peak(),
        rests_on=("diversion_strength",),
        variants=(
            Variant(("chips' dials alone", "仅芯片拨盘"), Is(_peak(dials=_CHIP_DIALS), "at_least", MONTHS)),
            Variant(
                ("under remote control all along", "全程附带远程控制"),
                Is(_peak(levers=(Set("remote_control", 1.0),)), "at_least", MONTHS),
            ),
            Variant(("for capability with access", "就含准入能力而言"), Is(_peak(ACCESS), "at_least", MONTHS)),
        ),
        placebo=Placebo(_PEAKS_WITHOUT, 0.3),
        most=LINE_WORLDS,
        null=off(_NOT_DIVERTED, "diversion_strength"),
        partners=("urgency_strength", "workload_strength", "diffusion_strength"),
        sizes=("good_enough_rank", "returns_on_talent", *_RETURNS_ON_CAPITAL, "urgency_on_talent", "catch_up_rate"),
    ),
    ClaimTest(
        "L7",
        (
            "What a cut-off in 2030 costs rises with past access while applications succeed alike.",
            "应用成功度相同时，2030年断供的损失随过去获取程度上升。",
        ),
        Is(_loss_by_access(), "above", 0.0),
        headline=_loss_by_access(),
        null=off(
            (
                "Nothing plants dependence: supply neither reassures nor keeps work and belief on American chips. That chips "
                "once bought are more to lose is accounting, and stays.",
                "没有任何机制植入依赖：供给既不令人安心，也不把负载与信念留在美芯上。买得多则可失者多，此为核算关系，照旧。",
            ),
            "diversion_strength",
            "workload_strength",
            "belief_strength",
        ),
        partners=("diversion_strength", "urgency_strength", "workload_strength", "belief_strength"),
        sizes=(*_HELD_WORK, "good_enough_rank", "belief_on_choice", "learning_by_doing", "compute_elasticity"),
    ),
)
