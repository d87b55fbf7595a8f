"""Where does a regime fail? Points of independent standard normal numbers, and what the worlds that they stand for answer.

A regime fails where the condition that it is meant to keep does not hold. A world that did not finish, or of which a claim asks
nothing, neither keeps nor breaks it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dualtrack.lab.breaking.plateau import Plateau, plateaus_of
from dualtrack.lab.questions.answer import Answers, Desk, Ran
from dualtrack.lab.questions.asked import Asked, Setting
from dualtrack.lab.questions.condition import Claimed, Condition, Inequality
from dualtrack.lab.record.accept import BLOCK, Matching, held_beside
from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.verdicts.reference_cases import margin
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.latent import Latent
from dualtrack.targets.numeric.arrays import Array, Mask

FAR = 1e3
"""How far out something counts that has no number."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What worlds answer: in which the condition `holds[world]`, in which it `fails[world]`, and `accepted[world]` ones."""

    holds: Mask
    fails: Mask
    accepted: Mask

    @property
    def broken(self) -> Mask:
        """Where the regime fails in a world that history leaves, [world]."""
        return np.asarray(self.fails & self.accepted)


@dataclass(frozen=True)
class LimitState:
    """The boundary at which a regime fails: a `condition` in a `setting`, and the `matching` that says which worlds count.

    Without a matching every world counts. The numbers of a point are those of `latent`, whose model has the prior.
    """

    setting: Setting
    condition: Condition
    matching: Matching | None
    latent: Latent
    desk: Desk
    plateaus: tuple[Plateau, ...]
    history: Runner | None

    @classmethod
    def of(cls, setting: Setting, condition: Condition, matching: Matching | None) -> LimitState:
        """Compile what runs. Raises `RegimeError` and `RunError` where the regimes do not fit what the condition asks."""
        setting.check(condition.asked)
        latent = Latent.of(setting.model)
        runner = None if matching is None else engine(matching.model).runner
        return cls(setting, condition, matching, latent, Desk.of(setting), plateaus_of(latent), runner)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What the condition asks."""
        return self.condition.asked

    @property
    def spared(self) -> int:
        """Targets that an accepted world may miss."""
        return 0 if self.matching is None else self.matching.spared

    def at(self, state: Array) -> Standing:
        """What the worlds of `state[number, world]` answer; history is asked only about those in which the regime fails."""
        holds, fails, accepted = [], [], []
        for part in _parts(state):
            values = self.latent.values(part)
            held, failed = self.sides(values)
            left = np.zeros(part.shape[1], dtype=np.bool_)
            if failed.any():
                left[failed] = self.left({name: row[failed] for name, row in values.items()})
            holds.append(held)
            fails.append(failed)
            accepted.append(left)
        return Standing(np.concatenate(holds), np.concatenate(fails), np.concatenate(accepted))

    def everywhere(self, state: Array) -> Standing:
        """The same, with history asked about every world of `state[number, world]`."""
        found = []
        for part in _parts(state):
            values = self.latent.values(part)
            found.append(Standing(*self.sides(values), self.left(values)))
        return Standing(*(np.concatenate([getattr(each, name) for each in found]) for name in ("holds", "fails", "accepted")))

    def left(self, values: dict[str, Array]) -> Mask:
        """Which of the worlds `values[name][world]` history leaves, [world]."""
        count = len(next(iter(values.values())))
        if self.matching is None or self.history is None:
            return np.ones(count, dtype=np.bool_)
        return held_beside(self.matching, self.history, Worlds(values, None, 0, count)).accepted

    def excess(self, state: Array) -> Array:
        """By how much each world of `state[number, world]` lies on the wrong side of each boundary: [row, world].

        One row per comparison of the condition, below zero where it is broken; then one per target of history and two per hard
        bound, below zero where the world is left. It says where to look; `at` says what is so.
        """
        rows = []
        for part in _parts(state):
            values = self.latent.values(part)
            rows.append(np.concatenate([self._kept_by(values), self._history_rows(values)]))
        return np.asarray(np.clip(np.nan_to_num(np.concatenate(rows, axis=1), nan=FAR), -FAR, FAR))

    def under(self, setting: Setting) -> LimitState:
        """The same question of the same model under other regimes."""
        stages = {asked: replace(stage, regimes=setting.regimes) for asked, stage in self.desk.stages.items()}
        return replace(self, setting=setting, desk=replace(self.desk, setting=setting, stages=stages))

    def answers(self, state: Array) -> Answers:
        """What each comparison reads in the worlds of `state[number, world]`."""
        return self._answers(self.latent.values(state))

    def sides(self, values: dict[str, Array]) -> tuple[Mask, Mask]:
        """Where the condition holds and where it fails in the worlds `values[name][world]`: twice [world]."""
        answers = self._answers(values)
        pairs = zip(self.condition.comparisons, answers.values, answers.missing, strict=True)
        broken = np.any([~each.met(row) & ~missing for each, row, missing in pairs], axis=0)
        return self.condition.holds(answers), np.asarray(broken, dtype=np.bool_)

    def _answers(self, values: dict[str, Array]) -> Answers:
        return self.desk.read(self.desk.run(values, self.asked), self.asked)

    def _kept_by(self, values: dict[str, Array]) -> Array:
        """By how much each comparison is kept, [row, world]; a claim by its own bounds."""
        ran = self.desk.run(values, self.asked)
        answers = self.desk.read(ran, self.asked)
        rows = []
        for each, row, missing in zip(self.condition.comparisons, answers.values, answers.missing, strict=True):
            inside = _claim_inside(self.desk, ran, each) if isinstance(each, Claimed) else _inside(each, row)
            rows.append(np.where(missing, FAR, inside))
        return np.array(rows)

    def _history_rows(self, values: dict[str, Array]) -> Array:
        count = len(next(iter(values.values())))
        if self.matching is None or self.history is None:
            return np.empty((0, count))
        found = held_beside(self.matching, self.history, Worlds(values, None, 0, count))
        hard = [(bound, row) for bound, row in zip(found.bounds, found.bounded, strict=True) if bound.hard]
        outside = [side for bound, row in hard for side in _outside(bound.low, bound.high, row)]
        return np.concatenate([found.implausibility - found.cutoff, np.array(outside).reshape(len(outside), count)])


def _parts(state: Array) -> list[Array]:
    return [state[:, start : start + BLOCK] for start in range(0, state.shape[1], BLOCK)]


def _claim_inside(desk: Desk, ran: Ran, each: Claimed) -> Array:
    """By how many of its bounds a claim is what it must be, [world]."""
    subset = desk.finished(ran, each.asked)
    found = np.full(len(ran.failed), FAR)
    found[subset.worlds] = margin(each.asked.test.condition, subset) * (1.0 if each.true else -1.0)
    return found


def _inside(each: Inequality, row: Array) -> Array:
    """By how much each value keeps a comparison, [world]."""
    above = row - each.number
    return above if each.sign in (">", ">=") else -above


def _outside(low: float, high: float, row: Array) -> tuple[Array, Array]:
    """By how much each value, [world], lies below and above its bounds, in their width or, where one is open, in itself."""
    width = high - low if np.isfinite(high - low) else max(abs(low) if np.isfinite(low) else 0.0, 1.0)
    return (low - row) / width, (row - high) / width
