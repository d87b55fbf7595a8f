"""Rows of verdicts with the unit of every number: that of the claim's measure for an effect, a share for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dualtrack.lab.questions.answer_unit import SHARE, claim_unit
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import ClaimTest, Test

Row = dict[str, Any]

OF_SHARES = {"probability", "difference", "lead"}
"""Keys by which an object is known to hold shares of worlds."""
OF_AN_EFFECT = "q50"
OF_RULE = dict.fromkeys(("factor", "interval", "wrong_above", "wrong_below", "clear_above", "clear_below", "seed"), SHARE)
"""Keys of a judgement whose numbers are shares, factors or counts wherever they stand."""


def with_units(model: Model, tests: Iterable[Test], data: Mapping[str, Any]) -> Row:
    """Everything about a judgement, and parts of effects as rows."""
    units = {test.id: claim_unit(model, test.headline) for test in tests if isinstance(test, ClaimTest)}
    verdicts = [verdict_with_units(model, row, units.get(row["id"], SHARE)) for row in data["verdicts"]]
    attribution = [
        {"claim": name, "prior": prior, "unit": units[name], **found}
        for name, priors in data["attribution"].items()
        for prior, found in priors.items()
    ]
    return {**data, "verdicts": verdicts, "attribution": attribution, "units": {**OF_RULE, **_corner_units(model, verdicts)}}


def verdict_with_units(model: Model, row: Row, effect: str = SHARE) -> Row:
    """One verdict with the unit of its shares, of its `effect`, and of the values at which it turns or flips."""
    found: Row = _with_units(row, effect)
    if found["number"]:
        unit = str(model[found["number"]].unit)
        found["turns"] = [{"value_unit": unit, **each} for each in found["turns"]]
    flips = (found["firmness"] or {}).get("flips")
    if flips:
        found["firmness"] = {**found["firmness"], "flips": {"value_unit": str(model[flips["name"]].unit), **flips}}
    return found


def _corner_units(model: Model, verdicts: Iterable[Row]) -> dict[str, str]:
    """The unit of each size that a best case puts at an end of its range."""
    return {name: str(model[name].unit) for row in verdicts for name in (row["beside"] or {}).get("corner", ())}


def _with_units(value: Any, effect: str) -> Any:
    """The same rows, with a unit in every object of shares and in every band of the claim's effect."""
    match value:
        case dict():
            found = {key: _with_units(inner, effect) for key, inner in value.items()}
            if OF_AN_EFFECT in found:
                return {"unit": effect, **found}
            return {"unit": SHARE, **found} if OF_SHARES & set(found) else found
        case list():
            return [_with_units(inner, effect) for inner in value]
        case _:
            return value
