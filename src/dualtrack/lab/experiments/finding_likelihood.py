"""How likely are published findings in each world? The runs that correspond to them, and the density of each experiment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.evidence.record import Record
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.claims.effect import Subset, values
from dualtrack.lab.experiments.finding_block import FindingBlock, log_hits
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.expressions.formula import read
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.claim_measure import Measure, Reading, readings
from dualtrack.language.statements.experiment import Evidential, Experiment, OfWorld, Timing
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out

RECOMMENDED, MISTRUSTED = 1.0, 2.0
"""How often over the mapping errors count: as declared, and where one mistrusts the step from a study to the model."""


@dataclass(frozen=True, repr=False)
class FindingLikelihood(Printed):
    """What worlds give where findings were published: `effects[experiment][row, world]`, and the likelihood of each experiment.

    A `Timing` has the row of its switch. `count` is how many worlds there are.
    """

    experiments: tuple[Evidential, ...]
    record: Record
    effects: Mapping[str, Array]
    count: int

    def printed_title(self) -> str:
        return f"Likelihood of {len(self.experiments)} experiments in {self.count} worlds"

    def log_of(self, experiment: Evidential, times: float, left_out: str = "") -> Array:
        """The logarithm of the likelihood of one experiment, mapping errors `times` over, without the finding `left_out`.

        [world]; 0 where nothing of it is left, minus infinity in a world that gives it no number.
        """
        found = self.effects[experiment.name]
        if isinstance(experiment, Timing):
            row = self.record.finding(experiment.finding)
            return np.zeros(self.count) if row.id == left_out else log_hits(row, found[0], experiment.slack, times)
        block = FindingBlock.of(experiment, [self.record.finding(each) for each in experiment.findings])
        place = experiment.findings.index(left_out) if left_out in experiment.findings else None
        return block.log_density(found, times, place)

    def factor(self, times: float, *, without: Iterable[str] = (), only: str = "") -> Array:
        """What each world is weighed by, [world], its mean 1: the likelihood of all experiments, mapping errors `times` over.

        `without` names experiments or findings that are left out, `only` a switch whose experiments alone count. Raises
        `RecordError` where no world gives every experiment a number.
        """
        left, total = set(without), np.zeros(self.count)
        for each in self.experiments:
            if each.name in left or (only and each.switch != only):
                continue
            out = [name for name in each.findings if name in left]
            total = total + self.log_of(each, times, out[0] if out else "")
        if not np.isfinite(total).any():
            raise RecordError("no world gives every published finding a number", fix="look at the measures of the experiments")
        found = np.exp(total - total[np.isfinite(total)].max())
        return np.asarray(found / found.mean())


def finding_likelihood(
    model: Model,
    regimes: Mapping[str, Regime],
    clock: Clock,
    experiments: Sequence[Evidential],
    record: Record,
    worlds: Worlds,
) -> FindingLikelihood:
    """Run every one of `worlds` through what corresponds to findings; raises `RegimeError` for a regime that is not there."""
    asked = [one.measure for each in experiments if isinstance(each, Experiment) for one in each.corresponding]
    found = measured(model, regimes, clock, asked, worlds)
    effects = {}
    for each in experiments:
        if isinstance(each, Timing):
            effects[each.name] = worlds.values[each.switch][None, :]
        else:
            effects[each.name] = np.stack([found[one.measure] for one in each.corresponding])
    return FindingLikelihood(tuple(experiments), record, effects, worlds.count)


def measured(
    model: Model, regimes: Mapping[str, Regime], clock: Clock, asked: Iterable[Measure | OfWorld], worlds: Worlds
) -> dict[Measure | OfWorld, Array]:
    """What each measure gives in each of `worlds`, [world]; not a number in one that does not finish a run that it reads."""
    wanted = list(dict.fromkeys(asked))
    found: dict[Measure | OfWorld, Array] = {each: _of_world(model, each, worlds) for each in wanted if isinstance(each, OfWorld)}
    run: list[Measure] = [each for each in wanted if not isinstance(each, OfWorld)]
    reads: list[Reading] = [each for measure in run for each in readings(measure)]
    if not reads:
        return found
    stage = stage_for(model, regimes, clock, reads)
    found.update(_seen(stage, run, reads, worlds))
    return found


def _seen(stage: Stage, run: Sequence[Measure], reads: Sequence[Reading], worlds: Worlds) -> dict[Measure | OfWorld, Array]:
    seen = stage.see(reads, worlds)
    sound = np.logical_and.reduce(list(seen.sound.values()))
    subset = Subset(seen, np.arange(worlds.count), stage.rule.thresholds)
    return {each: np.where(sound, values(each, subset), np.nan) for each in run}


def _of_world(model: Model, each: OfWorld, worlds: Worlds) -> Array:
    """A formula of a world's own numbers; those that are not drawn are the same in all."""
    side = read(model, each.reads)[0].sides[0]
    given = {name: model[name].number for name in model.of_role(("constant", "uncertainty", "switch"))}
    worth = worked_out(model, side)({**given, **worlds.values})
    return np.asarray(np.broadcast_to(np.asarray(worth, dtype=float), (worlds.count,)) * each.times)
