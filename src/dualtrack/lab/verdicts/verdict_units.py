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


def with_units(model: Model, tests: Iterable[Test], data: Mapping[str, Any]) -> Row:
    """Everything about a judgement, and parts of effects as rows."""
    units = {test.id: claim_unit(model, test.headline) for test in tests if isinstance(test, ClaimTest)}
    verdicts = [_with_units(row, units.get(row["id"], SHARE)) for row in data["verdicts"]]
    attribution = [
        {"claim": name, "prior": prior, "unit": units[name], **found}
        for name, priors in data["attribution"].items()
        for prior, found in priors.items()
    ]
    return {**data, "verdicts": verdicts, "attribution": attribution}


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
