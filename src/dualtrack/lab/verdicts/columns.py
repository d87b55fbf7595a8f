"""By which evidence is a claim judged? Worlds that history accepts and those drawn by the full record, with published findings.

Each body of evidence gives one column: the shares and the factors that the rule of decision note 014 reads, as note 026 says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.verdicts.existence import ExistenceFactor, existence_factors
from dualtrack.lab.verdicts.verdict import Column
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.frozen import frozen
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest

ACCEPTED, FULL = "accepted", "full record"
"""Worlds that history matching leaves, and those drawn by every figure of the record."""
Nulls = Mapping[str, tuple[Share | None, ...]]
Factors = Mapping[str, Mapping[str, ExistenceFactor]]


@dataclass(frozen=True, repr=False)
class Drawn(Printed):
    """A claim's answers in worlds drawn by the full record, its nulls there, and the factors of existence, by column."""

    judgement: Judgement
    nulls: Nulls
    factors: Factors


def factors_in(model: Model, first: Population, switches: Iterable[str]) -> dict[str, dict[str, ExistenceFactor]]:
    """The factors of existence among worlds of the first prior, by the name of the other evidence, an empty one where none."""
    names = tuple(switches)
    return {column: existence_factors(model, first.seen_with(column), names) for column in ("", *first.reweighed)}


def columns_of(judgement: Judgement, nulls: Nulls, factors: Factors, drawn: Drawn | None = None) -> tuple[Column, ...]:
    """Every column of a claim: in accepted worlds, and in drawn ones where there are any.

    The rule reads those with findings, and where nothing was published those without.
    """
    found = list(_of(judgement, nulls, factors, ACCEPTED))
    if drawn is not None:
        found += _of(drawn.judgement, drawn.nulls, drawn.factors, FULL)
    return tuple(found)


def _of(judgement: Judgement, nulls: Nulls, factors: Factors, worlds: str) -> Sequence[Column]:
    test, answers = judgement.test, judgement.answers
    if not isinstance(test, ClaimTest) or not answers:
        return ()
    plain = tuple(each.last.asked(test) for each in answers)
    beside = list(answers[0].columns)
    own = {column: frozen({name: every[name] for name in test.rests_on}) for column, every in factors.items()}
    first = Column(worlds, plain, nulls[""], own[""], counts=not beside)
    rest = [Column(f"{worlds}, {name}", tuple(each.columns[name] for each in answers), nulls[name], own[name]) for name in beside]
    return (first, *rest)
