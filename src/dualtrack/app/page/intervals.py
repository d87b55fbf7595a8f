"""A drawing of bands beside each other: one row each, with a dot, a thick line and a thin one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dualtrack.app.page.curves import WIDTH, colour, picture
from dualtrack.app.page.html import Html, both, join, tag
from dualtrack.app.page.scale import Scale, tick_text, ticks
from dualtrack.lab.band import Band
from dualtrack.language.declare import Label

LEFT, RIGHT, TOP, ROW, BOTTOM = 138.0, 14.0, 6.0, 24.0, 24.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A row: its words, its band, and which colour it has."""

    label: Label
    band: Band
    colour: int


def reach(bands: Iterable[Band]) -> tuple[float, float]:
    """The least and the greatest value of some bands, zero included, so that drawings can share an axis."""
    ends = [end for band in bands for end in (band.lowest, band.highest)]
    return min(0.0, *ends), max(0.0, *ends)


def draw_intervals(rows: Sequence[Interval], alt: Label, ends: tuple[float, float] | None = None) -> Html:
    """The whole drawing; zero is always on it, as a line."""
    marks = ticks(*(ends or reach(row.band for row in rows)))
    height = TOP + ROW * len(rows) + BOTTOM
    across = Scale(marks[0], marks[-1], LEFT, WIDTH - RIGHT)
    grid = [
        join(
            tag("line", class_="zero" if mark == 0 else "grid", x1=across(mark), x2=across(mark), y1=TOP, y2=height - BOTTOM),
            tag("text", tick_text(mark), class_="tick", x=across(mark), y=height - 7, text_anchor="middle"),
        )
        for mark in marks
    ]
    return picture(WIDTH, height, alt, *grid, *(_row(row, TOP + ROW * (place + 0.5), across) for place, row in enumerate(rows)))


def _row(row: Interval, y: float, across: Scale) -> Html:
    band = row.band
    parts = (
        tag("line", class_="thin", x1=across(band.lowest), x2=across(band.highest), y1=y, y2=y),
        tag("line", class_="thick", x1=across(band.lower), x2=across(band.upper), y1=y, y2=y),
        tag("circle", class_="dot", cx=across(band.median), cy=y, r=4.5),
    )
    words = both(row.label, "text", class_="name", x=LEFT - 8, y=y + 4, text_anchor="end")
    return join(words, tag("g", *parts, class_=f"interval {colour(row.colour)}"))
