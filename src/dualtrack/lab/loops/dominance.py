"""When does which loop lead? Shares of circuits read as periods: who leads, how firmly over worlds, and when that changes.

A lead that lasts less than a year is no period of its own: near a turning point every score grows, and leads flicker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_score import LoopScores
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.resolved import Measured, order
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields

LEAST = 1.0
"""Years that a lead must last."""
HALF = 0.5
Leader = TypeVar("Leader", int, bool)


@dataclass(frozen=True, slots=True)
class LoopRank:
    """A circuit in a period: its mean share over worlds and years, the band of worlds' means, and in how many worlds it leads.

    `active` is the part of worlds and years in which it runs at all; `reinforcing` the part of its own magnitudes that
    reinforces, None where it is idle in every world.
    """

    circuit: str
    measured: Measured
    band: Band
    leads: float
    active: float
    reinforcing: float | None

    @property
    def share(self) -> float:
        """The mean over worlds and years."""
        return self.measured.value


@dataclass(frozen=True, slots=True, repr=False)
class Period(Printed):
    """Some years with the `standings` of circuits by mean share, the largest first."""

    start: float
    stop: float
    standings: tuple[LoopRank, ...]

    @property
    def leader(self) -> str:
        """The circuit with the largest mean share."""
        return self.standings[0].circuit

    @property
    def leader_is_told(self) -> bool:
        """Whether more worlds would hardly name another leader."""
        return len(self.standings) == 1 or self.told > 0

    @property
    def told(self) -> int:
        """How many of the first are each told from all behind them: the places of which an order may be named."""
        return order([each.measured for each in self.standings]).settled

    def printed_title(self) -> str:
        return f"{self.start:g} to {self.stop:g}: {self.leader} leads"

    def printed_lines(self) -> Mapping[str, object]:
        return {each.circuit: each.share for each in self.standings}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years in which the loops that reinforce, or those that balance, make up more than half; the share is their mean."""

    start: float
    stop: float
    reinforcing: bool
    share: float


@dataclass(frozen=True, slots=True, repr=False)
class Dominance(Printed):
    """Periods of leadership, stretches of reinforcement and balance in `years[year]`, and the standings over all of them."""

    regime: str
    worlds: int
    years: Array
    whole: Period
    periods: tuple[Period, ...]
    stretches: tuple[Stretch, ...]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def shifts(self) -> tuple[float, ...]:
        """The years in which the lead passes on."""
        return tuple(each.start for each in self.periods[1:])

    def printed_title(self) -> str:
        return f"Dominance under `{self.regime}` in {self.worlds} worlds"


def read_dominance(scores: LoopScores, start: float = -np.inf, stop: float = np.inf) -> Dominance:
    """Who leads when, between two years; raises `RunError` where no year or no sound world is left."""
    rows = np.flatnonzero((scores.years > start) & (scores.years <= stop))
    if not scores.sound.any() or not len(rows):
        raise RunError(f"no loop can lead in {int(scores.sound.sum())} sound worlds and {len(rows)} years", fix="score some")
    names = list(scores.size)
    shares = np.array([scores.share(name)[:, rows] for name in names])
    step = float(scores.years[0] - _start(scores)) if len(scores.years) > 1 else LEAST
    leads = _lasting([int(place) for place in shares.mean(axis=1).argmax(axis=0)], round(LEAST / step))
    reinforcing = scores.reinforcing[:, rows].mean(axis=0)
    tilts = _lasting([bool(part > HALF) for part in reinforcing], round(LEAST / step))
    years = scores.years[rows]

    def span(first: int, last: int) -> tuple[float, float]:
        return float(years[first] - step), float(years[last])

    def period(first: int, last: int) -> Period:
        return Period(*span(first, last), _standings(scores, names, shares[:, :, first : last + 1], rows[first : last + 1]))

    return Dominance(
        regime=scores.regime,
        worlds=int(scores.sound.sum()),
        years=years,
        whole=period(0, len(rows) - 1),
        periods=tuple(period(first, last) for first, last, _ in leads),
        stretches=tuple(
            Stretch(*span(first, last), tilt, float(_own(reinforcing[first : last + 1], tilt))) for first, last, tilt in tilts
        ),
    )


def _start(scores: LoopScores) -> float:
    return float(2 * scores.years[0] - scores.years[1])


def _own(reinforcing: Array, tilt: bool) -> float:
    mean = float(reinforcing.mean())
    return mean if tilt else 1 - mean


def _lasting(leaders: Sequence[Leader], least: int) -> list[tuple[int, int, Leader]]:
    """Runs of one value as (first, last, value); a run shorter than `least` goes to its neighbour before, or else after."""
    runs: list[tuple[int, int, Leader]] = []
    place = 0
    for leader, group in groupby(leaders):
        length = len(list(group))
        last = place + length - 1
        if runs and (length < least or runs[-1][2] == leader):
            runs[-1] = (runs[-1][0], last, runs[-1][2])
        elif runs and runs[-1][1] - runs[-1][0] + 1 < least:
            runs[-1] = (runs[-1][0], last, leader)
        else:
            runs.append((place, last, leader))
        place += length
    return runs


def _standings(scores: LoopScores, names: list[str], shares: Array, rows: NDArray[np.int64]) -> tuple[LoopRank, ...]:
    """Every circuit's standing over some years, largest share first; `shares[circuit, world, year]`."""
    means = shares.mean(axis=2)
    first = np.where(means.max(axis=0) > 0, means.argmax(axis=0), -1)
    found = []
    for place, name in enumerate(names):
        size, net = scores.size[name][:, rows].sum(), scores.net[name][:, rows].sum()
        found.append(
            LoopRank(
                circuit=name,
                measured=Measured.mean(means[place]),
                band=band(means[place]),
                leads=float((first == place).mean()),
                active=float((scores.size[name][:, rows] > 0).mean()),
                reinforcing=float((1 + net / size) / 2) if size > 0 else None,
            )
        )
    return tuple(sorted(found, key=lambda each: -each.share))
