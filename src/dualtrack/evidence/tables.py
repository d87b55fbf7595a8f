"""The tables as read, each row with its place, before anything is checked across rows."""

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from dualtrack.evidence import sheets
from dualtrack.evidence.cells import near
from dualtrack.evidence.complaints import Complaints, Placed, Sheet, read
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


BY_PLACE: dict[str, Sheet[Any]] = {
    "sources": sheets.SOURCES,
    "series": sheets.SERIES,
    "observations": sheets.OBSERVATIONS,
    "events": sheets.EVENTS,
    "settings": sheets.SETTINGS,
    "dials": sheets.CODEBOOK,
    "layers": sheets.LAYERS,
    "layer_shares": sheets.LAYER_SHARES,
    "findings": sheets.FINDINGS,
}
"""Every table by its place in a record, in the order in which they are read."""
FILES = tuple(sheet.file for sheet in BY_PLACE.values())


def read_tables(folder: Traversable, complaints: Complaints, *, is_partial: bool = False) -> Tables:
    """Every table of the folder; where it `is_partial`, one that is not there is empty, and a file that is none a complaint."""
    there = _there(folder, complaints) if is_partial else FILES
    return Tables(**{place: read(folder, sheet, complaints) if sheet.file in there else [] for place, sheet in BY_PLACE.items()})


def _there(folder: Traversable, complaints: Complaints) -> tuple[str, ...]:
    """The tables that a folder holds; without any, all, so that what cannot be read is told."""
    found = sorted(each.name for each in folder.iterdir() if each.name.endswith(".csv")) if folder.is_dir() else []
    for name in found:
        if name not in FILES:
            complaints.say(f"{name}:1 is no table of a record{near(name, FILES)}: rename it, or take it out")
    return tuple(file for file in FILES if file in found) or FILES
