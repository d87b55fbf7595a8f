"""How sure is a share of worlds, and on which side of the bounds of a verdict does it lie?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Literal

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.statistics.effective_count import worth_of_sums
from dualtrack.targets.numeric.arrays import Array, Mask

Side = Literal["above", "below", "between"]
Interval = tuple[float, float]

SUPPORTED, CONTRADICTED = 0.8, 0.2
TAIL = 0.025
"""What an interval of 95 % leaves out on either side."""
NORMAL = 1.959963984540054
"""Quantile of the normal distribution that leaves `TAIL` above it."""
FAR = 4.0
"""Standard errors from a bound at which a claim needs no more worlds: chance goes so far once in thirty thousand."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some worlds are true, with the 95 % interval of Wilson, which holds at 0 and 1 too.

    Worlds that weigh unlike count as the number of equal ones that they are worth, which is not whole; `ran` counts heads.
    """

    true: float
    worlds: float
    ran: int | None = None

    @property
    def value(self) -> float:
        """The share itself."""
        return self.true / self.worlds

    @property
    def count(self) -> int:
        """How many worlds it was counted in."""
        return round(self.worlds) if self.ran is None else self.ran

    @property
    def interval(self) -> Interval:
        """Where the share of all possible worlds lies."""
        return self.within(NORMAL)

    def within(self, errors: float) -> Interval:
        """The interval of Wilson of so many standard errors on either side."""
        n, z2 = self.worlds, errors * errors
        middle = (self.value + z2 / (2 * n)) / (1 + z2 / n)
        reach = errors / (1 + z2 / n) * sqrt(self.value * (1 - self.value) / n + z2 / (4 * n * n))
        return max(middle - reach, 0.0), min(middle + reach, 1.0)

    @property
    def odds(self) -> float:
        """True worlds for each that is not; raises `RunError` where there is no such world."""
        if self.true == self.worlds:
            raise RunError("a claim that is true in every world has no odds", fix="read the share and its interval")
        return self.true / (self.worlds - self.true)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.0%} ({low:.0%} to {high:.0%}) of {self.count} worlds"

    def to_row(self) -> dict[str, Any]:
        """The share with its interval, the worlds it was counted in, and how many equal ones they are worth."""
        return {"probability": self.value, "interval": list(self.interval), "worlds": self.count, "worth": self.worlds}


def share_row(found: Share | None) -> dict[str, Any]:
    """A share as a row; where there is no world to count it in, one of the same form without numbers."""
    nothing = {"probability": None, "interval": [None, None], "worlds": 0, "worth": 0.0}
    return nothing if found is None else found.to_row()


def share(true: Mask, weights: Array | None = None) -> Share | None:
    """The share of worlds marked in `true[world]`, weighed by `weights[world]` if any.

    None where there is no world, or none with any weight.
    """
    if not len(true) or (weights is not None and not weights.any()):
        return None
    if weights is None:
        return Share(int(true.sum()), len(true))
    value = float(np.average(true, weights=weights))
    alike = _worth(true, value, weights)
    return Share(value * alike, alike, len(true))


def _worth(true: Mask, value: float, weights: Array) -> float:
    """The number of equal worlds with the same error: Kish's, or that of the weights of true and false worlds if it is fewer."""
    squares, total = weights * weights, float(weights.sum())
    alike = worth_of_sums(total, float(squares.sum()))
    spread = float(squares @ (true - value) ** 2)
    return min(alike, value * (1 - value) * total * total / spread) if spread else alike


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much a claim is true oftener than its placebo in the same worlds, with the error of the paired difference."""

    value: float
    error: float
    margin: float

    @property
    def interval(self) -> Interval:
        """The 95 % interval."""
        return self.within(NORMAL)

    def within(self, errors: float) -> Interval:
        """So many standard errors on either side."""
        return self.value - errors * self.error, self.value + errors * self.error


def lead(true: Mask, placebo: Mask, margin: float, weights: Array | None = None) -> Lead | None:
    """The lead of `true[world]` over `placebo[world]`, weighed by `weights[world]` if any; None with fewer than two worlds."""
    if len(true) < 2:
        return None
    weights = np.ones(len(true)) if weights is None else weights
    difference = true.astype(np.float64) - placebo
    value = float(np.average(difference, weights=weights))
    return Lead(value, standard_error(difference, weights), margin)


def standard_error(values: Array, weights: Array) -> float:
    """The standard error of the mean of `values[world]`, weighed by `weights[world]`, over independent worlds."""
    total, squares = float(weights.sum()), weights * weights
    alike = worth_of_sums(total, float(squares.sum()))
    if alike <= 1:
        return float("inf")
    spread = float(squares @ (values - np.average(values, weights=weights)) ** 2) / total**2
    return sqrt(spread * alike / (alike - 1))


def side(shares: Sequence[Share], errors: float = NORMAL) -> Side:
    """Above the upper bound or below the lower one with every share, by so many of its standard errors; else between them.

    Raises `RunError` for no share.
    """
    if not shares:
        raise RunError("a claim is judged on no worlds", fix="draw more worlds")
    if all(each.within(errors)[0] >= SUPPORTED for each in shares):
        return "above"
    return "below" if all(each.within(errors)[1] <= CONTRADICTED for each in shares) else "between"


def is_settled(answers: Sequence[tuple[Share | None, Lead | None]]) -> bool:
    """Whether more worlds would hardly move a claim over a bound: it is far beyond one, or far from both; not for no share."""
    told = [(each, ahead) for each, ahead in answers if each is not None]
    return len(told) == len(answers) and _is_far(told)


def _is_far(answers: Sequence[tuple[Share, Lead | None]]) -> bool:
    found = side([each for each, _ in answers], FAR)
    ahead = all(each is None or each.within(FAR)[0] >= each.margin for _, each in answers)
    if found == "below" or (found == "above" and ahead):
        return True
    unsupported = any(each.within(FAR)[1] < SUPPORTED for each, _ in answers)
    behind = any(each is not None and each.within(FAR)[1] < each.margin for _, each in answers)
    return (unsupported or behind) and any(each.within(FAR)[0] > CONTRADICTED for each, _ in answers)
