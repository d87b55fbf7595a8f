"""Advanced fabs at home: what funding builds, where tools can be had, and the yield they reach."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, delay, flow, stock, uncertainty
from dualtrack.language.expressions.ops import power
from dualtrack.theory.dual_track.sectors.layers import FABRICATION, LITHOGRAPHY

_FABS = "tool deliveries and wafer starts of Chinese advanced fabs, by quarter"

initial_advanced_wafers = uncertainty(
    30000.0,
    "wafer/year",
    low=5000.0,
    high=100000.0,
    source=Assumed("advanced nodes were in pilot lines in 2018", _FABS),
    label=("Advanced wafers in 2018", "2018年先进晶圆"),
    doc="Wafers a year at advanced nodes at the start.",
)
fab_cost = uncertainty(
    1.7e-5,
    "USD_bn*year/wafer",
    low=1.0e-5,
    high=3.0e-5,
    source=Assumed("15 to 20 bn USD for 100 thousand wafers a month, as announced for advanced fabs", _FABS),
    label=("Cost of fab capacity", "晶圆产能成本"),
    doc="Investment per wafer a year of advanced capacity.",
)
fab_share_of_funding = uncertainty(
    0.7,
    "1",
    low=0.4,
    high=0.9,
    source=Assumed("most fab money buys tools and shells rather than research", _FABS),
    label=("Share of fab funding that builds", "制造资金中建厂比重"),
    doc="Part of fabrication funding that builds capacity.",
)
time_to_build_fab = uncertainty(
    1.9,
    "year",
    low=1.5,
    high=3.0,
    source="cset_fab_times_2024",
    label=("Time to build a fab", "建厂时间"),
    doc="From start of construction to production: 682 days in the world, 701 in China.",
)
fab_life = uncertainty(
    12.0,
    "year",
    low=8.0,
    high=20.0,
    source=Assumed("depreciation over five to ten years, use for longer", _FABS),
    label=("Life of a fab", "晶圆厂寿命"),
    doc="Mean service life of advanced capacity.",
)
best_yield = uncertainty(
    0.8,
    "1",
    low=0.7,
    high=0.9,
    source=Assumed("advanced nodes elsewhere passed 80 % (smic_yield_2026)", "yield by fab and node"),
    label=("Best yield", "最佳良率"),
    doc="Yield of a mature advanced node at the frontier.",
)
multipatterning_penalty = uncertainty(
    0.35,
    "1",
    low=0.1,
    high=0.6,
    source=Assumed("advanced Chinese yield was about half of the leader (smic_yield_2026)", "yield by fab and node"),
    label=("Yield lost to multi-patterning", "多重曝光良率损失"),
    doc="Share of yield lost where older lithography draws advanced patterns in several passes.",
)
yield_curvature = uncertainty(
    0.5,
    "1",
    low=0.3,
    high=0.8,
    source=Assumed("30 to 40 % yield near a quarter of the frontier's readiness", "die counts of advanced Chinese wafers"),
    label=("Curvature of yield", "良率曲率"),
    doc="How yield rises with fabrication readiness.",
)


@flow("wafer/year*year", label=("Fab starts", "新建产能"))
def fab_starts(root_funding_by_layer, fab_share_of_funding, fab_cost, input_access, bound_by_tools):
    """Advanced capacity begun each year, from fabrication funding, where tools and other inputs can be had."""
    money = root_funding_by_layer[FABRICATION] * fab_share_of_funding / fab_cost
    return money * input_access[FABRICATION] * bound_by_tools[FABRICATION]


@delay("wafer/year*year", time=time_to_build_fab, order=3, initial=0, label=("Fabs finished", "建成产能"))
def fabs_finished(fab_starts):
    """Advanced capacity that comes into production each year."""
    return fab_starts


@stock("wafer/year", initial=initial_advanced_wafers, label=("Advanced wafer capacity", "先进晶圆产能"))
def advanced_wafers(fabs_finished, advanced_wafers, fab_life):
    """Chinese wafer capacity at advanced nodes."""
    return fabs_finished - advanced_wafers / fab_life


@auxiliary("1", label=("Advanced yield", "先进良率"), bounds=SHARE, source="smic_yield_2026")
def advanced_yield(best_yield, readiness, yield_curvature, multipatterning_penalty):
    """Good dies per die: fabrication readiness, less what multi-patterning loses while lithography lags."""
    return (
        best_yield * power(readiness[FABRICATION], yield_curvature) * (1 - multipatterning_penalty * (1 - readiness[LITHOGRAPHY]))
    )
