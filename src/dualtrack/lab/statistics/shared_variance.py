"""What share of a variance do two runs of a world have in common? Their correlation, with an interval that holds at its rate.

Two runs that share some inputs and differ in all others correlate by the share of variance that the shared inputs carry alone;
one less that is the share in which the others take part (Sobol', 1993; Janon and others, 2014). Where two runs share nothing
their product is nought on average, and what a sample shows of it is taken off (a control variate), so that inputs which do
nothing carry exactly nothing, and inputs which do everything exactly all.

The interval adds to the sampling error what worlds that were not drawn may hide near either end: where none of so many worlds
differs, up to 3.7 may (the exact bound), each as large as the worlds that carry the variance. Where few worlds move a number
the interval stays wide, however alike those few are; and its errors count as known from no more worlds than these (Student).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from dualtrack.lab.statistics.effective_count import ROUNDING, worth
from dualtrack.lab.statistics.share import NORMAL, TAIL
from dualtrack.targets.numeric.arrays import Array

UNSEEN = -log(TAIL)
"""The worlds expected of a kind of which none is seen in one of forty samples."""


@dataclass(frozen=True, slots=True)
class VarianceShare:
    """A share of variance, from 0 to 1 like its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """From one end of the interval to the other."""
        return self.high - self.low

    @property
    def rest(self) -> VarianceShare:
        """The share of everything else."""
        return VarianceShare(1 - self.value, 1 - self.high, 1 - self.low)

    def at_most(self, other: VarianceShare) -> VarianceShare:
        """This share where it is known to be no larger than another: nothing carries more alone than it takes part in."""
        value = min(self.value, other.value)
        return VarianceShare(value, min(self.low, value), self.high)

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


@dataclass(frozen=True, slots=True)
class Shared:
    """An estimate with what each pair of runs adds to its error, `influence[pair]`, and the pairs that carry the variance."""

    value: float
    influence: Array
    carried: float

    @property
    def share(self) -> VarianceShare:
        """The estimate brought into 0 to 1, and its interval."""
        value, carried = min(max(self.value, 0.0), 1.0), self.carried
        if not carried:
            return VarianceShare(value, 0.0, 1.0)
        error = float(self.influence @ self.influence) / len(self.influence) ** 2
        hidden = UNSEEN / NORMAL * (1 - 2 * value) / carried
        reach = _student(carried) * sqrt(error + hidden * hidden)
        return VarianceShare(value, max(value - reach, 0.0), min(value + reach, 1.0))


def _student(freedom: float) -> float:
    """What leaves 2.5 % above it in the distribution of Student, as a series about the normal quantile (Hill, 1970)."""
    z = NORMAL
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def shared(one: Array, other: Array, apart: Array) -> Shared:
    """How much of the variance of `one[pair]` is in `other[pair]` too; `apart[pair]` are products of runs that share nothing.

    All are deviations from one mean, the largest about 1 in size. Where nothing varies nothing is carried, and the share is
    unknown: from 0 to 1.
    """
    middle = (float(one.mean()) + float(other.mean())) / 2
    first, second = one - middle, other - middle
    squares = (first**2 + second**2) / 2
    variance = float(squares.mean())
    if variance <= ROUNDING**2:
        return Shared(0.0, np.zeros(len(one)), 0.0)
    value = float((first * second).mean()) / variance
    influence, control = (first * second - value * squares) / variance, apart / variance
    noise = control - control.mean()
    spread = float(noise @ noise)
    part = min(max(float(influence @ noise) / spread, 0.0), 1.0) if spread > 0 else 0.0
    return Shared(value - part * float(control.mean()), influence - part * noise, worth(squares))


def less_all(each: Sequence[Shared]) -> Shared:
    """What is left of 1 when several shares are taken off, their common errors counted."""
    influence = -np.sum([one.influence for one in each], axis=0)
    return Shared(1 - sum(one.value for one in each), influence, min(one.carried for one in each))
