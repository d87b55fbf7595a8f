"""What does each world answer? One number per question and world, from runs of one regime or of two, or of a claim's own test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arm_readings import ArmReadings, joined
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.claims.effect import Subset, holds, is_asked
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.questions.asked import Asked, AskedClaim, AskedDifference, AskedLag, AskedLevel, Setting
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.statistics.crossing import cross, window
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR, LagRule
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.scheme import EULER


@dataclass(frozen=True, slots=True, repr=False)
class Answers(Printed):
    """`values[question, world]`; `missing[question, world]` marks what has no number for a reason that is known.

    A reason is a run that failed, a lag whose every threshold both regimes passed before they part, or a claim whose first
    condition does not hold. Raises `RunError` for any other answer that is not a number.
    """

    values: Array
    missing: Mask

    def __post_init__(self) -> None:
        if bad := int((~np.isfinite(self.values) & ~self.missing).sum()):
            raise RunError(f"{bad} answers are not numbers", fix="ask for something that is a finite number in every world")


@dataclass(frozen=True, slots=True, repr=False)
class Ran(Printed):
    """Both regimes in the same worlds, and what tests of claims read there; what nothing asked for is none.

    `failed` marks worlds that did not finish some run.
    """

    regime: Paths | None
    against: Paths | None = None
    tested: ArmReadings | None = None

    @property
    def failed(self) -> Mask:
        """Worlds that fail under either regime, or in a run of a claim's test, [world]."""
        regimes = [each.failed for each in (self.regime, self.against) if each is not None]
        tested = [] if self.tested is None else [~sound for sound in self.tested.sound.values()]
        return np.asarray(np.logical_or.reduce([*regimes, *tested]))

    @classmethod
    def joined(cls, parts: Sequence[Ran]) -> Ran:
        """Several sets of worlds, one after the other."""
        tested = [each.tested for each in parts if each.tested is not None]
        regimes = ([getattr(each, name) for each in parts if getattr(each, name) is not None] for name in ("regime", "against"))
        regime, against = (_one_after_another(each) if each else None for each in regimes)
        return cls(regime, against, joined(tested) if tested else None)


@dataclass(frozen=True, slots=True, repr=False)
class Desk(Printed):
    """A setting with its compiled model: runs worlds, and reads answers from the runs."""

    setting: Setting
    compiled: Engine
    rule: LagRule
    stages: dict[tuple[AskedClaim, ...], Stage] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, setting: Setting, rule: LagRule | None = None) -> Desk:
        """Compile the model of a setting."""
        both = [each for each in (setting.regime, setting.against) if each is not None]
        usual = LagRule.between(both, setting.clock.start, setting.clock.stop)
        return cls(setting, engine(setting.model), rule or usual)

    def run(self, worlds: Mapping[str, Array], asked: Sequence[Asked]) -> Ran:
        """Run the worlds `worlds[name][world]`, keeping what the questions read, with what the setting holds as it is held."""
        count = len(next(iter(worlds.values())))
        worlds = {**worlds, **{name: np.full(count, float(value)) for name, value in self.setting.held.items()}}
        save = list(dict.fromkeys(each.name for each in asked if not isinstance(each, AskedClaim)))
        one = self._one(self.setting.regime, worlds, save) if save else None
        two = None if self.setting.against is None else self._one(self.setting.against, worlds, save)
        return Ran(one, two, self.tested(worlds, asked))

    def tested(self, worlds: Mapping[str, Array], asked: Sequence[Asked]) -> ArmReadings | None:
        """What the tests of the claims asked about read in `worlds[name][world]`; none where no claim is asked about."""
        claims = tuple(dict.fromkeys(each for each in asked if isinstance(each, AskedClaim)))
        if not claims:
            return None
        read = [each for claim in claims for each in reads(claim.test)]
        return self._stage(claims).see(read, Worlds(worlds, None, 0, len(next(iter(worlds.values())))))

    def check_told(self, ran: Ran, asked: Sequence[Asked]) -> None:
        """Raise `RunError` where no world finishes, or a lag is asked of a quantity that reaches no threshold in any."""
        left = ~ran.failed
        if not left.any():
            raise RunError("no world finishes", fix="`run_ensemble` names what fails, and where")
        for each in asked:
            if isinstance(each, AskedLag) and not any(row[left].any() for row in self._reached(ran, each)):
                raise RunError(
                    f"`{each.name}` reaches none of the thresholds {each.thresholds or self.rule.thresholds} in any world",
                    fix=f"ask for difference({each.name}) @ YEAR instead",
                )

    def _reached(self, ran: Ran, asked: AskedLag) -> Iterator[Mask]:
        """In which worlds each threshold is reached under each regime, [world]."""
        for paths in self._both(ran):
            seen = window(
                np.where(ran.failed[:, None], 0.0, paths.values[asked.name]), paths.years, self.rule.start, self.rule.stop
            )
            yield from (cross(seen, threshold).reached for threshold in asked.thresholds or self.rule.thresholds)

    def read(self, ran: Ran, asked: Sequence[Asked]) -> Answers:
        """The answer of every world to every question."""
        rows = [self._row(ran, each) for each in asked]
        failed = ran.failed
        values = np.array([np.where(failed, np.nan, row) for row, _ in rows])
        return Answers(values, np.array([failed | absent for _, absent in rows]))

    def unasked(self, ran: Ran, asked: Sequence[Asked]) -> Mask:
        """Worlds in which the first condition of some claim asked about does not hold, or its runs do not finish, [world]."""
        claims = [each for each in asked if isinstance(each, AskedClaim)]
        return np.asarray(np.any([np.zeros(len(ran.failed), dtype=np.bool_), *(self._truth(ran, c)[1] for c in claims)], axis=0))

    def finished(self, ran: Ran, asked: AskedClaim) -> Subset:
        """The worlds that finished every run of a claim's test."""
        assert ran.tested is not None, "what was asked is what was run"
        sound = np.logical_and.reduce([ran.tested.sound[arm] for arm in arms_of(asked.test)])
        clock = self.setting.clock
        usual = LagRule.between(self.setting.regimes.values(), clock.start, clock.stop)
        return Subset(ran.tested, np.flatnonzero(sound), usual.thresholds)

    def _one(self, regime: Regime, worlds: Mapping[str, Array], save: Sequence[str]) -> Paths:
        return self.compiled.runner.run(regime, self.setting.clock, worlds, save, scheme=EULER)

    def _stage(self, claims: tuple[AskedClaim, ...]) -> Stage:
        if claims not in self.stages:
            read = [each for claim in claims for each in reads(claim.test)]
            self.stages[claims] = stage_for(self.setting.model, self.setting.regimes, self.setting.clock, read)
        return self.stages[claims]

    def _row(self, ran: Ran, asked: Asked) -> tuple[Array, Mask]:
        """The numbers, and where there is none although the run finished."""
        none = np.zeros(len(ran.failed), dtype=np.bool_)
        match asked:
            case AskedLevel(name, year):
                return _at(self._run(ran), name, year), none
            case AskedDifference(name, year):
                first, second = self._both(ran)
                return _at(first, name, year) - _at(second, name, year), none
            case AskedLag(name, thresholds):
                return self._months(ran, name, thresholds or self.rule.thresholds)
            case AskedClaim():
                return self._truth(ran, asked)
            case _:
                assert_never(asked)

    def _months(self, ran: Ran, name: str, thresholds: Sequence[float]) -> tuple[Array, Mask]:
        """The mean lag over the thresholds that a world had not passed under both regimes before they part."""
        curves = (np.where(ran.failed[:, None], 0.0, paths.values[name]) for paths in self._both(ran))
        first, second = (window(each, self._run(ran).years, self.rule.start, self.rule.stop) for each in curves)
        total, count = np.zeros(len(ran.failed)), np.zeros(len(ran.failed))
        for threshold in thresholds:
            a, b = cross(first, threshold), cross(second, threshold)
            left = ~(a.passed & b.passed)
            total += np.where(left, MONTHS_PER_YEAR * (a.wait - b.wait), 0.0)
            count += left
        return np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0), count == 0

    def _truth(self, ran: Ran, asked: AskedClaim) -> tuple[Array, Mask]:
        """1 where a claim is true and 0 where it is not; nothing where a run of its own failed or nothing is asked."""
        subset = self.finished(ran, asked)
        told, found = is_asked(asked.test.condition, subset), np.full(len(ran.failed), np.nan)
        found[subset.worlds[told]] = holds(asked.test.condition, subset)[told]
        return found, np.isnan(found)

    def _run(self, ran: Ran) -> Paths:
        assert ran.regime is not None, "what was asked is what was run"
        return ran.regime

    def _both(self, ran: Ran) -> tuple[Paths, Paths]:
        assert ran.against is not None, "a setting is checked against its questions before anything runs"
        return self._run(ran), ran.against


def _one_after_another(pieces: Sequence[Paths]) -> Paths:
    first = pieces[0]
    values = {name: np.concatenate([piece.values[name] for piece in pieces]) for name in first.values}
    failed, steps = (np.concatenate([getattr(piece, each) for piece in pieces]) for each in ("failed", "failed_step"))
    return Paths(first.regime, first.years, values, failed, steps)


def _at(paths: Paths, name: str, year: float) -> Array:
    return at_year(paths.values[name], paths.years, year)
