"""What was seen, as data: figures on the scale of the quantities they show, facts with their bounds, and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

from dualtrack.evidence.dates import decimal_year, middle
from dualtrack.evidence.record import Record
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import Look, figures, target
from dualtrack.lab.record.mapped import Mapped, mapped_rows, shown_beside
from dualtrack.language.statements.ledger import Change, Check, Fact, Level, Measure, Moment

Data = dict[str, Any]


def history_rows(laboratory: Laboratory) -> Data:
    """For each quantity that the record shows, its figures in the quantity's own unit, by date."""
    found: dict[str, list[Data]] = {}
    for each in mapped_rows(laboratory.theory, laboratory.model, laboratory.record):
        if each.middle >= laboratory.theory.clock.start:
            found.setdefault(each.counterpart.series, []).append(_point(each))
    shown = {name: shown_beside(laboratory.theory, laboratory.model, name) for name in laboratory.model.quantities}
    return {
        name: sorted(
            (row for each in beside for row in found.get(each.series, [])),
            key=lambda row: (row["year"], row["series"], row["value"]),
        )
        for name, beside in sorted(shown.items())
        if beside
    }


def _point(mapped: Mapped) -> Data:
    row, figure = mapped.row, mapped.figure
    return {
        "year": decimal_year(middle(row.start, row.end)),
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "value": figure.value,
        "low": None if row.low is None else figure.low,
        "high": None if row.high is None else figure.high,
        "kind": row.kind,
        "source": row.source,
        "series": row.series,
    }


def series_rows(laboratory: Laboratory, history: Mapping[str, Iterable[Data]]) -> Data:
    """The series whose figures are shown, and what each counts otherwise than the quantity beside it."""
    used = {row["series"] for rows in history.values() for row in rows}
    caveats = {each.series: list(each.caveat) for each in laboratory.theory.counterparts}
    return {
        each.series: {"label": [each.label_en, each.label_zh], "unit": each.unit, "caveat": caveats[each.series]}
        for each in laboratory.record.series
        if each.series in used
    }


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
            "title": each.title,
            "publisher": each.publisher,
            "date": each.date,
            "url": each.url,
            "grade": each.grade,
            "relay": each.relay,
        }
        for each in record.sources
    }


def fact_ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of the facts that the model could fail."""
    return tuple(fact.id for fact in facts if fact.is_test)
