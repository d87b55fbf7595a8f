"""How much of a number's variance does each factor carry? Sobol' indices, from pairs of worlds that swap one factor at a time.

A world and its copy with one factor of another's share all but that factor; the copy and the other world share that factor alone.
A factor may hold many inputs, and its indices are then those of all of them together. Factors must be independent of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.statistics.effective_count import moved, worth
from dualtrack.lab.statistics.shared_variance import VarianceShare, less_all, shared
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields

Inputs = Mapping[str, Array]
Function = Callable[[Inputs], Answers]
"""Answers [question, world] to inputs [world] by name."""
Drawn = Callable[[int, int], Inputs]
"""Inputs of so many worlds from a number on; any piece of them is the same piece."""

FEWEST = 16
"""Pairs below which nothing is estimated."""
CARRIED = 10.0
"""Worlds that must carry a variance before its shares are told: with fewer the variance itself is not known."""


@dataclass(frozen=True, slots=True, repr=False)
class Sample(Printed):
    """Answers of both worlds of each pair, `first[question, pair]` and `second[question, pair]`, and of mixtures of them.

    `swapped[question, factor, pair]` is of the first with one factor of the second's; `complete[question, pair]` marks the pairs
    of which nothing is missing.
    """

    first: Array
    second: Array
    swapped: Array
    complete: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def pairs(self) -> int:
        """Pairs sampled, complete or not."""
        return int(self.first.shape[1])

    def with_more(self, more: Sample) -> Sample:
        """This sample and later pairs."""
        return Sample(
            np.concatenate([self.first, more.first], axis=1),
            np.concatenate([self.second, more.second], axis=1),
            np.concatenate([self.swapped, more.swapped], axis=2),
            np.concatenate([self.complete, more.complete], axis=1),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Indices(Printed):
    """Of one question: mean and variance, and per factor the share that it carries alone and the share it takes part in.

    `interplay` is the share that no factor carries alone. `pairs` of worlds were complete; in `moved` of their worlds the answer
    is not the commonest one, and as many as `carried` equal ones would vary as much.
    """

    mean: float
    variance: float
    first: tuple[VarianceShare, ...]
    total: tuple[VarianceShare, ...]
    interplay: VarianceShare
    pairs: int
    moved: int
    carried: float

    @property
    def is_told(self) -> bool:
        """Whether enough worlds carry the variance for its shares to be told at all."""
        return self.carried >= CARRIED


@dataclass(frozen=True, slots=True)
class PickFreeze:
    """Pairs doubled from `least` to `most` until the intervals of the `leading` factors of every question are `width` or less.

    Raises `RunError` for too few pairs, no width or no factor.
    """

    most: int = 4096
    least: int = 512
    width: float = 0.1
    leading: int = 5

    def __post_init__(self) -> None:
        if not FEWEST <= self.least <= self.most or not self.width > 0 or self.leading < 1:
            raise RunError(f"no indices can be taken by {self}", fix=f"give {FEWEST} pairs or more, a width and leading factors")

    def sample(self, function: Function, drawn: Drawn, factors: Sequence[Sequence[str]], first: int, pairs: int) -> Sample:
        """Pairs of worlds from pair number `first` on: pair k is worlds 2k and 2k + 1."""
        inputs = drawn(2 * first, 2 * pairs)
        one, other = ({name: values[place::2] for name, values in inputs.items()} for place in (0, 1))
        designs = [one, other, *({**one, **{name: other[name] for name in members}} for members in factors)]
        answers = function({name: np.concatenate([design[name] for design in designs]) for name in inputs})
        shape = (len(answers.values), len(designs), pairs)
        values, missing = answers.values.reshape(shape), answers.missing.reshape(shape)
        return Sample(values[:, 0], values[:, 1], values[:, 2:], np.logical_not(missing.any(axis=1)))

    def estimate(self, sample: Sample) -> tuple[Indices, ...]:
        """Indices of every question, alone (Sobol', 1993) and in all (Homma and Saltelli, 1996).

        Raises `RunError` where most pairs lack an answer.
        """
        return tuple(self._indices(sample, question) for question in range(len(sample.first)))

    def is_resolved(self, found: Indices) -> bool:
        """Whether enough worlds carry the variance, and the intervals of the leading factors are narrow enough."""
        leading = sorted(range(len(found.total)), key=lambda place: -found.total[place].value)[: self.leading]
        return found.is_told and all(
            shares[place].width <= self.width for place in leading for shares in (found.first, found.total)
        )

    def _indices(self, sample: Sample, question: int) -> Indices:
        kept = sample.complete[question]
        if kept.sum() < FEWEST:
            raise RunError(
                f"{int(kept.sum())} of {len(kept)} pairs of worlds have answers throughout",
                fix="ask for more worlds, or otherwise",
            )
        one, other, swapped = (
            each[..., kept] for each in (sample.first[question], sample.second[question], sample.swapped[question])
        )
        both = np.concatenate([one, other])
        centre, scale, away = float(both.mean()), *_scale(both)
        first, second, changed = ((each - centre) / scale for each in (one, other, swapped))
        apart = first * second
        alone = [shared(second, each, apart) for each in changed]
        total = [shared(first, each, apart).share.rest for each in changed]
        squares = ((both - centre) / scale) ** 2
        return Indices(
            mean=centre,
            variance=float(squares.mean()) * scale**2,
            first=tuple(each.share.at_most(most) for each, most in zip(alone, total, strict=True)),
            total=tuple(total),
            interplay=less_all(alone).share,
            pairs=int(kept.sum()),
            moved=away,
            carried=worth(squares) if away else 0.0,
        )


def _scale(values: Array) -> tuple[float, int]:
    """The largest distance from the mean, 1 where there is none beyond rounding, and how many worlds move the answer."""
    away = moved(values)
    return (float(np.abs(values - values.mean()).max()) if away else 1.0), away
