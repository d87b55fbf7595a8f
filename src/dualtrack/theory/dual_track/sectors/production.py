"""What domestic makers can deliver: dies or memory, whichever is short, from fabs at home, foundries abroad and hoarded banks."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, uncertainty
from dualtrack.language.expressions.ops import maximum, minimum, power
from dualtrack.theory.dual_track.sectors.layers import ACCELERATORS, FABRICATION, MEMORY

_FABS = "tool deliveries and wafer starts of Chinese advanced fabs, by quarter"

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
offshore_offer_ratio = uncertainty(
    1.0,
    "1",
    low=0.3,
    high=2.0,
    source=Assumed("foundries made about 2.9 million dies for Chinese accelerators in two years, beside other designs", _FABS),
    label=("Offshore dies against sales elsewhere", "海外裸片供给比"),
    doc="Accelerators for which offshore foundries would make dies, relative to accelerators sold elsewhere, at full access.",
)
mainland_share = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.3,
    source=Assumed("mature mainland fabs make some simpler accelerators", _FABS),
    label=("Dies from foreign fabs on the mainland", "外资大陆厂裸片比例"),
    doc="Part of offshore dies that foreign fabs on the mainland could make when free to upgrade.",
)
stacks_per_chip = uncertainty(
    5.0,
    "stack/chip",
    low=4.0,
    high=8.0,
    source="semianalysis_ascend_2025_09",
    label=("Memory stacks per accelerator", "每芯片高带宽内存堆栈"),
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
    label=("Domestic memory per logic wafer", "每片逻辑晶圆对应的国产内存"),
    doc="Stacks a year that domestic memory would make per accelerator wafer at full readiness.",
)
memory_offer_ratio = uncertainty(
    7.0,
    "stack/chip",
    low=3.0,
    high=12.0,
    source="semianalysis_ascend_2025_09",
    label=("Memory on offer", "内存可供量"),
    doc="Foreign high-bandwidth memory on offer at full access, per accelerator sold elsewhere.",
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
    label=("Accelerators with plain memory", "普通内存加速器占比"),
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
    label=("Weight of memory in rank", "内存对等级的指数"),
    doc="Per cent of domestic rank for one per cent of the best memory within reach.",
)


@auxiliary("1", label=("Process within reach", "可用工艺"), bounds=SHARE)
def process_within_reach(readiness, open_foundry):
    """Readiness of the best process that Chinese designs can use, at home or abroad."""
    return maximum(readiness[FABRICATION], open_foundry)


@auxiliary("1", label=("Memory within reach", "可用内存"), bounds=SHARE)
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


@auxiliary("chip/year", label=("Dies from fabs at home", "国内裸片"))
def domestic_die_supply(advanced_wafers, accelerator_share_of_wafers, dies_per_wafer, advanced_yield, dies_per_chip):
    """Accelerators a year for which fabs at home make good dies."""
    return advanced_wafers * accelerator_share_of_wafers * dies_per_wafer * advanced_yield / dies_per_chip


@auxiliary("chip/year", label=("Accelerators sold elsewhere", "海外加速器销量"))
def chips_sold_elsewhere(accelerator_sales_elsewhere, frontier_chip_price):
    """Accelerators sold outside China a year, counted at the frontier's price."""
    return accelerator_sales_elsewhere / frontier_chip_price


@auxiliary("chip/year", label=("Offshore dies on offer", "可得海外裸片"))
def offshore_dies_on_offer(
    open_foundry, mainland_foundry_access, mainland_share, cut_off, offshore_offer_ratio, chips_sold_elsewhere
):
    """Accelerators for which foreign foundries, abroad or on the mainland, would make dies for Chinese designs."""
    mainland = (1 - open_foundry) * mainland_foundry_access * mainland_share * (1 - cut_off)
    return (open_foundry + mainland) * offshore_offer_ratio * chips_sold_elsewhere


@auxiliary("chip/year", label=("Dies from abroad", "海外裸片"))
def offshore_die_supply(offshore_dies_on_offer, dies_hoarded):
    """Accelerators a year for which foreign foundries make dies that are not hoarded."""
    return offshore_dies_on_offer - dies_hoarded


@auxiliary("stack/year", label=("Domestic memory stacks", "国产高带宽内存"))
def domestic_memory_supply(advanced_wafers, accelerator_share_of_wafers, domestic_stacks_per_wafer, readiness):
    """High-bandwidth memory made at home a year."""
    return advanced_wafers * accelerator_share_of_wafers * domestic_stacks_per_wafer * readiness[MEMORY]


@auxiliary("chip/year", label=("Accelerators that dies allow", "裸片允许产量"))
def chips_by_dies(domestic_die_supply, offshore_die_supply, dies_drawn):
    """Accelerators a year for which there are dies."""
    return domestic_die_supply + offshore_die_supply + dies_drawn


@auxiliary("stack/year", label=("Foreign memory on offer", "可得进口内存"))
def memory_on_offer(open_memory, memory_offer_ratio, chips_sold_elsewhere):
    """Foreign high-bandwidth memory that could be bought a year."""
    return open_memory * memory_offer_ratio * chips_sold_elsewhere


@auxiliary("stack/year", label=("Foreign memory for use", "进口内存用量"))
def imported_memory_supply(memory_on_offer, memory_hoarded):
    """Foreign memory on offer that is not hoarded."""
    return memory_on_offer - memory_hoarded


@auxiliary("stack/year", label=("Memory that dies need", "裸片所需内存"))
def memory_needed_for_dies(chips_by_dies, plain_memory_share, stacks_per_chip):
    """High-bandwidth memory that the dies at hand would take."""
    return chips_by_dies * (1 - plain_memory_share) * stacks_per_chip


@auxiliary("chip/year", label=("Accelerators that memory allows", "内存允许产量"))
def chips_by_memory(domestic_memory_supply, imported_memory_supply, memory_drawn, stacks_per_chip):
    """Accelerators a year for which there is high-bandwidth memory."""
    return (domestic_memory_supply + imported_memory_supply + memory_drawn) / stacks_per_chip


@auxiliary("chip/year", label=("Domestic accelerator capacity", "国产加速器产能"), source="semianalysis_ascend_2025_09")
def domestic_chip_capacity(chips_by_dies, chips_by_memory, plain_memory_share):
    """Accelerators that domestic makers can deliver a year: dies or memory, whichever is short.

    Part of the product range does without high-bandwidth memory.
    """
    return minimum(chips_by_dies, chips_by_memory + plain_memory_share * chips_by_dies)
