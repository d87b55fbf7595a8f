"""What is denied and what that costs: inputs missing by channel, each with its own bite, and designs that learn to do without."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, stock, uncertainty
from dualtrack.language.expressions.ops import minimum
from dualtrack.theory.dual_track.sectors.layers import (
    CHANNEL,
    CORE_IP,
    DESIGN_TOOLS,
    EQUIPMENT,
    FABRICATION,
    LAYER,
    MATERIALS,
    MEMORY,
)

denial_strength = existence(
    source=Assumed(
        "no study measures what denied inputs cost a layer's progress; one fab's yield (smic_yield_2026) is a case",
        "delay of nodes and products by layer after each dial closed",
    ),
    label=("Denied inputs slow", "断供拖慢"),
    doc="Rival H9: denied tools, memory and design software slow everything downstream.",
)
denial_bite = uncertainty(
    {"chips": 0.3, "memory": 0.3, "tools": 0.6, "design": 0.3, "foundry": 0.4, "materials": 0.5, "core_ip": 0.3},
    "1",
    low={"chips": 0.0, "memory": 0.05, "tools": 0.2, "design": 0.05, "foundry": 0.1, "materials": 0.1, "core_ip": 0.0},
    high={"chips": 0.6, "memory": 0.7, "tools": 0.9, "design": 0.7, "foundry": 0.8, "materials": 0.9, "core_ip": 0.7},
    source=Assumed(
        "one leading fab took about twice the world's time between two nodes without half of the tools; the rest is a guess",
        "delay of nodes and products by layer after each dial closed",
    ),
    label=("Bite of a denied input", "单项断供的影响"),
    doc="Share lost, of a layer's progress or, for tools, of what it can reach, where an input that it wholly needs is missing.",
    over=CHANNEL,
)
input_saving_rate = uncertainty(
    0.06,
    "1/year",
    low=0.0,
    high=0.15,
    source=Assumed(
        "users abroad innovated round denied rare earths (alfaro_2025); that chips allow as much is assumed",
        "product designs before and after a denial",
    ),
    label=("Rate of designing round", "绕开断供的速率"),
    doc="Yearly share of denied inputs that full urgency learns to do without.",
)


@auxiliary("1", label=("Tools missing", "设备缺口"), bounds=SHARE)
def tools_missing(open_tools, readiness, serving_lithography):
    """Part of the tools needed that neither imports nor home makers supply; the scarcer of equipment and lithography decides."""
    return (1 - open_tools) * (1 - minimum(readiness[EQUIPMENT], serving_lithography))


@auxiliary("1", label=("Memory missing", "内存缺口"), bounds=SHARE)
def memory_missing(open_memory, readiness):
    """Part of the memory needed that neither imports nor home makers supply."""
    return (1 - open_memory) * (1 - readiness[MEMORY])


@auxiliary("1", label=("Design tools missing", "设计工具缺口"), bounds=SHARE)
def design_missing(working_design, readiness):
    """Part of the design software needed that neither running licences nor home makers supply."""
    return (1 - working_design) * (1 - readiness[DESIGN_TOOLS])


@auxiliary("1", label=("Foundry missing", "代工缺口"), bounds=SHARE)
def foundry_missing(open_foundry, readiness):
    """Part of the foundry service needed that neither imports nor home makers supply."""
    return (1 - open_foundry) * (1 - readiness[FABRICATION])


@auxiliary("1", label=("Materials missing", "材料缺口"), bounds=SHARE)
def materials_missing(cut_off, readiness):
    """Part of the materials needed that home makers cannot supply once a cut-off, and no dial before it, ends imports."""
    return cut_off * (1 - readiness[MATERIALS])


@auxiliary("1", label=("Core IP missing", "核心IP缺口"), bounds=SHARE)
def core_ip_missing(cut_off, readiness):
    """Part of the licensed cores needed that home designers cannot supply once a cut-off ends new licences."""
    return cut_off * (1 - readiness[CORE_IP])


@auxiliary("1", over=LAYER, label=("Denied inputs", "投入受阻"), bounds=SHARE)
def denied_inputs(
    denial_bite,
    chips_needed,
    memory_needed,
    design_needed,
    foundry_needed,
    materials_needed,
    core_ip_needed,
    reachable_chip_rank,
    memory_missing,
    design_missing,
    foundry_missing,
    materials_missing,
    core_ip_missing,
):
    """Share of a layer's progress that missing inputs would cost, each by its own bite, as separate causes.

    Left out: tools, which do not slow a layer but bound what it can reach.
    """
    left = (
        (1 - denial_bite["chips"] * chips_needed * (1 - reachable_chip_rank))
        * (1 - denial_bite["memory"] * memory_needed * memory_missing)
        * (1 - denial_bite["design"] * design_needed * design_missing)
        * (1 - denial_bite["foundry"] * foundry_needed * foundry_missing)
        * (1 - denial_bite["materials"] * materials_needed * materials_missing)
        * (1 - denial_bite["core_ip"] * core_ip_needed * core_ip_missing)
    )
    return 1 - left


@stock("1", initial=0, label=("Denial designed round", "已绕开的断供"), bounds=SHARE, source="alfaro_2025")
def designed_round(input_saving_rate, urgency, designed_round):
    """Part of denied inputs that domestic designs have learnt to do without, for as long as resolve to do so lasts."""
    return input_saving_rate * urgency * (1 - designed_round)


@auxiliary("1", over=LAYER, label=("Access to inputs", "投入可得性"), bounds=SHARE)
def input_access(denial_strength, denied_inputs, designed_round):
    """Part of normal progress that denied inputs leave, after what designs do without."""
    return 1 - denial_strength * denied_inputs * (1 - designed_round)


@auxiliary("1", over=LAYER, label=("Bound by tools", "设备约束"), bounds=SHARE, source="smic_yield_2026")
def bound_by_tools(denial_strength, denial_bite, tools_needed, tools_missing, designed_round):
    """How far a layer can come, and a fab be equipped, with the tools that can be had."""
    return 1 - denial_strength * denial_bite["tools"] * tools_needed * tools_missing * (1 - designed_round)
