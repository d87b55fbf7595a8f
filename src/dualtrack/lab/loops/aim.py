"""What is a nudge to move? The level of an outcome in a year, or the wait until it passes thresholds; read off runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.crossing import cross, window
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR, LagRule
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Paths

Read = Mapping["Aim", Array]
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be moved: the level of an outcome in a year, or without one the wait until it passes the lag's thresholds."""

    outcome: str
    year: float | None = None


@dataclass(frozen=True, slots=True)
class AimReader:
    """Reads aims off runs, in `years[year]`, by what the run without a nudge settled.

    `kept[wait][threshold, world]` marks the thresholds that were not passed before.
    """

    aims: tuple[Aim, ...]
    years: Array
    rule: LagRule
    kept: Mapping[Aim, NDArray[np.bool_]]

    @classmethod
    def of(cls, aims: tuple[Aim, ...], years: Array, rule: LagRule, still: Paths) -> AimReader:
        """`kept[wait][threshold, world]`: the world had not passed the threshold before the start.

        `years[year]` are those of the rows of the run without a nudge.
        """
        kept = {}
        for aim in (each for each in aims if each.year is None):
            seen = window(still.values[aim.outcome], years, rule.start, rule.stop)
            crossings = [cross(seen, threshold) for threshold in rule.thresholds]
            kept[aim] = np.array([~each.passed for each in crossings])
        return cls(aims, years, rule, kept)

    def read(self, run: Paths) -> Read:
        """Months or hundredths of a logarithm, per world."""
        return {aim: np.where(run.failed, np.nan, self._one(aim, self._sound(run, aim.outcome))) for aim in self.aims}

    def _one(self, aim: Aim, curves: Array) -> Array:
        if aim.year is not None:
            level = at_year(curves, self.years, aim.year)
            found: Array = PER_CENT * np.log(level, out=np.full(len(level), np.nan), where=level > 0)
            return found
        seen, kept = window(curves, self.years, self.rule.start, self.rule.stop), self.kept[aim]
        waits = np.array([cross(seen, threshold).wait for threshold in self.rule.thresholds])
        total, count = np.where(kept, waits, 0.0).sum(axis=0), kept.sum(axis=0)
        mean: Array = np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
        return MONTHS_PER_YEAR * mean

    @staticmethod
    def _sound(run: Paths, outcome: str) -> Array:
        return np.where(run.failed[:, None], 0.0, run.values[outcome])
