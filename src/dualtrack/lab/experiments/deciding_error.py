"""How exact must a study be to tell whether a mechanism exists? The largest standard error at which half of such studies would.

Each world in which the mechanism exists is taken for the truth in turn, and a study is made of it that errs once; its result is
held beside the worlds in which the mechanism exists and those in which it does not, by a normal density of the study's error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.even_noise import even_noise
from dualtrack.lab.verdicts.existence import SOME
from dualtrack.targets.numeric.arrays import Array

MOST = 1500
"""Worlds of either kind that are held beside a study."""
HALVINGS = 20
FINEST, COARSEST = 1e-6, 10.0
"""Bounds of the search, in the spread of what worlds give."""
Sighted = Literal["decidable", "unseen", "no study known"]


@dataclass(frozen=True, slots=True)
class DecidingError:
    """How large the effect is where the mechanism exists, and the largest standard error of a study that would decide.

    None where no error, however small, would: the two kinds of worlds give the same.
    """

    size: Band
    value: float | None

    def says(self, attain: float | None) -> Sighted:
        """Whether a study that could `attain` an error would decide; of what nobody could study nothing is said."""
        if attain is None:
            return "no study known"
        return "decidable" if self.value is not None and attain <= self.value else "unseen"


def deciding_error(exists: Array, absent: Array, seed: int) -> DecidingError | None:
    """The error for what a measure gives in worlds where a mechanism `exists[world]` and where it is `absent[world]`.

    Worlds without a number are left out; none where one kind is missing.
    """
    one, other = (each[np.isfinite(each)][:MOST] for each in (exists, absent))
    if len(one) < 2 or not len(other):
        return None
    both = np.concatenate([one, other])
    spread = float(np.quantile(both, 0.95) - np.quantile(both, 0.05)) or float(np.ptp(both))
    size = band(one, None)
    if spread == 0:
        return DecidingError(size, None)
    noise = even_noise((len(one) + 1) // 2, seed)
    low, high = math.log(FINEST * spread), math.log(COARSEST * spread)
    if not _decides(one, other, noise, math.exp(low)):
        return DecidingError(size, None)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _decides(one, other, noise, math.exp(middle)) else (low, middle)
    return DecidingError(size, math.exp(low))


def _decides(one: Array, other: Array, noise: Array, error: float) -> bool:
    """Whether at least half of studies with this error give a factor that speaks of existence.

    Every other world is a truth, and the rest are those it is held beside: no study is held beside the world it was made of.
    """
    found = one[::2] + error * noise
    factor = np.exp(np.clip(_log_mean(found, one[1::2], error) - _log_mean(found, other, error), -700, 700))
    return bool(np.median(factor) >= SOME)


def _log_mean(found: Array, worlds: Array, error: float) -> Array:
    """The logarithm of the mean normal density of each result over some worlds, without its constant: [result]."""
    logs = -0.5 * ((found[:, None] - worlds) / error) ** 2
    most = logs.max(axis=1)
    return np.asarray(most + np.log(np.exp(logs - most[:, None]).mean(axis=1)))
