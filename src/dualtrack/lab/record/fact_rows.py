"""A fact and its checks as rows: what the model gives, what was seen and the tolerance, in the measure's unit.

A miss is the distance by which the model lies outside what was seen, over the tolerance.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

import numpy as np

from dualtrack.lab.record.judge_facts import CheckVerdict, FactVerdict
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Change, Fact, Level, Measure, Moment, measured_unit

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
HALF = 0.5
"""The share of worlds from which on their median one reproduces a fact."""
COUNTED = ("in sample", "held out")
GROUPS = (*COUNTED, "not counted")
"""How a fact counts, in the order in which tables show it."""
TURNS: dict[str, Label] = {
    "peak": ("peak", "峰值"),
    "trough": ("trough", "谷底"),
    "fastest_rise": ("fastest rise", "最快上升"),
    "fastest_fall": ("fastest fall", "最快下降"),
}


def fact_row(model: Model, nominal: FactVerdict, drawn: FactVerdict) -> Row:
    """Whether a fact is reproduced, by how many tolerances it is missed, and both sides of the check missed by most."""
    fact = nominal.fact
    row: Row = {"id": fact.id, "group": group(fact), "kind": fact.role, "en": fact.statement[0], "zh": fact.statement[1]}
    if not fact.tests:
        empty = ("nominal", "median", "nominal_misses", "median_misses", "share", "sources")
        return {**row, **dict.fromkeys((*empty, *CHECK_COLUMNS))}
    return {
        **row,
        "nominal": bool(nominal.holds[0]),
        "median": (drawn.share or 0.0) >= HALF,
        "nominal_misses": float(nominal.misses[0]),
        "median_misses": float(np.median(drawn.misses)),
        "share": drawn.share,
        "sources": list(dict.fromkeys(source for check in nominal.checks for source in check.target.sources)),
        **hardest_check(model, nominal, drawn),
    }


def group(fact: Fact) -> str:
    """How a fact counts: as a test of what was tuned, as one held out, or not at all."""
    if not fact.is_test:
        return GROUPS[-1]
    return COUNTED[fact.held_out]


def missed_first(row: Row) -> tuple[int, bool, bool]:
    """Where a fact stands in a table: group by group, first what the nominal world misses, then what the median world does."""
    place = GROUPS.index(row["group"])
    return (place, bool(row["nominal"]), bool(row["median"])) if row["group"] in COUNTED else (place, False, False)


def tally(rows: Iterable[Row], within: str, key: str) -> tuple[int, int]:
    """How many facts of a group were reproduced, and how many there are."""
    found = [row[key] for row in rows if row["group"] == within]
    return sum(map(bool, found)), len(found)


def check_rows(model: Model, nominal: FactVerdict, drawn: FactVerdict) -> list[Row]:
    """Every check of a fact, one row each, in the order of declaration."""
    pairs = enumerate(zip(nominal.checks, drawn.checks, strict=True), 1)
    return [{"fact": nominal.fact.id, **_row(model, place, *pair)} for place, pair in pairs]


def hardest_check(model: Model, nominal: FactVerdict, drawn: FactVerdict) -> Row:
    """The columns of the check that the nominal world misses by most, the first of equals."""
    misses = [float(each.misses[0]) for each in nominal.checks]
    place = misses.index(max(misses))
    row = _row(model, place + 1, nominal.checks[place], drawn.checks[place])
    return {column: row[column] for column in CHECK_COLUMNS}


def _row(model: Model, place: int, nominal: CheckVerdict, drawn: CheckVerdict) -> Row:
    measure, seen = nominal.check.measure, nominal.target
    english, chinese = measure_label(model, measure)
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


def measure_label(model: Model, measure: Measure) -> Label:
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
