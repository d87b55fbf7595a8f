"""What governments can do, as data: levers in groups with the dated events that set them, regimes, and every event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.app.page.catalogue import Catalogue, pair
from dualtrack.app.page.pack.anchors import anchor_rows
from dualtrack.app.page.pack.translated import told
from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import DialSetting, Event
from dualtrack.evidence.vocabulary import BASELINE
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.display import LeverGroup
from dualtrack.language.statements.lever_scale import LeverScale

Data = dict[str, Any]


def lever_rows(laboratory: Laboratory, words: Mapping[str, Catalogue]) -> list[Data]:
    """The levers, group by group."""
    model, theory = laboratory.model, laboratory.theory
    levers = [model[name] for name in model.of_role(["lever"])]
    every = LeverGroup(theory.name, theory.label, tuple(dict.fromkeys(each.base for each in levers)))
    return [
        {
            "group": group.id,
            "label": list(group.label),
            "levers": [
                _lever(laboratory, quantity, pair(words, "group.start"))
                for base in group.levers
                for quantity in levers
                if quantity.base == base
            ],
        }
        for group in theory.display.groups or (every,)
    ]


def _lever(laboratory: Laboratory, quantity: Quantity, start: Label) -> Data:
    record, past = laboratory.record, laboratory.past
    parts_at = past.parts_at
    path = past.paths.get(quantity.name)
    dial = {each.dial: each for each in record.dials}.get(quantity.name)
    scale = laboratory.theory.display.scales.get(quantity.base)
    return {
        "name": quantity.name,
        "unit": str(quantity.unit),
        "low": quantity.low,
        "high": quantity.high,
        "default": quantity.number,
        "now": quantity.number if path is None or parts_at is None else path.at(parts_at),
        "meaning": list(told(dial.meaning if dial else quantity.doc)),
        "also": list(scale.also) if scale else [],
        "anchors": anchor_rows(dial.anchors) if dial else _landmarks(scale),
        "examples": [
            *(_example(record, setting, start) for setting in record.settings if setting.dial == quantity.name),
            *(_seen(record.event(event)) for event in laboratory.theory.display.at_work.get(quantity.base, ())),
        ],
    }


def _landmarks(scale: LeverScale | None) -> list[Data]:
    """What values mean that no codebook tells."""
    return [{"value": value, "meaning": list(said)} for value, said in scale.landmarks.items()] if scale else []


def _example(record: Record, setting: DialSetting, start: Label) -> Data:
    """A day on which the lever took a value, and the event that set it."""
    row: Data = {
        "date": setting.start.isoformat(),
        "year": decimal_year(setting.start),
        "value": setting.value,
        "why": list(told(setting.why)),
    }
    if setting.event == BASELINE:
        return row | {"event": None, "title": list(start), "source": None}
    event = record.event(setting.event)
    return row | {"event": event.id, "title": [event.title_en, event.title_zh], "source": event.source}


def _seen(event: Event) -> Data:
    """An event that shows a lever at work, without a value."""
    return {
        "date": event.date.isoformat(),
        "year": decimal_year(event.date),
        "value": None,
        "why": list(told(event.summary)),
        "event": event.id,
        "title": [event.title_en, event.title_zh],
        "source": event.source,
    }


def regime_rows(regimes: Mapping[str, Regime]) -> Data:
    """Every regime with the path of each lever that it moves, and what it holds since its edition that it did not before."""
    return {
        name: {
            "name": name,
            "label": list(regime.label) if all(regime.label) else [name, name],
            "doc": list(regime.doc),
            "partsAt": regime.parts_at,
            "paths": {
                lever: {"points": [list(point) for point in path.points], "ramp": path.ramp}
                for lever, path in regime.paths.items()
            },
            **({"edition": regime.edition, "changed": list(regime.changed)} if all(regime.changed) else {}),
        }
        for name, regime in regimes.items()
    }


def event_rows(record: Record) -> list[Data]:
    """Every dated event, with the levers that it set."""
    return [_event(record, event) for event in record.events]


def _event(record: Record, event: Event) -> Data:
    moved = [setting for setting in record.settings if setting.event == event.id]
    return {
        "id": event.id,
        "date": event.date.isoformat(),
        "year": decimal_year(event.date),
        "actor": event.actor,
        "topic": event.instrument,
        "direction": event.direction,
        "label": [event.title_en, event.title_zh],
        "detail": list(told(event.summary)),
        "source": event.source,
        "grade": event.grade,
        "alarm": event.alarm,
        "sets": [{"lever": each.dial, "value": each.value, "why": list(told(each.why))} for each in moved],
    }
