"""Runs with some things held: a regime and worlds as they are, but for the quantities that a check holds at values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.language.expressions.formula import flat_names
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model, freeze
from dualtrack.language.quantity import GIVEN
from dualtrack.language.scenario import LONG_AGO, Clock, Path, Regime
from dualtrack.language.statements.reality_check import Fixed, Given, Switches
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.scheme import EULER

FixedByName = Mapping[str, Fixed]
"""What is held, by flat name."""
KEPT = 4
"""Runs of one regime that are kept for the checks that share them."""


@dataclass(frozen=True, slots=True)
class TrialRun:
    """A finished run: `values[name][world, row]`, the `years[row]`, and in `failed[world]` which worlds left the numbers."""

    values: Mapping[str, Array]
    years: Array
    failed: NDArray[np.bool_]


def fixed(model: Model, given: Given) -> dict[str, Fixed]:
    """What is held, with quantities over a dimension and groups of switches written out; the last word counts."""
    found: dict[str, Fixed] = {}
    for held in given:
        if isinstance(held, Switches):
            found |= {name: Fixed(name, held.value) for name in model.switches}
        else:
            found |= {name: replace(held, name=name) for name in flat_names(model, held.name)}
    return found


def cut(model: Model, held: FixedByName) -> tuple[str, ...]:
    """The quantities held that would follow from others."""
    return tuple(sorted(name for name in held if model[name].role not in GIVEN and name not in model.driven))


@dataclass(frozen=True)
class TrialRunner:
    """A model with its engines: as it is, and with some quantities cut from their causes."""

    model: Model
    engines: dict[tuple[str, ...], Engine] = field(default_factory=dict, repr=False)

    def run(self, regime: Regime, worlds: Worlds, clock: Clock, held: FixedByName, save: tuple[str, ...]) -> TrialRun:
        """One run of all worlds with these things held."""
        names = cut(self.model, held)
        if names not in self.engines:
            self.engines[names] = engine(freeze(self.model, names))
        shape = (worlds.count, clock.steps + 1)
        series = {name: np.broadcast_to(np.float64(held[name].value), shape) for name in names}
        changed = hold(self.model, worlds, {name: each.value for name, each in held.items() if self.model[name].role in GIVEN})
        runner, driven = self.engines[names].runner, self._levers(regime, held)
        paths = runner.run(driven, clock, changed.values, save, scheme=EULER, series=series or None)
        numbers = {name: np.array([[self.model[name].number]]) for name in self.model.given}
        drawn = {name: values[:, None] for name, values in changed.values.items()}
        levers = {name: _row(self.model, driven, name, paths.years) for name in self.model.driven}
        return TrialRun({**numbers, **drawn, **levers, **paths.values, TIME: paths.years[None, :]}, paths.years, paths.failed)

    def _levers(self, regime: Regime, held: FixedByName) -> Regime:
        """The regime with the levers that are held."""
        for name, each in held.items():
            if name in self.model.driven and each.since is None:
                regime = replace(regime, paths={**regime.paths, name: Path(((LONG_AGO, each.value),))})
            elif name in self.model.driven and each.since is not None:
                regime = set_lever(self.model, regime, name, each.value, each.since)
        return regime


@dataclass
class Runs:
    """Runs of one regime over some worlds, each made when first asked for; the last few are kept."""

    bench: TrialRunner
    regime: Regime
    worlds: Worlds
    kept: dict[object, TrialRun] = field(default_factory=dict)

    def get(self, clock: Clock, held: FixedByName, save: tuple[str, ...]) -> TrialRun:
        """The run with these things held."""
        key = (clock, tuple(sorted((name, each.value, each.since or LONG_AGO) for name, each in held.items())), save)
        if key not in self.kept:
            if len(self.kept) >= KEPT:
                del self.kept[next(iter(self.kept))]
            self.kept[key] = self.bench.run(self.regime, self.worlds, clock, held, save)
        return self.kept[key]


def _row(model: Model, regime: Regime, name: str, years: Array) -> Array:
    path = regime.paths.get(name)
    return np.array([[model[name].number]]) if path is None else np.array([[path.at(year) for year in years]])
