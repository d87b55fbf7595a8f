"""The tables as read, each row with its place, before anything is checked across rows."""

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from dualtrack.evidence import sheets
from dualtrack.evidence.complaints import Complaints, Placed, read
from dualtrack.evidence.rows import Dial, DialSetting, Event, Finding, Layer, LayerShare, Observation, Series, Source


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of every table, in the order of their files."""

    sources: list[Placed[Source]]
    series: list[Placed[Series]]
    observations: list[Placed[Observation]]
    events: list[Placed[Event]]
    settings: list[Placed[DialSetting]]
    dials: list[Placed[Dial]]
    layers: list[Placed[Layer]]
    layer_shares: list[Placed[LayerShare]]
    findings: list[Placed[Finding]]


def read_tables(folder: Traversable, complaints: Complaints) -> Tables:
    """Every table of the folder."""
    return Tables(
        sources=read(folder, sheets.SOURCES, complaints),
        series=read(folder, sheets.SERIES, complaints),
        observations=read(folder, sheets.OBSERVATIONS, complaints),
        events=read(folder, sheets.EVENTS, complaints),
        settings=read(folder, sheets.SETTINGS, complaints),
        dials=read(folder, sheets.CODEBOOK, complaints),
        layers=read(folder, sheets.LAYERS, complaints),
        layer_shares=read(folder, sheets.LAYER_SHARES, complaints),
        findings=read(folder, sheets.FINDINGS, complaints),
    )
