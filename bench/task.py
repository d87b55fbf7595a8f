"""What every contender is asked to do: the shipped theory under one regime, its outcomes at every quarter of every world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dualtrack.app.bind import THEORY, bind
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import Scheme

Array = NDArray[np.float64]
Worlds = Mapping[str, Array]
Runner = Callable[[Worlds], Mapping[str, Array]]
"""Drawn numbers per world in, outcomes [world, row] out."""
SEED = 7


@dataclass(frozen=True)
class Task:
    """One model, regime, clock and scheme, the quantities to save, and the threads that may be used."""

    model: Model
    regime: Regime
    clock: Clock
    save: tuple[str, ...]
    scheme: Scheme
    threads: int

    @classmethod
    def of(cls, scheme: Scheme, threads: int) -> Task:
        """The task on the shipped theory."""
        model = laboratory().model
        return cls(model, laboratory().regime(THEORY.treated), THEORY.clock, model.outcomes, scheme, threads)

    def worlds(self, count: int) -> Worlds:
        """The same worlds for everyone."""
        return draw(self.model, count, SEED).values

    def driven(self) -> Array:
        """Levers and histories, [step, name]."""
        paths = self.regime.paths
        numbers = {n: self.model.quantities[n].number for n in self.model.driven}
        return np.array(
            [[paths[n].at(year) if n in paths else numbers[n] for n in self.model.driven] for year in self.clock.years]
        )

    def gap(self, runner: Runner, count: int) -> float:
        """How far a contender is from the oracle at most, relative to each outcome's largest value in that world."""
        worlds, oracle = self.worlds(count), Oracle.of(self.model)
        found, gaps = runner(worlds), [0.0]
        for place in range(count):
            world = {name: float(values[place]) for name, values in worlds.items()}
            truth = oracle.run(self.regime, self.clock, world, scheme=self.scheme)
            for name in self.save:
                expected = np.array(truth[name])
                distance = float(np.abs(found[name][place] - expected).max())
                scale = float(np.abs(expected).max()) or 1.0
                gaps.append(distance / scale if np.isfinite(distance) else np.inf)
        return max(gaps)


@cache
def laboratory() -> Laboratory:
    """The theory with its regimes."""
    return bind()
