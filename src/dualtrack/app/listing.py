"""What can be listed, each as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from dualtrack.app.bind import Laboratory
from dualtrack.app.reading import group
from dualtrack.language.quantity import Quantity, Role
from dualtrack.targets.facts_text import bounds_text, prior_text, source_text
from dualtrack.targets.plain import number_text

Row = dict[str, Any]
Noun = Literal["levers", "uncertainties", "switches", "outcomes", "regimes", "claims", "facts", "sources"]


def rows_of(laboratory: Laboratory, noun: Noun) -> list[Row]:
    """Every row of a noun, in the order of declaration."""
    makers: dict[Noun, Callable[[Laboratory], Iterable[Row]]] = {
        "levers": lambda lab: map(_number, _of_role(lab, "lever")),
        "uncertainties": lambda lab: map(_number, _of_role(lab, "uncertainty")),
        "switches": lambda lab: map(_number, _of_role(lab, "switch")),
        "outcomes": lambda lab: map(_outcome, _of_role(lab, "outcome")),
        "regimes": _regimes,
        "claims": _claims,
        "facts": _facts,
        "sources": _sources,
    }
    return list(makers[noun](laboratory))


def words_of(row: Row, column: str) -> str:
    """A cell of a listing in words; `range` is what `low` and `high` allow."""
    if column == "range":
        return bounds_text(row["low"], row["high"])
    cell = row[column]
    return number_text(cell) if isinstance(cell, float) else str(cell)


def _of_role(laboratory: Laboratory, role: Role) -> list[Quantity]:
    return [laboratory.model[name] for name in laboratory.model.of_role([role])]


def _number(quantity: Quantity) -> Row:
    return {
        "name": quantity.name,
        "en": quantity.label[0],
        "zh": quantity.label[1],
        "unit": str(quantity.unit),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "prior": prior_text(quantity),
        "source": source_text(quantity.source),
    }


def _outcome(quantity: Quantity) -> Row:
    return {
        "name": quantity.name,
        "en": quantity.label[0],
        "zh": quantity.label[1],
        "unit": str(quantity.unit),
        "direction": quantity.direction,
        "meaning": quantity.doc,
    }


def _regimes(laboratory: Laboratory) -> Iterable[Row]:
    for name, regime in laboratory.regimes.items():
        yield {
            "name": name,
            "en": regime.label[0],
            "zh": regime.label[1],
            "parts_at": regime.parts_at,
            "meaning": regime.doc[0],
        }


def _claims(laboratory: Laboratory) -> Iterable[Row]:
    for claim in laboratory.claims:
        yield {
            "id": claim.id,
            "kind": claim.kind,
            "en": claim.statement[0],
            "zh": claim.statement[1],
            "carried_by": list(claim.carried_by),
            "waits_for": claim.waits_for,
        }


def _facts(laboratory: Laboratory) -> Iterable[Row]:
    for fact in laboratory.facts:
        yield {
            "id": fact.id,
            "kind": fact.role,
            "counts": group(fact),
            "en": fact.statement[0],
            "zh": fact.statement[1],
        }


def _sources(laboratory: Laboratory) -> Iterable[Row]:
    for source in laboratory.record.sources:
        yield {
            "key": source.key,
            "grade": source.grade,
            "date": source.date,
            "publisher": source.publisher,
            "title": source.title,
            "url": source.url,
        }
