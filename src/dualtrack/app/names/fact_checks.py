"""What each check of a fact compares: the model's figure, what was seen and the tolerance, in the measure's unit.

A miss is the distance by which the model lies outside what was seen, over the tolerance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

import numpy as np

from dualtrack.app.terminal.numbers import number, span
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.lab.confront import FactsRead
from dualtrack.lab.record.judge_facts import CheckVerdict, FactVerdict
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Change, Level, Measure, Moment, measured_unit

Row = dict[str, Any]
CHECK_COLUMNS = (
    "check",
    "measure_en",
    "measure_zh",
    "unit",
    "relation",
    "nominal_value",
    "median_value",
    "seen",
    "seen_low",
    "seen_high",
    "seen_tolerance",
)
"""What a fact's row tells of the check that its nominal world misses by most."""
BOUNDS = {"at_most": "at most ", "at_least": "at least ", "within": ""}
TURNS: dict[str, Label] = {
    "peak": ("peak", "峰值"),
    "trough": ("trough", "谷底"),
    "fastest_rise": ("fastest rise", "最快上升"),
    "fastest_fall": ("fastest fall", "最快下降"),
}


def check_rows(read: FactsRead) -> list[Row]:
    """Every check of every fact, one row each, in the order of declaration."""
    return [
        {"fact": nominal.fact.id, **_row(read.model, place, *pair)}
        for nominal, drawn in zip(read.nominal, read.drawn, strict=True)
        for place, pair in enumerate(zip(nominal.checks, drawn.checks, strict=True), 1)
    ]


def hardest_check(model: Model, nominal: FactVerdict, drawn: FactVerdict) -> Row:
    """The columns of the check that the nominal world misses by most, the first of equals."""
    misses = [float(each.misses[0]) for each in nominal.checks]
    place = misses.index(max(misses))
    row = _row(model, place + 1, nominal.checks[place], drawn.checks[place])
    return {column: row[column] for column in CHECK_COLUMNS}


def _row(model: Model, place: int, nominal: CheckVerdict, drawn: CheckVerdict) -> Row:
    measure, seen = nominal.check.measure, nominal.target
    english, chinese = measure_words(model, measure)
    known = drawn.measured[np.isfinite(drawn.measured)]
    return {
        "check": place,
        "measure_en": english,
        "measure_zh": chinese,
        "unit": str(measured_unit(model, measure)),
        "relation": nominal.check.relation,
        "nominal_value": float(nominal.measured[0]),
        "median_value": float(np.median(known)) if len(known) else None,
        "seen": seen.value,
        "seen_low": seen.low,
        "seen_high": seen.high,
        "seen_tolerance": nominal.check.tolerance,
        "nominal_misses": float(nominal.misses[0]),
        "median_misses": float(np.median(drawn.misses)),
        "sources": list(seen.sources),
    }


def measure_words(model: Model, measure: Measure) -> Label:
    """What is measured and when, in English and Chinese."""
    english, chinese = model[measure.variable].label
    if measure.per:
        whole = model[measure.per].label
        english, chinese = f"{english} over {whole[0].lower()}", f"{chinese}与{whole[1]}之比"
    match measure:
        case Level(_, year, until):
            if until is None or until == year:
                return f"{english}, {year:g}", f"{chinese}，{year:g}"
            return f"{english}, mean from {year:g} to {until:g}", f"{chinese}，{year:g}至{until:g}均值"
        case Change(_, start, stop, relative):
            kind, way = ("relative change", "相对变化") if relative else ("change", "变化")
            return f"{english}, {kind} from {start:g} to {stop:g}", f"{chinese}，{start:g}至{stop:g}{way}"
        case Moment(_, turn, start, stop):
            moment, when = TURNS[turn]
            return f"{english}, {moment} between {start:g} and {stop:g}", f"{chinese}，{start:g}至{stop:g}间{when}的时点"
        case _:
            assert_never(measure)


def show_checks(rows: Iterable[Row]) -> None:
    """The checks that are missed in the nominal or the median world, with both sides of the comparison."""
    lines = list(_lines(rows))
    if not lines:
        return
    table = [
        "check",
        "what is measured",
        "unit",
        "nominal\nworld",
        "median",
        "seen",
        "toler-\nance",
        "missed,\nnominal",
        "missed,\nmedian",
    ]
    show_table("Checks that are missed in the nominal world, or by the median over worlds", table, lines, words=2)
    show_prose(
        "Missed: the distance by which a world lies outside what was seen, or on the wrong side of a bound, over the tolerance. "
        "A figure within one tolerance is reproduced; a bound is missed at any distance. Both medians are over worlds."
    )
    show_text("")


def _lines(rows: Iterable[Row]) -> Iterator[list[str]]:
    for row in rows:
        least = 1.0 if row["relation"] == "within" else 0.0
        if max(row["nominal_misses"], row["median_misses"]) > least:
            yield [
                f"{row['fact']}.{row['check']}",
                row["measure_en"],
                row["unit"],
                _figure(row, row["nominal_value"]),
                _figure(row, row["median_value"]),
                BOUNDS[row["relation"]] + _seen(row),
                number(row["seen_tolerance"]),
                number(row["nominal_misses"]),
                number(row["median_misses"]),
            ]


def _seen(row: Row) -> str:
    if row["relation"] != "within" or row["seen_low"] == row["seen_high"]:
        return _figure(row, row["seen"])
    return span(_figure(row, row["seen_low"]), _figure(row, row["seen_high"]))


def _figure(row: Row, value: float | None) -> str:
    """A moment keeps its year and two places; every other figure has three."""
    return f"{value:.2f}" if row["unit"] == "year" and value is not None else number(value)
