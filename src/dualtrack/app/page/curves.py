"""A drawing of one outcome over time: a line per regime, and the band of the regime that the reader chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.app.page.html import Html, both, join, tag
from dualtrack.app.page.scale import Scale, tick_text, ticks
from dualtrack.lab.band import Band
from dualtrack.language.declare import Label

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 360.0, 232.0, 44.0, 10.0, 12.0, 24.0
LUSTRE = 5
COLOURS = 7
PARTING: Label = ("regimes part", "情景分开")


@dataclass(frozen=True, slots=True)
class Curve:
    """One regime's bands, one per year."""

    label: Label
    bands: Sequence[Band]


def draw_curves(years: Sequence[float], curves: Sequence[Curve], parts_at: float | None, alt: Label) -> Html:
    """The whole drawing; curves keep their order, and with it their colour and dash."""
    top = max(band.highest for curve in curves for band in curve.bands)
    low = min(0.0, min(band.lowest for curve in curves for band in curve.bands))
    marks = ticks(low, top)
    across = Scale(years[0], years[-1], LEFT, WIDTH - RIGHT)
    up = Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP)
    bands = [_band(place, years, curve, across, up) for place, curve in enumerate(curves)]
    lines = [_line(place, years, curve, across, up) for place, curve in enumerate(curves)]
    parting = [] if parts_at is None else [_parting(across(parts_at))]
    return picture(WIDTH, HEIGHT, alt, *_axes(years, marks, across, up), *parting, *bands, *lines)


def colour(place: int) -> str:
    """The classes of the regime at a place: one of the colours, and its own number."""
    return f"r{place % COLOURS} n{place}"


def picture(width: float, height: float, alt: Label, *parts: Html) -> Html:
    """A drawing with words for those who cannot see it, in both languages."""
    return tag(
        "svg",
        *parts,
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_label=alt[0],
        data_en=alt[0],
        data_zh=alt[1],
    )


def _axes(years: Sequence[float], marks: Sequence[float], across: Scale, up: Scale) -> list[Html]:
    rows = [
        join(
            tag("line", class_="grid", x1=LEFT, x2=WIDTH - RIGHT, y1=up(mark), y2=up(mark)),
            tag("text", tick_text(mark), class_="tick", x=LEFT - 5, y=up(mark) + 3.5, text_anchor="end"),
        )
        for mark in marks
    ]
    whole = [year for year in range(int(years[0]), int(years[-1]) + 1) if year % LUSTRE == 0]
    return rows + [tag("text", str(year), class_="tick", x=across(year), y=HEIGHT - 7, text_anchor="middle") for year in whole]


def _parting(x: float) -> Html:
    words = both(PARTING, "text", class_="tick", x=x - 4, y=TOP + 4, text_anchor="end")
    return join(tag("line", class_="parting", x1=x, x2=x, y1=TOP, y2=HEIGHT - BOTTOM), words)


def _band(place: int, years: Sequence[float], curve: Curve, across: Scale, up: Scale) -> Html:
    outer = [(band.lowest, band.highest) for band in curve.bands]
    inner = [(band.lower, band.upper) for band in curve.bands]
    paths = [tag("path", class_="fill", d=_area(years, edges, across, up)) for edges in (outer, inner)]
    return tag("g", *paths, class_=f"band {colour(place)}")


def _area(years: Sequence[float], edges: Sequence[tuple[float, float]], across: Scale, up: Scale) -> str:
    over = [(across(year), up(high)) for year, (_, high) in zip(years, edges, strict=True)]
    under = [(across(year), up(low)) for year, (low, _) in zip(years, edges, strict=True)]
    return _path([*over, *reversed(under)]) + "Z"


def _line(place: int, years: Sequence[float], curve: Curve, across: Scale, up: Scale) -> Html:
    points = [(across(year), up(band.median)) for year, band in zip(years, curve.bands, strict=True)]
    return tag("path", class_=f"curve {colour(place)}", d=_path(points))


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
