"""Openness as it reaches China: scheduled rules, the sliding scale, lobbying and the cut-off, per dial and per layer."""

from dualtrack.language.declaration import Assumed, Definition
from dualtrack.language.declare import SHARE, auxiliary, constant, smooth, uncertainty
from dualtrack.language.expressions.ops import maximum, minimum
from dualtrack.theory.dual_track.sectors.layers import LAYER
from dualtrack.theory.dual_track.sectors.policy import policy_time

licence_time = uncertainty(
    1.0,
    "year",
    low=0.5,
    high=3.0,
    source="design_software_halt_2025_05",
    label=("Licence term", "许可期限"),
    doc="Time for which design-software licences in hand run on after a stop of sales.",
)
rule_free_performance = uncertainty(
    0.12,
    "H100e/chip",
    low=0.06,
    high=0.15,
    source=Assumed(
        "an L20 computes 119.5 TFLOPS against an H100's 989, by data sheets; the H20 of 148 is the most that the rule of 2023 "
        "let pass",
        "data sheets of products sold without a licence, by quarter",
    ),
    label=("Best chip below the thresholds", "门槛以下最强芯片"),
    doc="Performance of the best accelerator that needs no licence.",
)
dials_counted = constant(
    5.0,
    "1",
    source=Definition(
        "chips, memory, tools, design software and foundries; cloud rental substitutes for chips and is not counted twice"
    ),
    label=("Dials counted in denial", "计入拒供的准入渠道数"),
    doc="Number of dials whose closure makes up denial.",
)


@auxiliary("1", label=("Scheduled chip rank", "规则允许的芯片等级"), bounds=SHARE)
def scheduled_chip_rank(chip_frontier_share_ceiling, chip_performance_ceiling, frontier_performance):
    """Performance of the best chip the written rule allows, as a share of the frontier product.

    An absolute ceiling loses rank as the frontier moves; a relative one does not.
    """
    return maximum(chip_frontier_share_ceiling, minimum(1, chip_performance_ceiling / frontier_performance))


@auxiliary("1", label=("Sliding chip rank", "浮动上限芯片等级"), bounds=SHARE)
def sliding_chip_rank(domestic_chip_rank, sliding_premium):
    """Rank that a sliding scale allows: somewhat above what China makes itself."""
    return minimum(1, domestic_chip_rank * (1 + sliding_premium))


@auxiliary("1", label=("Opening that lobbying asks for", "游说要求的放开"), bounds=SHARE)
def lobbied_opening(lobbying, lobbying_gain, china_revenue_forgone):
    """Share of the closed part of the chip dial that lobbying asks to be opened.

    Vendors press harder the more of their possible Chinese revenue rules forgo.
    """
    return lobbying * lobbying_gain * china_revenue_forgone


@smooth("1", time=policy_time, initial=0, label=("Opening won by pressure", "因压力而放开"), bounds=SHARE)
def pressed_opening(rules_react, lobbied_opening, retaliation_opening):
    """Share of the closed part of the chip dial that lobbying and retaliation together open, where rules react."""
    return rules_react * minimum(1, lobbied_opening + retaliation_opening)


@auxiliary("1", label=("Rank under licence", "许可规则等级"), bounds=SHARE)
def licence_rank(scheduled_chip_rank, sliding_chip_rank, sliding_scale, pressed_opening, cut_off):
    """Performance of the best chip that a licence or the written ceiling allows, as a share of the frontier product."""
    rule = (1 - sliding_scale) * scheduled_chip_rank + sliding_scale * sliding_chip_rank
    return (1 - cut_off) * (rule + (1 - rule) * pressed_opening)


@auxiliary("1", label=("Rank below the thresholds", "门槛以下等级"), bounds=SHARE)
def rule_free_rank(rule_free_sales, rule_free_performance, frontier_performance, cut_off):
    """Performance of the best chip that needs no licence, as a share of the frontier product; the frontier leaves it behind."""
    return (1 - cut_off) * rule_free_sales * minimum(1, rule_free_performance / frontier_performance)


@auxiliary("1", label=("Licensed chip rank", "许可芯片等级"), bounds=SHARE)
def licensed_chip_rank(licence_rank, rule_free_rank):
    """Performance of the best chip that may lawfully be sold to China, as a share of the frontier product."""
    return maximum(licence_rank, rule_free_rank)


@auxiliary("1", label=("Chip rank let in", "双方放行的芯片等级"), bounds=SHARE)
def admitted_chip_rank(licensed_chip_rank, acceptance):
    """Rank that both governments let in: a chip that Washington sells and Beijing stops is in nobody's hands."""
    return licensed_chip_rank * acceptance


@auxiliary("H100e/chip", label=("Licensed chip performance", "许可芯片性能"))
def licensed_chip_performance(licensed_chip_rank, frontier_performance):
    """Performance of the best chip sold to China under licence."""
    return licensed_chip_rank * frontier_performance


@auxiliary("1", label=("Open memory trade", "内存开放度"), bounds=SHARE)
def open_memory(memory_access, cut_off):
    """Access to foreign high-bandwidth memory after any cut-off."""
    return memory_access * (1 - cut_off)


@auxiliary("1", label=("Open tool trade", "设备开放度"), bounds=SHARE)
def open_tools(tool_access, cut_off):
    """Access to foreign fabrication tools after any cut-off."""
    return tool_access * (1 - cut_off)


@auxiliary("1", label=("Open design-software trade", "设计软件开放度"), bounds=SHARE)
def open_design(eda_access, cut_off):
    """Access to foreign design software after any cut-off."""
    return eda_access * (1 - cut_off)


@smooth("1", time=licence_time, initial=1, label=("Licences in hand", "在手许可"), bounds=SHARE)
def licences_in_hand(open_design):
    """Design-software licences that run on for their term when sales stop."""
    return open_design


@auxiliary("1", label=("Design software at work", "可用设计软件"), bounds=SHARE)
def working_design(open_design, licences_in_hand, cloud_licence_control):
    """Foreign design software that runs: what is open, and licences in hand unless they hang on the vendor's cloud."""
    return open_design + maximum(0, licences_in_hand - open_design) * (1 - cloud_licence_control)


@auxiliary("1", label=("Coverage of control", "管控覆盖度"), bounds=SHARE)
def control_coverage(remote_control, process_data_control, cloud_licence_control):
    """Share of supply with some hidden control: chips, process data or design software, as separate causes."""
    return 1 - (1 - remote_control) * (1 - process_data_control) * (1 - cloud_licence_control)


@auxiliary("1", label=("Open cloud", "云开放度"), bounds=SHARE)
def open_cloud(cloud_access, cut_off):
    """Access to accelerators abroad by rental after any cut-off."""
    return cloud_access * (1 - cut_off)


@auxiliary("1", label=("Open foundries", "代工开放度"), bounds=SHARE)
def open_foundry(foundry_access, cut_off):
    """Access to offshore foundries after any cut-off."""
    return foundry_access * (1 - cut_off)


@auxiliary("1", label=("Chips on offer", "美方可供芯片等级"), bounds=SHARE)
def offered_chip_rank(licensed_chip_rank, offered_supply, legal_demand):
    """Rank that American rules offer, weighted by how much of demand their volume would serve."""
    return licensed_chip_rank * offered_supply / legal_demand


@auxiliary("1", label=("Chips within reach", "可得芯片等级"), bounds=SHARE)
def reachable_chip_rank(licensed_chip_rank, licensed_supply, legal_demand):
    """Rank that buyers can in fact take up, weighted by how much of demand rules on both sides would serve."""
    return licensed_chip_rank * licensed_supply / legal_demand


@auxiliary("1", over=LAYER, label=("Competition from imports", "进口竞争"), bounds=SHARE)
def import_competition(
    chips_rival,
    memory_rival,
    tools_rival,
    design_rival,
    foundry_rival,
    layer_without_dial,
    reachable_chip_rank,
    open_memory,
    open_tools,
    open_design,
    open_foundry,
    cut_off,
):
    """How far imports that rules allow compete with the layer's own product (the minus of each dial).

    No dial governs materials and core IP; only a cut-off closes them.
    """
    return minimum(
        1,
        chips_rival * reachable_chip_rank
        + memory_rival * open_memory
        + tools_rival * open_tools
        + design_rival * open_design
        + foundry_rival * open_foundry
        + layer_without_dial * (1 - cut_off),
    )


@auxiliary("1", label=("Denial", "拒供程度"), bounds=SHARE)
def denial(offered_chip_rank, open_memory, open_tools, open_design, open_foundry, dials_counted):
    """Mean closure of chips, memory, tools, design software and foundries: what is refused, used or not."""
    closed = (1 - offered_chip_rank) + (1 - open_memory) + (1 - open_tools) + (1 - open_design) + (1 - open_foundry)
    return closed / dials_counted
