"""In what share of worlds is a claim true? Paired runs of the same worlds under each prior, before and after the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.claims.arm_readings import ArmReadings, joined
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.under_prior import Answer, SharedRuns
from dualtrack.lab.claims.verdict_rows import answer_row
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.statistics.share import is_settled, share_row
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.checked import checked
from dualtrack.language.statements.claim_measure import Reading, readings
from dualtrack.language.statements.claim_test import ClaimTest, Test, measures
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

Places = NDArray[np.intp]

BEFORE = 10_000
"""Worlds that are run although history rules them out, since the answer before the record needs them: its error is a point."""
TOGETHER = "every prior"


@dataclass(frozen=True, slots=True, repr=False)
class Judgement(Tidy):
    """One claim and its answer under each prior; `answers` is empty where nothing was computed."""

    test: Test
    answers: tuple[Answer, ...]

    def printed_title(self) -> str:
        found = [each.last.found for each in self.answers]
        shares = ", ".join("none" if each is None else f"{each.value:.0%}" for each in found)
        return f"Judgement on {self.test.id}: " + (f"true in {shares}" if shares else "nothing computed")

    def to_dict(self) -> Row:
        """What was asked, and the claim under each prior."""
        asked, rows = dict(zip(LANGUAGES, self.test.asked, strict=True)), [answer_row(self.test, each) for each in self.answers]
        return plain_row({"id": self.test.id, "asked": asked, "answers": rows})

    def to_rows(self) -> list[Row]:
        """One row per prior."""
        return [
            {"id": self.test.id, "prior": each.prior, "odds": each.odds, **share_row(each.last.found)} for each in self.answers
        ]


@checked
def judge_claims(
    stage: Stage,
    tests: Sequence[Test],
    populations: Sequence[Population],
    progress: StagedProgress | None = None,
    *,
    before: int = BEFORE,
) -> tuple[Judgement, ...]:
    """Ask every one of `tests` of every one of `populations`, which are the priors; `stage` runs what they ask for.

    Populations of the same worlds share their runs. Of worlds that history rules out only the first `before` are run. A test that
    bounds its worlds starts with so many for each prior, of which the first so many are run whatever history says, and doubles
    them until its share is settled or all are run. `progress` names the prior and counts runs.

    Raises `RunError` for no population, and for a test whose runs no world finishes.
    """
    if not populations:
        raise RunError("claims are judged on no worlds", fix="draw some from a prior")
    answers: dict[str, list[Answer]] = {}
    for group in _sharing(populations):
        for most, asked in _rounds(tests).items():
            for name, found in _Round(stage, group, asked, most, before, progress).answers().items():
                answers.setdefault(name, []).extend(found)
    return tuple(Judgement(test, tuple(answers.get(test.id, ()))) for test in tests)


def reads(test: ClaimTest) -> tuple[Reading, ...]:
    """Everything that a test reads off its runs."""
    return tuple(each for measure in (*measures(test.conditions), test.headline) for each in readings(measure))


@dataclass(frozen=True, slots=True)
class _Round:
    """Tests that run the same worlds, over the priors that share them."""

    stage: Stage
    group: Sequence[Population]
    asked: Sequence[ClaimTest]
    most: int | None
    before: int
    progress: StagedProgress | None

    def answers(self) -> dict[str, list[Answer]]:
        """The answers of every prior to each test, over as many worlds as it needs."""
        stop = self._total if self.most is None else min(self.most * len(self.group), self._total)
        first = min(self.before, stop if self.most is None else self.most)
        whole = first if any(each.accepted is not None for each in self.group) else self._total
        places = self._wanted(0, stop, whole)
        seen = self._seen(places)
        while True:
            found = self._read(seen, places, whole)
            if stop == self._total or all(_is_enough(test, found[test.id]) for test in self.asked):
                return found
            start, stop = stop, min(2 * stop, self._total)
            more = self._wanted(start, stop, whole)
            if len(more):
                seen, places = joined([seen, self._seen(more)]), np.concatenate([places, more])

    @property
    def _total(self) -> int:
        return self.group[0].worlds.count

    def _wanted(self, start: int, stop: int, whole: int) -> Places:
        """Positions of the worlds to run: those that history leaves standing, and the first ones whatever it says."""
        kept = np.logical_or.reduce([each.kept[start:stop] for each in self.group])
        return start + np.flatnonzero(kept | (np.arange(start, stop) < whole))

    def _seen(self, places: Places) -> ArmReadings:
        worlds, progress = self.group[0].worlds, self.progress
        asked = np.zeros(worlds.count, dtype=bool)
        asked[places] = True
        name = self.group[0].name if len(self.group) == 1 else TOGETHER
        report = None if progress is None else _named(progress, name)
        return self.stage.see([each for test in self.asked for each in reads(test)], worlds.only(asked), report)

    def _read(self, seen: ArmReadings, places: Places, whole: int) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {test.id: [] for test in self.asked}
        for place, population in enumerate(self.group):
            bench = SharedRuns(self.stage, population, seen, places, whole, is_first=place == 0)
            for test in self.asked:
                found[test.id].append(bench.answer(test))
        return found


def _is_enough(test: ClaimTest, answers: Iterable[Answer]) -> bool:
    return is_settled([(each.last.asked(test), each.last.lead) for each in answers])


def _sharing(populations: Iterable[Population]) -> list[list[Population]]:
    """Populations by the worlds that they are of, in the order of the first of each."""
    found: dict[int, list[Population]] = {}
    for each in populations:
        found.setdefault(id(each.worlds), []).append(each)
    return list(found.values())


def _rounds(tests: Iterable[Test]) -> dict[int | None, list[ClaimTest]]:
    """Tests that run the same worlds share their runs."""
    rounds: dict[int | None, list[ClaimTest]] = {}
    for test in tests:
        if isinstance(test, ClaimTest):
            rounds.setdefault(test.most, []).append(test)
    return rounds


def _named(progress: StagedProgress, name: str) -> Progress:
    return lambda done, total: progress(name, done, total)
