"""The pack: everything that the page knows, as one JSON text that ends no script it stands in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dualtrack.app.bind import other_theory
from dualtrack.app.page.catalogue import Catalogue, pair
from dualtrack.app.page.pack.argument_rows import argument_row
from dualtrack.app.page.pack.believe_rows import believe_row
from dualtrack.app.page.pack.circuit_rows import loop_rows
from dualtrack.app.page.pack.claim_rows import claim_rows, tilt_rows
from dualtrack.app.page.pack.limit_rows import limit_rows
from dualtrack.app.page.pack.pathway_row import pathway_row
from dualtrack.app.page.pack.policy_rows import event_rows, lever_rows, regime_rows
from dualtrack.app.page.pack.quantity_rows import base_rows, dimension_rows, flat_rows, key_rows, sector_rows
from dualtrack.app.page.pack.record_rows import fact_rows, history_rows, series_rows, source_rows
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.app.page.pack.story_rows import story_row
from dualtrack.app.page.pack.study_rows import study_row
from dualtrack.errors import ModelError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.software import version_of
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.quantity import Role

Data = dict[str, Any]

FIRST = 12
"""Assumptions shown before all others: those in which most of the spread of outcomes lies."""
ASSUMED: tuple[Role, ...] = ("uncertainty", "switch", "constant")


def pack(laboratory: Laboratory, found: Data, words: Mapping[str, Catalogue]) -> Data:
    """All of it; `found` is the generated table, and `words` the page's catalogues."""
    model, record, theory = laboratory.model, laboratory.record, laboratory.theory
    if model.correlations:
        raise ModelError("the page draws numbers one by one, and this model draws some together", fix="teach draws.js the copula")
    clock, history, facts = theory.clock, history_rows(laboratory), fact_rows(laboratory, found["facts"])
    labels = {name: theory.display.sectors.get(name, (name, name)) for name in model.sectors}
    return {
        "version": version_of("dualtrack"),
        "fingerprint": model.fingerprint,
        "theory": other_theory(laboratory),
        "hasTables": any(each.suffix == ".csv" for each in laboratory.files),
        "judged": {"fingerprint": found["fingerprint"], "seed": found["seed"], "worlds": found["worlds"]},
        "seed": found["seed"],
        "rules": rule_row(),
        "clock": {"start": clock.start, "stop": clock.stop, "step": clock.step, "save": clock.save},
        "partsAt": laboratory.treated.parts_at,
        "past": theory.past,
        "treated": theory.treated,
        "references": list(theory.references),
        "main": list(theory.outcomes),
        "outcomes": list(model.outcomes),
        "drawn": list(model.drawn),
        "keys": key_rows(model, found["seed"]),
        "sectors": sector_rows(model, labels),
        "dimensions": dimension_rows(model),
        "baseUnits": dict(sorted(model.base_units.items())),
        "bases": base_rows(model),
        "quantities": flat_rows(model),
        "levers": lever_rows(laboratory, words),
        "assumptions": _assumptions(model, found["matter"], pair(words, "group.first_assumptions"), labels),
        "matter": found["matter"],
        "regimes": regime_rows(laboratory.regimes),
        "study": study_row(laboratory),
        "edition": max(laboratory.regimes[name].edition for name in laboratory.shipped),
        "accepted": found["accepted"],
        "history": history,
        "series": series_rows(laboratory, history),
        "facts": facts,
        "claims": claim_rows(laboratory.theory.claims, theory.tests, theory.evidence, found["verdicts"]),
        "askedAgain": list(theory.display.asked_again),
        "remarks": {name: list(said) for name, said in theory.display.remarks.items()},
        "attribution": found["attribution"],
        "pathways": pathway_row(model, theory.pathways),
        "tilts": tilt_rows(laboratory.theory.tilts),
        "truth": found["truth"],
        "believe": believe_row(laboratory, found),
        "loopCoverage": found["loopCoverage"],
        "loops": loop_rows(model, theory.loops),
        "diagram": found["diagram"],
        "story": story_row(theory, found["story"]),
        "argument": argument_row(theory, words),
        "events": event_rows(record),
        "sources": source_rows(record),
        "limits": [list(each) for each in limit_rows(laboratory, facts, words)],
    }


def _assumptions(
    model: Model, matter: Mapping[str, Mapping[str, float]], first: Label, labels: Mapping[str, Label]
) -> list[Data]:
    """Numbers in groups: first those that matter most, then every sector, each with what matters most ahead."""
    numbers = [name for name in model.of_role(ASSUMED) if model[name].low < model[name].high]
    weight = {name: max(matter.get(name, {"": 0.0}).values()) for name in numbers}
    ranked = sorted(numbers, key=lambda name: -weight[name])
    sectors = [name for name in model.sectors if any(model[number].sector == name for number in numbers)]
    groups = [("first", first, ranked[:FIRST])]
    groups += [(name, labels[name], [number for number in ranked if model[number].sector == name]) for name in sectors]
    return [{"id": group, "label": list(label), "names": names} for group, label, names in groups]


def json_text(data: object) -> str:
    """JSON on one line; no `<` in it, so that no text of the data can open or end an element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
