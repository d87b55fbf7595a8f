"""What can be listed, each as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dualtrack.app.names import list_record as record
from dualtrack.app.names import list_theory as stated
from dualtrack.app.names.glossary import terms
from dualtrack.app.names.kind_words import NOUNS
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.fact_rows import group
from dualtrack.language.declaration import Label
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
    "stocks",
    "flows",
    "auxiliaries",
    "constants",
    "histories",
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
    "experiments",
    "reactions",
    "measurables",
    "forecasts",
    "dials",
    "layers",
    "groups",
    "mechanisms",
    "meanings",
    "sectors",
    "units",
    "theories",
    "commands",
    "terms",
]


@dataclass(frozen=True)
class Kind:
    """What one of them is called, what they are, both in two languages, the column that names it, and their rows."""

    one: Label
    meaning: Label
    key: str
    rows: Callable[[Laboratory], Iterable[Row]]


def rows_of(laboratory: Laboratory, noun: str) -> list[Row]:
    """Every row of a noun, in the order of declaration."""
    return list(KINDS[noun].rows(laboratory))


def words_of(row: Row, column: str) -> str:
    """A cell of a listing in words; `range` is what `low` and `high` allow."""
    if column == "range":
        return bounds_text(row["low"], row["high"])
    match row[column]:
        case None:
            return ""
        case float() as number:
            return number_text(number)
        case list() as names:
            return ", ".join(map(str, names))
        case cell:
            return str(cell)


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


def _of_kind(role: Role) -> Callable[[Laboratory], Iterable[Row]]:
    return lambda laboratory: (_quantity(each.name, each) for each in _of_role(laboratory, role))


def _terms(_: Laboratory) -> Iterable[Row]:
    """Words of the house, then the nouns of this list where no word says them already."""
    told = terms()
    for each in told:
        yield {
            "term": each.word,
            "en": each.word,
            "zh": each.zh,
            "meaning_en": each.meaning[0],
            "meaning_zh": each.meaning[1],
            "see": each.see,
        }
    known = {each.word for each in told}
    for noun, kind in KINDS.items():
        if kind.one[0] not in known:
            yield {
                "term": kind.one[0],
                "en": kind.one[0],
                "zh": kind.one[1],
                "meaning_en": kind.meaning[0],
                "meaning_zh": kind.meaning[1],
                "see": f"dualtrack list {noun}",
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
    "quantities": Kind(*NOUNS["quantities"], "name", _quantities),
    "levers": Kind(*NOUNS["levers"], "name", _numbers("lever")),
    "uncertainties": Kind(*NOUNS["uncertainties"], "name", _numbers("uncertainty")),
    "switches": Kind(*NOUNS["switches"], "name", _numbers("switch")),
    "outcomes": Kind(*NOUNS["outcomes"], "name", lambda lab: map(_outcome, _of_role(lab, "outcome"))),
    "stocks": Kind(*NOUNS["stocks"], "name", _of_kind("stock")),
    "flows": Kind(*NOUNS["flows"], "name", _of_kind("flow")),
    "auxiliaries": Kind(*NOUNS["auxiliaries"], "name", _of_kind("auxiliary")),
    "constants": Kind(*NOUNS["constants"], "name", _numbers("constant")),
    "histories": Kind(*NOUNS["histories"], "name", _of_kind("history")),
    "curves": Kind(*NOUNS["curves"], "name", _curves),
    "regimes": Kind(*NOUNS["regimes"], "name", _regimes),
    "tilts": Kind(*NOUNS["tilts"], "tilt", record.tilt_rows),
    "claims": Kind(*NOUNS["claims"], "id", _claims),
    "facts": Kind(*NOUNS["facts"], "id", _facts),
    "targets": Kind(*NOUNS["targets"], "id", record.target_rows),
    "bounds": Kind(*NOUNS["bounds"], "id", record.bound_rows),
    "checks": Kind(*NOUNS["checks"], "check", record.check_rows),
    "loops": Kind(*NOUNS["loops"], "id", record.loop_rows),
    "sources": Kind(*NOUNS["sources"], "key", record.source_rows),
    "series": Kind(*NOUNS["series"], "series", record.series_rows),
    "events": Kind(*NOUNS["events"], "id", record.event_rows),
    "findings": Kind(*NOUNS["findings"], "id", record.finding_rows),
    "experiments": Kind(*NOUNS["experiments"], "name", stated.experiment_rows),
    "reactions": Kind(*NOUNS["reactions"], "id", stated.reaction_rows),
    "measurables": Kind(*NOUNS["measurables"], "number", stated.measurable_rows),
    "forecasts": Kind(*NOUNS["forecasts"], "id", stated.forecast_rows),
    "dials": Kind(*NOUNS["dials"], "dial", record.dial_rows),
    "layers": Kind(*NOUNS["layers"], "layer", record.layer_rows),
    "groups": Kind(*NOUNS["groups"], "id", stated.group_rows),
    "mechanisms": Kind(*NOUNS["mechanisms"], "name", stated.mechanism_rows),
    "meanings": Kind(*NOUNS["meanings"], "id", stated.meaning_rows),
    "sectors": Kind(*NOUNS["sectors"], "sector", record.sector_rows),
    "units": Kind(*NOUNS["units"], "unit", record.unit_rows),
    "theories": Kind(*NOUNS["theories"], "theory", stated.theory_rows),
    "commands": Kind(*NOUNS["commands"], "command", record.command_rows),
    "terms": Kind(*NOUNS["terms"], "term", _terms),
}
"""Every kind of thing that has a name, in the order in which names are looked up."""
