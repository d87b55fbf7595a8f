"""What was seen, as data: figures on the scale of the quantities they show, facts with their bounds, and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, assert_never

from dualtrack.app.page.pack.translated import titled
from dualtrack.evidence.dates import decimal_year, middle
from dualtrack.evidence.record import Record
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import Look, figures, target
from dualtrack.lab.record.mapped import Mapped, mapped_rows, shown_beside
from dualtrack.language.statements.ledger import Change, Check, Fact, Level, Measure, Moment

Data = dict[str, Any]
DAYS, FIGURES = 4, 6
"""Decimals of a year that tell days apart, and significant figures of a value."""


def history_rows(laboratory: Laboratory) -> dict[str, list[str]]:
    """For each quantity that the record shows, the series that measure just it, or what it is another name of, by name."""
    shown = {name: shown_beside(laboratory.theory, laboratory.model, name) for name in laboratory.model.quantities}
    return {name: sorted(each.series for each in beside) for name, beside in sorted(shown.items()) if beside}


def series_rows(laboratory: Laboratory, history: Mapping[str, Iterable[str]]) -> Data:
    """Every series that is shown: what it counts otherwise, and its figures by date, in the unit of what it measures."""
    used = {series for beside in history.values() for series in beside}
    found: dict[str, list[Data]] = {name: [] for name in used}
    for each in mapped_rows(laboratory.theory, laboratory.model, laboratory.record):
        if each.row.series in used and each.middle >= laboratory.theory.clock.start:
            found[each.row.series].append(_point(each))
    caveats = {each.series: list(each.caveat) for each in laboratory.theory.counterparts}
    return {
        each.series: {
            "label": [each.label_en, each.label_zh],
            "caveat": caveats[each.series],
            "figures": sorted(found[each.series], key=lambda row: (row["year"], row["value"])),
        }
        for each in laboratory.record.series
        if each.series in used
    }


def _point(mapped: Mapped) -> Data:
    row, figure = mapped.row, mapped.figure
    ends = {"low": (row.low, figure.low), "high": (row.high, figure.high)}
    return {
        "year": round(decimal_year(middle(row.start, row.end)), DAYS),
        **_span(row.start, row.end),
        "value": _shown(figure.value),
        **{name: _shown(end) for name, (told, end) in ends.items() if told is not None},
        "source": row.source,
    }


def _span(start: date, end: date) -> Data:
    """From when to when a figure counts, its last day with it; nothing for a figure of one day."""
    if start == end:
        return {}
    return {"span": [round(decimal_year(start), DAYS), round(decimal_year(end + timedelta(days=1)), DAYS)]}


def _shown(value: float) -> float:
    """A figure as closely as any source tells it."""
    return float(f"{value:.{FIGURES}g}")


def fact_rows(laboratory: Laboratory, held: Mapping[str, Data]) -> list[Data]:
    """Every fact with its checks, and how the model fares; `held` tells by fact what the generated table found."""
    look = figures(laboratory.record)
    return [
        {
            "id": fact.id,
            "statement": list(fact.statement),
            "role": fact.role,
            "heldOut": fact.held_out,
            "isTest": fact.is_test,
            "checks": [_check(each, look) for each in fact.tests],
            **held.get(fact.id, {"nominal": None, "misses": None, "share": None}),
        }
        for fact in laboratory.theory.facts
    ]


def _check(check: Check, look: Look) -> Data:
    figure = target(check.yardstick, look)
    return {
        **_measure(check.measure),
        "quantity": check.measure.variable,
        "per": check.measure.per,
        "relation": check.relation,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "tolerance": check.tolerance,
        "sources": list(figure.sources),
    }


def _measure(measure: Measure) -> Data:
    match measure:
        case Level(_, year, until):
            return {"measure": "level", "start": year, "stop": year if until is None else until, "turn": None, "relative": False}
        case Change(_, start, stop, relative):
            return {"measure": "change", "start": start, "stop": stop, "turn": None, "relative": relative}
        case Moment(_, turn, start, stop):
            return {"measure": "moment", "start": start, "stop": stop, "turn": turn, "relative": False}
        case _:
            assert_never(measure)


def source_rows(record: Record) -> Data:
    """Every source of the record by key."""
    return {
        each.key: {
            "title": list(titled(each.title)),
            "publisher": each.publisher,
            "date": each.date,
            "url": each.url,
            "grade": each.grade,
        }
        for each in record.sources
    }


def fact_ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of the facts that the model could fail."""
    return tuple(fact.id for fact in facts if fact.is_test)
