"""What is a number worth, or a study of it? Over claims, how much better they would be called if it were known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.information.claim_stake import ClaimStake
from dualtrack.lab.statistics.even_noise import even_noise
from dualtrack.lab.statistics.information_value import Cut, Gain, Settled, folds_of, gain_of, gains
from dualtrack.lab.statistics.resolved import bar
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array


@dataclass(frozen=True, slots=True)
class OnClaim:
    """What something is worth for one `claim`: the gain in calls, whether that is beyond chance, and what it settles."""

    claim: str
    gain: Gain
    is_telling: bool
    settled: Settled


@dataclass(frozen=True, slots=True, repr=False)
class Worth(Printed):
    """What one thing that may be learnt, by `name`, is worth over all claims, `total`, and for each of them, largest first."""

    name: str
    total: Gain
    on: tuple[OnClaim, ...]

    def printed_title(self) -> str:
        return f"Worth of `{self.name}`: {self.total.value:.3f} over {len(self.on)} claims"

    def on_claim(self, claim: str) -> OnClaim | None:
        """What it is worth for a claim; none where it was not asked of that."""
        return next((each for each in self.on if each.claim == claim), None)


@dataclass(frozen=True, slots=True)
class StudyMade:
    """A study by `name`: what an exact one finds in each world, `exact[world]`, and its standard `error` in the same unit."""

    name: str
    exact: Array
    error: float

    def result(self, seed: int) -> Array:
        """What the study finds where each world is the truth, [world], each with an error of its own drawn by a `seed`."""
        return self.exact + self.error * even_noise(len(self.exact), seed)


def worth_of_numbers(stakes: Sequence[ClaimStake], numbers: Mapping[str, Array], seed: int) -> tuple[Worth, ...]:
    """What it is worth to know each of `numbers[name][world]` exactly, those first that are worth most over all claims.

    A number is never worth more for a claim than knowing the answer; `seed` says which worlds are called by which others.
    """
    count = len(next(iter(numbers.values()), ()))
    found: dict[str, list[OnClaim]] = {name: [] for name in numbers}
    sums = {name: np.zeros(count) for name in numbers}
    least = bar(len(numbers)) if numbers else 0.0
    for stake in stakes:
        folds = folds_of(len(stake.true), seed)
        for name, values in numbers.items():
            one, each = _on_claim(stake, values[stake.among], folds, least)
            found[name].append(one)
            if one.gain.found > 0:
                sums[name][stake.among] += each / len(each)
    most = sum(stake.most for stake in stakes)
    worths = [_worth(name, found[name], sums[name], most) for name in numbers]
    return tuple(sorted(worths, key=lambda each: -each.total.value))


def worth_of_study(stakes: Sequence[ClaimStake], study: StudyMade, seed: int) -> tuple[Worth, Worth]:
    """What an exact study is worth, and one with the study's error: never less than nothing nor more than the exact one.

    Worlds in which nothing can be measured learn nothing of it.
    """
    exact = np.where(np.isfinite(study.exact), study.exact, _middle(study.exact))
    seen = StudyMade(study.name, exact, study.error).result(seed)
    whole, parts = [], []
    sums = np.zeros((2, len(exact)))
    for stake in stakes:
        folds = folds_of(len(stake.true), seed)
        best, each = _on_claim(stake, exact[stake.among], folds, bar(1))
        part, some = _on_claim(stake, seen[stake.among], folds, bar(1))
        part = OnClaim(part.claim, _at_most(part.gain, best.gain.value), part.is_telling, part.settled)
        whole.append(best)
        parts.append(part)
        for row, (one, gained) in enumerate(((best, each), (part, some))):
            if one.gain.found > 0:
                sums[row][stake.among] += gained / len(gained)
    most = sum(stake.most for stake in stakes)
    exactly = _worth(study.name, whole, sums[0], most)
    return exactly, _worth(study.name, parts, sums[1], exactly.total.value)


def _on_claim(stake: ClaimStake, values: Array, folds: NDArray[np.int64], least: float) -> tuple[OnClaim, NDArray[np.int8]]:
    cut = Cut.of(values)
    shares = cut.shares(stake.true, folds)
    each = gains(stake.true, shares)
    gain = gain_of(each, stake.most)
    telling = gain.found > least * gain.error
    return OnClaim(stake.test.id, gain, telling, cut.settled(stake.true, shares)), each


def _worth(name: str, on: Sequence[OnClaim], sums: Array, most: float) -> Worth:
    """The sum over claims; its error is that of the sum over worlds, since one world serves many claims."""
    count = len(sums)
    total = sum(each.gain.value for each in on)
    spread = float(((sums - sums.mean()) ** 2).sum()) * count / max(count - 1, 1)
    ordered = tuple(sorted(on, key=lambda each: -each.gain.found))
    return Worth(name, Gain(total, sqrt(spread), most), ordered)


def _at_most(gain: Gain, most: float) -> Gain:
    return Gain(gain.found, gain.error, most)


def _middle(values: Array) -> float:
    held = values[np.isfinite(values)]
    return float(held.mean()) if len(held) else 0.0
