"""Which of six words is the answer to a claim? The rule of decision note 014, from shares alone; it knows no claim by name.

A claim is *supported* where it holds in the worlds in which its mechanism exists, does not hold without it, and the record says
that it exists; *contradicted* where it fails although it could have been true; *too small as sized* where it fails and could not;
*built in* where it holds without what it affirms; *structure only* where nothing can be taken away; else *open*, and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dualtrack.errors import RunError
from dualtrack.lab.claims.under_prior import Answer
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share, side
from dualtrack.lab.verdicts.existence import SOME, ExistenceFactor
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest

Answered = Literal["supported", "built in", "contradicted", "too small as sized", "open", "structure only"]
ANSWERS: tuple[Answered, ...] = get_args(Answered)
Why = Literal[
    "",
    "holds without it too",
    "the record is silent",
    "the record speaks against it",
    "the record moves it",
    "hangs on one number",
    "many things",
    "no world to ask",
]
Bound = Literal["", "supported", "contradicted", "null", "best case", "existence"]

HALF = 0.5
"""The share of its null below which a supported claim must stay."""
MUCH = 0.4
"""The part of the answer's variance that makes a claim hang on one number."""


UNSETTLED: tuple[Answered, ...] = ("open", "structure only")
BOUNDS: Mapping[Answered, tuple[Bound, ...]] = {
    "supported": ("supported", "null", "existence"),
    "built in": ("supported", "null"),
    "contradicted": ("contradicted", "best case"),
    "too small as sized": ("contradicted", "best case"),
}
"""Near which bounds sampling error hides a settled word."""


@dataclass(frozen=True, slots=True, repr=False)
class Column(Printed):
    """What one body of evidence gives a claim, by `name`: shares as drawn and in the null under each prior, and factors.

    `counts` says that the rule reads it; others are shown beside it.
    """

    name: str
    asked: tuple[Share | None, ...]
    null: tuple[Share | None, ...]
    factors: Mapping[str, ExistenceFactor]
    counts: bool = True

    def printed_title(self) -> str:
        return f"Column of evidence: {self.name}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a claim in one of six words.

    An open one says why, on which number it hangs, and near which bound sampling error leaves it.
    """

    answer: Answered
    why: Why = ""
    number: str = ""
    near: Bound = ""

    def to_row(self) -> dict[str, str]:
        """The same by name; what does not apply is empty."""
        return {"verdict": self.answer, "why": self.why, "number": self.number, "near": self.near}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rule reads: shares under each prior where the mechanism exists and in the null, and the best case's share.

    `factors` are those of existence of the claim's own switches, `parts` the shares of variance that numbers explain, and
    `sourced` says that every size is bounded by a source. No null at all means that none can be written; `leads` that the claim
    is ahead of its placebo, where it has one. A share is none where there is no world that the claim is asked of.
    """

    asked: Sequence[Share | None]
    null: Sequence[Share | None]
    best: Share | None
    factors: Mapping[str, ExistenceFactor]
    parts: Mapping[str, float]
    sourced: bool = False
    leads: bool = True


def grounds_of(model: Model, test: ClaimTest, answers: Sequence[Answer], best: Share | None, column: Column) -> Grounds:
    """What the rule reads of a test in one `column` of evidence: the shares and factors there, and the `best` case's share.

    A claim that rests on mechanisms is asked of the worlds in which they exist; one of an absence, or of none, of all.
    """
    leads = [each.last.lead for each in answers] if test.placebo is not None else []
    return Grounds(
        asked=column.asked,
        null=column.null,
        best=best,
        factors={name: column.factors[name] for name in test.mechanisms},
        parts=answers[0].explained if answers else {},
        sourced=bool(test.sizes) and all(isinstance(model[name].source, str) for name in test.sizes),
        leads=all(each is not None and each.interval[0] >= each.margin for each in leads),
    )


def verdict_over(columns: Sequence[Verdict]) -> Verdict:
    """The word that holds in every column of evidence; open where one has another, or where sampling error may hide it in one.

    Where no column settles, the claim is open for the reason of the first. Raises `RunError` for no column.
    """
    if not columns:
        raise RunError("a claim is judged by no evidence", fix="give the columns in which its shares were read")
    first, settled = columns[0], {each.answer for each in columns if each.answer not in UNSETTLED}
    if not settled or all(each.answer == first.answer for each in columns):
        return first
    short = [each for each in columns if each.answer not in settled]
    bounds = {near for word in settled for near in BOUNDS[word]}
    if len(settled) == 1 and all(each.answer == "open" and each.near in bounds for each in short):
        return short[0]
    return Verdict("open", "the record moves it")


def verdict_on(grounds: Grounds) -> Verdict:
    """The word, over every prior; one that sampling error could flip is open. Raises `RunError` where nothing was asked."""
    if not grounds.asked:
        raise RunError("a claim is judged on no worlds", fix="draw more worlds")
    if not grounds.null:
        return Verdict("structure only")
    asked = [each for each in grounds.asked if each is not None]
    if len(asked) < len(grounds.asked):
        return Verdict("open", "no world to ask")
    match side(asked):
        case "above":
            return _holding(grounds)
        case "below":
            return _failing(grounds)
    least, most = (end(asked, key=lambda each: each.value) for end in (min, max))
    near: Bound = "contradicted" if _is_near(most, CONTRADICTED) else ""
    return _open(grounds, "supported" if _is_near(least, SUPPORTED) else near)


def _holding(grounds: Grounds) -> Verdict:
    """At least four fifths under every prior: a finding only if it does not hold without what it affirms."""
    null = [each for each in grounds.null if each is not None]
    if len(null) < len(grounds.null):
        return Verdict("open", "no world to ask")
    if side(null) == "above":
        return Verdict("built in")
    if any(each.value >= HALF for each in null):
        return Verdict("open", "holds without it too")
    if any(each.interval[1] >= HALF for each in null):
        return Verdict("open", "holds without it too", near="null")
    if any(each.value < 1 / SOME for each in grounds.factors.values()):
        return Verdict("open", "the record speaks against it")
    if any(each.value < SOME for each in grounds.factors.values()):
        return Verdict("open", "the record is silent")
    if any(each.interval[0] < SOME for each in grounds.factors.values()):
        return Verdict("open", "the record is silent", near="existence")
    return Verdict("supported") if grounds.leads else _open(grounds, "")


def _failing(grounds: Grounds) -> Verdict:
    """At most a fifth under every prior: contradicted only if it could have been true."""
    best = grounds.best
    if grounds.sourced or (best is not None and best.interval[0] >= SUPPORTED):
        return Verdict("contradicted")
    if best is None or best.interval[1] < SUPPORTED:
        return Verdict("too small as sized")
    return _open(grounds, "best case")


def _open(grounds: Grounds, near: Bound) -> Verdict:
    name = max(grounds.parts, key=lambda each: grounds.parts[each], default="")
    if name and grounds.parts[name] >= MUCH:
        return Verdict("open", "hangs on one number", name, near)
    return Verdict("open", "many things", near=near)


def _is_near(share: Share, bound: float) -> bool:
    """Whether a share lies so near a bound that sampling error could flip it."""
    low, high = share.interval
    return low < bound <= high
