"""What can be listed, each as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dualtrack.app.names import list_record as record
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.fact_rows import group
from dualtrack.language.quantity import Quantity, Role
from dualtrack.targets.print.plain import number_text
from dualtrack.targets.print.quantity_facts import bounds_text, prior_text, source_text

Row = dict[str, Any]
Noun = Literal[
    "names",
    "kinds",
    "quantities",
    "levers",
    "uncertainties",
    "switches",
    "outcomes",
    "curves",
    "regimes",
    "tilts",
    "claims",
    "facts",
    "targets",
    "bounds",
    "checks",
    "loops",
    "sources",
    "series",
    "events",
    "findings",
    "dials",
    "layers",
    "sectors",
    "units",
    "commands",
]


@dataclass(frozen=True)
class Kind:
    """What one of them is called, the column that names it, what they are, and their rows."""

    one: str
    key: str
    meaning: str
    rows: Callable[[Laboratory], Iterable[Row]]


def rows_of(laboratory: Laboratory, noun: str) -> list[Row]:
    """Every row of a noun, in the order of declaration."""
    return list(KINDS[noun].rows(laboratory))


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
    for claim in laboratory.theory.claims:
        yield {
            "id": claim.id,
            "kind": claim.kind,
            "en": claim.statement[0],
            "zh": claim.statement[1],
            "carried_by": list(claim.carried_by),
            "waits_for": claim.waits_for,
        }


def _facts(laboratory: Laboratory) -> Iterable[Row]:
    for fact in laboratory.theory.facts:
        yield {
            "id": fact.id,
            "kind": fact.role,
            "counts": group(fact),
            "en": fact.statement[0],
            "zh": fact.statement[1],
        }


def _quantities(laboratory: Laboratory) -> Iterable[Row]:
    """Every quantity by its flat name, and those with elements by their base name too."""
    seen = set(laboratory.model.quantities)
    for name, quantity in laboratory.model.quantities.items():
        if quantity.base not in seen:
            seen.add(quantity.base)
            yield _quantity(quantity.base, quantity)
        yield _quantity(name, quantity)


def _quantity(name: str, quantity: Quantity) -> Row:
    return {
        "name": name,
        "role": quantity.role,
        "en": quantity.label[0],
        "zh": quantity.label[1],
        "unit": str(quantity.unit),
        "sector": quantity.sector,
    }


def _curves(laboratory: Laboratory) -> Iterable[Row]:
    for name, curve in laboratory.model.curves.items():
        yield {
            "name": name,
            "en": curve.label[0],
            "zh": curve.label[1],
            "unit": f"{curve.unit} by {curve.of}",
            "source": source_text(curve.source),
        }


def _numbers(role: Role) -> Callable[[Laboratory], Iterable[Row]]:
    return lambda laboratory: map(_number, _of_role(laboratory, role))


KINDS: dict[str, Kind] = {
    "quantities": Kind("quantity", "name", "everything the model computes or is given", _quantities),
    "levers": Kind("lever", "name", "what governments set", _numbers("lever")),
    "uncertainties": Kind("uncertainty", "name", "numbers that are drawn", _numbers("uncertainty")),
    "switches": Kind(
        "switch", "name", "mechanisms, by strength or as there or not, exactly 0 in some worlds", _numbers("switch")
    ),
    "outcomes": Kind("outcome", "name", "what regimes are judged by", lambda lab: map(_outcome, _of_role(lab, "outcome"))),
    "curves": Kind("curve", "name", "effects given by points", _curves),
    "regimes": Kind("regime", "name", "policies over time of both governments", _regimes),
    "tilts": Kind("tilt", "tilt", "priors of someone who leans, and of someone who does not", record.tilt_rows),
    "claims": Kind("claim", "id", "what the theory and its rivals assert", _claims),
    "facts": Kind("fact", "id", "what happened, and the model should reproduce", _facts),
    "targets": Kind("target", "id", "what a world must come near to be kept", record.target_rows),
    "bounds": Kind("bound", "id", "ranges beyond which no projection would be believed", record.bound_rows),
    "checks": Kind("check", "check", "sentences that hold in every world", record.check_rows),
    "loops": Kind("loop", "id", "named feedback loops", record.loop_rows),
    "sources": Kind("source", "key", "pages and papers that were read", record.source_rows),
    "series": Kind("series", "series", "definitions of what was seen", record.series_rows),
    "events": Kind("event", "id", "what was done on a day", record.event_rows),
    "findings": Kind("finding", "id", "results of studies and of days of news about mechanisms", record.finding_rows),
    "dials": Kind("dial", "dial", "levers as they are coded from events", record.dial_rows),
    "layers": Kind("layer", "layer", "technology roots", record.layer_rows),
    "sectors": Kind("sector", "sector", "parts of the theory", record.sector_rows),
    "units": Kind("unit", "unit", "what quantities are counted in", record.unit_rows),
    "commands": Kind("command", "command", "what the program does", record.command_rows),
}
"""Every kind of thing that has a name, in the order in which names are looked up."""
