"""The verdict on one claim with what stands beside it: its cases, how firm it is, where it turns, and how far it falls short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.statistics.share import share_row
from dualtrack.lab.verdicts.needed_size import NeededSize, needed_size
from dualtrack.lab.verdicts.reference_cases import ReferenceCases, planted_at, searched
from dualtrack.lab.verdicts.turning import Firmness, Turn, firmness, turns
from dualtrack.lab.verdicts.verdict import Column, Verdict, grounds_of, verdict_on, verdict_over
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.tidy import Row

NOT_COMPUTED = Verdict("structure only")


@dataclass(frozen=True, slots=True, repr=False)
class Ruling(Printed):
    """A verdict, and beside it what applies: cases, firmness of a settled word, turns along the number on which an open claim
    hangs, the size that one too small would need, and the columns of evidence with the word of each.
    """

    verdict: Verdict
    cases: ReferenceCases | None = None
    firmness: Firmness | None = None
    turns: tuple[Turn, ...] = ()
    needed: NeededSize | None = None
    columns: tuple[Column, ...] = ()
    words: tuple[Verdict, ...] = ()

    def printed_title(self) -> str:
        return ": ".join(part for part in (self.verdict.answer, self.verdict.why) if part)

    def to_row(self) -> Row:
        """Everything by name; what does not apply is none or empty."""
        return {
            **self.verdict.to_row(),
            "firmness": None if self.firmness is None else self.firmness.to_row(),
            "turns": [each.to_row() for each in self.turns],
            "needed": None if self.needed is None else self.needed.to_row(),
            "beside": None if self.cases is None else self.cases.to_row(),
            "columns": [_column_row(*each) for each in zip(self.columns, self.words, strict=True)],
        }


UNCOMPUTED = Ruling(NOT_COMPUTED)
"""On a claim of which nothing is computed."""


def _column_row(column: Column, word: Verdict) -> Row:
    """What one body of evidence gives, and the word that it has by itself."""
    return {
        "name": column.name,
        "counts": column.counts,
        **word.to_row(),
        "asked": [share_row(each) for each in column.asked],
        "null": [share_row(each) for each in column.null],
        "existence": {name: each.to_row() for name, each in column.factors.items()},
    }


def words_of(model: Model, judgement: Judgement, cases: ReferenceCases, columns: Sequence[Column]) -> tuple[Verdict, ...]:
    """The word of each column by itself."""
    if not isinstance(judgement.test, ClaimTest):
        return ()
    test, answers = judgement.test, judgement.answers
    return tuple(verdict_on(grounds_of(model, test, answers, cases.best, column)) for column in columns)


def verdict_of(columns: Sequence[Column], words: Sequence[Verdict]) -> Verdict:
    """What the rule makes of the columns that it reads; nothing is computed where there is none."""
    read = [word for column, word in zip(columns, words, strict=True) if column.counts]
    return verdict_over(read) if read else NOT_COMPUTED


def rule_on(
    stage: Stage,
    judgement: Judgement,
    cases: ReferenceCases,
    columns: Sequence[Column],
    left: Sequence[Population],
) -> Ruling:
    """The verdict and what stands beside it; `left` are the worlds in which the cases were run."""
    test, words = judgement.test, words_of(stage.model, judgement, cases, columns)
    found = verdict_of(columns, words)
    profile = judgement.answers[0].profile if judgement.answers else None
    if not isinstance(test, ClaimTest) or profile is None:
        return Ruling(found, cases, columns=tuple(columns), words=words)
    is_small = found.answer == "too small as sized"
    return Ruling(
        verdict=found,
        cases=cases,
        firmness=firmness(profile, found.answer),
        turns=turns(profile, found.number) if found.number else (),
        needed=needed_size(stage, test, searched(test, left[0]), planted_at(test), cases.corner) if is_small else None,
        columns=tuple(columns),
        words=words,
    )
