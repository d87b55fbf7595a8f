"""What takes minutes to find, once for all who show it: verdicts, truths in worlds that history leaves, what outcomes hang on.

What takes seconds stands apart, so that a laboratory that was never judged has it too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import Truths, claim_truths
from dualtrack.lab.confront import FactsRead, read_facts
from dualtrack.lab.judge_all import judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import named_circuits, searched
from dualtrack.lab.loops.coverage import Coverage, cover
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.asked import Asked, AskedLag, AskedLevel, Setting
from dualtrack.lab.questions.matter import Matter, matter
from dualtrack.lab.record.accept import accept
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest

JUDGED = 100_000
"""Worlds in which claims are judged, drawn from all priors together; each prior is worth at least a third of them."""
BESIDE = 1000
"""Accepted worlds for each prior in which null, planted and nothing are counted, to two points or better."""
DRAWN_AT_ONCE, DRAWN_AT_MOST = 2000, 40_000


@dataclass(frozen=True, repr=False)
class Soon(Printed):
    """What takes seconds: the first worlds that history leaves, the facts in them, and how much feedback the named loops hold."""

    worlds: Worlds
    facts: FactsRead
    coverage: Coverage


@dataclass(frozen=True, repr=False)
class Findings(Printed):
    """Everything: what takes seconds, the verdicts, what is true in each of the first worlds, and what outcomes hang on."""

    soon: Soon
    judged: Judged
    truths: Truths
    matter: Matter


def find(laboratory: Laboratory, wanted: int, seed: int, report: StagedProgress) -> Findings:
    """Everything, which takes minutes; the same laboratory and seed give the same findings."""
    judged = judge_all(laboratory, JUDGED, seed, report, beside=BESIDE)
    soon = find_soon(laboratory, wanted, seed)
    return Findings(soon, judged, _truths(laboratory, soon.worlds, report), _matter(laboratory, seed, report))


def find_soon(laboratory: Laboratory, wanted: int, seed: int) -> Soon:
    """What takes seconds; `wanted` are the worlds looked for."""
    worlds = first_accepted(laboratory, wanted, seed)
    return Soon(worlds, read_facts(laboratory, worlds), _coverage(laboratory))


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
    """What each main outcome, in the last of the years compared, and the lag between two regimes hang on."""
    theory = laboratory.theory
    setting = Setting(laboratory.model, laboratory.treated, laboratory.references[0], theory.clock)
    asked: list[Asked] = [*(AskedLevel(name, theory.years[-1]) for name in theory.outcomes), AskedLag(theory.outcomes[0])]
    return matter(setting, asked, seed=seed, progress=lambda done, total: report("what matters", done, total))


def _coverage(laboratory: Laboratory) -> Coverage:
    """How much of the feedback of one world the named loops hold, beside those that a search finds."""
    model, clock = laboratory.model, searched(laboratory.theory)
    return cover(model, laboratory.treated, nominal(model), clock, named_circuits(laboratory))
