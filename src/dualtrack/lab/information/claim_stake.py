"""In which worlds is a claim called true or false, what is asked of it there, and what would knowing the answer be worth?

The question is the one that keeps the claim open. Where its share is undecided among worlds in which its mechanisms exist, it is
asked there whether it holds. Where it holds in four fifths of those or more, what is open is whether they exist: it is asked of
all accepted worlds whether they do and it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import Truths, claim_truths
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.information_value import knowing_all
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.arrays import Mask
from dualtrack.targets.numeric.read_only import settle_fields

Question = Literal["holds", "exists and holds"]
LEAST = 50
"""Worlds below which nothing is said of a claim: ten in each part by which others are called."""


@dataclass(frozen=True, slots=True, repr=False)
class ClaimStake(Printed):
    """A claim by its `test`, what is `asked` of it, the worlds `among[world]` it is asked of, and where it is `true[world]`.

    `true` counts the worlds among which it is asked alone.
    """

    test: ClaimTest
    asked: Question
    among: Mask
    true: Mask

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def share(self) -> Share:
        """In which share of the worlds it is true."""
        return Share(int(self.true.sum()), len(self.true))

    @property
    def most(self) -> float:
        """What it is worth to know the answer itself: the share of calls that fail without more knowledge."""
        return knowing_all(self.true)

    @property
    def is_settled(self) -> bool:
        """Whether the whole interval of the share lies beyond a bound of the verdicts, and nothing but that is asked."""
        low, high = self.share.interval
        return self.asked == "holds" and (low >= SUPPORTED or high <= CONTRADICTED)

    def printed_title(self) -> str:
        return f"{self.test.id}: {self.asked} in {self.share}"


def stakes_in(
    laboratory: Laboratory, tests: Sequence[ClaimTest], worlds: Worlds, progress: Progress | None = None
) -> tuple[ClaimStake, ...]:
    """What is asked of each claim in `worlds` that history left; raises `RunError` where too few are left for one.

    `progress` counts runs.
    """
    asked = [replace(test, variants=(), placebo=None) for test in tests]
    theory = laboratory.theory
    stage = stage_for(laboratory.model, laboratory.regimes, theory.clock, [each for test in asked for each in reads(test)])
    first: Label = theory.tilts[0].label
    found = claim_truths(stage, asked, Population(theory.tilts[0].name, first, worlds), progress)
    return tuple(_stake(found, row, test, worlds) for row, test in enumerate(asked))


def _stake(found: Truths, row: int, test: ClaimTest, worlds: Worlds) -> ClaimStake:
    told, true, exists = found.computable[row], found.true[row], np.ones(worlds.count, dtype=bool)
    for name in test.mechanisms:
        exists &= worlds.values[name] > 0
    among = told & exists
    if among.sum() < LEAST:
        raise RunError(
            f"history leaves {int(among.sum())} worlds of which {test.id} is asked, fewer than {LEAST}", fix="draw more worlds"
        )
    if test.mechanisms and true[among].mean() >= SUPPORTED:
        return ClaimStake(test, "exists and holds", told, (true & exists)[told])
    return ClaimStake(test, "holds", among, true[among])
