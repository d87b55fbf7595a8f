"""Supported, contradicted, or not decided: the rule, and how sure a share of worlds is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError

Mask = NDArray[np.bool_]
Verdict = Literal["supported", "contradicted", "not decided", "structure", "waiting"]
Interval = tuple[float, float]

SUPPORTED, CONTRADICTED = 0.8, 0.2
NORMAL = 1.959963984540054
"""Quantile of the normal distribution that leaves 2.5 % above it."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some worlds are true, with the 95 % interval of Wilson, which holds at 0 and 1 too."""

    true: int
    worlds: int

    @property
    def value(self) -> float:
        """The share itself."""
        return self.true / self.worlds

    @property
    def interval(self) -> Interval:
        """Where the share of all possible worlds lies."""
        n, z2 = self.worlds, NORMAL * NORMAL
        middle = (self.value + z2 / (2 * n)) / (1 + z2 / n)
        reach = NORMAL / (1 + z2 / n) * sqrt(self.value * (1 - self.value) / n + z2 / (4 * n * n))
        return max(middle - reach, 0.0), min(middle + reach, 1.0)

    @property
    def odds(self) -> float:
        """True worlds for each that is not; raises `RunError` where there is no such world."""
        if self.true == self.worlds:
            raise RunError("a claim that is true in every world has no odds", fix="read the share and its interval")
        return self.true / (self.worlds - self.true)


def share(true: Mask) -> Share | None:
    """The share of worlds marked; none where there is no world."""
    return Share(int(true.sum()), len(true)) if len(true) else None


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much a claim is true oftener than its placebo in the same worlds, with a 95 % interval of the paired difference."""

    value: float
    interval: Interval
    margin: float


def lead(true: Mask, placebo: Mask, margin: float) -> Lead | None:
    """The lead over the placebo; none with fewer than two worlds."""
    if len(true) < 2:
        return None
    difference = true.astype(float) - placebo
    reach = NORMAL * float(difference.std(ddof=1)) / sqrt(len(difference))
    mean = float(difference.mean())
    return Lead(mean, (mean - reach, mean + reach), margin)


def decide(answers: Sequence[tuple[Share, Lead | None]]) -> Verdict:
    """The verdict over all priors tried; one that its own sampling error could flip is not decided."""
    if not answers:
        raise RunError("a claim is judged on no worlds", fix="draw more worlds")
    if all(each.interval[0] >= SUPPORTED and (ahead is None or ahead.interval[0] >= ahead.margin) for each, ahead in answers):
        return "supported"
    if all(each.interval[1] <= CONTRADICTED for each, _ in answers):
        return "contradicted"
    return "not decided"
