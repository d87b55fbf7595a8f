"""What governments can do, as data: levers in groups with the dated events that set them, regimes, and every event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.app.bind import PAST
from dualtrack.app.page.catalogue import Catalogue, pair
from dualtrack.app.page.pack.anchors import anchor_rows
from dualtrack.app.page.pack.told import told
from dualtrack.errors import ModelError
from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Event, Setting
from dualtrack.evidence.vocabulary import BASELINE
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declare import Label
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import Regime

Data = dict[str, Any]

GROUPS: Mapping[str, tuple[str, ...]] = {
    "us_chips": ("chip_performance_ceiling", "chip_frontier_share_ceiling", "chip_volume_ceiling", "chip_levy", "sliding_scale"),
    "us_inputs": (
        "memory_access",
        "tool_access",
        "eda_access",
        "foundry_access",
        "korean_fab_access",
        "mainland_foundry_access",
    ),
    "us_reach": ("cloud_access", "remote_control", "process_data_control", "cloud_licence_control", "cut_off", "rules_react"),
    "china_purchases": ("domestic_procurement_mandate", "domestic_tool_mandate", "import_refusal", "deal_review"),
    "china_roots": ("root_fund_commitments", "root_refocus", "root_recognition", "beijing_reacts"),
    "layers": ("layer_focus",),
}
"""Every lever by declared name, under the government that holds it; the last group points funding at single layers."""

SEEN: Mapping[str, tuple[str, ...]] = {
    "sliding_scale": ("2025_07_15_stack_dependence_remarks",),
    "cut_off": ("2025_04_09_h20_licence_requirement", "2025_05_23_design_software_halt"),
    "rules_react": ("2025_07_02_design_software_released", "2025_10_09_gain_act_in_senate", "2025_12_07_gain_act_dropped"),
    "import_refusal": ("2025_08_21_h20_discouraged", "2026_01_14_h200_stopped_at_customs", "2026_05_17_no_h200_delivered"),
    "root_refocus": ("2024_05_24_big_fund_three", "2025_12_26_national_venture_fund"),
    "beijing_reacts": ("2019_10_22_big_fund_two", "2024_05_24_big_fund_three"),
}
"""Events that show a lever at work although the record codes no value of it."""


def lever_rows(laboratory: Laboratory, words: Mapping[str, Catalogue]) -> list[Data]:
    """The levers, group by group; raises `ModelError` for a lever without a group."""
    model = laboratory.model
    levers = {name: model[name] for name in model.of_role(["lever"])}
    grouped = [base for bases in GROUPS.values() for base in bases]
    if strays := sorted({quantity.base for quantity in levers.values()} ^ set(grouped)):
        raise ModelError(f"the page's groups of levers and the model differ in {', '.join(strays)}", fix="put each in one group")
    return [
        {
            "group": group,
            "label": list(pair(words, f"group.{group}")),
            "levers": [
                _lever(laboratory, quantity, pair(words, "group.start"))
                for base in bases
                for quantity in levers.values()
                if quantity.base == base
            ],
        }
        for group, bases in GROUPS.items()
    ]


def _lever(laboratory: Laboratory, quantity: Quantity, start: Label) -> Data:
    record, past = laboratory.record, laboratory.regime(PAST)
    parts_at = past.parts_at
    path = past.paths.get(quantity.name)
    dial = {each.dial: each for each in record.dials}.get(quantity.name)
    return {
        "name": quantity.name,
        "unit": str(quantity.unit),
        "low": quantity.low,
        "high": quantity.high,
        "default": quantity.number,
        "now": quantity.number if path is None or parts_at is None else path.at(parts_at),
        "meaning": list(told(dial.meaning if dial else quantity.doc)),
        "anchors": anchor_rows(dial.anchors) if dial else [],
        "examples": [
            *(_example(record, setting, start) for setting in record.settings if setting.dial == quantity.name),
            *(_seen(record.event(event)) for event in SEEN.get(quantity.name, ())),
        ],
    }


def _example(record: Record, setting: Setting, start: Label) -> Data:
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
    """Every regime with the path of each lever that it moves."""
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
