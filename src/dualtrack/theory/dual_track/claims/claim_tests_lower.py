"""What would count as true of dispersal: talent, money, work and delay, as drawn, and as a variant if Beijing takes it up."""

from dualtrack.language.statements.claim_measure import Arm
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    ACCESS,
    BROAD,
    CAPITAL,
    CHIPS_ONLY,
    EMBARGO,
    GATE,
    LIMITED,
    LIMITED_ALLOCATION_CUT,
    LITERAL,
    LITERALLY,
    MONTHS,
    MOVED,
    POINTS,
    READ,
    TALENT,
    at_least,
    beyond,
    change,
    if_taken_up,
    later,
    off,
)

A_MONTH, HALF = 1.0, 0.5
SOFTWARE_TALENT, SOFTWARE = "root_share.software_like", "readiness.software"
FUNDERS = ("funder_root_share.local_government", "funder_root_share.venture")
GOOD_ENOUGH = 0.3
"""The share of full chip access that is asked to give half of the delay."""
CHIP_DIALS = ("chip_performance_ceiling", "chip_frontier_share_ceiling", "chip_volume_ceiling", "rule_free_sales", "chip_levy")


def _lower(quantity, of=LIMITED, year=MOVED, least=POINTS):
    return Is(change(of, EMBARGO, quantity, year), "at_most", -least)


def _both_funders(of=LIMITED):
    return Every(tuple(_lower(each, of) for each in FUNDERS))


def _with_chips(share):
    """Near-embargo with its dials for chips moved part of the way to free trade."""
    return Arm("near_embargo", towards="free_trade", share=share, dials=CHIP_DIALS)


def _own_allocation(regime):
    """The months that a regime's own allocation costs against near-embargo's in the same regime."""
    return later(regime, Arm(regime.regime, levers=regime.levers, frozen=LIMITED_ALLOCATION_CUT.frozen))


_TALENT, _MONEY, _STACK = _lower(SOFTWARE_TALENT), _both_funders(), _lower(SOFTWARE)
_INDIRECT = later(LIMITED, LIMITED_ALLOCATION_CUT)
_ALLOCATION, _TOTAL = Is(_INDIRECT, "at_least", MONTHS), at_least(MONTHS, LIMITED, EMBARGO)
_PART, _WHOLE = later(_with_chips(GOOD_ENOUGH), EMBARGO), later(_with_chips(1.0), EMBARGO)
_SUFFICES = Every((Is(_WHOLE, "at_least", A_MONTH), Is(beyond(_PART, HALF, _WHOLE), "at_least", 0.0)))

_NOT_DIVERTED = (
    "Dependence neither weakens urgency nor lets application returns draw talent and capital away; that opening itself lowers "
    "perceived risk stays, as do the rivals.",
    "依赖既不削弱紧迫感，应用回报也不吸走人才与资本；放开本身降低感知风险这一点照旧，反方机制亦然。",
)
NOTHING_DISPERSED = (
    "Dependence diverts neither talent nor capital, work done elsewhere teaches nothing that is missed, and unused roots keep; "
    "what denial and captive demand do is as drawn.",
    "依赖不分散人才与资本，负载在别处亦无所失，久不用亦不废；拒供与受保护需求的作用照抽样取值。",
)
DISPERSION = ("diversion_strength", "workload_strength", "withering_strength")
_RETURNS_ON_CAPITAL = ("returns_on_capital.local_government", "returns_on_capital.venture")
_URGENCY_ON_CAPITAL = ("urgency_on_capital.local_government", "urgency_on_capital.venture")
DISPERSED_SIZES = (
    "returns_on_talent",
    "urgency_on_talent",
    *_RETURNS_ON_CAPITAL,
    "good_enough_rank",
    "withering_rate",
    "learning_by_doing",
    "ecosystem_sensitivity",
)
DISPERSAL_TESTS = (
    ClaimTest(
        "L2",
        (
            "Limited opening lowers the root share of software-like talent against near-embargo by at least two points by 2034.",
            "与近乎禁运相比，有限放开使2034年软件类人才的技术根占比至少低两个百分点。",
        ),
        _TALENT,
        headline=change(LIMITED, EMBARGO, SOFTWARE_TALENT, MOVED),
        rests_on=("diversion_strength",),
        variants=(
            if_taken_up(_TALENT),
            if_taken_up(_lower(SOFTWARE_TALENT, LITERAL), LITERALLY),
            Variant(("over both pools, in 2032", "两个人才池合计，2032年"), _lower(TALENT, year=READ)),
            Variant(("fewer root engineers, by head", "技术根人才人数更少"), _lower("root_engineers", least=1.0)),
        ),
        null=off(_NOT_DIVERTED, "diversion_strength"),
        partners=("urgency_strength",),
        partners_off=GATE,
        sizes=("returns_on_talent", "urgency_on_talent", "good_enough_rank", "talent_time", "transfer.software_like"),
    ),
    ClaimTest(
        "L3",
        (
            "Limited opening lowers the root share by at least two points by 2034 in local governments' money and in venture "
            "investors', each apart.",
            "有限放开使2034年地方政府与风险资本的技术根占比各自至少低两个百分点。",
        ),
        _MONEY,
        headline=change(LIMITED, EMBARGO, CAPITAL, MOVED),
        rests_on=("diversion_strength",),
        variants=(
            if_taken_up(_MONEY),
            Variant(("local governments alone", "仅地方政府"), _lower(FUNDERS[0])),
            Variant(("venture investors alone", "仅风险资本"), _lower(FUNDERS[1])),
        ),
        null=off(_NOT_DIVERTED, "diversion_strength"),
        partners=("urgency_strength",),
        partners_off=GATE,
        sizes=(
            *_RETURNS_ON_CAPITAL,
            *_URGENCY_ON_CAPITAL,
            "capital_time",
            "good_enough_rank",
            "compute_elasticity",
            "application_time",
        ),
    ),
    ClaimTest(
        "L4",
        (
            "Under limited opening the domestic software stack is at least .02 less ready in 2034 than under near-embargo.",
            "与近乎禁运相比，有限放开下2034年国产软件栈的就绪度至少低0.02。",
        ),
        _STACK,
        headline=change(LIMITED, EMBARGO, SOFTWARE, MOVED),
        rests_on=("workload_strength",),
        variants=(
            if_taken_up(_STACK),
            if_taken_up(_lower(SOFTWARE, LITERAL), LITERALLY),
            Variant(
                ("two points more of the work on American chips in 2032", "2032年美系负载多两个百分点"),
                Is(change(LIMITED, EMBARGO, "running_us_share"), "at_least", POINTS),
            ),
        ),
        null=off(
            (
                "Use polishes neither domestic chips nor their software, and unused ones do not wither, so missing work costs "
                "nothing.",
                "使用既不打磨国产芯片及其软件，不用亦不荒废，故缺少负载并无损失。",
            ),
            "workload_strength",
            "withering_strength",
        ),
        partners=("diversion_strength", "urgency_strength", "withering_strength"),
        partners_off=GATE,
        sizes=(
            "learning_by_doing",
            "stack_spillover",
            "withering_rate",
            "porting_time",
            "switching_time",
            "good_enough_rank",
            "risk_sensitivity",
            "ecosystem_sensitivity",
        ),
    ),
    ClaimTest(
        "L5",
        (
            "Under limited opening independent capability comes at least three months later with the allocation of talent, money "
            "and routes that it brings than with near-embargo's.",
            "同在有限放开之下，人才、资金与路线按放开后的配置时，自主能力比按近乎禁运的配置时至少晚三个月。",
        ),
        _ALLOCATION,
        headline=_INDIRECT,
        rests_on=("diversion_strength", "workload_strength"),
        variants=(
            if_taken_up(_ALLOCATION),
            Variant(("strong form: later than near-embargo in total", "强形式：总体晚于近乎禁运"), _TOTAL),
            if_taken_up(_TOTAL, ("strong form, if Beijing takes it up", "强形式，若中方接纳")),
            if_taken_up(Is(_own_allocation(LITERAL), "at_least", MONTHS), LITERALLY),
            if_taken_up(
                at_least(MONTHS, LITERAL, EMBARGO),
                (
                    "strong form, if Beijing takes it up, an H20 and then an H100 for ever",
                    "强形式，若中方接纳，且始终为H20与其后的H100",
                ),
            ),
            Variant(("earlier than near-embargo by three months", "比近乎禁运早三个月"), at_least(MONTHS, EMBARGO, LIMITED)),
            if_taken_up(
                at_least(MONTHS, EMBARGO, LIMITED),
                ("earlier than near-embargo by three months, if Beijing takes it up", "若中方接纳，比近乎禁运早三个月"),
            ),
            if_taken_up(
                at_least(MONTHS, CHIPS_ONLY, EMBARGO),
                ("strong form, chips alone, if Beijing takes it up", "强形式，仅放开芯片，若中方接纳"),
            ),
            if_taken_up(
                at_least(MONTHS, BROAD, EMBARGO),
                ("strong form, broad opening, if Beijing takes it up", "强形式，宽泛放开，若中方接纳"),
            ),
            Variant(
                ("for capability with access", "就含准入能力而言"), at_least(MONTHS, LIMITED, LIMITED_ALLOCATION_CUT, ACCESS)
            ),
        ),
        null=off(NOTHING_DISPERSED, *DISPERSION),
        partners=("urgency_strength", "withering_strength"),
        partners_off=GATE,
        sizes=DISPERSED_SIZES,
    ),
    ClaimTest(
        "L6",
        (
            "Near-embargo with three tenths of full access to chips delays by at least half of what full access does, and that "
            "by a month or more.",
            "在近乎禁运之上，给予三成芯片准入所致的延缓至少为全部芯片准入的一半，而后者不少于一个月。",
        ),
        _SUFFICES,
        headline=_PART,
        rests_on=("diversion_strength",),
        variants=(if_taken_up(_SUFFICES),),
        null=off(NOTHING_DISPERSED, *DISPERSION),
        partners=("urgency_strength", "workload_strength", "withering_strength"),
        partners_off=GATE,
        sizes=DISPERSED_SIZES,
    ),
)
