"""What the findings of one experiment say of a world: a Student t of all together, whose mapping error they share.

Ten studies of one kind do not outvote the step from them to the model: its error stands in every cell of their scale matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.evidence.rows import Finding
from dualtrack.lab.calibrate.formula_block import DEGREES
from dualtrack.lab.experiments.compared_figure import compared_figure
from dualtrack.language.statements.experiment import Experiment
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields


@dataclass(frozen=True, slots=True)
class FindingBlock:
    """The effects of an experiment as they are compared, `seen[row]`, the errors of their studies, and what all share.

    `own[row]` holds each study's own error with the spread between studies; `mapping` is one standard deviation.
    """

    seen: Array
    own: Array
    mapping: float

    def __post_init__(self) -> None:
        settle_fields(self)

    @classmethod
    def of(cls, experiment: Experiment, findings: Sequence[Finding]) -> FindingBlock:
        """The block of an experiment's findings, in its order; raises `RecordError` for one without an effect or an error."""
        pairs = [compared_figure(one, row) for one, row in zip(experiment.corresponding, findings, strict=True)]
        seen, errors = np.array(pairs).T
        return cls(seen, np.hypot(errors, experiment.spread), experiment.mapping)

    def log_density(self, effects: Array, times: float, left_out: int | None = None) -> Array:
        """The logarithm of the density, without its constant, of `effects[row, world]`: [world].

        The mapping error counts `times` over; one row may be `left_out`. A world in which a row has no number has minus
        infinity.
        """
        rows = [place for place in range(len(self.seen)) if place != left_out]
        if not rows:
            return np.zeros(effects.shape[1])
        spread = np.diag(self.own[rows] ** 2) + (times * self.mapping) ** 2
        missed = np.linalg.solve(np.linalg.cholesky(spread), self.seen[rows, None] - effects[rows])
        found = -0.5 * (DEGREES + len(rows)) * np.log1p((missed**2).sum(axis=0) / DEGREES)
        return np.where(np.isfinite(found), found, -np.inf)


def log_hits(row: Finding, exists: Array, slack: float, times: float) -> Array:
    """The logarithm of how likely the hits of a count are, [world], where a mechanism `exists[world]` and where it does not.

    Without it, hits come by chance, as often as the record says and `slack` more, `times` over; with it as often as anything
    from that to always, each as likely (the integral is a beta function's). Raises `RecordError` for a finding that is no count.
    """
    if row.scale != "hits" or row.effect is None or row.out_of is None or row.chance is None:
        raise RecordError(
            f"the finding `{row.id}` is no count of hits", where="findings.csv", fix="give its hits, tries and chance"
        )
    base, hits, missed = min(row.chance + times * slack, 1 - 1e-9), row.effect, row.out_of - row.effect
    grid = np.linspace(base, 1.0, 2001)
    answered = float(np.trapezoid(grid**hits * (1 - grid) ** missed, grid)) / (1 - base)
    return np.log(np.where(exists > 0, answered, base**hits * (1 - base) ** missed))
