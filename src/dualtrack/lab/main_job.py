"""The main job: every regime in the nominal world and in many drawn ones, the facts, and the main effect path by path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.lab.confront import FactsRead, read_facts
from dualtrack.lab.inputs import OWN, Inputs, read_inputs
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import lagged_of
from dualtrack.lab.one_run import every_run
from dualtrack.lab.questions.compare import Comparison, compare
from dualtrack.lab.questions.mediate import Mediation, MediationQuestion, mediate
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.runs.passport import passport
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.python import Run

RUNS_OF_MEDIATION = 3


@dataclass(frozen=True, repr=False)
class MainJob(Printed):
    """What the main job found, before anyone words it."""

    laboratory: Laboratory
    nominal: Mapping[str, Run]
    ensemble: Ensemble
    comparison: Comparison
    facts: FactsRead
    mediation: Mediation
    passport: Mapping[str, Any]
    inputs: Inputs

    def printed_title(self) -> str:
        return f"Main job of theory `{self.laboratory.theory.name}`: {self.comparison.worlds} worlds"


@dataclass(frozen=True)
class _Count:
    """Runs done before a stage and runs in all, so that stages share one bar."""

    report: StagedProgress
    all: int

    def stage(self, name: str, before: int, weight: int = 1) -> Progress:
        """Say that a stage begins; the progress of it, whose every unit counts `weight` runs."""
        self.report(name, before, self.all)
        return lambda done, _: self.report(name, before + weight * done, self.all)


def run_main_job(laboratory: Laboratory, count: int, seed: int, report: StagedProgress) -> MainJob:
    """Run the main job; the same count and seed give the same result. The report counts runs, of all stages together."""
    model, regimes, theory = laboratory.model, laboratory.regimes, laboratory.theory
    main, inputs, worlds = count * len(regimes), read_inputs(laboratory), draw(model, count, seed)
    bar = _Count(report, main + count + RUNS_OF_MEDIATION * count)
    ensemble = run_ensemble(model, regimes.values(), worlds, theory.clock, model.outcomes, progress=bar.stage("regimes", 0))
    question = MediationQuestion(laboratory.treated, laboratory.references[0], theory.mediating(model), theory.outcomes[0])
    return MainJob(
        laboratory=laboratory,
        nominal=every_run(laboratory),
        ensemble=ensemble,
        comparison=compare(ensemble, theory.outcomes, theory.years, theory.references, lagged=lagged_of(theory)),
        facts=read_facts(laboratory, worlds, bar.stage("facts", main)),
        mediation=mediate(model, question, worlds, theory.clock, progress=bar.stage("paths", main + count, RUNS_OF_MEDIATION)),
        passport={**passport(model, ensemble, theory.clock, inputs.hashes), OWN: list(inputs.own)},
        inputs=inputs,
    )
