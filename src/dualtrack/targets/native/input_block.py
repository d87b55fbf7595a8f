"""What a run is given, in the form that a kernel reads; what repeats from run to run is checked and brought there once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.model import Model
from dualtrack.language.scenario import SMALL, Clock, Path, Regime, check_regime
from dualtrack.language.soundness.pace import check_step
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import read_only

KEPT = 64
"""Regimes remembered, a tenth of a megabyte each."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Drawn numbers given together: their `places[number]` among all given, and their ranges `low[number]` to `high[number]`."""

    places: NDArray[np.int64]
    low: Array
    high: Array


@dataclass(frozen=True)
class InputBlock:
    """Inputs of one model; `courses[key][step, number]` and `limits` are kept for the next run."""

    model: Model
    courses: dict[Any, Array] = field(default_factory=dict, repr=False, compare=False)
    limits: dict[tuple[str, ...], Limits] = field(default_factory=dict, repr=False, compare=False)

    def driven(self, regime: Regime, clock: Clock, names: tuple[str, ...]) -> Array:
        """Paths of levers and histories, [step, number], by `names`; raises `RegimeError` for a regime that does not fit the
        model.
        """
        key = (clock, names, tuple(regime.paths.items()))
        found = self.courses.get(key)
        if found is None:
            check_step(self.model, clock.step)
            check_regime(self.model, regime)
            columns = [_along(regime.paths.get(name), self.model.quantities[name].number, clock) for name in names]
            found = np.stack(columns, axis=1) if columns else np.empty((clock.steps + 1, 0))
            if len(self.courses) >= KEPT:
                self.courses.clear()
            self.courses[key] = found = read_only(found)
        return found

    @cached_property
    def declared(self) -> Array:
        """The numbers given where no world says otherwise, [number]."""
        return read_only(np.array([self.model.quantities[name].number for name in self.model.given], dtype=np.float64))

    def alone(self, worlds: Mapping[str, Array]) -> Array | None:
        """The numbers of a single world of `worlds[name][world]`, the rest as declared: [number].

        None if there are more worlds, or anything is wrong.
        """
        if not worlds:
            return self.declared.copy()
        if {value.shape for value in worlds.values()} != {(1,)}:
            return None
        values = np.concatenate(list(worlds.values()), dtype=np.float64)
        names = tuple(worlds)
        known = self.limits.get(names) or self._limits(names)
        if known is None or not ((values >= known.low) & (values <= known.high) & np.isfinite(values)).all():
            return None
        numbers = self.declared.copy()
        numbers[known.places] = values
        return numbers

    def _limits(self, names: tuple[str, ...]) -> Limits | None:
        """None where a name is no number of the model."""
        places = {name: place for place, name in enumerate(self.model.given)}
        if not places.keys() >= set(names):
            return None
        quantities = [self.model.quantities[name] for name in names]
        low, high = (np.array([getattr(q, end) for q in quantities], dtype=np.float64) for end in ("low", "high"))
        self.limits[names] = Limits(np.array([places[name] for name in names]), low, high)
        return self.limits[names]


def _along(path: Path | None, number: float, clock: Clock) -> Array:
    """A path's value at every step, as `Path.at` gives it year by year, or the number where there is no path."""
    if path is None:
        return np.full(clock.steps + 1, number)
    years, (dates, values) = np.asarray(clock.years), np.array(path.points, dtype=np.float64).T
    after = np.searchsorted(dates, years + SMALL, side="right")
    height: Array = values[np.maximum(after - 1, 0)]
    if not path.ramp:
        return height
    between = (after > 0) & (after < len(dates))
    left, right = after[between] - 1, after[between]
    rise = (values[right] - height[between]) * np.maximum(years[between] - dates[left], 0.0) / (dates[right] - dates[left])
    height[between] += rise
    return height
