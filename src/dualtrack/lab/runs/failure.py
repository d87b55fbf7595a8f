"""Why did a world fail? A row per failed world, with the oracle's reason for the first of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import NotANumber, RunError
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import Scheme

EXPLAINED = 100
"""Failed worlds per regime that the oracle reruns; it is slow, and a hundred reasons are enough."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A world that left the numbers under a regime: the quantity, the year and the reason, as far as the oracle gives them."""

    regime: str
    world: int
    variable: str
    year: float | None
    reason: str


@dataclass
class Inquiry:
    """Explains failures of one model; compiles the oracle when the first world fails."""

    model: Model
    clock: Clock
    scheme: Scheme
    oracle: Oracle | None = None

    def rows(self, regime: Regime, worlds: Worlds, failed: NDArray[np.bool_], before: int = 0) -> tuple[Failure, ...]:
        """A row per world marked in `failed[world]`; `before` failures of this regime were explained earlier."""
        return tuple(
            self.row(regime, int(worlds.numbers[position]), rank, partial(worlds.world, position))
            for rank, position in enumerate(map(int, np.flatnonzero(failed)), before)
        )

    def row(self, regime: Regime, number: int, rank: int, world: Callable[[], Mapping[str, float]]) -> Failure:
        """The row of a failed world by its `number`; `rank` failures came before, and `world` is asked where it is rerun."""
        if rank < EXPLAINED:
            return self._rerun(regime, number, world())
        return Failure(regime.name, number, "", None, f"not rerun: the first {EXPLAINED} failures are explained")

    def _rerun(self, regime: Regime, number: int, world: Mapping[str, float]) -> Failure:
        self.oracle = self.oracle or Oracle.of(self.model)
        try:
            self.oracle.run(regime, self.clock, world, scheme=self.scheme)
        except NotANumber as error:
            return Failure(regime.name, number, error.variable, error.year, error.what)
        except RunError as error:
            return Failure(regime.name, number, "", self.clock.start, error.what)
        reason = "the oracle finishes this world: two targets disagree, which is worth a report"
        return Failure(regime.name, number, "", None, reason)
