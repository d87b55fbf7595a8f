"""Several regimes in the same worlds: the past that they have in common is lived once, and each goes on from where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dualtrack.lab.runs.engine import Engine
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.native.input_block import InputBlock
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.scheme import Scheme


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What is asked of each world under every regime; `rows` saved rows are common to all."""

    compiled: Engine
    regimes: tuple[Regime, ...]
    clock: Clock
    save: tuple[str, ...]
    scheme: Scheme
    rows: int

    @classmethod
    def of(
        cls, model: Model, compiled: Engine, regimes: Sequence[Regime], clock: Clock, save: Sequence[str], scheme: Scheme
    ) -> SideBySide:
        """For these regimes, whatever they have in common; raises `RegimeError` for one that does not fit the model."""
        return cls(compiled, tuple(regimes), clock, tuple(save), scheme, common_rows(model, regimes, clock))

    def run(self, worlds: Worlds) -> Iterator[Paths]:
        """Each regime in turn, the same numbers as if each were run by itself, bit for bit."""
        if not self.rows:
            for regime in self.regimes:
                yield self._ran(regime, self.clock, worlds)
            return
        parting = self.clock.saved[self.rows]
        past = self._ran(self.regimes[0], replace(self.clock, stop=parting), worlds)
        for regime in self.regimes:
            yield self._ran(regime, replace(self.clock, start=parting), worlds, past)

    def _ran(self, regime: Regime, clock: Clock, worlds: Worlds, before: Paths | None = None) -> Paths:
        return self.compiled.runner.run(regime, clock, worlds.values, self.save, scheme=self.scheme, before=before)


def common_rows(model: Model, regimes: Sequence[Regime], clock: Clock) -> int:
    """Saved rows before anything that drives one regime differs from what drives another; 0 where none is to be spared."""
    if len(regimes) < 2 or not model.stocks:
        return 0
    inputs = InputBlock(model)
    first, *others = (inputs.driven(regime, clock, model.driven) for regime in regimes)
    same = np.logical_and.reduce([(first == other).all(axis=1) for other in others])
    steps = len(same) if same.all() else int(np.argmin(same))
    rows = min(steps // clock.stride, len(clock.saved) - 2)
    return rows if rows > 0 and _comes_out_even(clock, rows) else 0


def _comes_out_even(clock: Clock, rows: int) -> bool:
    """Whether a clock that starts at a saved row counts the same years, bit for bit."""
    return replace(clock, start=clock.saved[rows]).years == clock.years[rows * clock.stride :]
