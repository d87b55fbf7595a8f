"""What does a mixture of two studies answer? Its worlds, held beside its record, and run as its policies and claims say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.disputes.both_studies import BothStudies
from dualtrack.lab.disputes.paired_numbers import PairedNumbers
from dualtrack.lab.disputes.points import Mixture
from dualtrack.lab.disputes.policy_points import called, mixed_regime
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.subject import Pair, Subject, unlike
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching, own_figures, weighing
from dualtrack.lab.questions.answer import Desk
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.record.accept import held_beside
from dualtrack.lab.runs.engine import Engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.effective_count import worth
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.distribution import Prior
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.claim_test import Test
from dualtrack.targets.numeric.arrays import Array

LEAST = 30
"""Worlds, or as many as unlike ones are worth, below which a mixture has no answer."""


@dataclass(frozen=True)
class MixtureAnswers:
    """Two studies asked about a `subject` in the worlds of `numbers`, run by a `compiled` model; a call with a mixture answers.

    `left` counts what the worlds of each mixture are worth that its answer rests on; `progress` counts mixtures of so many as are
    `planned`. Kept are the weights of worlds, `weighed[mixture][world]`, and the `desks` that run them.
    """

    studies: BothStudies
    subject: Subject
    numbers: PairedNumbers
    compiled: Engine
    progress: Progress | None = None
    planned: int = 0
    left: dict[Mixture, float] = field(default_factory=dict, compare=False)
    weighed: dict[Mixture, Array] = field(default_factory=dict, compare=False)
    desks: dict[Mixture, tuple[Laboratory, Desk]] = field(default_factory=dict, compare=False)

    def __call__(self, mixture: Mixture) -> Reckoned:
        """The answer of a mixture; raises `RunError` where the record leaves too few of its worlds."""
        worlds = self.numbers.drawn(mixture)
        weights = self._weights(mixture, worlds)
        self._check_left(mixture, weights)
        values, counts = np.full(worlds.count, np.nan), weights > 0
        values[counts] = self._values(mixture, worlds.only(counts))
        weights = np.where(np.isfinite(values), weights, 0.0)
        self.left[mixture] = self._check_left(mixture, weights)
        if self.progress is not None:
            self.progress(len(self.left), max(self.planned, len(self.left)))
        return Reckoned.mean(values, weights)

    def meeting(self, number: str, halfway: Prior) -> MixtureAnswers:
        """The same, where both studies believe the prior `halfway` between theirs of a `number`."""
        numbers = replace(self.numbers, middles={**self.numbers.middles, number: halfway})
        return replace(self, numbers=numbers, left={}, weighed={}, progress=None)

    def _weights(self, mixture: Mixture, worlds: Worlds) -> Array:
        """How much each world counts, [world]: nothing where history rules it out, else as the rows of its own make it likely."""
        key = frozenset(move for move in mixture if move.part in ("priors", "evidence"))
        if key not in self.weighed:
            self.weighed[key] = self._held_beside(self.studies.laboratory(mixture, 0), worlds)
        return self.weighed[key]

    def _held_beside(self, laboratory: Laboratory, worlds: Worlds) -> Array:
        kept = np.ones(worlds.count)
        if laboratory.theory.targets:
            kept = held_beside(matching(laboratory), self.compiled.runner, worlds).accepted.astype(np.float64)
        if not kept.any() or not any(each.standing == "weighs" for each in own_figures(laboratory)):
            return kept
        left = worlds.only(kept > 0)
        before, after = (Likelihood.of(weighing(each)).log_likelihood(left.values) for each in (self.studies.wide, laboratory))
        with np.errstate(invalid="ignore"):
            added = np.nan_to_num(after - before, nan=-np.inf)
        kept[kept > 0] = np.exp(added - added.max()) if np.isfinite(added.max()) else 0.0
        return kept

    def _values(self, mixture: Mixture, worlds: Worlds) -> Array:
        """The answer of each world, [world]; not a number where it has none."""
        laboratory, desk = self._desk(mixture)
        question, asked = self.subject.read(laboratory), self.subject.asked(laboratory)
        answers = desk.read(desk.run(worlds.values, asked), asked)
        told = question.holds(answers).astype(np.float64) if isinstance(question, Condition) else answers.values[0]
        return np.where(np.any(answers.missing, axis=0), np.nan, told)

    def _desk(self, mixture: Mixture) -> tuple[Laboratory, Desk]:
        key = frozenset(move for move in mixture if move.part != "priors")
        if key not in self.desks:
            laboratory = self._laboratory(mixture)
            setting = self._setting(mixture, laboratory)
            both = [each for each in (setting.regime, setting.against) if each is not None]
            rule = LagRule.between(both, setting.clock.start, setting.clock.stop)
            self.desks[key] = laboratory, Desk(setting, self.compiled, rule)
        return self.desks[key]

    def _laboratory(self, mixture: Mixture) -> Laboratory:
        """The laboratory of a mixture's record, policies and claims."""
        one, other = (self.studies.laboratory(mixture, side) for side in (0, 1))
        mixed = {name: mixed_regime((one.regimes[name], other.regimes[name]), name, mixture) for name in unlike((one, other))}
        return replace(one, regimes={**one.regimes, **mixed}, theory=replace(one.theory, tests=self._tests(mixture)))

    def _tests(self, mixture: Mixture) -> tuple[Test, ...]:
        """The tests of the claims of both studies, those of the second where it is moved."""
        moved = {move.name for move in mixture if move.part == "thresholds"}
        one, other = (self.studies.tests(side) for side in (0, 1))
        return tuple((other if name in moved else one)[name] for name in one)

    def _setting(self, mixture: Mixture, laboratory: Laboratory) -> Setting:
        regime, against = (self._regime(mixture, pair) for pair in (self.subject.regime, self.subject.against))
        first = regime or next(iter(laboratory.regimes.values()))
        found = Setting(self.studies.wide.model, first, against, laboratory.theory.clock, laboratory.regimes)
        found.check(self.subject.asked(laboratory))
        return found

    def _regime(self, mixture: Mixture, pair: Pair | None) -> Regime | None:
        if pair is None:
            return None
        one, other = (self.studies.laboratory(mixture, side).regime(name) for side, name in enumerate(pair))
        return mixed_regime((one, other), called(pair), mixture)

    def _check_left(self, mixture: Mixture, weights: Array) -> float:
        left = worth(weights) if weights.any() else 0.0
        if left < LEAST:
            taken = ", ".join(sorted({move.name for move in mixture})) or "nothing"
            raise RunError(
                f"the record leaves what {left:.0f} worlds of {len(weights)} are worth where the first study takes {taken} from "
                f"the second, and {LEAST} are needed",
                fix="draw more worlds, or bring priors that the record does not rule out",
            )
        return left
