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
    low=0.5,
    high=5.0,
    source=Assumed("not identified apart from the other three weights of choice", _SALES),
    label=("Sensitivity to the software stack", "软件生态敏感度"),
    doc="How strongly buyers' choice follows the readiness of the domestic software stack.",
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
habit = uncertainty(
    2.2,
    "1",
    low=1.2,
    high=3.2,
    source=Assumed(
        "operators took weeks to months each to port (cann_2025); the weight in choice is unknown",
        "sales by vendor before and after a port",
    ),
    label=("Lock-in of running workloads", "运行负载的锁定"),
    doc="Weight in choice of running everything on American chips, which porting cost keeps there.",
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
    habit,
    belief_strength,
    belief_on_choice,
    belief,
    neutral_belief,
    running_us_share,
):
    """Share of buyers who would choose domestic chips: price and performance, software, urgency, against habit and belief."""
    pull = (
        quality_sensitivity * log(domestic_price_performance)
        + ecosystem_sensitivity * readiness[SOFTWARE]
        + risk_sensitivity * urgency
    )
    held = belief_strength * belief_on_choice * (belief - neutral_belief)
    return logistic(pull - habit * running_us_share - held)


@smooth("1", time=switching_time, initial=initial_domestic_preference, label=("Domestic preference", "国产偏好"), bounds=SHARE)
def domestic_preference(wished_domestic_share):
    """Share of the budget that seeks domestic chips, which follows wishes as stacks are switched."""
    return wished_domestic_share
