"""What do the runs say of one claim under one prior? How often it is true, how large its effect is, and what decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import ArmReadings, Stage
from dualtrack.lab.claims.crux import Crux, Halves, cruxes, halves
from dualtrack.lab.claims.effect import Subset, holds, values
from dualtrack.lab.claims.explained import Groups
from dualtrack.lab.claims.profile import Profile, Twentieths
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.share import Lead, Share, lead, share
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.frozen import frozen
from dualtrack.language.printed import Printed
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.arrays import Mask

EXPLAINED = 6000
"""Worlds in which it is looked at what explains an answer: a share is known to two points or better."""
NONE: Mapping[str, float] = frozen({})
Places = NDArray[np.intp]
Examples = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, repr=False)
class ClaimReading(Printed):
    """A claim in some worlds: how often true, how often where its mechanism exists, how large its effect, and its placebo.

    `given` is none where no switch carries the claim or no world has all of them on; `failed` counts worlds left out.
    """

    share: Share
    given: Share | None
    effect: Band | None
    lead: Lead | None
    variants: tuple[Share, ...]
    failed: int

    def asked(self, test: ClaimTest) -> Share:
        """The share that the verdict reads: where the mechanisms exist that the claim needs, else over all worlds."""
        return (self.given if test.mechanisms else None) or self.share

    def printed_title(self) -> str:
        return f"Claim reading: true in {self.share}"


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Printed):
    """A claim under one prior: before the record, and after it where worlds were accepted.

    `examples` are the numbers of the first world in which it is true and of the first in which it is false; `explained` is, per
    drawn number, the share of the variance of true and false that lies between its bins, over the worlds of the verdict, and
    `profile` the share of those worlds along each number; both under the first prior alone.
    """

    prior: str
    before: ClaimReading
    after: ClaimReading | None
    cruxes: tuple[Crux, ...]
    examples: Examples = (None, None)
    explained: Mapping[str, float] = field(default_factory=lambda: NONE)
    profile: Profile | None = None

    @property
    def last(self) -> ClaimReading:
        """The reading on which the verdict rests."""
        return self.before if self.after is None else self.after

    @property
    def odds(self) -> float | None:
        """By what factor the record changes the odds; none where a claim is true in all worlds or in none."""
        if self.after is None or {self.before.share.value, self.after.share.value} & {0.0, 1.0}:
            return None
        return self.after.share.odds / self.before.share.odds

    def printed_title(self) -> str:
        return f"Answer under the prior `{self.prior}`: true in {self.last.share}"


@dataclass(frozen=True)
class SharedRuns:
    """The runs of some worlds of a population: `places[run]` are their positions there.

    The answer before the record rests on the first `whole` worlds, all of which were run; the one after it on all accepted. What
    numbers explain is asked under the first prior alone.
    """

    stage: Stage
    population: Population
    seen: ArmReadings
    places: Places
    whole: int
    is_first: bool = True

    def answer(self, test: ClaimTest) -> Answer:
        """Both readings of a claim, and what decides the one on which the verdict rests.

        Raises `RunError` where no world is left in which the claim can be judged.
        """
        sound = np.logical_and.reduce([self.seen.sound[arm] for arm in arms_of(test)])
        before = self._reading(test, sound, self.places < self.whole)
        after = None if self.population.accepted is None else self._reading(test, sound, self._kept)
        asked = np.flatnonzero(self._kept)
        used = sound[asked]
        true = np.zeros(len(asked), dtype=bool)
        true[used] = holds(test.condition, self._subset(asked[used])[0])
        told = used & self._exists(test)
        numbers = self.population.worlds.numbers[self.places[asked]]
        examples = (_first(numbers[used & true]), _first(numbers[used & ~true]))
        return Answer(
            prior=self.population.name,
            before=before,
            after=after,
            cruxes=cruxes(self._halves, true, used),
            examples=examples,
            explained=self._explained(true, told) if self.is_first else NONE,
            profile=self._twentieths.profile(true, told) if self.is_first else None,
        )

    def _reading(self, test: ClaimTest, sound: Mask, asked: Mask) -> ClaimReading:
        places = np.flatnonzero(sound & asked)
        subset, weights = self._subset(places)
        true, effect = holds(test.condition, subset), values(test.headline, subset)
        found = share(true, weights)
        if found is None:
            raise RunError(f"no world is left in which {test.id} can be judged", fix="draw more worlds")
        ahead = None if test.placebo is None else holds(test.placebo.condition, subset)
        variants = (share(holds(each.condition, subset), weights) for each in test.variants)
        return ClaimReading(
            share=found,
            given=self._given(test, places, true),
            effect=_band(effect, weights),
            lead=None if ahead is None or test.placebo is None else lead(true, ahead, test.placebo.margin, weights),
            variants=tuple(each for each in variants if each is not None),
            failed=int((asked & ~sound).sum()),
        )

    def _subset(self, places: Places) -> tuple[Subset, NDArray[np.float64] | None]:
        weights = self.population.weight(self.places[places])
        return Subset(self.seen, places, self.stage.rule.thresholds), weights

    def _given(self, test: ClaimTest, places: Places, true: Mask) -> Share | None:
        """Over the worlds in which every mechanism that carries the claim exists."""
        if not test.rests_on:
            return None
        drawn, where = self.population.worlds.values, self.places[places]
        exists = np.asarray(np.all([drawn[name][where] > 0 for name in test.rests_on], axis=0))
        return share(true[exists], self.population.weight(where[exists]))

    @cached_property
    def _kept(self) -> Mask:
        return np.asarray(self.population.kept[self.places])

    def _exists(self, test: ClaimTest) -> Mask:
        """The accepted worlds in which every mechanism exists that the claim needs."""
        where, drawn = self.places[self._kept], self.population.worlds.values
        exists = np.ones(len(where), dtype=bool)
        for name in test.mechanisms:
            exists &= drawn[name][where] > 0
        return exists

    @cached_property
    def _twentieths(self) -> Twentieths:
        return Twentieths.of(self.population, self.stage.model.drawn, self.places[self._kept])

    def _explained(self, true: Mask, told: Mask) -> Mapping[str, float]:
        """What numbers explain, in the first worlds of the verdict."""
        where, drawn = self.places[self._kept], self.population.worlds.values
        places = np.flatnonzero(told)[:EXPLAINED]
        numbers = {name: drawn[name][where[places]] for name in self.stage.model.drawn}
        return frozen(Groups.of(numbers, self.population.weight(where[places])).explained(true[places]))

    @cached_property
    def _halves(self) -> Halves:
        where = self.places[self._kept]
        drawn = {name: self.population.worlds.values[name][where] for name in self.stage.model.drawn}
        return halves(self.stage.model, drawn, self.population.weight(where))


def _first(numbers: NDArray[np.int64]) -> int | None:
    return int(numbers[0]) if len(numbers) else None


def _band(effect: NDArray[np.float64], weights: NDArray[np.float64] | None) -> Band | None:
    held = np.isfinite(effect)
    return band(effect[held], None if weights is None else weights[held]) if held.any() else None
