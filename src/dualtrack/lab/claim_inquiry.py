"""One claim asked of worlds, with numbers held or not: which of them history leaves, and in which of those it is true."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.claims.effect import Subset, holds, is_asked
from dualtrack.lab.claims.find_witness import margin
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.judge_all import Docket
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.discover import FEWEST
from dualtrack.lab.questions.screen import by_chance, first_order
from dualtrack.lab.record.accept import Matching, accept
from dualtrack.lab.statistics.share import Share, share
from dualtrack.lab.studies.standing import check_frozen
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.tilt import tilted
from dualtrack.targets.numeric.arrays import Array, Mask

LEAST = 10
"""Worlds left by history below which no share is told."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A number, and the share of the claim's variance over accepted worlds that it carries by itself, beyond chance or not."""

    name: str
    carries: float
    is_telling: bool


@dataclass(frozen=True, slots=True)
class ClaimedWorlds:
    """The worlds that history leaves, that finish every run of a test and that it is asked of; `true[world]` where it holds."""

    worlds: Worlds
    subset: Subset
    true: Mask

    @property
    def share(self) -> Share:
        """In how many of them."""
        return Share(int(self.true.sum()), len(self.true))


@dataclass(frozen=True)
class ClaimInquiry:
    """One claim asked of worlds, with numbers held or not, that history is asked about each time."""

    laboratory: Laboratory
    test: ClaimTest
    model: Model
    matching: Matching | None
    tilt: str

    @classmethod
    def of(cls, laboratory: Laboratory, claim: str, tilt: str) -> ClaimInquiry:
        """Of a theory's claim under a tilt, the first one unless named.

        Raises `UnknownName` for what is no claim, `RunError` for one that is not computed, and `StudyError` for a user's own that
        was not frozen before.
        """
        (test,) = Docket.of(laboratory.theory).only([claim]).tests
        check_frozen(laboratory, [test.id])
        if not isinstance(test, ClaimTest):
            raise RunError(f"nothing is computed of claim {test.id}, which is true or false in no world", fix="ask about another")
        plain = replace(test, variants=(), placebo=None)
        chosen = laboratory.tilt(tilt) if tilt else laboratory.theory.tilts[0]
        matched = matching(laboratory, chosen.name) if laboratory.theory.targets else None
        return cls(laboratory, plain, tilted(laboratory.model, chosen), matched, chosen.name)

    def asked(self, model: Model, worlds: Worlds, stage: Stage | None = None) -> ClaimedWorlds | None:
        """The claim in the worlds that history leaves; none where they are too few."""
        kept = self._kept(model, worlds)
        if kept.sum() < LEAST:
            return None
        left = worlds.only(kept)
        stage = stage or self.stage(model)
        subset = self._told(stage, left)
        if len(subset.worlds) < LEAST:
            return None
        asked = np.zeros(left.count, dtype=bool)
        asked[subset.worlds] = True
        return ClaimedWorlds(left.only(asked), subset, holds(self.test.condition, subset))

    def stage(self, model: Model) -> Stage:
        """What runs the test in a model of the same equations, whose ranges may be wider."""
        return stage_for(model, self.laboratory.regimes, self.laboratory.theory.clock, reads(self.test), self.laboratory.cluster)

    def leading(self, found: ClaimedWorlds) -> tuple[tuple[Carrier, ...], bool]:
        """Every uncertain number by its share of the variance, of the margin where the claim is nearly never true or false."""
        side = int(min(found.true.sum(), (~found.true).sum()))
        answer = found.true.astype(np.float64) if side >= FEWEST else _ranks(margin(self.test.condition, found.subset))
        carried = {name: max(first_order(found.worlds.values[name], answer), 0.0) for name in self.model.drawn}
        least = by_chance(len(answer), len(carried))
        carriers = [Carrier(name, value, value > least) for name, value in carried.items()]
        return tuple(sorted(carriers, key=lambda each: -each.carries)), side < FEWEST

    def by_cell(self, worlds: Worlds, cell: Array, cells: int) -> list[Share | None]:
        """The share in each cell, `cell[world]`, of the worlds that history leaves there."""
        kept = self._kept(self.model, worlds)
        if not kept.any():
            return [None] * cells
        subset = self._told(self.stage(self.model), worlds.only(kept))
        true, places = holds(self.test.condition, subset), cell[kept][subset.worlds]
        inside = [true[places == number] for number in range(cells)]
        return [share(each) if len(each) >= LEAST else None for each in inside]

    def _told(self, stage: Stage, left: Worlds) -> Subset:
        """Those of some worlds that finish every run of the test and that it is asked of."""
        seen = stage.see(reads(self.test), left)
        sound = np.flatnonzero(np.logical_and.reduce([seen.sound[arm] for arm in arms_of(self.test)]))
        finished = Subset(seen, sound, stage.rule.thresholds)
        return Subset(seen, sound[is_asked(self.test.condition, finished)], stage.rule.thresholds)

    def _kept(self, model: Model, worlds: Worlds) -> Mask:
        if self.matching is None:
            return np.ones(worlds.count, dtype=bool)
        return accept(replace(self.matching, model=model), worlds).accepted


def _ranks(row: Array) -> Array:
    return np.unique(row, return_inverse=True)[1].astype(np.float64)
