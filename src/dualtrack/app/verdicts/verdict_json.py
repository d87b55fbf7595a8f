"""Verdicts for programs: the rows that judging gives, with the unit of every number, and parts of effects as rows."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.unit_words import SHARE, claim_unit
from dualtrack.app.verdicts.verdict_rows import Row, judged_data
from dualtrack.lab.judge_all import Judged
from dualtrack.language.statements.claim_test import ClaimTest

OF_SHARES = {"probability", "difference", "lead"}
"""Keys by which an object is known to hold shares of worlds."""
OF_AN_EFFECT = "q50"


def judged_answer(judged: Judged) -> Row:
    """Everything about a judgement; an effect is in the unit of its claim's measure."""
    data, model = judged_data(judged), judged.laboratory.model
    tests = [each.test for each in judged.judgements]
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
