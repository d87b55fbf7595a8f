"""One name explained: a quantity with the claims it carries, or a claim or fact with the quantities it rests on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dualtrack.app.answer import show_answer
from dualtrack.app.bind import Laboratory, bind
from dualtrack.app.options import Json
from dualtrack.app.terminal import both, show_text
from dualtrack.language.ledger import Claim, Fact, variables
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.targets.explain import Explanation, explain

IN_WORDS = ("label", "value", "range")
"""What a person reads as a text, and a program as numbers."""


def explain_name(name: str, /, *, json: Json = False) -> None:
    """Say what a name is: its equation or number, its source, what moves it, what it moves, and which claims rest on it.

    Example: dualtrack explain independent_capability

    Parameters
    ----------
    name
        A quantity, a layered quantity by its base name, a curve, or the id of a claim or fact such as L5 or F1.
    """
    laboratory = bind()
    entries: dict[str, Claim | Fact] = {claim.id: claim for claim in laboratory.claims}
    entries |= {fact.id: fact for fact in laboratory.facts}
    if name.upper() in entries and name not in laboratory.model.quantities:
        _explain_entry(laboratory.model, entries[name.upper()], json)
    else:
        _explain_quantity(laboratory, name, json)


def _explain_quantity(laboratory: Laboratory, name: str, json: bool) -> None:
    found = explain(laboratory.model, name)
    base = laboratory.model[name].base if name in laboratory.model.quantities else name
    carried = [claim for claim in laboratory.claims if base in claim.carried_by]
    if json:
        show_answer("explain", laboratory.model, {"kind": "quantity", **_quantity_data(laboratory.model, found, carried)})
        return
    show_text(found.text(both))
    for claim in carried:
        show_text(f"{claim.kind} {claim.id:<5}{both(claim.statement)}")


def _quantity_data(model: Model, found: Explanation, carried: list[Claim]) -> dict[str, Any]:
    """What is known of a name, its numbers one by one and not in words."""
    told = {key: value for key, value in asdict(found).items() if key not in IN_WORDS}
    group = [quantity for quantity in model.quantities.values() if found.name in (quantity.name, quantity.base)]
    return {
        **told,
        "label": {"en": found.label[0], "zh": found.label[1]},
        "numbers": [_number(quantity) for quantity in group if quantity.value is not None],
        "claims": [{"id": claim.id, "en": claim.statement[0], "zh": claim.statement[1]} for claim in carried],
    }


def _number(quantity: Quantity) -> dict[str, Any]:
    return {
        "name": quantity.name,
        "element": quantity.element,
        "unit": str(quantity.unit),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
    }


def _explain_entry(model: Model, entry: Claim | Fact, json: bool) -> None:
    rests_on = entry.carried_by if isinstance(entry, Claim) else variables([entry])
    kind = entry.kind if isinstance(entry, Claim) else "fact"
    if json:
        en, zh = entry.statement
        show_answer("explain", model, {"kind": kind, "name": entry.id, "en": en, "zh": zh, "rests_on": list(rests_on)})
        return
    show_text(f"{entry.id}, a {kind}: {both(entry.statement)}")
    if isinstance(entry, Claim) and entry.waits_for:
        show_text(f"waits for {entry.waits_for}")
    for name in rests_on:
        show_text(f"  {name}")
