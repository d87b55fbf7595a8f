"""What does each world answer? One number per question and world, from runs of one regime or of two in the same worlds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.questions.asked import Asked, AskedDifference, AskedLag, AskedLevel, Setting
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.statistics.crossing import cross, window
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR, LagRule, lag
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.scheme import EULER


@dataclass(frozen=True, slots=True, repr=False)
class Answers(Printed):
    """`values[question, world]`; `missing[question, world]` marks what has no number for a reason that is known.

    A reason is a run that failed, or a lag whose every threshold both regimes passed before they part. Raises `RunError` for any
    other answer that is not a number.
    """

    values: Array
    missing: Mask

    def __post_init__(self) -> None:
        if bad := int((~np.isfinite(self.values) & ~self.missing).sum()):
            raise RunError(f"{bad} answers are not numbers", fix="ask for something that is a finite number in every world")


@dataclass(frozen=True, slots=True, repr=False)
class Ran(Printed):
    """Both regimes in the same worlds; `failed` marks worlds that did not finish under each."""

    regime: Paths
    against: Paths | None

    @property
    def failed(self) -> Mask:
        """Worlds that fail under either regime, [world]."""
        return self.regime.failed if self.against is None else self.regime.failed | self.against.failed


@dataclass(frozen=True, slots=True, repr=False)
class Desk(Printed):
    """A setting with its compiled model: runs worlds, and reads answers from the runs."""

    setting: Setting
    compiled: Engine
    rule: LagRule

    @classmethod
    def of(cls, setting: Setting, rule: LagRule | None = None) -> Desk:
        """Compile the model of a setting."""
        both = [each for each in (setting.regime, setting.against) if each is not None]
        usual = LagRule.between(both, setting.clock.start, setting.clock.stop)
        return cls(setting, engine(setting.model), rule or usual)

    def run(self, worlds: Mapping[str, Array], asked: Sequence[Asked]) -> Ran:
        """Run the worlds `worlds[name][world]`, keeping what the questions read."""
        save = list(dict.fromkeys(each.name for each in asked))
        one = self._one(self.setting.regime, worlds, save)
        return Ran(one, None if self.setting.against is None else self._one(self.setting.against, worlds, save))

    def settle(self, ran: Ran, asked: Sequence[Asked]) -> tuple[Asked, ...]:
        """The questions with the thresholds of each lag fixed: those that half of these worlds reach under one regime.

        Raises `RunError` where no world finishes, or half of them reach no threshold.
        """
        return tuple(self._settled(ran, each) if isinstance(each, AskedLag) else each for each in asked)

    def read(self, ran: Ran, asked: Sequence[Asked]) -> Answers:
        """The answer of every world to every question."""
        rows = [self._row(ran, each) for each in asked]
        failed = ran.failed
        values = np.array([np.where(failed, np.nan, row) for row, _ in rows])
        return Answers(values, np.array([failed | absent for _, absent in rows]))

    def _one(self, regime: Regime, worlds: Mapping[str, Array], save: Sequence[str]) -> Paths:
        return self.compiled.runner.run(regime, self.setting.clock, worlds, save, scheme=EULER)

    def _settled(self, ran: Ran, asked: AskedLag) -> AskedLag:
        left = ~ran.failed
        if not left.any():
            raise RunError("no world finishes", fix="`run_ensemble` names what fails, and where")
        first, second = (paths.values[asked.name][left] for paths in self._both(ran))
        counted = lag(first, second, ran.regime.years, replace(self.rule, resamples=1)).counted
        if not counted:
            raise RunError(
                f"half of the worlds reach none of the thresholds {self.rule.thresholds} of `{asked.name}`",
                fix=f"ask for difference({asked.name}) @ YEAR instead",
            )
        return replace(asked, thresholds=counted)

    def _row(self, ran: Ran, asked: Asked) -> tuple[Array, Mask]:
        """The numbers, and where there is none although the run finished."""
        none = np.zeros(len(ran.failed), dtype=np.bool_)
        match asked:
            case AskedLevel(name, year):
                return _at(ran.regime, name, year), none
            case AskedDifference(name, year):
                first, second = self._both(ran)
                return _at(first, name, year) - _at(second, name, year), none
            case AskedLag(name, thresholds):
                return self._months(ran, name, thresholds)
            case _:
                assert_never(asked)

    def _months(self, ran: Ran, name: str, thresholds: Sequence[float]) -> tuple[Array, Mask]:
        """The mean lag over the thresholds that a world had not passed under both regimes before they part."""
        curves = (np.where(ran.failed[:, None], 0.0, paths.values[name]) for paths in self._both(ran))
        first, second = (window(each, ran.regime.years, self.rule.start, self.rule.stop) for each in curves)
        total, count = np.zeros(len(ran.failed)), np.zeros(len(ran.failed))
        for threshold in thresholds:
            a, b = cross(first, threshold), cross(second, threshold)
            left = ~(a.passed & b.passed)
            total += np.where(left, MONTHS_PER_YEAR * (a.wait - b.wait), 0.0)
            count += left
        return np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0), count == 0

    def _both(self, ran: Ran) -> tuple[Paths, Paths]:
        assert ran.against is not None, "a setting is checked against its questions before anything runs"
        return ran.regime, ran.against


def _at(paths: Paths, name: str, year: float) -> Array:
    return at_year(paths.values[name], paths.years, year)
