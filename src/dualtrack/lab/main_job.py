"""The main job: every regime in the nominal world and in many drawn ones, the facts, and the main effect path by path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.lab.confront import FactsRead, read_facts
from dualtrack.lab.inputs import Inputs, origin_of, read_inputs
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import lagged_of
from dualtrack.lab.one_run import every_run
from dualtrack.lab.questions.compare import Comparison, compare
from dualtrack.lab.questions.headlines import HeadlineInfluence, headline_influences
from dualtrack.lab.questions.mediate import Mediation, MediationQuestion, mediate
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.runs.passport import passport
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.statistics.band import spread
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.frozen import freeze_fields, frozen_inside
from dualtrack.targets.numeric.python import Run
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

RUNS_OF_MEDIATION = 3
RUNS_OF_HEADLINE = 8
"""Runs that a headline counts for in a world, about: a pair in four worlds, with some thirty groups."""


@dataclass(frozen=True, repr=False)
class LevelsRead(Tidy):
    """Every regime in the `nominal` world and in the drawn ones of an `ensemble`, held beside each other and beside the facts."""

    nominal: Mapping[str, Run]
    ensemble: Ensemble
    comparison: Comparison
    facts: FactsRead

    def __post_init__(self) -> None:
        freeze_fields(self)

    def printed_title(self) -> str:
        return f"{len(self.nominal)} regimes in {self.comparison.worlds} worlds, and {len(self.facts.drawn)} facts"

    def to_dict(self) -> Row:
        """Outcomes, lags, differences and facts."""
        return plain_row(
            {
                "outcomes": self.to_rows(),
                "lags": self.comparison.lag_rows(),
                "differences": self.comparison.difference_rows(),
                "facts": self.facts.to_rows(),
            }
        )

    def to_rows(self) -> list[Row]:
        """The main outcomes by regime and year: the nominal world and the band."""
        return [
            {"regime": row.regime, "outcome": row.outcome, "unit": self.ensemble.units[row.outcome], "year": row.year}
            | {"nominal": self.nominal[row.regime].at(row.outcome, row.year), **spread(row.band)}
            for row in self.comparison.levels
        ]


@dataclass(frozen=True, repr=False)
class MainJob(Tidy):
    """What the main job found, before anyone words it."""

    laboratory: Laboratory
    nominal: Mapping[str, Run]
    ensemble: Ensemble
    comparison: Comparison
    facts: FactsRead
    mediation: Mediation
    headlines: tuple[HeadlineInfluence, ...]
    passport: Mapping[str, Any]
    inputs: Inputs

    def __post_init__(self) -> None:
        object.__setattr__(self, "passport", frozen_inside(self.passport))
        freeze_fields(self)

    def printed_title(self) -> str:
        return f"Main job of theory `{self.laboratory.theory.name}`: {self.comparison.worlds} worlds"

    def to_dict(self) -> Row:
        """Every outcome, lag and fact, what delays the main one, and how much of the model is assumed."""
        return plain_row(
            {
                "outcomes": self.to_rows(),
                "lags": self.comparison.lag_rows(),
                "facts": self.facts.to_rows(),
                "delay": {
                    "claim": next(iter(self.laboratory.theory.attributed), None),
                    "status": "prior only, not a verdict",
                    **self.mediation.to_dict(),
                },
                "groups": [each.to_row() for each in self.headlines],
                "assumed": self.assumed_row(),
                "units": self.ensemble.units,
                "worlds": {"drawn": self.comparison.drawn, "finished": self.comparison.worlds},
                "seed": self.ensemble.worlds.seed,
            }
        )

    def to_rows(self) -> list[Row]:
        """The main outcomes by regime and year: the nominal world and the band."""
        return self.levels.to_rows()

    @property
    def levels(self) -> LevelsRead:
        """Levels, differences, lags and facts, without paths and groups."""
        return LevelsRead(self.nominal, self.ensemble, self.comparison, self.facts)

    def assumed_row(self) -> Row:
        """How many numbers of the model rest on no study."""
        model = self.laboratory.model
        numbers, assumed = len(model.of_role(("constant", "uncertainty", "switch"))), len(model.assumed)
        return {"numbers": numbers, "assumed": assumed, "share": assumed / numbers}


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
    headlines, paths = RUNS_OF_HEADLINE * count * len(theory.display.headlines), RUNS_OF_MEDIATION * count
    bar = _Count(report, main + count + paths + headlines)
    ensemble = run_ensemble(model, regimes.values(), worlds, theory.clock, model.outcomes, progress=bar.stage("regimes", 0))
    levels = _levels(laboratory, ensemble, bar.stage("facts", main))
    question = MediationQuestion(laboratory.treated, laboratory.references[0], theory.mediating(model), theory.outcomes[0])
    return MainJob(
        laboratory=laboratory,
        nominal=levels.nominal,
        ensemble=ensemble,
        comparison=levels.comparison,
        facts=levels.facts,
        mediation=mediate(model, question, worlds, theory.clock, progress=bar.stage("paths", main + count, RUNS_OF_MEDIATION)),
        headlines=headline_influences(
            theory, model, regimes, count, seed, bar.stage("groups", main + count + paths, RUNS_OF_HEADLINE * count)
        ),
        passport={
            **passport(model, ensemble, theory.clock, inputs.hashes),
            **origin_of(laboratory, inputs),
        },
        inputs=inputs,
    )


def read_levels_of(laboratory: Laboratory, job: MainJob, report: StagedProgress) -> LevelsRead:
    """The levels of a `job` read of another `laboratory` of the same theory, in worlds of the same numbers.

    A number of which both say the same has the same values in both; where model and regimes are the same, nothing is run twice
    but the past.
    """
    theory, ran = laboratory.theory, job.ensemble
    if laboratory.model.fingerprint == job.laboratory.model.fingerprint and laboratory.regimes == job.laboratory.regimes:
        ensemble, before = ran, 0
    else:
        assert ran.worlds.seed is not None, "a main job draws its worlds"
        worlds, before = draw(laboratory.model, ran.worlds.count, ran.worlds.seed), len(laboratory.regimes) * ran.worlds.count
        progress = _Count(report, before + ran.worlds.count).stage("as shipped", 0)
        ensemble = run_ensemble(
            laboratory.model, laboratory.regimes.values(), worlds, theory.clock, theory.outcomes, progress=progress
        )
    return _levels(laboratory, ensemble, _Count(report, before + ran.worlds.count).stage("as shipped", before))


def _levels(laboratory: Laboratory, ensemble: Ensemble, progress: Progress) -> LevelsRead:
    """What an ensemble of every regime says, beside the nominal world and the facts; `progress` counts runs of the past."""
    theory = laboratory.theory
    return LevelsRead(
        nominal=every_run(laboratory),
        ensemble=ensemble,
        comparison=compare(ensemble, theory.outcomes, theory.years, theory.references, lagged=lagged_of(theory)),
        facts=read_facts(laboratory, ensemble.worlds, progress),
    )
