"""A form for a claim of one's own, in the names of a theory: the least that a claim needs, as comments."""

from __future__ import annotations

from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.expressions.order import behind

FORM = """
# --- Claims: what you assert, tested by the program -----------------------------------------------------------------------------
# A claim is frozen before it is judged: `dualtrack freeze {file}` writes its date and a seal below its header; one that is
# changed afterwards gets no verdict. The seal proves that the claim is what was sealed, not when: hand it to somebody.
# Measures between two runs: difference, relative difference, log ratio, lag, later fall; of one: change, relative change,
# log change, fall. A run may be a table: {{ name = "{treated}", held = {{ {switch} = 0.0 }} }}.
# A claim of the theory asked otherwise needs sentence, of_claim = "NAME" and another value, year or thresholds.

# [claims.{claim}]
# sentence = "What you claim, in one language or as {{ en, zh }}"
# why = "what in the world it speaks of"
# regime = "{treated}"
# against = "{reference}"
# measure = "difference"
# of = "{outcome}"
# year = {year:g}
# relation = "above"               # or below, at least, at most
# value = 0.0
# mechanisms = ["{switch}"]        # switches on which the answer rests: without them it should fail
"""


def claim_form(laboratory: Laboratory, claim: str, file: str) -> str:
    """The form for a `claim` in a `file`; empty where the theory has no two regimes to compare, or no mechanism that acts."""
    theory, model = laboratory.theory, laboratory.model
    if not (theory.treated and theory.references):
        return ""
    outcome, reads = theory.outcomes[0], {name: model.causes(name) for name in model.quantities}
    acting = [each for each in model.switches if each in behind(reads, {outcome})]
    if not acting:
        return ""
    return FORM.format(
        file=file,
        claim=claim,
        treated=theory.treated,
        reference=theory.references[0],
        outcome=outcome,
        year=theory.years[-1],
        switch=acting[0],
    )
