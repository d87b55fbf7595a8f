"""What do the runs say of one claim under one prior? How often it is true, how large its effect is, and what decides it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.claims.arm_readings import ArmReadings
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.crux import Crux, Halves, cruxes, halves
from dualtrack.lab.claims.effect import Subset, has_number, holds, is_asked, values
from dualtrack.lab.claims.explained import Groups
from dualtrack.lab.claims.profile import Profile, Twentieths
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.share import Lead, Share, lead, share
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.frozen import frozen
from dualtrack.language.printed import Printed
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest, Given
from dualtrack.targets.numeric.arrays import Mask

EXPLAINED = 6000
"""Worlds in which it is looked at what explains an answer: a share is known to two points or better."""
NONE: Mapping[str, float] = frozen({})
Places = NDArray[np.intp]
Examples = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, repr=False)
class ClaimReading(Printed):
    """A claim in some worlds: how often true, how often where its mechanism exists, how large its effect, and its placebo.

    All are of the worlds that it is asked of: where it has a first condition, those in which that holds, a share `first` of all.
    The share `found` is none where there is no such world; `given` also where no switch carries the claim, and `first` where it
    has no first condition.
    `undefined` is the share of the worlds of the verdict in which a measure has no number, and `failed` counts worlds left out.
    """

    found: Share | None
    given: Share | None
    first: Share | None
    undefined: Share | None
    effect: Band | None
    lead: Lead | None
    variants: tuple[Share | None, ...]
    failed: int

    def asked(self, test: ClaimTest) -> Share | None:
        """The share that the verdict reads: where the mechanisms exist that the claim needs, else over all it is asked of."""
        return (self.given if test.mechanisms else None) or self.found

    @property
    def share(self) -> Share:
        """The share found; raises `RunError` where the claim is asked of no world."""
        if self.found is None:
            raise RunError("a claim is asked of no world here", fix="draw more worlds, or ask it of worlds that there are")
        return self.found

    def printed_title(self) -> str:
        return f"Claim reading: true in {self.found or 'no world that it is asked of'}"


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Printed):
    """A claim under one prior: before the record, and after it where worlds were accepted.

    `examples` are the numbers of the first world in which it is true and of the first in which it is false; `explained` is, per
    drawn number, the share of the variance of true and false that lies between its bins, over the worlds of the verdict, and
    `profile` the share of those worlds along each number; both under the first prior alone. `columns` holds the share that the
    verdict reads where other evidence weighs the worlds too, by its name.
    """

    prior: str
    before: ClaimReading
    after: ClaimReading | None
    cruxes: tuple[Crux, ...]
    examples: Examples = (None, None)
    explained: Mapping[str, float] = field(default_factory=lambda: NONE)
    profile: Profile | None = None
    columns: Mapping[str, Share | None] = field(default_factory=lambda: frozen({}))

    @property
    def last(self) -> ClaimReading:
        """The reading on which the verdict rests."""
        return self.before if self.after is None else self.after

    @property
    def odds(self) -> float | None:
        """By what factor the record changes the odds; none where a claim is true in all worlds, in none, or asked of none."""
        before, after = self.before.found, None if self.after is None else self.after.found
        if before is None or after is None or {before.value, after.value} & {0.0, 1.0}:
            return None
        return after.odds / before.odds

    def printed_title(self) -> str:
        return f"Answer under the prior `{self.prior}`: true in {self.last.found or 'no world that it is asked of'}"


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
        true, told = np.zeros(len(asked), dtype=bool), np.zeros(len(asked), dtype=bool)
        subset = self._subset(asked[used])[0]
        true[used], told[used] = holds(test.condition, subset), is_asked(test.condition, subset)
        numbers = self.population.worlds.numbers[self.places[asked]]
        examples = (_first(numbers[true]), _first(numbers[told & ~true]))
        exists = told & self._exists(test)
        return Answer(
            prior=self.population.name,
            before=before,
            after=after,
            cruxes=cruxes(self._halves, true, told),
            examples=examples,
            explained=self._explained(true, exists) if self.is_first else NONE,
            profile=self._twentieths.profile(true, exists) if self.is_first else None,
            columns=frozen(self._columns(true, used & told, exists)),
        )

    def _columns(self, true: Mask, told: Mask, exists: Mask) -> dict[str, Share | None]:
        """The share that the verdict reads, over accepted worlds with other evidence in their weights."""
        where, found = self.places[self._kept], {}
        for column, factor in self.population.reweighed.items():
            plain = self.population.weight(where)
            weights = factor[where] if plain is None else plain * factor[where]
            found[column] = _among(told & exists, true, weights) or _among(told, true, weights)
        return found

    def _reading(self, test: ClaimTest, sound: Mask, asked: Mask) -> ClaimReading:
        places = np.flatnonzero(sound & asked)
        subset, weights = self._subset(places)
        told = is_asked(test.condition, subset)
        first = share(told, weights)
        if first is None:
            raise RunError(f"no world is left in which {test.id} can be judged", fix="draw more worlds")
        true, effect = holds(test.condition, subset), values(test.headline, subset)
        counted = told & self._all_on(test.mechanisms, self.places[places])
        variants = ((holds(each.condition, subset), is_asked(each.condition, subset)) for each in test.variants)
        return ClaimReading(
            found=_among(told, true, weights),
            given=_among(told & self._all_on(test.rests_on, self.places[places]), true, weights) if test.rests_on else None,
            first=first if isinstance(test.condition, Given) else None,
            undefined=_among(counted, ~has_number(test.condition, subset), weights),
            effect=_band(effect[told], None if weights is None else weights[told]),
            lead=_lead(test, subset, true, told, weights),
            variants=tuple(_among(among, each, weights) for each, among in variants),
            failed=int((asked & ~sound).sum()),
        )

    def _subset(self, places: Places) -> tuple[Subset, NDArray[np.float64] | None]:
        weights = self.population.weight(self.places[places])
        return Subset(self.seen, places, self.stage.rule.thresholds), weights

    def _all_on(self, switches: Iterable[str], where: Places) -> Mask:
        """The worlds at places of the population in which every one of some mechanisms exists, [world]."""
        exists = np.ones(len(where), dtype=bool)
        for name in switches:
            exists &= self.population.worlds.values[name][where] > 0
        return exists

    @cached_property
    def _kept(self) -> Mask:
        return np.asarray(self.population.kept[self.places])

    def _exists(self, test: ClaimTest) -> Mask:
        """The accepted worlds in which every mechanism exists that the claim needs."""
        return self._all_on(test.mechanisms, self.places[self._kept])

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


def _among(among: Mask, true: Mask, weights: NDArray[np.float64] | None) -> Share | None:
    """The share of `true[world]` in some worlds alone, `among[world]`; none where there is none of them."""
    return share(true[among], None if weights is None else weights[among])


def _lead(test: ClaimTest, subset: Subset, true: Mask, told: Mask, weights: NDArray[np.float64] | None) -> Lead | None:
    """What a claim has over its placebo, in the worlds that both are asked of."""
    if test.placebo is None:
        return None
    both = told & is_asked(test.placebo.condition, subset)
    ahead = holds(test.placebo.condition, subset)
    return lead(true[both], ahead[both], test.placebo.margin, None if weights is None else weights[both])


def _band(effect: NDArray[np.float64], weights: NDArray[np.float64] | None) -> Band | None:
    held = np.isfinite(effect)
    return band(effect[held], None if weights is None else weights[held]) if held.any() else None
