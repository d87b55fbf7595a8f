"""From the prior to the posterior by small steps of temperature: reweighed, drawn again, and moved at each (Del Moral, 2006).

The share of the cloud that a step keeps is fixed, so that the data choose the steps; the evidence follows from the weights.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.landscape import Landscape, information, informed_directions
from dualtrack.lab.calibrate.moves import CYCLE, KINDS, CloudMover, Kind
from dualtrack.lab.statistics.effective_count import worth
from dualtrack.language.checked import checked
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields

KEPT = 0.5
"""The share of the cloud, in equal points, that a step of temperature leaves."""
POINTS = 20
"""Points at which what the record tells is worked out, at each temperature."""
HALVINGS = 50
"""Of the interval in which the next temperature is looked for: to the last digit."""
MEMORY = 0.1
"""The correlation with where they came from, in directions and in all numbers, below which points have moved enough."""
WATCHED = 8
"""Leading directions of which memory is asked."""
STEEP = 200
"""Temperatures beyond which the record is taken to be out of reach: a usual one needs about ten."""
CALIBRATED = 2000
"""Worlds in each of the two draws, unless another number is asked for: fewer seldom agree."""
FEWEST = 100
"""Particles that a cloud has at least."""
Told = Callable[[int], None]
"""Called with how many points were tried."""


@checked
@dataclass(frozen=True, slots=True)
class Tempering:
    """How many `particles` a cloud has, and how many rounds of moves at a temperature are made at least and at most.

    `warm` are the rounds before the last temperature, `least` and `most` those at it: they end when memory is gone. Raises
    `RunError` for fewer than a hundred particles, or rounds that do not rise.
    """

    particles: int = 2000
    warm: int = 5
    least: int = 20
    most: int = 50

    def __post_init__(self) -> None:
        if self.particles < FEWEST or self.warm < 1 or not 1 <= self.least <= self.most:
            raise RunError(
                f"{self.particles} particles cannot be moved for {self.warm}, and then {self.least} to {self.most} rounds",
                fix="give a hundred particles or more, and rounds that rise",
            )


@dataclass(frozen=True, slots=True)
class Rung:
    """One temperature: points left of those before, directions walked, shares accepted by kind of move, rounds, and memory.

    `memory` is the mean correlation of all numbers with where the points came from, `lead` the greatest in leading directions.
    """

    temperature: float
    left: int
    directions: int
    accepted: dict[str, float]
    rounds: int
    memory: float
    lead: float


@dataclass(frozen=True, slots=True, repr=False)
class Cloud:
    """Points drawn by the posterior, `state[number, world]`, with how likely the record is in each, `likely[world]`.

    `log_evidence` is how likely it is under the whole prior, `rungs` how the cloud came there, `tried` the worlds run.
    """

    state: Array
    likely: Array
    log_evidence: float
    rungs: tuple[Rung, ...]
    tried: int

    def __post_init__(self) -> None:
        settle_fields(self)


def temper(landscape: Landscape, tempering: Tempering, random: np.random.Generator, told: Told | None = None) -> Cloud:
    """Draw a cloud by the posterior, from a `random` stream of its own; `told` is told how many points were tried so far.

    Tempered sequential Monte Carlo (Del Moral and others, 2006). Raises `RunError` where no point of the prior is possible or
    the record is out of reach.
    """
    climb = _Climb(landscape, tempering, random, told)
    while climb.temperature < 1:
        if len(climb.rungs) >= STEEP:
            raise RunError(
                f"after {STEEP} temperatures the draw has come to {climb.temperature:.2g} of 1",
                fix="look for figures that no world comes near, or take the model to be further off",
            )
        climb.rise()
        climb.move()
    return Cloud(climb.state, climb.likely, climb.log_evidence, tuple(climb.rungs), climb.tried)


class _Climb:
    """A cloud on its way up."""

    def __init__(self, landscape: Landscape, tempering: Tempering, random: np.random.Generator, told: Told | None) -> None:
        self.landscape, self.tempering, self.random, self.told = landscape, tempering, random, told
        self.state = random.standard_normal((landscape.dimension, tempering.particles))
        self.likely = landscape.log_likelihood(self.state)
        self.temperature, self.tried, self.rungs = 0.0, tempering.particles, list[Rung]()
        self.lengths: dict[Kind, float] = {"walk": 1.0, "lean": 0.6, "rest": 0.6}
        possible = np.isfinite(self.likely)
        if not possible.any():
            raise RunError(
                f"none of {tempering.particles} worlds of the prior is possible", fix="see which figure or target has no number"
            )
        self.log_evidence = float(np.log(possible.mean()))
        self.left = self._draw(possible / possible.sum())

    def rise(self) -> None:
        """To the highest temperature that keeps enough of the cloud, which is weighed and drawn again."""
        before = self.temperature
        self.temperature = next_temperature(self.likely, before)
        log_weights = (self.temperature - before) * self.likely
        top = log_weights.max()
        weights = np.exp(log_weights - top)
        self.log_evidence += float(top + np.log(weights.mean()))
        self.left = self._draw(weights / weights.sum())

    def move(self) -> None:
        """Move the cloud until it has forgotten where its points came from, or long enough."""
        points = self.state[:, self.random.choice(self.state.shape[1], POINTS, replace=False)]
        matrix = self.temperature * information(self.landscape, points)
        directions = informed_directions(matrix)
        mover = CloudMover(self.landscape, self.state, self.likely, self.temperature, directions, self.random, self.lengths)
        self._count(2 * self.landscape.dimension * POINTS)
        start, rounds, memory, lead = self.state.copy(), 0, 1.0, 1.0
        settings = self.tempering
        least, most = (settings.warm, settings.warm) if self.temperature < 1 else (settings.least, settings.most)
        while rounds < least or (rounds < most and max(memory, lead) > MEMORY):
            mover.cycle()
            rounds += 1
            self._count(len(CYCLE) * self.state.shape[1])
            memory, lead = memories(start, self.state, directions)
        accepted: dict[str, float] = {kind: float(np.mean(mover.tried[kind])) for kind in KINDS if mover.tried[kind]}
        self.rungs.append(Rung(self.temperature, self.left, directions.shape[1], accepted, rounds, memory, lead))

    def _draw(self, weights: Array) -> int:
        """Draw points again by their `weights[world]`, evenly along them (Kitagawa, 1996), and say how many are left."""
        count = len(weights)
        marks = (self.random.random() + np.arange(count)) / count
        chosen = np.minimum(np.searchsorted(np.cumsum(weights), marks), count - 1)
        self.state, self.likely = self.state[:, chosen], self.likely[chosen]
        return len(np.unique(chosen))

    def _count(self, tried: int) -> None:
        self.tried += tried
        if self.told is not None:
            self.told(self.tried)


def next_temperature(likely: Array, before: float) -> float:
    """The highest up to 1 at which the cloud, by `likely[world]`, is still worth the share that is kept, `before` the last."""

    def left(temperature: float) -> float:
        gain = (temperature - before) * (likely - likely.max())
        return worth(np.exp(gain)) / len(likely)

    if left(1.0) >= KEPT:
        return 1.0
    low, high = before, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if left(middle) >= KEPT else (low, middle)
    return low if low > before else high


def memories(start: Array, state: Array, directions: Array) -> tuple[float, float]:
    """How far points `state[number, world]` still go with those that they came from, `start[number, world]`, 0 to 1.

    The mean over all numbers, and the greatest over leading `directions[number, place]`.
    """
    lead = directions[:, :WATCHED].T
    return float(_alike(start, state).mean()), float(_alike(lead @ start, lead @ state).max())


def _alike(one: Array, other: Array) -> Array:
    """The correlation of each row, [number]; 1 where one does not move at all."""
    first, second = (each - each.mean(axis=1, keepdims=True) for each in (one, other))
    products = (first * second).sum(axis=1)
    sizes = np.sqrt((first**2).sum(axis=1) * (second**2).sum(axis=1))
    return np.asarray(np.where(sizes > 0, np.abs(products) / np.where(sizes > 0, sizes, 1.0), 1.0))
