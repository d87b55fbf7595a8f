"""The runs behind a story: two regimes in the same worlds, as months at dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.story.months import months_at
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.scenario import SMALL, Clock, Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.scheme import EULER


@dataclass(frozen=True, slots=True)
class StoryRuns:
    """A compiled model, the regimes compared, the first with the second, the quantity read, and the year in which they part."""

    model: Model
    runner: Runner
    pair: tuple[Regime, Regime]
    clock: Clock
    quantity: str
    since: float

    def months(self, worlds: Worlds, years: Sequence[int]) -> Array:
        """Months by which the first regime stands ahead, [world, year]; nan in worlds that failed under either."""
        clock = until(self.clock, max(years))
        runs = [self.runner.run(each, clock, worlds.values, [self.quantity], scheme=EULER) for each in self.pair]
        sound = ~np.logical_or(*(each.failed for each in runs))
        found = np.full((worlds.count, len(years)), np.nan)
        if sound.any():
            first, other = (each.values[self.quantity][sound] for each in runs)
            rows = [months_at(first, other, runs[0].years, self.since, year) for year in years]
            found[sound] = np.array(rows).T
        return found


def runs_for(model: Model, pair: tuple[Regime, Regime], clock: Clock, quantity: str, since: float) -> StoryRuns:
    """The runs of a model under two regimes, compiled once."""
    return StoryRuns(model, engine(model).runner, pair, clock, quantity, since)


def until(clock: Clock, year: float) -> Clock:
    """The clock up to the first saved row that is not before a year."""
    return replace(clock, stop=min(clock.start + ceil((year - clock.start) / clock.save - SMALL) * clock.save, clock.stop))
