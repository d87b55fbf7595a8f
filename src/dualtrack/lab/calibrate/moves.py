"""How a cloud of points moves without leaving its distribution: five proposals, each accepted by the rule of Metropolis.

Directions of which the record tells are walked at random, by the cloud's own shape, and drawn towards fresh ones of that shape;
all others are drawn towards fresh ones, as the prior leaves them (Cotter and others, 2013); switches are drawn afresh, and so are
a few numbers at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from dualtrack.lab.calibrate.landscape import Landscape
from dualtrack.targets.numeric.arrays import Array

Kind = Literal["walk", "lean", "rest", "switches", "few"]
KINDS: tuple[Kind, ...] = ("walk", "lean", "rest", "switches", "few")
CYCLE: tuple[Kind, ...] = ("lean", "rest", "walk", "switches", "lean", "rest", "few")
"""One round: what mixes slowest moves most."""
WANTED: dict[Kind, float] = {"walk": 0.25, "lean": 0.3, "rest": 0.3}
"""Shares of proposals accepted that a step is made longer or shorter for (Roberts and others, 1997)."""
LENGTHS: dict[Kind, tuple[float, float]] = {"walk": (0.05, 3.0), "lean": (0.05, 1.0), "rest": (0.05, 1.0)}
OPTIMAL = 2.38
"""Over the root of the number of directions, the best step of a random walk (Roberts and others, 1997)."""
AT_A_TIME = 8
"""Numbers that the last move draws together, on the average."""
PULL = 0.6
"""How much of a number stays where a few are drawn together."""
RIDGE = 1e-3
"""Added to the cloud's variance, so that a direction in which it is flat stays open."""

Proposal = tuple[Array, Array | float]
"""New points [number, world], and the logarithm of what the prior makes of the step."""


@dataclass
class CloudMover:
    """A cloud of points, `state[number, world]`, at one `temperature`, with how likely the record is in each, `likely[world]`.

    Of `directions[number, place]` the record tells; `lengths` of steps are tuned as it goes, `tried` holds the shares accepted.
    """

    landscape: Landscape
    state: Array
    likely: Array
    temperature: float
    directions: Array
    random: np.random.Generator
    lengths: dict[Kind, float]
    tried: dict[Kind, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def __post_init__(self) -> None:
        inside = self.directions.T @ self.state
        spread = np.atleast_2d(np.cov(inside)) + RIDGE * np.eye(len(inside))
        self.shape = np.linalg.cholesky(spread)
        self.middle = inside.mean(axis=1, keepdims=True)
        self.unshape = np.linalg.inv(self.shape)
        self.walks: dict[Kind, Callable[[], Proposal]] = {
            "walk": self._walk,
            "lean": self._lean,
            "rest": self._rest,
            "switches": self._switches,
            "few": self._few,
        }

    def cycle(self) -> None:
        """One round of proposals, each for all points."""
        for kind in CYCLE:
            if kind == "switches" and not self.landscape.switches:
                continue
            self._move(kind)

    def _move(self, kind: Kind) -> None:
        proposed, prior = self.walks[kind]()
        likely = self.landscape.log_likelihood(proposed)
        with np.errstate(invalid="ignore"):
            gain = self.temperature * (likely - self.likely) + prior
        taken = np.isfinite(likely) & (np.log(self.random.random(len(likely))) < gain)
        self.state[:, taken], self.likely[taken] = proposed[:, taken], likely[taken]
        share = float(taken.mean())
        self.tried[kind].append(share)
        if kind in WANTED:
            self.lengths[kind] = float(np.clip(self.lengths[kind] * np.exp(share - WANTED[kind]), *LENGTHS[kind]))

    def _walk(self) -> Proposal:
        count, rank = self.state.shape[1], self.directions.shape[1]
        step = OPTIMAL / np.sqrt(rank) * self.lengths["walk"] * (self.shape @ self.random.standard_normal((rank, count)))
        proposed = self.state + self.directions @ step
        before, after = (np.einsum("ij,ij->j", each, each) for each in (self.state, proposed))
        return proposed, 0.5 * (before - after)

    def _lean(self) -> Proposal:
        length, inside = self.lengths["lean"], self.directions.T @ self.state
        away = self.unshape @ (inside - self.middle)
        drawn = np.sqrt(1 - length**2) * away + length * self.random.standard_normal(away.shape)
        step = self.shape @ (drawn - away)
        squares = [np.einsum("ij,ij->j", each, each) for each in (inside, inside + step, away, drawn)]
        return self.state + self.directions @ step, 0.5 * (squares[0] - squares[1] - squares[2] + squares[3])

    def _rest(self) -> Proposal:
        length = self.lengths["rest"]
        fresh = self.random.standard_normal(self.state.shape)
        stay = np.sqrt(1 - length**2)
        change = (stay - 1) * self.state + length * fresh
        return self.state + change - self.directions @ (self.directions.T @ change), 0.0

    def _switches(self) -> Proposal:
        proposed, count = self.state.copy(), self.state.shape[1]
        for _ in range(int(self.random.integers(1, 3))):
            which = self.random.choice(self.landscape.switches, count)
            proposed[which, np.arange(count)] = self.random.standard_normal(count)
        return proposed, 0.0

    def _few(self) -> Proposal:
        chosen = self.random.random(self.state.shape) < AT_A_TIME / self.landscape.dimension
        fresh = self.random.standard_normal(self.state.shape)
        return np.where(chosen, PULL * self.state + np.sqrt(1 - PULL**2) * fresh, self.state), 0.0
