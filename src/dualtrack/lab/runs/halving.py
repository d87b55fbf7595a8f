"""Is the step short enough? The same worlds under the same regimes again in half the step, and by how much anything moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.statistics.band import SHARES
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.pace import hurried
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row


@dataclass(frozen=True, slots=True)
class Moved:
    """By how much a quantity moves when the step is halved, in its unit: the middle of all worlds, regimes and saved years, the
    value that one in twenty exceeds, and the greatest; `width` is how far its values lie apart, from the 5th to the 95th
    hundredth.
    """

    name: str
    unit: str
    median: float
    most: float
    greatest: float
    width: float


@dataclass(frozen=True, slots=True, repr=False)
class Halving(Tidy):
    """What halving a step does, over so many worlds; `hurried` has the stocks that drain within three steps, and how fast."""

    step: float
    worlds: int
    moved: tuple[Moved, ...]
    hurried: Mapping[str, float]

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Halving the step of {self.step:g} year in {self.worlds} worlds"

    def printed_lines(self) -> Mapping[str, object]:
        moved = {each.name: f"moved by at most {each.greatest:g} {each.unit}" for each in self.moved}
        return {**moved, "drain within three steps": self.hurried}

    def to_dict(self) -> Row:
        """The step, what adjusts within three of it, and by how much halving it moves each quantity."""
        return plain_row(
            {
                "step_years": self.step,
                "worlds": self.worlds,
                "shortest_times_years": self.hurried,
                "moved_by_halving": self.to_rows(),
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per quantity."""
        return [
            {"quantity": each.name, "unit": each.unit, "median": each.median, "q95": each.most}
            | {"greatest": each.greatest, "width_over_worlds": each.width}
            for each in self.moved
        ]


@checked
def halve_step(model: Model, regimes: Iterable[Regime], worlds: Worlds, clock: Clock, save: Sequence[str]) -> Halving:
    """Run every one of `regimes` in every one of `worlds` at the step of `clock` and at half of it, and measure what moves.

    It gives, for each quantity of the `model` named in `save`, by how much it moves. Raises `RunError` where no world finishes,
    or for a step that is longer than a stock takes to drain.
    """
    chosen = tuple(regimes)
    whole = run_ensemble(model, chosen, worlds, clock, save)
    half = run_ensemble(model, chosen, worlds, replace(clock, step=clock.step / 2), save)
    sound = whole.sound & half.sound
    if not sound.any():
        raise RunError(f"no world of {worlds.count} finishes at both steps", fix="shorten the step, or draw more worlds")
    found = []
    for name, unit in whole.units.items():
        rows = [(whole[each].values[name][sound], half[each].values[name][sound]) for each in whole.paths]
        found.append(_moved(name, unit, np.array([a for a, _ in rows]), np.array([b for _, b in rows])))
    return Halving(clock.step, int(sound.sum()), tuple(found), hurried(model, clock.step))


def _moved(name: str, unit: str, whole: Array, half: Array) -> Moved:
    apart = np.abs(whole - half)
    low, high = np.quantile(half, (SHARES[0], SHARES[-1]))
    return Moved(
        name, unit, float(np.median(apart)), float(np.quantile(apart, SHARES[-1])), float(apart.max()), float(high - low)
    )
