"""The part of the page on outcomes: each over time, and its band in the years that are compared."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from dualtrack.app.bind import OUTCOMES, YEARS
from dualtrack.app.numbers import number, span
from dualtrack.app.page import words
from dualtrack.app.page.curves import Curve, draw_curves
from dualtrack.app.page.figures import Cell, figure, table
from dualtrack.app.page.html import Html, tag
from dualtrack.app.page.intervals import Interval, draw_intervals, reach
from dualtrack.app.reading import Row, level_rows
from dualtrack.app.study import Study
from dualtrack.lab.band import Band
from dualtrack.language.declare import Label

THINNED = 2
"""Every second saved row is drawn: twice a year."""


def outcome_figures(study: Study, source: Html) -> Html:
    """Two figures per outcome."""
    rows = level_rows(study)
    parts = (each for name in OUTCOMES for each in _outcome(study, name, [r for r in rows if r["outcome"] == name], source))
    return tag("div", *parts, class_="figures")


def _outcome(study: Study, name: str, rows: Sequence[Row], source: Html) -> Iterator[Html]:
    ensemble, quantity = study.ensemble, study.laboratory.model[name]
    years = ensemble.years[::THINNED].tolist()
    regimes = ensemble.regimes
    curves = [Curve(regimes[each].label, ensemble.band(each, name)[::THINNED]) for each in regimes]
    parts_at = next((regime.parts_at for regime in regimes.values() if regime.parts_at is not None), None)
    last = {each: curve.bands[-1].median for each, curve in zip(regimes, curves, strict=True)}
    alt = _alt(study, name, last)
    by_year = _by_year(study, years, curves)
    unit = words.unit(quantity)
    yield figure(quantity.label, unit, words.BAND_LEGEND, draw_curves(years, curves, parts_at, alt), source, by_year)
    ends = reach(band_of(row) for row in rows) if math.isfinite(quantity.high) else None
    for year in YEARS:
        chosen = [row for row in rows if row["year"] == year]
        intervals = [Interval(regimes[r["regime"]].label, band_of(r), place) for place, r in enumerate(chosen)]
        title = f"{quantity.label[0]} in {year:g}", f"{year:g}年{quantity.label[1]}"
        said = _alt(study, name, {row["regime"]: row["q50"] for row in chosen}, year)
        drawing = draw_intervals(intervals, said, ends)
        yield figure(title, unit, words.INTERVAL_LEGEND, drawing, source, _levels(study, chosen))


def band_of(row: Row) -> Band:
    """The band that a row was made from."""
    return Band(row["q05"], row["q25"], row["q50"], row["q75"], row["q95"])


def _alt(study: Study, name: str, medians: dict[str, float], year: float | None = None) -> Label:
    label, regimes = study.laboratory.model[name].label, study.ensemble.regimes
    last = study.ensemble.years[-1] if year is None else year
    said = [", ".join(f"{regimes[each].label[place]} {number(value)}" for each, value in medians.items()) for place in (0, 1)]
    start = ("Lines", "折线图") if year is None else ("Bands", "区间图")
    return (
        f"{start[0]} of {label[0]} by regime; medians in {last:g}: {said[0]}.",
        f"各情景{label[1]}的{start[1]}；{last:g}年中位数：{said[1]}。",
    )


def _levels(study: Study, rows: Sequence[Row]) -> Html:
    regimes = study.ensemble.regimes
    cells: list[list[Cell]] = [
        [
            regimes[row["regime"]].label,
            number(row["nominal"]),
            number(row["q50"]),
            span(number(row["q25"]), number(row["q75"])),
            span(number(row["q05"]), number(row["q95"])),
        ]
        for row in rows
    ]
    return table([words.REGIME, words.NOMINAL, words.MEDIAN, words.HALF, words.NINE_TENTHS], cells)


def _by_year(study: Study, years: Sequence[float], curves: Sequence[Curve]) -> Html:
    whole = [place for place, year in enumerate(years) if float(year).is_integer() and year % THINNED == 0]
    cells: list[list[Cell]] = [[f"{years[place]:g}", *(number(curve.bands[place].median) for curve in curves)] for place in whole]
    return table([words.YEAR, *(regime.label for regime in study.ensemble.regimes.values())], cells)
