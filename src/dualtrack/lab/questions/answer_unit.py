"""In what unit a measure speaks: that of a claim's effect, of a published bound, and of what was asked."""

from __future__ import annotations

from typing import assert_never

from dualtrack.lab.questions import asked
from dualtrack.language.expressions.unit import ONE, Unit
from dualtrack.language.model import Model
from dualtrack.language.statements import claim_measure as claim_test
from dualtrack.language.statements import ledger

MONTH, YEAR, SHARE = "month", "year", str(ONE)


def asked_unit(model: Model, question: asked.Asked) -> str:
    """The unit of an answer to what was asked."""
    if isinstance(question, asked.AskedClaim):
        return SHARE
    return MONTH if isinstance(question, asked.AskedLag) else str(model[question.name].unit)


def fact_unit(model: Model, measure: ledger.Measure) -> str:
    """The unit of what a fact or a bound measures."""
    return str(ledger.measured_unit(model, measure))


def claim_unit(model: Model, measure: claim_test.Measure) -> str:
    """The unit of a claim's effect; that of a sum is its first term's, since only what is alike can be added."""
    match measure:
        case claim_test.Gap(of=point, scale="difference"):
            return str(model[point.quantity].unit)
        case claim_test.Gap() | claim_test.Ratio():
            return SHARE
        case claim_test.Delay():
            return MONTH
        case claim_test.Fall():
            return YEAR
        case claim_test.Size(measure=inner):
            return claim_unit(model, inner)
        case claim_test.Sum(terms=parts) | claim_test.Peak(along=parts) | claim_test.Slope(along=parts):
            return claim_unit(model, parts[0][1])
        case claim_test.Chosen(options=options):
            return claim_unit(model, options[0][1])
        case _:
            assert_never(measure)


def _unit(model: Model, name: str) -> Unit:
    return model[name].unit
