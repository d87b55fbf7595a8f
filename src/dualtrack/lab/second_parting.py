"""The same tests where regimes leave history earlier, at the other date that their theory names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.judge_claims import Judgement, judge_claims
from dualtrack.lab.claims.verdict_rows import Row, reading_row
from dualtrack.lab.laboratory import Laboratory, regimes_of_theory
from dualtrack.lab.runs.parting import dated, parted
from dualtrack.lab.runs.regimes import resolved
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.verdicts.columns import Factors, columns_of
from dualtrack.lab.verdicts.reference_cases import ReferenceCases, cases_at
from dualtrack.lab.verdicts.ruling import verdict_of, words_of
from dualtrack.lab.verdicts.verdict import Verdict
from dualtrack.lab.worlds.priors import Population, left_standing
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.targets.numeric.read_only import settle_fields

WORLDS = 1000
"""Accepted worlds for each prior: a check on the date, with an error of some two points."""


@dataclass(frozen=True, repr=False)
class Second(Printed):
    """The verdicts with the other date; worlds are some of those that history leaves, which do not depend on it."""

    year: float
    judgements: Mapping[str, Judgement]
    verdicts: Mapping[str, Verdict]

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Judged where regimes leave history in {self.year:g}: {len(self.judgements)} claims"

    def printed_lines(self) -> Mapping[str, object]:
        return {name: each.answer for name, each in self.verdicts.items()}

    def to_row(self, claim: str) -> Row | None:
        """A claim where regimes leave history in that year; None where nothing was computed."""
        if claim not in self.judgements:
            return None
        found = self.judgements[claim]
        answers = [{"prior": each.prior, **reading_row(found.test, each.last)} for each in found.answers]
        return {"year": self.year, **self.verdicts[claim].to_row(), "answers": answers}


def judge_second(
    laboratory: Laboratory,
    stage: Stage,
    tests: Sequence[Test],
    populations: Sequence[Population],
    beside: Mapping[str, ReferenceCases],
    factors: Factors,
    report: StagedProgress,
) -> Second | None:
    """Judge what is computed with every regime but the past's own parting earlier; None where the theory names no other date.

    `beside` holds the cases at the usual date, whose corners are used again; `factors` those of existence, which no date moves.
    """
    usual, year = laboratory.theory.parts_at, laboratory.theory.parts_before
    if usual is None or year is None:
        return None
    computed = [dated(test, usual, year) for test in tests if isinstance(test, ClaimTest)]
    moved = replace(stage, regimes=parted_regimes(laboratory, year), rule=replace(stage.rule, start=year))
    left = left_standing(populations, WORLDS * len(populations))
    name = f"parting in {year:g}"
    found = judge_claims(moved, computed, left, lambda _, done, total: report(name, done, total))
    verdicts = {}
    for place, each in enumerate(found):
        report(f"beside the answers, {name}", place, len(found))
        cases = cases_at(moved, computed[place], left, beside[each.test.id].corner, WORLDS)
        columns = columns_of(each, {"": cases.null, **cases.reread}, factors)
        verdicts[each.test.id] = verdict_of(columns, words_of(laboratory.model, each, cases, columns))
    return Second(year, {each.test.id: each for each in found}, verdicts)


def parted_regimes(laboratory: Laboratory, year: float) -> dict[str, Regime]:
    """The theory's regimes parting in a year; its past follows history to its end, and only what is set on it moves.

    A study's regime moves with them where it parts when they usually do; every other regime of a user's keeps its date.
    """
    past = laboratory.theory.past
    names = [name for name in laboratory.shipped if name != past]
    regimes = regimes_of_theory(laboratory.theory, laboratory.model, laboratory.history, dict.fromkeys(names, year))
    moved = {**regimes, past: replace(regimes[past], parts_at=year)} if past else regimes
    return {**laboratory.regimes, **moved, **_of_study(laboratory, moved, year)}


def _of_study(laboratory: Laboratory, moved: Mapping[str, Regime], year: float) -> dict[str, Regime]:
    """The regimes of a study, laid on those that have moved."""
    study, usual = laboratory.study, laboratory.theory.parts_at
    if study is None or not study.regimes:
        return {}
    written = {name: parted(each, year) if each.parts_at == usual else each for name, each in study.regimes.items()}
    rest = {name: each for name, each in laboratory.regimes.items() if name not in written}
    return resolved(written, laboratory.model, laboratory.history, {**rest, **moved})
