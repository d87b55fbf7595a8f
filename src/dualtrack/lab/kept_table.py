"""What takes minutes to find, once for all who show it: verdicts, truths in worlds that history leaves, what outcomes hang on.

What takes seconds stands apart, so that a laboratory that was never judged has it too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.temper import CALIBRATED
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import Truths, claim_truths
from dualtrack.lab.confront import FactsRead, draw_under_each_prior, read_facts
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import named_circuits, searched
from dualtrack.lab.loops.coverage import Coverage, cover
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.asked import Asked, AskedLag, AskedLevel, Setting
from dualtrack.lab.questions.matter import Matter, matter
from dualtrack.lab.record.accept import accept
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.story.told_story import Story, find_story
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest

JUDGED = 100_000
"""Worlds in which claims are judged, drawn from all priors together; each prior is worth at least a third of them."""
BESIDE = 1000
"""Accepted worlds for each prior in which null, planted and nothing are counted, to two points or better."""
SEEDED, SEEDED_BESIDE, FEW_RUNS = 1000, 40, 4
"""Worlds of the small judgement, those beside its answers, and the runs a world up to which a claim may be in it."""
DRAWN_AT_ONCE, DRAWN_AT_MOST = 2000, 40_000


@dataclass(frozen=True, repr=False)
class Soon(Printed):
    """What takes seconds: the first worlds that history leaves, the facts in them, how much feedback the named loops hold, and
    the story of the first screen, if there is one; its months are shared out over mechanisms only beside what takes minutes.
    """

    worlds: Worlds
    facts: FactsRead
    coverage: Coverage
    story: Story | None


@dataclass(frozen=True, repr=False)
class KeptTable(Printed):
    """Everything: what takes seconds, the verdicts, what is true in each of the first worlds, and what outcomes hang on."""

    soon: Soon
    judged: Judged
    truths: Truths
    matter: Matter
    seeded: Judged


def find(laboratory: Laboratory, wanted: int, seed: int, report: StagedProgress) -> KeptTable:
    """Everything, which takes minutes; the same laboratory and seed give the same table."""
    calibrations = draw_under_each_prior(laboratory, CALIBRATED, seed, report)
    judged = judge_all(laboratory, JUDGED, seed, report, beside=BESIDE, calibrations=calibrations)
    soon = find_soon(laboratory, wanted, seed)
    soon = replace(soon, story=split_story(laboratory, soon.worlds, report))
    truths, matters = _truths(laboratory, soon.worlds, report), _matter(laboratory, seed, report)
    return KeptTable(soon, judged, truths, matters, seeded_judgement(laboratory, seed))


def seeded_judgement(laboratory: Laboratory, seed: int) -> Judged:
    """A judgement of few worlds and of one claim of each form, by which a change of the judging code is noticed in seconds."""
    docket = Docket.of(laboratory.theory)
    few = replace(docket, tests=tuple(one_of_each_form(docket.computed)), attributed=())
    return judge_all(laboratory, SEEDED, seed, lambda *_: None, docket=few, beside=SEEDED_BESIDE)


def one_of_each_form(tests: Iterable[ClaimTest]) -> list[ClaimTest]:
    """The first test of few runs for each kind of condition, headline and null."""
    found: dict[tuple[str, str, bool, bool], ClaimTest] = {}
    for test in tests:
        other = test.null is not None and test.null.condition is not None
        form = type(test.condition).__name__, type(test.headline).__name__, other, test.absence
        if test.most is None and len(arms_of(test)) <= FEW_RUNS:
            found.setdefault(form, test)
    return list(found.values())


def find_soon(laboratory: Laboratory, wanted: int, seed: int) -> Soon:
    """What takes seconds; `wanted` are the worlds looked for."""
    worlds = first_accepted(laboratory, wanted, seed)
    return Soon(worlds, read_facts(laboratory, worlds), _coverage(laboratory), find_story(laboratory, worlds, split=False))


def split_story(laboratory: Laboratory, worlds: Worlds, report: StagedProgress) -> Story | None:
    """The story with its months shared out, which takes a minute."""
    return find_story(laboratory, worlds, split=True, progress=lambda done, total: report("story", done, total))


def first_accepted(laboratory: Laboratory, wanted: int, seed: int) -> Worlds:
    """The first worlds, by number, that history leaves standing; raises `RunError` where too few are found."""
    found: list[Worlds] = []
    for start in range(0, DRAWN_AT_MOST, DRAWN_AT_ONCE):
        drawn = draw(laboratory.model, DRAWN_AT_ONCE, seed, start)
        mask = accept(matching(laboratory), drawn).accepted
        if mask.any():
            found.append(drawn.only(mask))
        if sum(each.count for each in found) >= wanted:
            numbers = np.concatenate([each.numbers for each in found])[:wanted]
            values = {n: np.concatenate([each.values[n] for each in found])[:wanted] for n in found[0].values}
            return Worlds(values, seed, int(numbers[0]), wanted, numbers)
    raise RunError(
        f"history leaves fewer than {wanted} of {DRAWN_AT_MOST} worlds",
        fix="look at what the targets and the ranges say of each other",
    )


def _truths(laboratory: Laboratory, worlds: Worlds, report: StagedProgress) -> Truths:
    theory = laboratory.theory
    computed = [test for test in theory.tests if isinstance(test, ClaimTest)]
    stage = stage_for(laboratory.model, laboratory.regimes, theory.clock, [each for test in computed for each in reads(test)])
    population = Population(theory.tilts[0].name, theory.tilts[0].label, worlds)
    return claim_truths(stage, theory.tests, population, lambda done, total: report("claims in accepted worlds", done, total))


def _matter(laboratory: Laboratory, seed: int, report: StagedProgress) -> Matter:
    """What each main outcome, in the last of the years compared, and the lag between two regimes hang on, if there is one."""
    theory = laboratory.theory
    levels = [AskedLevel(name, theory.years[-1]) for name in theory.outcomes]

    def found(against: Regime | None, *lag: Asked) -> Matter:
        setting = Setting(laboratory.model, laboratory.treated, against, theory.clock)
        return matter(setting, [*levels, *lag], seed=seed, progress=lambda done, total: report("what matters", done, total))

    try:
        return found(laboratory.references[0], AskedLag(theory.outcomes[0]))
    except RunError:
        return found(None)


def _coverage(laboratory: Laboratory) -> Coverage:
    """How much of the feedback of one world the named loops hold, beside those that a search finds."""
    model, clock = laboratory.model, searched(laboratory.theory)
    return cover(model, laboratory.treated, nominal(model), clock, named_circuits(laboratory))
