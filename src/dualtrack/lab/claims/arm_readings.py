"""What was read off the runs of a claim's test, world by world, and several sets of worlds put one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.statistics.crossing import Crossings
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_measure import Arm, Fall, Point
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields


@dataclass(frozen=True, slots=True, repr=False)
class Crossed(Printed):
    """An outcome of a run: when each threshold is crossed, and the `area[world]` below the curve, in its unit times years."""

    at: Mapping[float, Crossings]
    area: Array

    def __post_init__(self) -> None:
        settle_fields(self)


@dataclass(frozen=True, slots=True, repr=False)
class ArmReadings(Printed):
    """What was read off the runs of some worlds: `points[point][world]`, of a fall its year, and `crossed` by run and outcome.

    `sound[run][world]` marks the worlds that finished a run.
    """

    points: Mapping[Point | Fall, Array]
    crossed: Mapping[tuple[Arm, str], Crossed]
    sound: Mapping[Arm, Mask]

    def __post_init__(self) -> None:
        settle_fields(self)


def joined(parts: Sequence[ArmReadings]) -> ArmReadings:
    """What was read off several sets of worlds, one after the other."""
    first = parts[0]
    return ArmReadings(
        points={key: np.concatenate([part.points[key] for part in parts]) for key in first.points},
        crossed={key: _one([part.crossed[key] for part in parts]) for key in first.crossed},
        sound={key: np.concatenate([part.sound[key] for part in parts]) for key in first.sound},
    )


def _one(parts: list[Crossed]) -> Crossed:
    def joined(level: float) -> Crossings:
        rows = [part.at[level] for part in parts]
        return Crossings(*(np.concatenate([getattr(row, name) for row in rows]) for name in ("wait", "reached", "passed")))

    return Crossed({level: joined(level) for level in parts[0].at}, np.concatenate([part.area for part in parts]))
