"""On which number does an answer hang, and where along it does the answer change sides?

A number is cut into parts of equally many worlds, with one of its own for worlds in which it is exactly zero; what it explains
is the variance between the parts. The answer turns where its median, over a window of worlds that moves along the number, does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from dualtrack.lab.statistics.effective_count import differ
from dualtrack.lab.statistics.lag import LEVEL
from dualtrack.targets.numeric.arrays import Array, Mask

Places = NDArray[np.int64]
FEWEST = 2
"""Worlds in a window below which its median says nothing of a neighbourhood."""


@dataclass(frozen=True, slots=True)
class DialTurn:
    """The value of a number at which the local median changes sides, and its 95 % interval, in the number's own unit."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Resampling:
    """How often worlds are drawn again, by which `seed`, and the share of these draws in which a turn must be found again."""

    times: int = 400
    seed: int = 7
    steady: float = 0.95


def places_of(values: Array, parts: int) -> Places:
    """The part in which each of `values[world]` lies, counted from the lowest, [world].

    Exact zeros make a part of their own, all others `parts` with equally many worlds each, or fewer where values tie.
    """
    zero = values == 0
    found = np.full(len(values), -1, dtype=np.int64)
    if not zero.all():
        others = values[~zero]
        found[~zero] = np.searchsorted(np.quantile(others, np.linspace(0, 1, parts + 1)[1:-1]), others, side="right")
    kinds = np.unique(found)
    kinds = kinds[np.argsort([values[found == kind].min() for kind in kinds], kind="stable")]
    return np.argsort(kinds)[np.searchsorted(np.sort(kinds), found)]


def explained(answer: Array, places: Places) -> float:
    """The share of the variance of `answer[world]` that lies between parts, by `places[world]`, less what chance explains.

    0 where the answer is the same everywhere; it may fall below 0 where parts explain less than chance.
    """
    counts = np.bincount(places)
    worlds, parts = len(answer), int((counts > 0).sum())
    if parts < 2 or worlds <= parts or not differ(answer):
        return 0.0
    means = np.bincount(places, weights=answer) / np.maximum(counts, 1)
    within = float(((answer - means[places]) ** 2).sum()) / (worlds - parts)
    return 1 - within / (float(((answer - answer.mean()) ** 2).sum()) / (worlds - 1))


def deciding(answer: Array, numbers: Mapping[str, Array], parts: int) -> tuple[str, float] | None:
    """Which of `numbers[name][world]` explains most of `answer[world]`, and how much of it; the first of those alike."""
    shares = [(explained(answer, places_of(values, parts)), name) for name, values in numbers.items()]
    if not shares:
        return None
    share, name = max(shares, key=lambda each: each[0])
    return name, share


def masks(places: Places) -> Iterator[Mask]:
    """For each part of `places[world]`, lowest first, which worlds lie in it, [world]."""
    for place in range(int(places.max()) + 1):
        yield places == place


def turn_of(answer: Array, values: Array, parts: int, again: Resampling) -> DialTurn | None:
    """Where along `values[world]` the local median of `answer[world]` changes sides, among worlds whose value is not zero.

    None where it does not, or where too few draws of the worlds with replacement find it again.
    """
    some = values != 0
    answer, values = answer[some], values[some]
    found = crossing_of(answer, values, parts)
    if found is None:
        return None
    generator, count = np.random.Generator(np.random.Philox(key=again.seed)), len(answer)
    drawn = (generator.integers(0, count, count) for _ in range(again.times))
    others = [each for worlds in drawn if (each := crossing_of(answer[worlds], values[worlds], parts)) is not None]
    if len(others) < again.steady * again.times:
        return None
    low, high = np.quantile(others, LEVEL)
    return DialTurn(found, float(low), float(high))


def crossing_of(answer: Array, values: Array, parts: int) -> float | None:
    """The value at which the median of `answer[world]` over a window of worlds, moved along `values[world]`, changes sides.

    A window holds one in `parts` of the worlds, and moves by as small a part of itself. None where the first and the last window
    stand on one side; the middle place of several. Windows whose median is zero stand on none.
    """
    width = len(answer) // parts
    if width < FEWEST:
        return None
    order = np.argsort(values, kind="stable")
    steps = (len(answer) - width) // max(width // parts, 1)
    starts = np.unique(np.linspace(0, len(answer) - width, steps + 1).round().astype(np.int64))
    middle, median = (np.median(sliding_window_view(each[order], width)[starts], axis=1) for each in (values, answer))
    middle, median = middle[median != 0], median[median != 0]
    if len(median) < 2 or np.sign(median[0]) == np.sign(median[-1]):
        return None
    changes = np.flatnonzero(np.sign(median[:-1]) != np.sign(median[1:]))
    left = changes[len(changes) // 2]
    part = median[left] / (median[left] - median[left + 1])
    return float(middle[left] + part * (middle[left + 1] - middle[left]))
