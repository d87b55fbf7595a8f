"""Lithography, carried by one project: a prototype, a tool, then volume; until then older scanners, which the frontier leaves."""

from dualtrack.language.declaration import Assumed, Definition
from dualtrack.language.declare import SHARE, auxiliary, constant, stock, uncertainty
from dualtrack.language.expressions.ops import exp, maximum, minimum
from dualtrack.theory.dual_track.sectors.layers import LAYER, LITHOGRAPHY

_MILESTONES = "dated milestones of source, optics, stage and first printed wafers"

euv_stage_time = uncertainty(
    7.0,
    "year",
    low=4.0,
    high=12.0,
    source=Assumed(
        "a prototype gave light in 2025 (euv_prototype_2025), chips from it are wanted in 2028 and seen in 2030 "
        "(euv_threatintel_2025_12)",
        _MILESTONES,
    ),
    label=("Time of a stage of lithography", "光刻单阶段时间"),
    doc="Mean time of each of three stages of the next lithography at the effort of 2018, with all inputs at hand.",
)
euv_floor_time = uncertainty(
    3.5,
    "year",
    low=2.5,
    high=5.0,
    source=Assumed(
        "optics, sources and yield are learnt in years whatever is spent; replacing the tool is put at 60 to 180 months in all",
        "milestones against spending",
    ),
    label=("Floor time of a stage", "单阶段最短时间"),
    doc="Mean time of a stage that no effort can undercut.",
)
older_lithography = uncertainty(
    0.35,
    "1",
    low=0.25,
    high=0.5,
    source=Assumed(
        "immersion scanners were some two generations behind in 2025", "a yearly panel of experts on each layer's distance"
    ),
    label=("Reach of older lithography", "旧一代光刻上限"),
    doc="Readiness, in 2025, that the best scanner short of the next lithography gives.",
)
older_lithography_year = constant(
    2025.0,
    "year",
    source=Definition("the year for which the reach of older lithography is stated"),
    label=("Year of the older lithography", "旧一代光刻基准年"),
    doc="Year from which the frontier leaves older lithography behind.",
)


@auxiliary("1/year", label=("Pace of the lithography project", "光刻攻关进度"))
def euv_pace(effort, input_access, euv_stage_time, euv_floor_time):
    """Rate at which each of three stages is passed: by effort and inputs, and no faster than the floor allows."""
    return minimum(effort[LITHOGRAPHY] * input_access[LITHOGRAPHY] / euv_stage_time, 1 / euv_floor_time)


@stock("1", initial=0, label=("Lithography prototype", "光刻样机"), bounds=SHARE, source="euv_prototype_2025")
def euv_prototype(euv_pace, euv_prototype):
    """How far source, optics and stage work together."""
    return euv_pace * (1 - euv_prototype)


@stock("1", initial=0, label=("Lithography tool", "光刻整机"), bounds=SHARE)
def euv_tool(euv_pace, euv_prototype, euv_tool):
    """How far the prototype has become a tool that prints."""
    return euv_pace * (euv_prototype - euv_tool)


@stock("1", initial=0, label=("Lithography in volume", "光刻量产"), bounds=SHARE)
def euv_volume(euv_pace, euv_tool, euv_volume):
    """How far the tool runs in volume at a yield that pays."""
    return euv_pace * (euv_tool - euv_volume)


@auxiliary("1", label=("What is left of older lithography", "旧一代光刻的剩余"), bounds=SHARE)
def older_lithography_left(frontier_erosion, time, older_lithography_year):
    """Part of the rank of 2025 that the moving frontier leaves to scanners which stay as they are."""
    return exp(frontier_erosion[LITHOGRAPHY] * minimum(0, older_lithography_year - time))


@auxiliary("1", over=LAYER, label=("Reach", "可达上限"), bounds=SHARE)
def reach(is_lithography, older_lithography, older_lithography_left, euv_volume, bound_by_tools):
    """What a layer could come to today: lithography by its stages, and no fab beyond its tools, so far as these bind it."""
    return (1 - is_lithography * (1 - older_lithography * older_lithography_left) * (1 - euv_volume)) * bound_by_tools


@auxiliary("1", over=LAYER, label=("Headroom", "可进步空间"), bounds=SHARE)
def headroom(readiness, reach):
    """Part of what a layer could reach today that it has not; nothing where it has all of it."""
    return maximum(0, 1 - readiness / reach)
