"""How much of a number's variance does each factor carry? Sobol' indices, from pairs of worlds that swap one factor at a time.

First order by the estimator of Saltelli and others (2010), total order by that of Jansen (1999); a factor may hold many inputs,
and its indices are then those of all of them together. Factors must be independent of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.answer import Answers

Array = NDArray[np.float64]
Inputs = Mapping[str, Array]
Function = Callable[[Inputs], Answers]
"""Answers [question, world] to inputs [world] by name."""
Drawn = Callable[[int, int], Inputs]
"""Inputs of so many worlds from a number on; any piece of them is the same piece."""

ENDS = (0.025, 0.975)
FEWEST = 16
"""Pairs below which nothing is estimated."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Answers of both worlds of each pair, `[question, pair]`, and of the first with one factor of the second's.

    `swapped[question, factor, pair]`; `complete[question, pair]` marks the pairs of which nothing is missing.
    """

    first: Array
    second: Array
    swapped: Array
    complete: NDArray[np.bool_]

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


@dataclass(frozen=True, slots=True)
class Share:
    """A share of variance, and its 95 % bootstrap interval over pairs."""

    value: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """From one end of the interval to the other."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Indices:
    """Of one question: its mean and variance, and per factor the share that it carries alone and the share it takes part in."""

    mean: float
    variance: float
    first: tuple[Share, ...]
    total: tuple[Share, ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class PickFreeze:
    """Pairs doubled from `least` to `most` until the intervals of the `leading` factors of every question are `width` or less."""

    most: int = 4096
    least: int = 512
    width: float = 0.1
    leading: int = 5
    resamples: int = 400

    def __post_init__(self) -> None:
        if not FEWEST <= self.least <= self.most or not self.width > 0 or self.leading < 1 or self.resamples < 2:
            raise RunError(f"no indices can be taken by {self}", fix=f"give {FEWEST} pairs or more, a width and resamples")

    def sample(self, function: Function, drawn: Drawn, factors: Sequence[Sequence[str]], first: int, pairs: int) -> Sample:
        """Pairs of worlds from pair number `first` on: pair k is worlds 2k and 2k + 1."""
        inputs = drawn(2 * first, 2 * pairs)
        one, other = ({name: values[place::2] for name, values in inputs.items()} for place in (0, 1))
        designs = [one, other, *({**one, **{name: other[name] for name in members}} for members in factors)]
        answers = function({name: np.concatenate([design[name] for design in designs]) for name in inputs})
        shape = (len(answers.values), len(designs), pairs)
        values, missing = answers.values.reshape(shape), answers.missing.reshape(shape)
        return Sample(values[:, 0], values[:, 1], values[:, 2:], np.logical_not(missing.any(axis=1)))

    def estimate(self, sample: Sample, seed: int) -> tuple[Indices, ...]:
        """Indices of every question; raises `RunError` where nothing varies."""
        return tuple(self._indices(sample, question, seed) for question in range(len(sample.first)))

    def is_resolved(self, found: Indices) -> bool:
        """Whether the intervals of the leading factors are narrow enough."""
        leading = sorted(range(len(found.total)), key=lambda place: -found.total[place].value)[: self.leading]
        return all(shares[place].width <= self.width for place in leading for shares in (found.first, found.total))

    def _indices(self, sample: Sample, question: int, seed: int) -> Indices:
        kept = sample.complete[question]
        if kept.sum() < FEWEST:
            raise RunError(
                f"{int(kept.sum())} of {len(kept)} pairs of worlds have answers throughout",
                fix="ask for more worlds, or otherwise",
            )
        one, other, swapped = (
            each[..., kept] for each in (sample.first[question], sample.second[question], sample.swapped[question])
        )
        centre = float(np.mean([one, other]))
        one, other, swapped = one - centre, other - centre, swapped - centre
        scale = max(float(np.abs(one).max()), float(np.abs(other).max()))
        if scale <= 1e-12 * max(abs(centre), 1e-300):
            raise RunError(f"the answer is {centre:g} in every world", fix="ask for something that differs between worlds")
        parts = np.concatenate([other * (swapped - one), (swapped - one) ** 2 / 2, [(one**2 + other**2) / 2, (one + other) / 2]])
        return self._shares(parts / scale ** np.array([2] * (len(parts) - 1) + [1])[:, None], centre, scale, seed)

    def _shares(self, parts: Array, centre: float, scale: float, seed: int) -> Indices:
        """`parts[row, pair]`: first orders, total orders, squares and values, whose means make the indices."""
        count, factors = parts.shape[1], (len(parts) - 2) // 2
        generator = np.random.Generator(np.random.Philox(key=seed))
        weights = (np.bincount(generator.integers(0, count, count), minlength=count) / count for _ in range(self.resamples))
        found = _ratios(parts.mean(axis=1))
        again = np.array([_ratios(parts @ each) for each in weights])
        low, high = np.quantile(again, ENDS, axis=0)
        shares = [Share(*map(float, each)) for each in zip(found, low, high, strict=True)]
        variance = float(parts[-2].mean() - parts[-1].mean() ** 2) * scale**2
        return Indices(centre, variance, tuple(shares[:factors]), tuple(shares[factors:]), count)


def _ratios(means: Array) -> Array:
    return np.asarray(means[:-2] / (means[-2] - means[-1] ** 2))
