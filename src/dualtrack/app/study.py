"""The main job's calculation: every regime in the nominal world and in many drawn ones, beside the facts, and claim L5 read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.app.bind import CLOCK, FACTS_CLOCK, OUTCOMES, PAST, REFERENCES, TREATED, YEARS, Laboratory
from dualtrack.app.inputs import OWN, Inputs, read_inputs
from dualtrack.app.memory import check_memory
from dualtrack.lab.compare import Comparison, compare
from dualtrack.lab.draw import Worlds, draw
from dualtrack.lab.ensemble import Ensemble, run_ensemble
from dualtrack.lab.facts import FactVerdict, judge_facts
from dualtrack.lab.figure import figures
from dualtrack.lab.mediate import Mediation, Question, mediate
from dualtrack.lab.passport import passport
from dualtrack.language.ledger import variables
from dualtrack.language.model import Model
from dualtrack.targets.python import Oracle, Run

LAGGED = ("independent_capability", "effective_capability")
RUNS_OF_MEDIATION = 3
Progress = Callable[[str, int, int], None]
"""Called with what is being done, the runs done in all and the runs in all."""


@dataclass(frozen=True)
class FactsRead:
    """Every fact held beside the nominal world and beside the drawn ones, in the same order."""

    model: Model
    nominal: tuple[FactVerdict, ...]
    drawn: tuple[FactVerdict, ...]


@dataclass(frozen=True)
class Study:
    """What the main job found, before anyone words it."""

    laboratory: Laboratory
    nominal: Mapping[str, Run]
    ensemble: Ensemble
    comparison: Comparison
    facts: FactsRead
    mediation: Mediation
    passport: Mapping[str, Any]
    inputs: Inputs


@dataclass(frozen=True)
class _Count:
    """Runs done before a stage and runs in all, so that stages share one bar."""

    report: Progress
    all: int

    def stage(self, name: str, before: int, weight: int = 1) -> Callable[[int, int], None]:
        """Say that a stage begins; the progress of it, whose every unit counts `weight` runs."""
        self.report(name, before, self.all)
        return lambda done, _: self.report(name, before + weight * done, self.all)


def run_study(laboratory: Laboratory, count: int, seed: int, report: Progress) -> Study:
    """Run the main job; the same count and seed give the same study."""
    model, regimes = laboratory.model, laboratory.regimes
    check_memory(count, len(regimes), len(model.outcomes), CLOCK)
    main, inputs, worlds = count * len(regimes), read_inputs(laboratory), draw(model, count, seed)
    bar = _Count(report, main + count + RUNS_OF_MEDIATION * count)
    ensemble = run_ensemble(model, regimes.values(), worlds, CLOCK, model.outcomes, progress=bar.stage("regimes", 0))
    oracle = Oracle.of(model)
    question = Question(regimes[TREATED], regimes[REFERENCES[0]], laboratory.mediators, OUTCOMES[0])
    return Study(
        laboratory=laboratory,
        nominal={name: oracle.run(regime, CLOCK) for name, regime in regimes.items()},
        ensemble=ensemble,
        comparison=compare(ensemble, OUTCOMES, YEARS, REFERENCES, lagged=LAGGED),
        facts=read_facts(laboratory, worlds, bar.stage("facts", main)),
        mediation=mediate(model, question, worlds, CLOCK, progress=bar.stage("claim L5", main + count, RUNS_OF_MEDIATION)),
        passport={**passport(model, ensemble, CLOCK, inputs.hashes), OWN: list(inputs.own)},
        inputs=inputs,
    )


def read_facts(laboratory: Laboratory, worlds: Worlds, progress: Callable[[int, int], None] | None = None) -> FactsRead:
    """Hold the past beside the facts, in the nominal world and in the drawn ones."""
    model, past, look = laboratory.model, laboratory.regime(PAST), figures(laboratory.record)
    nominal = Oracle.of(model).run(past, FACTS_CLOCK)
    seen = run_ensemble(model, [past], worlds, FACTS_CLOCK, variables(laboratory.facts), progress=progress)
    return FactsRead(model, judge_facts(laboratory.facts, look, nominal), judge_facts(laboratory.facts, look, seen[PAST]))
