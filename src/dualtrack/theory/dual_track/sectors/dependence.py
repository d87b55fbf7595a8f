"""Dependence: how much of what runs in China rests on American roots, and how little could take its place."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, outcome, smooth, uncertainty
from dualtrack.theory.dual_track.sectors.layers import SOFTWARE

porting_time = uncertainty(
    1.0,
    "year",
    low=0.5,
    high=3.0,
    source="cann_2025",
    label=("Porting time", "迁移时间"),
    doc="Time in which workloads move to other chips when the software is ready.",
)
initial_running_us_share = uncertainty(
    0.95,
    "1",
    low=0.9,
    high=0.99,
    source=Assumed("the trade reports 95 % American before controls", "workloads by chip in 2018"),
    label=("Workloads on American chips in 2018", "2018年美系负载占比"),
    doc="Share of running AI workloads on American chips at the start.",
)


@auxiliary("1", label=("American-rooted share of computing", "美系算力占比"), bounds=SHARE)
def us_rooted_share(working_us_compute, usable_compute):
    """Share of usable computing that rests on American roots, at home or rented.

    Left out: offshore dies and foreign memory inside domestic chips, which count here as domestic.
    """
    return working_us_compute / usable_compute


@smooth(
    "1", time=porting_time, initial=initial_running_us_share, label=("Workloads on American chips", "美系负载占比"), bounds=SHARE
)
def running_us_share(us_rooted_share):
    """Share of running workloads on American-rooted computing; it lags the installed base by the time it takes to port."""
    return us_rooted_share


@auxiliary("1", label=("Substitute at hand", "可用替代"), bounds=SHARE)
def substitute_at_hand(domestic_chip_rank, readiness):
    """How well domestic chips and their software could take over: the weaker of the two tells, by their product."""
    return domestic_chip_rank * readiness[SOFTWARE]


@outcome("1", direction="lower", label=("Dependence", "依赖度"), bounds=SHARE)
def dependence(running_us_share, substitute_at_hand):
    """American-rooted share of what runs, less what could be substituted.

    It rests on what is installed, so it answers also where a licence limit or refusal binds.
    """
    return running_us_share * (1 - substitute_at_hand)
