"""Is a claim supported, contradicted, or not decided? Paired runs of the same worlds, before and after the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.arms import Seen, Stage
from dualtrack.lab.band import Band, band
from dualtrack.lab.crux import Crux, cruxes
from dualtrack.lab.draw import Worlds
from dualtrack.lab.effect import Subset, holds, values
from dualtrack.lab.verdict import Lead, Share, Verdict, decide, lead, share
from dualtrack.language.claim_check import arms_of
from dualtrack.language.claim_test import ClaimTest, Delay, Point, StructureTest, Test, Waits, measures, readings
from dualtrack.language.declare import Label

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]
Progress = Callable[[str, int, int], None]
"""Called with the prior's name, the runs done and the runs in all."""


@dataclass(frozen=True, slots=True)
class Population:
    """Worlds drawn from one prior, and which of them history leaves standing; all where nothing was held against history."""

    name: str
    label: Label
    worlds: Worlds
    accepted: Mask | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim in some worlds: how often true, how often where its mechanism exists, how large its effect, and its placebo.

    `given` is none where no switch carries the claim or no world has all of them on; `failed` counts worlds left out.
    """

    share: Share
    given: Share | None
    effect: Band | None
    lead: Lead | None
    variants: tuple[Share, ...]
    failed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim under one prior: before the record, and after it where worlds were accepted."""

    prior: str
    before: Reading
    after: Reading | None
    cruxes: tuple[Crux, ...]

    @property
    def last(self) -> Reading:
        """The reading on which the verdict rests."""
        return self.before if self.after is None else self.after

    @property
    def odds(self) -> float | None:
        """By what factor the record changes the odds; none where a claim is true in all worlds or in none."""
        if self.after is None or {self.before.share.value, self.after.share.value} & {0.0, 1.0}:
            return None
        return self.after.share.odds / self.before.share.odds


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one claim and what it rests on; `answers` is empty where nothing was computed."""

    test: Test
    verdict: Verdict
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Bench:
    """The worlds of one prior as the tests of one round see them."""

    stage: Stage
    population: Population
    seen: Seen
    count: int


def judge_claims(
    stage: Stage, tests: Sequence[Test], populations: Sequence[Population], progress: Progress | None = None
) -> tuple[Judgement, ...]:
    """Judge every test over every prior; raises `RunError` for a test whose runs no world finishes."""
    if not populations:
        raise RunError("claims are judged on no worlds", fix="draw some from a prior")
    answers: dict[str, list[Answer]] = {}
    for population in populations:
        for most, asked in _rounds(tests, population.worlds.count):
            wanted = [each for test in asked for each in reads(test)]
            report = None if progress is None else _named(progress, population.name)
            seen = stage.see(wanted, population.worlds.part(0, most), report)
            bench = _Bench(stage, population, seen, most)
            for test in asked:
                answers.setdefault(test.id, []).append(_answer(bench, test))
    return tuple(_judgement(test, tuple(answers.get(test.id, ()))) for test in tests)


def tally(judgements: Iterable[Judgement]) -> Mapping[Verdict, int]:
    """How many claims got each verdict."""
    counts: dict[Verdict, int] = dict.fromkeys(("supported", "contradicted", "not decided", "structure", "waiting"), 0)
    for each in judgements:
        counts[each.verdict] += 1
    return counts


def reads(test: ClaimTest) -> tuple[Point | Delay, ...]:
    """Everything that a test reads off its runs."""
    return tuple(each for measure in (*measures(test.conditions), test.headline) for each in readings(measure))


def _rounds(tests: Sequence[Test], count: int) -> list[tuple[int, list[ClaimTest]]]:
    """Tests that run the same worlds share their runs."""
    rounds: dict[int, list[ClaimTest]] = {}
    for test in tests:
        if isinstance(test, ClaimTest):
            rounds.setdefault(min(test.most or count, count), []).append(test)
    return sorted(rounds.items())


def _named(progress: Progress, name: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)


def _judgement(test: Test, answers: tuple[Answer, ...]) -> Judgement:
    match test:
        case StructureTest():
            return Judgement(test, "structure", ())
        case Waits():
            return Judgement(test, "waiting", ())
        case ClaimTest():
            found = decide([(each.last.share, each.last.lead) for each in answers])
            kept = answers if found == "not decided" else tuple(_without_cruxes(each) for each in answers)
            return Judgement(test, found, kept)


def _without_cruxes(answer: Answer) -> Answer:
    return Answer(answer.prior, answer.before, answer.after, ())


def _answer(bench: _Bench, test: ClaimTest) -> Answer:
    sound = np.logical_and.reduce([bench.seen.sound[arm] for arm in arms_of(test)])
    before = _reading(bench, test, sound)
    if bench.population.accepted is None:
        return Answer(bench.population.name, before, None, _cruxes(bench, test, np.flatnonzero(sound)))
    kept = bench.population.accepted[: bench.count]
    after = _reading(bench, test, sound & kept, left_out=int((kept & ~sound).sum()))
    return Answer(bench.population.name, before, after, _cruxes(bench, test, np.flatnonzero(sound & kept)))


def _reading(bench: _Bench, test: ClaimTest, used: Mask, left_out: int | None = None) -> Reading:
    places = np.flatnonzero(used)
    if not len(places):
        raise RunError(f"no world is left in which {test.id} can be judged", fix="draw more worlds")
    subset = Subset(bench.seen, places, bench.stage.rule.thresholds)
    true, effect = holds(test.condition, subset), values(test.headline, subset)
    numbers = effect[np.isfinite(effect)]
    ahead = None if test.placebo is None else lead(true, holds(test.placebo.condition, subset), test.placebo.margin)
    return Reading(
        share=Share(int(true.sum()), len(true)),
        given=share(true[_exists(bench, test, places)]) if test.rests_on else None,
        effect=band(numbers) if len(numbers) else None,
        lead=ahead,
        variants=tuple(Share(int(holds(each.condition, subset).sum()), len(places)) for each in test.variants),
        failed=len(used) - len(places) if left_out is None else left_out,
    )


def _exists(bench: _Bench, test: ClaimTest, places: Places) -> Mask:
    """The worlds in which every mechanism that carries the claim exists."""
    return np.asarray(np.all([bench.population.worlds.values[name][places] > 0 for name in test.rests_on], axis=0))


def _cruxes(bench: _Bench, test: ClaimTest, places: Places) -> tuple[Crux, ...]:
    true = holds(test.condition, Subset(bench.seen, places, bench.stage.rule.thresholds))
    drawn = {name: bench.population.worlds.values[name][places] for name in bench.stage.model.drawn}
    return cruxes(bench.stage.model, drawn, true)
