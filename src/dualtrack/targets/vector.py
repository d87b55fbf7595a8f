"""Many worlds at once with NumPy: every quantity is an array over worlds, and time is one loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.declare import Curve
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime, check_regime
from dualtrack.targets.program import Program, Values, compile_program
from dualtrack.targets.scheme import EULER, Scheme
from dualtrack.targets.source import NUMPY

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Paths:
    """Saved quantities of one regime over worlds: `values[name][world, year]`; `failed` marks worlds that left the numbers."""

    regime: str
    years: Array
    values: Mapping[str, Array]
    failed: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Many:
    """A compiled model; `run` steps all worlds of an ensemble together."""

    model: Model
    program: Program

    @classmethod
    def of(cls, model: Model) -> Many:
        """Print the model as NumPy and compile it."""
        curves = {f"curve_{name}": _interpolate(curve) for name, curve in model.curves.items()}
        return cls(model, compile_program(model, NUMPY, {"xp": np, **curves}))

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme = EULER,
        series: Mapping[str, Array] | None = None,
    ) -> Paths:
        """Run every world; `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities.

        A quantity may be saved at every step by a clock whose save equals its step.
        """
        model, program = self.model, self.program
        check_regime(model, regime)
        count = len(next(iter(worlds.values())))
        given: Values = [worlds.get(n, model.quantities[n].number) for n in program.given]
        kept = {name: np.empty((count, len(clock.saved))) for name in save}
        with np.errstate(all="ignore"):
            stocks = [np.broadcast_to(np.asarray(s, dtype=np.float64), (count,)) for s in program.begin(given)]
            for index, year in enumerate(clock.years):
                driven = [self._driven(n, regime, year, index, series or {}) for n in program.driven]
                slopes, computed = program.observe(stocks, given, driven, year)
                if index % clock.stride == 0:
                    groups = zip(
                        (*program.stocks, *program.computed, *program.driven), (*stocks, *computed, *driven), strict=True
                    )
                    for name, value in groups:
                        if name in kept:
                            kept[name][:, index // clock.stride] = value
                if index < clock.steps:
                    stocks = self._step(stocks, slopes, given, driven, year, clock.step, scheme)
        finite = np.logical_and.reduce([np.isfinite(s) for s in stocks] + [np.isfinite(v).all(axis=1) for v in kept.values()])
        return Paths(regime.name, np.asarray(clock.saved), kept, ~finite)

    def _driven(self, name: str, regime: Regime, year: float, index: int, series: Mapping[str, Array]) -> float | Array:
        if name in series:
            return series[name][:, index]
        return regime.paths[name].at(year) if name in regime.paths else self.model.quantities[name].number

    def _step(
        self, stocks: Values, first: Values, given: Values, driven: Values, year: float, length: float, scheme: Scheme
    ) -> Values:
        """The stocks one step later; levers hold still within a step."""
        slopes = [first]
        for row, part in zip(scheme.a[1:], scheme.c[1:], strict=True):
            here = [s + length * sum(w * k[i] for w, k in zip(row, slopes, strict=True)) for i, s in enumerate(stocks)]
            slopes.append(self.program.observe(here, given, driven, year + part * length)[0])
        return [s + length * sum(w * k[i] for w, k in zip(scheme.b, slopes, strict=True)) for i, s in enumerate(stocks)]


def _interpolate(curve: Curve) -> Callable[[Array], Array]:
    x, y = (np.array(axis) for axis in zip(*curve.points, strict=True))
    return lambda at: np.interp(at, x, y)
