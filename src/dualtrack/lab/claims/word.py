"""Which of six words is the answer to a claim? The rule of decision note 014, from shares alone; it knows no claim by name.

A claim is *supported* where it holds in the worlds in which its mechanism exists, does not hold without it, and the record says
that it exists; *contradicted* where it fails although it could have been true; *too small as sized* where it fails and could not;
*built in* where it holds without what it affirms; *structure only* where nothing can be taken away; else *open*, and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import RunError
from dualtrack.lab.claims.reference_cases import ReferenceCases
from dualtrack.lab.claims.under_prior import Answer
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED, Share
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import ClaimTest

Answered = Literal["supported", "contradicted", "too small as sized", "built in", "open", "structure only"]
Why = Literal["", "holds without it too", "the record is silent", "hangs on one number", "many things", "too near to tell"]

HALF = 0.5
"""The share of its null below which a supported claim must stay."""
SOME, STRONG = 3.0, 20.0
"""Factors of the odds, after the record over before, that speak of existence, and strongly (Kass and Raftery 1995)."""
MUCH = 0.4
"""The part of the answer's variance that makes a claim hang on one number."""


@dataclass(frozen=True, slots=True)
class Word:
    """The answer to a claim; an open one says why, and on which number it hangs where it hangs on one."""

    answer: Answered
    why: Why = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rule reads, a share for each prior: where the mechanism exists, in the null, in the best case.

    `factors` are those of existence of the claim's own switches, `parts` the shares of variance that numbers explain, and
    `sourced` says that every size is bounded by a source. No null at all means that none can be written.
    """

    asked: Sequence[Share]
    null: Sequence[Share]
    best: Sequence[Share]
    factors: Mapping[str, float]
    parts: Mapping[str, float]
    sourced: bool = False


def grounds_of(
    model: Model, test: ClaimTest, answers: Sequence[Answer], cases: ReferenceCases, factors: Mapping[str, float]
) -> Grounds:
    """What the rule reads of a test: its answers, the cases beside them, and the factors of existence by switch.

    A claim that rests on mechanisms is asked of the worlds in which they exist; one of an absence, or of none, of all.
    """
    conditional = bool(test.rests_on) and not test.absence
    return Grounds(
        asked=[(each.last.given if conditional else None) or each.last.share for each in answers],
        null=cases.null,
        best=cases.best,
        factors={name: factors[name] for name in test.rests_on} if conditional else {},
        parts=answers[0].explained if answers else {},
        sourced=bool(test.sizes) and all(isinstance(model[name].source, str) for name in test.sizes),
    )


def word(grounds: Grounds) -> Word:
    """The word, over every prior; one that sampling error could flip is open. Raises `RunError` where nothing was asked."""
    if not grounds.asked:
        raise RunError("a claim is judged on no worlds", fix="draw more worlds")
    if not grounds.null:
        return Word("structure only")
    if _above(grounds.asked, SUPPORTED):
        return _holding(grounds)
    if _below(grounds.asked, CONTRADICTED):
        return _failing(grounds)
    return _open(grounds)


def existence(factor: float) -> Literal["strong against", "some against", "silent", "some", "strong"]:
    """What a factor of the odds says of a mechanism's existence."""
    if factor >= SOME:
        return "strong" if factor >= STRONG else "some"
    if factor <= 1 / SOME:
        return "strong against" if factor <= 1 / STRONG else "some against"
    return "silent"


def _holding(grounds: Grounds) -> Word:
    """At least four fifths under every prior: a finding only if it does not hold without what it affirms."""
    if _above(grounds.null, SUPPORTED):
        return Word("built in")
    if not _below(grounds.null, HALF):
        return Word("open", "holds without it too")
    if all(factor >= SOME for factor in grounds.factors.values()):
        return Word("supported")
    return Word("open", "the record is silent")


def _failing(grounds: Grounds) -> Word:
    """At most a fifth under every prior: contradicted only if it could have been true."""
    if grounds.sourced or (grounds.best and _above(grounds.best, SUPPORTED)):
        return Word("contradicted")
    if not grounds.best or all(each.interval[1] < SUPPORTED for each in grounds.best):
        return Word("too small as sized")
    return Word("open", "too near to tell")


def _open(grounds: Grounds) -> Word:
    near = any(
        low < bound <= high for each in grounds.asked for low, high in [each.interval] for bound in (SUPPORTED, CONTRADICTED)
    )
    decided = [each.value for each in grounds.asked]
    if near and (min(decided) >= SUPPORTED or max(decided) <= CONTRADICTED):
        return Word("open", "too near to tell")
    name = max(grounds.parts, key=lambda each: grounds.parts[each], default="")
    if name and grounds.parts[name] >= MUCH:
        return Word("open", "hangs on one number", name)
    return Word("open", "many things")


def _above(shares: Sequence[Share], bound: float) -> bool:
    return all(each.interval[0] >= bound for each in shares)


def _below(shares: Sequence[Share], bound: float) -> bool:
    return all(each.interval[1] <= bound if bound == CONTRADICTED else each.interval[1] < bound for each in shares)
