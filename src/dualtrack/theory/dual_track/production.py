"""What domestic makers can deliver: dies or memory, whichever is short, from fabs at home, foundries abroad and hoarded banks."""

from dualtrack.language.declare import SHARE, Assumed, auxiliary, delay, flow, stock, uncertainty
from dualtrack.language.ops import maximum, minimum, power
from dualtrack.theory.dual_track.layers import ACCELERATORS, FABRICATION, LITHOGRAPHY, MEMORY

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
accelerator_share_of_wafers = uncertainty(
    0.13,
    "1",
    low=0.06,
    high=0.24,
    source="semianalysis_ascend_2025_09",
    label=("Accelerators' share of wafers", "加速器占晶圆比重"),
    doc="Share of advanced wafers that carry accelerators rather than phones and others.",
)
dies_per_wafer = uncertainty(
    75.0,
    "chip/wafer",
    low=60.0,
    high=90.0,
    source="semianalysis_ascend_2025_09",
    label=("Dies per wafer", "每片晶圆裸片数"),
    doc="Gross accelerator dies on a wafer.",
)
dies_per_chip = uncertainty(
    1.4,
    "1",
    low=1.0,
    high=2.0,
    source="huawei_roadmap_2025",
    label=("Dies per accelerator", "每芯片裸片数"),
    doc="Dies that one accelerator takes, over single and double-die products.",
)
best_yield = uncertainty(
    0.8,
    "1",
    low=0.7,
    high=0.9,
    source="smic_yield_2026",
    label=("Best yield", "最佳良率"),
    doc="Yield of a mature advanced node at the frontier.",
)
multipatterning_penalty = uncertainty(
    0.35,
    "1",
    low=0.1,
    high=0.6,
    source="smic_yield_2026",
    label=("Yield lost to multi-patterning", "多重曝光良率损失"),
    doc="Share of yield lost where older lithography draws advanced patterns in several passes.",
)
offshore_chip_supply = uncertainty(
    4000000.0,
    "chip/year",
    low=1000000.0,
    high=8000000.0,
    source="semianalysis_ascend_2025_09",
    label=("Offshore dies at full access", "开放时的海外裸片"),
    doc="Accelerators a year for which offshore foundries made dies for Chinese designs when open.",
)
stacks_per_chip = uncertainty(
    5.0,
    "stack/chip",
    low=4.0,
    high=8.0,
    source="semianalysis_ascend_2025_09",
    label=("Memory stacks per accelerator", "每芯片存储堆栈"),
    doc="High-bandwidth memory stacks that one accelerator takes.",
)
domestic_stacks_per_wafer = uncertainty(
    80.0,
    "stack/wafer",
    low=30.0,
    high=160.0,
    source=Assumed(
        "memory capacity that grows with advanced logic; first domestic stacks in 2025 and 2026",
        "output of Chinese makers of high-bandwidth memory",
    ),
    label=("Domestic memory per logic wafer", "每片逻辑晶圆对应的国产存储"),
    doc="Stacks a year that domestic memory would make per accelerator wafer at full readiness.",
)
memory_import_limit = uncertainty(
    2.0e7,
    "stack/year",
    low=1.0e7,
    high=4.0e7,
    source="semianalysis_ascend_2025_09",
    label=("Memory on offer", "可进口存储"),
    doc="Foreign high-bandwidth memory a year that would be on offer at full access.",
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
plain_memory_share = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.5,
    source=Assumed(
        "inference products with ordinary memory were near half of domestic units in 2024",
        "domestic accelerators sold by memory type",
    ),
    label=("Accelerators with plain memory", "普通存储加速器占比"),
    doc="Share of domestic accelerators that need no high-bandwidth memory.",
)
design_exponent = uncertainty(
    0.7,
    "1",
    low=0.4,
    high=1.0,
    source=Assumed(
        "sized to a mean domestic chip of a seventh of the frontier in 2025",
        "benchmarks of one design on two nodes and with two memories",
    ),
    label=("Weight of design in rank", "设计对等级的指数"),
    doc="Per cent of domestic rank for one per cent of accelerator readiness.",
)
process_exponent = uncertainty(
    0.7,
    "1",
    low=0.4,
    high=1.0,
    source=Assumed(
        "sized to a mean domestic chip of a seventh of the frontier in 2025",
        "benchmarks of one design on two nodes and with two memories",
    ),
    label=("Weight of process in rank", "工艺对等级的指数"),
    doc="Per cent of domestic rank for one per cent of the best process within reach.",
)
memory_exponent = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.5,
    source=Assumed("memory bounds bandwidth more than arithmetic", "benchmarks of one design on two nodes and with two memories"),
    label=("Weight of memory in rank", "存储对等级的指数"),
    doc="Per cent of domestic rank for one per cent of the best memory within reach.",
)


@auxiliary("1", label=("Process within reach", "可用工艺"), bounds=SHARE)
def process_within_reach(readiness, open_foundry):
    """Readiness of the best process that Chinese designs can use, at home or abroad."""
    return maximum(readiness[FABRICATION], open_foundry)


@auxiliary("1", label=("Memory within reach", "可用存储"), bounds=SHARE)
def memory_within_reach(readiness, open_memory):
    """Readiness of the best memory that Chinese designs can use, from home or abroad."""
    return maximum(readiness[MEMORY], open_memory)


@auxiliary("1", label=("Domestic chip rank", "国产芯片等级"), bounds=SHARE, source="huawei_roadmap_2025")
def domestic_chip_rank(readiness, process_within_reach, memory_within_reach, design_exponent, process_exponent, memory_exponent):
    """Performance of the mean domestic accelerator, as a share of the frontier product.

    Readiness is already relative to the frontier, so the frontier enters once.
    """
    supplied = power(process_within_reach, process_exponent) * power(memory_within_reach, memory_exponent)
    return power(readiness[ACCELERATORS], design_exponent) * supplied


@auxiliary("H100e/chip", label=("Domestic chip performance", "国产芯片性能"))
def domestic_chip_performance(domestic_chip_rank, frontier_performance):
    """Performance of the mean domestic accelerator."""
    return domestic_chip_rank * frontier_performance


@flow("wafer/year*year", label=("Fab starts", "新建产能"))
def fab_starts(root_funding_by_layer, fab_share_of_funding, fab_cost, input_access):
    """Advanced capacity begun each year, from fabrication funding, where tools can be had."""
    return root_funding_by_layer[FABRICATION] * fab_share_of_funding / fab_cost * input_access[FABRICATION]


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


@auxiliary("chip/year", label=("Dies from fabs at home", "国内裸片"))
def domestic_die_supply(advanced_wafers, accelerator_share_of_wafers, dies_per_wafer, advanced_yield, dies_per_chip):
    """Accelerators a year for which fabs at home make good dies."""
    return advanced_wafers * accelerator_share_of_wafers * dies_per_wafer * advanced_yield / dies_per_chip


@auxiliary("chip/year", label=("Dies from abroad", "海外裸片"))
def offshore_die_supply(open_foundry, offshore_chip_supply, domestic_demand, accelerator_budget):
    """Accelerators a year for which offshore foundries make dies for Chinese designs."""
    return open_foundry * offshore_chip_supply * domestic_demand / accelerator_budget


@auxiliary("stack/year", label=("Domestic memory stacks", "国产高带宽存储"))
def domestic_memory_supply(advanced_wafers, accelerator_share_of_wafers, domestic_stacks_per_wafer, readiness):
    """High-bandwidth memory made at home a year."""
    return advanced_wafers * accelerator_share_of_wafers * domestic_stacks_per_wafer * readiness[MEMORY]


@auxiliary("chip/year", label=("Accelerators that dies allow", "裸片允许产量"))
def chips_by_dies(domestic_die_supply, offshore_die_supply, dies_drawn):
    """Accelerators a year for which there are dies."""
    return domestic_die_supply + offshore_die_supply + dies_drawn


@auxiliary("chip/year", label=("Accelerators that memory allows", "存储允许产量"))
def chips_by_memory(domestic_memory_supply, open_memory, memory_import_limit, memory_drawn, stacks_per_chip):
    """Accelerators a year for which there is memory."""
    return (domestic_memory_supply + open_memory * memory_import_limit + memory_drawn) / stacks_per_chip


@auxiliary("chip/year", label=("Domestic accelerator capacity", "国产加速器产能"), source="semianalysis_ascend_2025_09")
def domestic_chip_capacity(chips_by_dies, chips_by_memory, plain_memory_share):
    """Accelerators that domestic makers can deliver a year: dies or memory, whichever is short.

    Part of the product range does without high-bandwidth memory.
    """
    return minimum(chips_by_dies, chips_by_memory + plain_memory_share * chips_by_dies)
