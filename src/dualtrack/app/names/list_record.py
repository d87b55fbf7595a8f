"""Rows of what the record, the tests and the program itself hold, for whoever lists or explains them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from inspect import getdoc
from typing import Any

from dualtrack.app.cli import COMMANDS
from dualtrack.app.names.yardstick_words import yardstick_words
from dualtrack.app.terminal.speech import said, tongue
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.fact_rows import measure_label
from dualtrack.language.statements.ledger import measured_unit
from dualtrack.language.statements.reality_check import formulas
from dualtrack.targets.print.quantity_facts import source_text

Row = dict[str, Any]


def source_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Pages and papers."""
    for source in laboratory.record.sources:
        yield {
            "key": source.key,
            "grade": source.grade,
            "date": source.date,
            "publisher": source.publisher,
            "title": source.title,
            "url": source.url,
        }


def series_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Definitions of what was seen, and what of the model they stand beside."""
    beside = {each.series: each for each in laboratory.theory.counterparts}
    for each in laboratory.record.series:
        yield {
            "series": each.series,
            "en": each.label_en,
            "zh": each.label_zh,
            "unit": each.unit,
            "figures": sum(row.series == each.series for row in laboratory.record.observations),
            "measures": beside[each.series].reads if each.series in beside else "",
            "caveat": " / ".join(beside[each.series].caveat) if each.series in beside else "",
            "definition": each.definition,
        }


def event_rows(laboratory: Laboratory) -> Iterable[Row]:
    """What was done on a day."""
    for each in laboratory.record.events:
        yield {
            "id": each.id,
            "date": each.date.isoformat(),
            "actor": each.actor,
            "en": each.title_en,
            "zh": each.title_zh,
            "summary": each.summary,
            "source": each.source,
            "grade": each.grade,
        }


def finding_rows(laboratory: Laboratory) -> Iterable[Row]:
    """What was published about a mechanism, and whether it weighs worlds."""
    published = laboratory.theory.published
    about = {name: each.switch for each in (*published.studied, *published.experiments) for name in each.findings}
    weighs = {name: each.name for each in published.experiments for name in each.findings}
    for each in laboratory.record.findings:
        yield {
            "id": each.id,
            "about": about.get(each.id, ""),
            "weighs in": weighs.get(each.id, ""),
            "design": each.design,
            "done": each.done,
            "population": each.population,
            "outcome": each.outcome,
            "effect": each.effect,
            "error": each.error,
            "scale": each.scale,
            "unit": each.unit,
            "read": each.read,
            "source": each.source,
            "note": each.note,
        }


def dial_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Dials of policy as they are coded."""
    for each in laboratory.record.dials:
        yield {
            "dial": each.dial,
            "en": each.label_en,
            "zh": each.label_zh,
            "unit": each.unit,
            "low": each.low,
            "high": each.high,
            "meaning": each.meaning,
            "anchors": each.anchors,
        }


def layer_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Technology roots."""
    for each in laboratory.record.layers:
        yield {"layer": each.layer, "en": each.label_en, "zh": each.label_zh}


def unit_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Base units of the theory, and every unit made of them."""
    meanings = laboratory.model.base_units
    counted: dict[str, int] = {}
    for quantity in laboratory.model.quantities.values():
        counted[str(quantity.unit)] = counted.get(str(quantity.unit), 0) + 1
    for name in sorted({*meanings, *counted}):
        yield {"unit": name, "meaning": meanings.get(name, ""), "quantities": counted.get(name, 0)}


def sector_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Parts of the theory."""
    for name, meaning in laboratory.model.sectors.items():
        held = [each for each in laboratory.model.quantities.values() if each.sector == name]
        yield {"sector": name, "quantities": len(held), "meaning": meaning.splitlines()[0]}


def tilt_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Priors."""
    for tilt in laboratory.theory.tilts:
        yield {
            "tilt": tilt.name,
            "en": tilt.label[0],
            "zh": tilt.label[1],
            "raised": ", ".join(tilt.raised) or "none",
            "lowered": ", ".join(tilt.lowered) or "none",
        }


def check_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Sentences that hold in every world, by their place."""
    for place, each in enumerate(laboratory.theory.checks, 1):
        yield {
            "check": f"check {place}",
            "kind": type(each).__name__.lower(),
            "en": each.sentence[0],
            "zh": each.sentence[1],
            "formulas": "; ".join(formulas(each)),
        }


def loop_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Named feedback loops."""
    for loop in laboratory.theory.loops:
        yield {
            "id": loop.id,
            "polarity": loop.polarity,
            "en": loop.label[0],
            "zh": loop.label[1],
            "path": " -> ".join(loop.path),
            "cut": " -> ".join(loop.cut),
            "claims": ", ".join(loop.claims),
        }


def target_rows(laboratory: Laboratory) -> Iterable[Row]:
    """What a world must come near to be kept."""
    for each in laboratory.theory.targets:
        yield {
            "id": each.id,
            "en": each.statement[0],
            "zh": each.statement[1],
            "measure": said(measure_label(laboratory.model, each.measure)),
            "relation": each.relation.replace("_", " "),
            "figure": yardstick_words(each.yardstick),
        }


def bound_rows(laboratory: Laboratory) -> Iterable[Row]:
    """Ranges beyond which nothing would be believed."""
    for each in laboratory.theory.bounds:
        yield {
            "id": each.id,
            "en": each.statement[0],
            "zh": each.statement[1],
            "measure": said(measure_label(laboratory.model, each.measure)),
            "low": each.low,
            "high": each.high,
            "unit": str(measured_unit(laboratory.model, each.measure)),
            "hard": each.hard,
            "source": source_text(each.source, tongue()),
        }


def command_rows(_: Laboratory) -> Iterable[Row]:
    """What the program does."""
    for name, place in COMMANDS.items():
        module, function = place.split(":")
        said = getdoc(getattr(import_module(f"dualtrack.app.commands.{module}"), function)) or ""
        lines = said.splitlines()
        example = next((line.partition("Example: ")[2] for line in lines if line.startswith("Example: ")), "")
        yield {"command": name, "meaning": lines[0], "example": example}
