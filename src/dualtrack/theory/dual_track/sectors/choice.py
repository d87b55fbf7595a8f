"""What buyers wish: domestic or American chips, by price, software, urgency and belief; and how fast they switch."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, smooth, uncertainty
from dualtrack.language.expressions.ops import log, logistic
from dualtrack.theory.dual_track.sectors.layers import SOFTWARE

_SALES = "sales of accelerators in China by vendor, product and price, by quarter"

quality_sensitivity = uncertainty(
    1.5,
    "1",
    low=0.5,
    high=3.0,
    source=Assumed("not identified apart from the other three weights of choice", _SALES),
    label=("Sensitivity to price and performance", "性价比敏感度"),
    doc="How strongly buyers' choice follows performance per price.",
)
ecosystem_sensitivity = uncertainty(
    2.0,
    "1",
    low=0.4,
    high=4.0,
    source=Assumed("not identified apart from the other weights of choice; most of the lock-in of running work is in it", _SALES),
    label=("Sensitivity to the software stack", "软件生态敏感度"),
    doc="How strongly buyers' choice follows the stack on which more of the work runs, and that of better software.",
)
risk_sensitivity = uncertainty(
    3.0,
    "1",
    low=1.0,
    high=6.0,
    source=Assumed("not identified apart from the other three weights of choice", _SALES),
    label=("Sensitivity to risk", "风险敏感度"),
    doc="How strongly urgent buyers turn to domestic chips.",
)
stack_concentration = uncertainty(
    0.35,
    "1",
    low=0.2,
    high=0.7,
    source=Assumed(
        "the largest domestic maker had half of units in 2025, two thirds in 2024 (idc_2026_04): squares add to .29 and .47",
        "domestic units by maker and year",
    ),
    label=("Concentration of domestic stacks", "国产技术栈集中度"),
    doc="Chance that two domestic workloads run on the same stack; several stacks divide developers and experience.",
)
switching_time = uncertainty(
    1.5,
    "year",
    low=0.5,
    high=3.0,
    source="cann_2025",
    label=("Stack switching time", "技术栈切换时间"),
    doc="Time in which purchases follow preference: operators took weeks to months each to port.",
)
initial_domestic_preference = uncertainty(
    0.05,
    "1",
    low=0.02,
    high=0.1,
    source=Assumed("the trade reports 95 % American before controls (idc_2026_04 gives later years)", "sales by vendor in 2018"),
    label=("Domestic preference in 2018", "2018年国产偏好"),
    doc="Share of spending that sought domestic accelerators at the start; 95 % bought American by the trade's figure.",
)


@auxiliary("1", label=("Wish for domestic chips", "国产芯片意愿"), bounds=SHARE)
def wished_domestic_share(
    domestic_price_performance,
    quality_sensitivity,
    ecosystem_sensitivity,
    readiness,
    risk_sensitivity,
    urgency,
    stack_concentration,
    belief_strength,
    belief_on_choice,
    belief,
    neutral_belief,
    running_us_share,
):
    """Share of buyers who would choose domestic chips: price and performance, the better stack, urgency, against belief.

    A stack is worth what runs on it: the domestic ones their software times what runs on the same of them, the American one what
    runs there.
    """
    domestic_stack = readiness[SOFTWARE] * (1 - running_us_share) * stack_concentration
    pull = (
        quality_sensitivity * log(domestic_price_performance)
        + ecosystem_sensitivity * (domestic_stack - running_us_share)
        + risk_sensitivity * urgency
    )
    held = belief_strength * belief_on_choice * (belief - neutral_belief)
    return logistic(pull - held)


@smooth("1", time=switching_time, initial=initial_domestic_preference, label=("Domestic preference", "国产偏好"), bounds=SHARE)
def domestic_preference(wished_domestic_share):
    """Share of the budget that seeks domestic chips, which follows wishes as stacks are switched."""
    return wished_domestic_share
