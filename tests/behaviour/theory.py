"""The theory on the bench: its model, its regimes over the record's history, worlds from the prior, and runs kept for all tests.

Half of the worlds are drawn; in the other half every number stands at one end of its range, where an equation breaks first.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path as File

import numpy as np

from dualtrack.evidence.history import alarm_history, dial_history
from dualtrack.evidence.record import load_record
from dualtrack.lab.runs.regimes import read_regimes, set_lever
from dualtrack.lab.worlds.draw import Worlds, draw, hold, uniforms
from dualtrack.language.build import build
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Many, Paths
from dualtrack.theory import dual_track

SEED = 20
DRAWN = 16
STEP = 1 / 16
CLOCK = Clock(2018.0, 2040.0, STEP, 1 / 4)
SHORT = Clock(2018.0, 2032.0, STEP, 1 / 4)
ROUGH = Clock(2018.0, 2036.0, 1.5 * STEP, 1.5 * STEP)
"""As long a step as the fastest stocks bear: they adjust within a tenth of a year."""
"""Twice the shipped step: enough for drawn worlds where a direction is asked for, or what equals what, and not a size."""
PARTING = 2026.9
REGIMES = (
    "as_is",
    "near_embargo",
    "limited_opening",
    "sliding_scale",
    "free_trade",
    "refusal",
    "breakout",
    "broad_opening",
    "chips_only",
)
CLOSED = {
    "chip_performance_ceiling": 0.0,
    "chip_frontier_share_ceiling": 0.0,
    "chip_volume_ceiling": 0.0,
    "rule_free_sales": 0.0,
    "memory_access": 0.0,
    "tool_access": 0.0,
    "eda_access": 0.0,
    "cloud_access": 0.0,
    "foundry_access": 0.0,
    "korean_fab_access": 0.0,
    "mainland_foundry_access": 0.0,
}
OPEN = dict.fromkeys(CLOSED, 1.0) | {"chip_performance_ceiling": 100.0}


@cache
def model() -> Model:
    """The theory, wired."""
    return build(dual_track)


@cache
def regimes() -> dict[str, Regime]:
    """The shipped regimes on top of the record's history."""
    record = load_record()
    history = {name: Path(steps) for name, steps in dial_history(record).items()} | {"control_alarm": Path(alarm_history(record))}
    return read_regimes(File(dual_track.__file__).parent / "regimes", model(), history)


@cache
def worlds() -> Worlds:
    """Drawn worlds, then as many in which each number is at its lowest or highest."""
    drawn = draw(model(), DRAWN, SEED)
    corners = {}
    for name, values in drawn.values.items():
        high = uniforms(SEED, f"corner of {name}", DRAWN, 0) > 1 / 2
        corners[name] = np.concatenate([values, np.where(high, model()[name].high, model()[name].low)])
    return Worlds(corners, SEED, 0, 2 * DRAWN)


@cache
def plain_worlds() -> Worlds:
    """The drawn worlds alone."""
    return draw(model(), DRAWN, SEED)


@cache
def engine() -> Many:
    """The theory compiled, nothing frozen."""
    return Many.of(model())


def every_name() -> list[str]:
    """Everything that moves."""
    return [*model().stocks, *model().order]


@cache
def shipped(regime: str) -> Paths:
    """Every quantity of one shipped regime over all worlds."""
    return engine().run(regimes()[regime], CLOCK, worlds().values, every_name())


def run(regime: Regime, among: Worlds, save: Sequence[str], clock: Clock = SHORT) -> Paths:
    """Some quantities of a regime over some worlds, far enough to see regimes part."""
    return engine().run(regime, clock, among.values, save)


def with_levers(regime: Regime, values: Mapping[str, float], year: float = PARTING) -> Regime:
    """A regime with several levers held from a year on."""
    for name, value in values.items():
        regime = set_lever(model(), regime, name, value, year)
    return regime


def with_switches(among: Worlds, on: Mapping[str, float], others: float | None = 0.0) -> Worlds:
    """The same worlds with some switches set and, unless `others` is None, all others at one value."""
    rest = {} if others is None else dict.fromkeys(model().switches, others)
    return hold(model(), among, {**rest, **on})


def beside(*groups: Worlds) -> Worlds:
    """Several groups of worlds as one, so that they run together."""
    values = {name: np.concatenate([group.values[name] for group in groups]) for name in model().drawn}
    return Worlds(values, SEED, 0, sum(group.count for group in groups))


def elements(name: str) -> list[str]:
    """The flat names of a quantity: itself, or one per layer or pool."""
    return [flat for flat, quantity in model().quantities.items() if quantity.base == name]


def frozen(names: Iterable[str]) -> Many:
    """The theory with some quantities, by base name, driven from outside."""
    return Many.of(freeze(model(), [flat for name in names for flat in elements(name)]))


def at(paths: Paths, name: str, year: float) -> Array:
    """A quantity's values over worlds at a saved year."""
    place = int(np.argmin(np.abs(paths.years - year)))
    assert abs(paths.years[place] - year) < STEP, f"{year} is not saved"
    return paths.values[name][:, place]


def since(paths: Paths, name: str, year: float) -> Array:
    """A quantity's values over worlds and the saved years from one on."""
    return paths.values[name][:, paths.years >= year]


@cache
def caused() -> dict[str, frozenset[str]]:
    """For each quantity by base name, what its recorded equation reads."""
    reads: dict[str, set[str]] = {}
    for flat, quantity in model().quantities.items():
        base = flat if quantity.expanded_from == "delay" else quantity.base
        reads.setdefault(base, set()).update(model()[cause].base for cause in model().causes(flat))
    return {name: frozenset(found - {name}) for name, found in reads.items()}


@lru_cache(maxsize=4)
def _reference(name: str, paths: tuple[tuple[str, Path], ...], key: bytes, clock: Clock) -> Mapping[str, Array]:
    among = {n: np.frombuffer(key).reshape(len(model().drawn), -1)[i] for i, n in enumerate(model().drawn)}
    return engine().run(Regime(name, dict(paths)), clock, among, every_name()).values


def hold_still(regime: Regime, among: Worlds, clock: Clock) -> Mapping[str, Array]:
    """Every quantity at every step of a run: the paths at which something may be held; the last few are kept."""
    key = np.stack([among.values[n] for n in model().drawn]).tobytes()
    return _reference(regime.name, tuple(sorted(regime.paths.items())), key, clock)
