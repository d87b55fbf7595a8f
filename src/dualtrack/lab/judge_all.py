"""Every claim and every rival judged: worlds drawn under each prior, held against history, and run through the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dualtrack.errors import RegimeError, UnknownName, nearest, same_name
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.claims.attribute import attribute
from dualtrack.lab.claims.judge_claims import Judgement, judge_claims, reads
from dualtrack.lab.experiments.weigh_populations import with_findings
from dualtrack.lab.judged import ByPrior, Judged
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accept
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.second_parting import judge_second
from dualtrack.lab.studies.standing import check_frozen
from dualtrack.lab.verdicts.columns import Drawn, Factors, columns_of, factors_in
from dualtrack.lab.verdicts.reference_cases import Accepts, ReferenceCases, null_columns, reference_cases
from dualtrack.lab.verdicts.ruling import UNCOMPUTED, Ruling, rule_on
from dualtrack.lab.verdicts.verdict import Column
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.lab.worlds.priors import Population, left_standing, pooled, thinned
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import frozen
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest, MechanismGroup, Test
from dualtrack.language.theory import Theory

SPLIT_WORLDS = 100
"""Worlds for each prior in which effects are split: a few hundred rank parts."""
BESIDE_WORLDS, CORNER_WORLDS = 200, 2000
"""Worlds for each prior in which the cases beside an answer are run, and those in which a best case is held beside history."""
NOTHING = "nothing"
PLANTED: Label = ("planted", "设定")


@dataclass(frozen=True, repr=False)
class Docket(Printed):
    """What is judged, and which effects are credited to which groups of mechanisms."""

    tests: tuple[Test, ...]
    attributed: tuple[str, ...]
    groups: tuple[MechanismGroup, ...]

    @classmethod
    def of(cls, theory: Theory) -> Docket:
        """Everything that a theory asserts."""
        return cls(theory.tests, theory.attributed, theory.groups)

    @property
    def computed(self) -> list[ClaimTest]:
        """The tests that take runs."""
        return [test for test in self.tests if isinstance(test, ClaimTest)]

    def only(self, names: Sequence[str]) -> Docket:
        """The docket of a few claims, in its own order; raises `UnknownName` for what is no claim."""
        known = [test.id for test in self.tests]
        wanted = {name: same_name(name, known) for name in names}
        for name, found in wanted.items():
            if found is None:
                raise UnknownName(f"there is no claim `{name}`", near=nearest(name, known), fix="one of " + ", ".join(known))
        return replace(self, tests=tuple(test for test in self.tests if test.id in wanted.values()))


def judge_all(
    laboratory: Laboratory,
    worlds: int | Worlds,
    seed: int,
    report: StagedProgress,
    *,
    prior: str = "",
    planted: str = "",
    docket: Docket | None = None,
    beside: int = BESIDE_WORLDS,
    calibrations: Sequence[Calibration] = (),
) -> Judged:
    """Judge the docket, or all that the theory asserts, over every prior or over one.

    `beside` counts the accepted worlds for each prior in which cases are run. `calibrations`, one under each prior, give the
    full record's columns where their draws agree. `worlds` is how many are drawn, or worlds that answer for one prior, the first
    unless named. History is asked of no planted worlds. Raises `RegimeError` where no such thing is planted, and `StudyError`
    for a claim of the user's own that was not frozen before.
    """
    docket = _frozen(laboratory, docket or Docket.of(laboratory.theory))
    populations, stage = _populations(laboratory, worlds, seed, report, prior, planted), _stage(laboratory, docket)
    judgements = judge_claims(stage, docket.tests, populations, report)
    left = left_standing(populations, beside * len(populations))
    cases = _cases(laboratory, stage, docket.computed, left, populations[0].worlds, report)
    factors = factors_in(laboratory.model, populations[0], laboratory.model.switches)
    drawn = None if planted or prior else _in_drawn(laboratory, stage, docket, calibrations, beside, report)
    return Judged(
        laboratory=laboratory,
        judgements=judgements,
        rulings=_rulings(stage, judgements, cases, _columns(judgements, cases, factors, drawn), left, report),
        second=None if planted else judge_second(laboratory, stage, docket.tests, populations, cases, factors, report),
        populations=tuple(populations),
        attributions=_split(stage, docket, left_standing(populations, SPLIT_WORLDS * len(populations)), report),
        factors=factors[""],
        calibrations=tuple(calibrations),
        worlds=_count(worlds),
        seed=(worlds.seed or 0) if isinstance(worlds, Worlds) else seed,
        planted=planted,
    )


def _frozen(laboratory: Laboratory, docket: Docket) -> Docket:
    """The docket, if what is on it may get a verdict."""
    check_frozen(laboratory, [each.id for each in docket.tests])
    return docket


def _stage(laboratory: Laboratory, docket: Docket) -> Stage:
    """What runs everything that a docket asks for."""
    asked = [each for test in docket.computed for each in reads(test)]
    return stage_for(laboratory.model, laboratory.regimes, laboratory.theory.clock, asked, laboratory.cluster)


def _cases(
    laboratory: Laboratory,
    stage: Stage,
    tests: Sequence[ClaimTest],
    left: Sequence[Population],
    judged: Worlds,
    report: StagedProgress,
) -> dict[str, ReferenceCases]:
    """What each answer is held beside; corners are held beside history in worlds drawn after all that were judged."""
    drawn, found = draw(laboratory.model, CORNER_WORLDS, judged.seed or 0, judged.count), {}
    for place, test in enumerate(tests):
        report("beside the answers", place, len(tests))
        found[test.id] = reference_cases(stage, test, left, drawn, _accepts(laboratory))
    return found


def _columns(
    judgements: Sequence[Judgement], cases: Mapping[str, ReferenceCases], factors: Factors, drawn: Mapping[str, Drawn] | None
) -> dict[str, tuple[Column, ...]]:
    """Every body of evidence on each claim that takes runs."""
    found = {}
    for each in judgements:
        name = each.test.id
        if name in cases:
            nulls = {"": cases[name].null, **cases[name].reread}
            found[name] = columns_of(each, nulls, factors, None if drawn is None else drawn[name])
    return found


def _rulings(
    stage: Stage,
    judgements: Sequence[Judgement],
    cases: Mapping[str, ReferenceCases],
    columns: Mapping[str, Sequence[Column]],
    left: Sequence[Population],
    report: StagedProgress,
) -> dict[str, Ruling]:
    """The verdict on every claim with what stands beside it."""
    found = {}
    for place, each in enumerate(judgements):
        report("what turns an answer", place, len(judgements))
        name = each.test.id
        found[name] = rule_on(stage, each, cases[name], columns[name], left) if name in cases else UNCOMPUTED
    return found


def _accepts(laboratory: Laboratory) -> Accepts | None:
    if not laboratory.theory.targets:
        return None
    matched = matching(laboratory)
    return lambda worlds: accept(matched, worlds).accepted


def _populations(
    laboratory: Laboratory, worlds: int | Worlds, seed: int, report: StagedProgress, prior: str, planted: str
) -> list[Population]:
    """The worlds as each prior sees them, or as the one prior that worlds drawn before answer for."""
    if planted:
        return [_planted(laboratory, _count(worlds), seed, planted)]
    if isinstance(worlds, Worlds):
        tilt = laboratory.tilt(prior) if prior else laboratory.theory.tilts[0]
        return _matched(laboratory, [Population(tilt.name, tilt.label, worlds)], report)
    tilts = [laboratory.tilt(prior)] if prior else list(laboratory.theory.tilts)
    return _matched(laboratory, pooled(laboratory.model, tilts, worlds, seed), report)


def _count(worlds: int | Worlds) -> int:
    return worlds.count if isinstance(worlds, Worlds) else worlds


def _matched(laboratory: Laboratory, populations: Sequence[Population], report: StagedProgress) -> list[Population]:
    """One ensemble for all priors, held against history once."""
    if not laboratory.theory.targets:
        return list(populations)
    accepted = accept(matching(laboratory), populations[0].worlds, _stage_of(report, "held against history")).accepted
    report("held beside published findings", 0, 1)
    return _with_published(laboratory, [replace(each, accepted=accepted) for each in populations])


def _in_drawn(
    laboratory: Laboratory,
    stage: Stage,
    docket: Docket,
    calibrations: Sequence[Calibration],
    beside: int,
    report: StagedProgress,
) -> dict[str, Drawn] | None:
    """Every claim in worlds drawn by the full record under each prior; none where some draw is no result, or no tilt has one."""
    model, theory = laboratory.model, laboratory.theory
    drawn = {each.tilt: each.worlds for each in calibrations if each.agreement.holds}
    if not drawn or any(tilt.name not in drawn for tilt in theory.tilts):
        return None
    alone = [Population(tilt.name, tilt.label, drawn[tilt.name]) for tilt in theory.tilts]
    seen = [each for population in alone for each in _with_published(laboratory, [population])]
    judged = judge_claims(stage, docket.tests, seen, lambda _, done, total: report("by the full record", done, total))
    factors, found = factors_in(model, seen[0].all_kept, model.switches), {}
    computed = [each for each in judged if isinstance(each.test, ClaimTest)]
    for place, each in enumerate(computed):
        report("beside the answers, by the full record", place, len(computed))
        nulls = [null_columns(stage, docket.computed[place], thinned([one], beside)) for one in seen]
        joined = {column: tuple(share for one in nulls for share in one[column]) for column in nulls[0]}
        found[each.test.id] = Drawn(each, joined, factors)
    return found


def _with_published(laboratory: Laboratory, populations: Sequence[Population]) -> list[Population]:
    """Populations of one set of worlds, weighed by what was published too."""
    theory = laboratory.theory
    experiments = theory.published.experiments
    return with_findings(populations, laboratory.model, laboratory.regimes, theory.clock, experiments, laboratory.record)


def _planted(laboratory: Laboratory, worlds: int, seed: int, name: str) -> Population:
    """Worlds in which one side's mechanisms are at full strength and all others off; `nothing` turns every one off."""
    known: dict[str, tuple[str, ...]] = {tilt.name: tilt.raised for tilt in laboratory.theory.tilts if tilt.raised} | {
        NOTHING: ()
    }
    found = same_name(name, known)
    if found is None:
        raise RegimeError(f"nothing is planted by the name `{name}`", near=nearest(name, known), fix="one of " + ", ".join(known))
    name = found
    strengths = {switch: float(switch in known[name]) for switch in laboratory.model.switches}
    drawn = hold(laboratory.model, draw(laboratory.model, worlds, seed), strengths)
    return Population(f"{PLANTED[0]}: {name}", (f"{PLANTED[0]}: {name}", f"{PLANTED[1]}：{name}"), drawn)


def _split(stage: Stage, docket: Docket, left: Sequence[Population], report: StagedProgress) -> dict[str, ByPrior]:
    """The effects that are credited to mechanisms, as each prior weighs the same worlds."""
    found: dict[str, ByPrior] = {}
    for test in docket.computed:
        if test.id in docket.attributed:
            parts = attribute(stage, test.headline, docket.groups, left[0].worlds, _stage_of(report, f"parts of {test.id}"))
            found[test.id] = frozen({each.name: parts.weighed(each.weights) for each in left})
    return found


def _stage_of(report: StagedProgress, name: str) -> Progress:
    return lambda done, total: report(name, done, total)
