"""Which world makes a claim true, and which false? One that history leaves; where none was drawn, one looked for in the ranges.

The search puts the claim's own mechanisms at full strength, or at none unless the claim is asked only where something else holds,
which may rest on them; it holds the numbers that go most with its margin at the end that favours it, draws again, and repeats.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset, holds, is_asked, values
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.runs.reporting import Announcement
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Every, Given, Is, Some, Test
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

Held = Mapping[str, float]
Source = Callable[[Held], Population]
"""Draws the same worlds with some numbers held, and says which of them history leaves."""

ROUNDS = 5
AT_ONCE = 8
"""Numbers held more in each round: few, so that a later round can learn from worlds that are already nearer."""
CHANCE = 2.0
"""Standard errors by which a correlation must pass zero to count."""


@dataclass(frozen=True, slots=True, repr=False)
class Witness(Printed):
    """The first accepted world that makes a claim true, or false; drawn under its number, with some numbers held."""

    world: int
    held: Held
    units: Mapping[str, str]

    def __post_init__(self) -> None:
        freeze_fields(self)

    def printed_title(self) -> str:
        return f"World {self.world}" + (f", {len(self.held)} numbers held" if self.held else "")

    def to_row(self) -> Row:
        """Its number, and what was held in it."""
        return {"world": self.world, "held": [{"name": n, "unit": self.units[n], "value": v} for n, v in self.held.items()]}


@dataclass(frozen=True, slots=True, repr=False)
class Shown(Tidy):
    """A claim's witnesses on both sides, and the share of accepted `worlds` in which it is true, of those that it is asked of.

    No number where it is asked of none.
    """

    claim: str
    share: float
    worlds: int
    true: Witness | None
    false: Witness | None

    @property
    def is_whole(self) -> bool:
        """Whether the claim can be true and can be false."""
        return self.true is not None and self.false is not None

    def printed_title(self) -> str:
        return f"Witnesses of {self.claim}: true in {self.share:.0%} of {self.worlds} worlds"

    def to_dict(self) -> Row:
        """The claim with its witnesses."""
        sides = {"true": self.true, "false": self.false}
        found = {side: None if witness is None else witness.to_row() for side, witness in sides.items()}
        return plain_row({"id": self.claim, "share": self.share, "worlds": self.worlds, **found})

    def to_rows(self) -> list[Row]:
        """One row per side."""
        return [
            {"claim": self.claim, "share": self.share, "worlds": self.worlds, "side": side, "world": each and each.world}
            | {"held": [f"{name} = {value:g}" for name, value in each.held.items()] if each else []}
            for side, each in (("true", self.true), ("false", self.false))
        ]


def witnesses(stage: Stage, tests: Sequence[Test], source: Source, progress: Announcement | None = None) -> tuple[Shown, ...]:
    """Both witnesses of every computed claim, as far as there are any; raises `RunError` where history leaves no world."""
    drawn = source({})
    if not drawn.kept.any():
        raise RunError(
            f"history leaves none of {drawn.worlds.count} worlds in which a claim could be true", fix="draw more worlds"
        )
    kept = _only_accepted(drawn)
    truths = claim_truths(stage, tests, kept)
    found = []
    for row, test in enumerate(each for each in tests if isinstance(each, ClaimTest)):
        sides = []
        for wanted in (True, False):
            number = truths.example(test.id, wanted)
            if number is None and progress is not None:
                progress(f"{test.id}: looking for a world that makes it {str(wanted).lower()}")
            sides.append(_sought(stage, test, wanted, source) if number is None else Witness(number, {}, {}))
        usable = truths.computable[row]
        share = float(truths.true[row][usable].mean()) if usable.any() else math.nan
        found.append(Shown(test.id, share, int(usable.sum()), *sides))
    return tuple(found)


def margin(condition: Condition, subset: Subset) -> Array:
    """How far each world is inside a condition, [world], each measure in its own spread.

    It is below zero outside, least without a number, and of a condition with a first one that of what is asked there. A year
    that never comes lies infinitely far in or out.
    """
    match condition:
        case Every(parts):
            return np.asarray(np.min([margin(part, subset) for part in parts], axis=0))
        case Some(parts):
            return np.asarray(np.max([margin(part, subset) for part in parts], axis=0))
        case Is(measure, relation, value):
            found = values(measure, subset)
            finite = found[np.isfinite(found)]
            spread = float(finite.std()) if len(finite) else 0.0
            above = (found - value) / (spread or 1.0) * (1 if relation in ("at_least", "above") else -1)
            return np.where(np.isnan(above), -np.inf, above)
        case Given(_, then):
            return margin(then, subset)
        case _:
            assert_never(condition)


def favoured(model: Model, worlds: Worlds, inside: Array, held: Held) -> dict[str, float]:
    """The numbers that go most with the margin `inside[world]` beyond chance, each at the end of its range that goes with it."""
    target = _ranks(inside)
    if not target.std():
        return {}
    names = [name for name in model.drawn if name not in held and np.ptp(worlds.values[name]) > 0]
    linked = {name: float(np.corrcoef(_ranks(worlds.values[name]), target)[0, 1]) for name in names}
    least = CHANCE / np.sqrt(worlds.count)
    most = sorted((name for name in names if abs(linked[name]) > least), key=lambda name: -abs(linked[name]))[:AT_ONCE]
    return {name: model[name].high if linked[name] > 0 else model[name].low for name in most}


def _sought(stage: Stage, test: ClaimTest, wanted: bool, source: Source) -> Witness | None:
    is_free = isinstance(test.condition, Given) and not wanted
    held = {} if is_free else dict.fromkeys(test.rests_on, float(wanted))
    for _ in range(ROUNDS):
        population = source(held)
        if not population.kept.any():
            return None
        worlds = _only_accepted(population).worlds
        seen = stage.see(reads(test), worlds)
        sound = np.logical_and.reduce([seen.sound[arm] for arm in arms_of(test)])
        subset = Subset(seen, np.flatnonzero(sound), stage.rule.thresholds)
        side = is_asked(test.condition, subset) & (holds(test.condition, subset) == wanted)
        if side.any():
            units = {name: str(stage.model[name].unit) for name in held}
            return Witness(int(worlds.numbers[subset.worlds[side][0]]), held, units)
        held |= favoured(stage.model, worlds.only(sound), _nearness(test.condition, subset, wanted), held)
    return None


def _nearness(condition: Condition, subset: Subset, wanted: bool) -> Array:
    """How far each world is on the side that is wanted, [world]; in one that is not asked, how near to being asked."""
    inside = margin(condition, subset)
    side = inside if wanted else -inside
    return np.minimum(side, margin(condition.first, subset)) if isinstance(condition, Given) else side


def _only_accepted(population: Population) -> Population:
    return Population(population.name, population.label, population.worlds.only(population.kept))


def _ranks(row: Array) -> Array:
    """Ranks with ties shared, so that worlds without a number count as one."""
    _, place, count = np.unique(row, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    middle: Array = (last - (count - 1) / 2)[place]
    return middle
