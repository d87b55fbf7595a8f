"""Which inputs are worth a closer look? First-order shares from one plain ensemble, and total shares from a few pairs of worlds.

The ensemble is cut into bins of each input; their share of variance grows with their number even where nothing matters, and the
correction takes that away. An input that moves only how far answers spread is seen by its share of the squared deviations, and
one that acts only together with others by the pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.questions.pick_freeze import FEWEST
from dualtrack.lab.statistics.effective_count import differ
from dualtrack.lab.statistics.resolved import bar
from dualtrack.targets.numeric.arrays import Array

ROOM = 200
"""Worlds that one more bin needs, at the least."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A plain ensemble of so many `worlds` and a few `pairs`; the factors with the largest shares are `kept`, the others joined.

    Raises `RunError` for too few of any.
    """

    worlds: int = 4000
    pairs: int = 128
    kept: int = 20
    bins: int = 16

    def __post_init__(self) -> None:
        if self.worlds < 2 * ROOM or self.kept < 1 or self.bins < 2 or self.pairs < FEWEST:
            raise RunError(
                f"nothing can be screened by {self}", fix=f"give {2 * ROOM} worlds or more, and keep one factor or more"
            )

    def cost(self, factors: int) -> int:
        """Worlds that a screen of so many factors runs; without any, the plain ensemble alone."""
        return self.worlds + (self.pairs * (factors + 2) if factors else 0)

    def order(
        self,
        inputs: Mapping[str, Array],
        factors: Sequence[Sequence[str]],
        answers: Sequence[Array],
        totals: Sequence[float],
    ) -> list[int]:
        """Places of the factors, those that move any of `answers[question][world]` or its spread most first.

        `inputs[name][world]` are the numbers that factors join; `totals` is what the pairs saw.
        """
        alone = [max(self.score(inputs[name], each) for each in answers for name in members) for members in factors]
        return sorted(range(len(factors)), key=lambda place: -max(alone[place], totals[place]))

    def score(self, values: Array, answer: Array) -> float:
        """The larger of the shares, 0 to 1, of an input `values[world]` in `answer[world]` and in its spread."""
        return max(first_order(values, each, self.bins) for each in (answer, (answer - answer.mean()) ** 2))


def first_order(values: Array, answer: Array, bins: int = 16) -> float:
    """The share of the variance of `answer[world]` that lies between bins of the input `values[world]`, corrected for chance.

    It is epsilon squared (Kelley, 1935), at most 1. Values that tie, as a point mass or a category does, share a bin. Raises
    `RunError` for what is no number.
    """
    if not (np.isfinite(values).all() and np.isfinite(answer).all()):
        raise RunError("a share of variance was asked of something that is no number", fix="leave those worlds out first")
    wanted = _bins(len(values), bins)
    edges = np.unique(np.quantile(values, np.linspace(0, 1, wanted + 1)))
    places = np.searchsorted(edges[:-1], values, side="left")
    counts = np.bincount(places)
    sums = np.bincount(places, weights=answer - answer.mean())
    filled = counts > 0
    total = float(((answer - answer.mean()) ** 2).sum())
    left = len(answer) - int(filled.sum())
    if not differ(answer) or left < 1:
        return 0.0
    within = total - float((sums[filled] ** 2 / counts[filled]).sum())
    return 1.0 - (within / left) / (total / (len(answer) - 1))


def by_chance(worlds: int, compared: int, bins: int = 16) -> float:
    """The first-order share that some one of so many idle inputs exceeds with a probability of `FALSE_ALARMS` at the most.

    Between bins of an idle input lies a sum of squares that is distributed as chi-squared (Wilson and Hilferty, 1931).
    """
    freedom = _bins(worlds, bins) - 1
    part = 2 / (9 * freedom)
    return (freedom * (1 - part + bar(compared) * sqrt(part)) ** 3 - freedom) / worlds


def _bins(worlds: int, most: int) -> int:
    return max(2, min(most, worlds // ROOM))
