"""How often do worlds drawn by the record cover its figures, each with its own errors? Half of them, by the middle half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.calibrate.formula_block import DEGREES, ValueBlock
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.record.measure import SavedRun
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.tidy import Row

HALF, MOST = 0.5, 0.9
"""The middle parts of the worlds in which figures are looked for."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A figure of a formula, and the share of made figures that lie `below` it: near 0 or 1 where the model misses it."""

    reads: str
    figure: DatedFigure
    below: float

    def within(self, part: float) -> bool:
        """Whether it lies in the middle `part` of the made figures, a share."""
        return abs(self.below - 0.5) <= part / 2

    def to_row(self) -> Row:
        """The figure, its years and where it lies."""
        figure = self.figure
        return {
            "series": figure.series,
            "reads": self.reads,
            "from": figure.start,
            "to": figure.stop,
            "value": figure.value,
            "below": self.below,
        }


def covered(likelihood: Likelihood, run: SavedRun, random: np.random.Generator) -> tuple[Covered, ...]:
    """Each figure that is a value beside figures made in the worlds of a `run`, with the errors of all, from a `random` stream.

    A posterior predictive check (Gelman and others, 1996).
    """
    found = []
    for each in likelihood.beside:
        if isinstance(each.block, ValueBlock):
            made = each.compared(run) + _errors(each.block, len(run.sound), random)
            shares = (made < each.block.seen[:, None]).mean(axis=1)
            found += [Covered(each.block.name, *pair) for pair in zip(each.block.figures, shares.tolist(), strict=True)]
    return tuple(found)


def share_within(figures: Sequence[Covered], part: float) -> float | None:
    """The share of figures in the middle `part` of those made; None where there is none."""
    return float(np.mean([each.within(part) for each in figures])) if figures else None


def _errors(block: ValueBlock, count: int, random: np.random.Generator) -> Array:
    """Errors of all figures of a block together, as the likelihood has them: [row, world]."""
    normal = np.linalg.cholesky(block.spread) @ random.standard_normal((len(block.figures), count))
    return np.asarray(normal * np.sqrt(DEGREES / random.chisquare(DEGREES, count)))
