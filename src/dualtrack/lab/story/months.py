"""How many months ahead does one path stand at a date? Both are looked at backwards from there, so nothing is cut off by the end.

If the first stands higher, it is ahead by the months since it last passed upwards the level at which the other stands; if lower,
it is behind by the months since the other last passed its own. Not like this: months ahead on a path that falls, without the
years in which it stood lower; what counts is the last passing.
"""

from __future__ import annotations

import numpy as np

from dualtrack.lab.statistics.crossing import Window, window
from dualtrack.lab.statistics.effective_count import ROUNDING
from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR
from dualtrack.targets.numeric.arrays import Array


def months_at(first: Array, other: Array, years: Array, since: float, at: float) -> Array:
    """Months by which `first[world, year]` stands ahead of `other[world, year]` in the year `at`, [world]; negative where behind.

    `years[year]` are those of the rows, and paths are straight between them. No answer reaches back beyond the year `since`, in
    which the two part. Levels that differ by rounding give 0. Raises `RunError` for no number, or a year outside the run.
    """
    one, two = (window(each, years, since, at) for each in (first, other))
    here, there = one.values[:, -1], two.values[:, -1]
    ahead, behind = (at - last_rise(*each) for each in ((one, there), (two, here)))
    alike = np.abs(here - there) <= ROUNDING * np.maximum(np.abs(here), np.abs(there))
    return np.asarray(MONTHS_PER_YEAR * np.where(alike, 0.0, np.where(here > there, ahead, -behind)))


def last_rise(seen: Window, level: Array) -> Array:
    """The year in which each path of `seen` last rose above its `level[world]`, [world].

    The window's first year where it stood above all along, and its last where it does not stand above in the end.
    """
    under = seen.values <= level[:, None]
    count = len(seen.years)
    left = np.clip(count - 1 - np.argmax(under[:, ::-1], axis=1), 0, count - 2)
    worlds = np.arange(len(level))
    before, after = seen.values[worlds, left], seen.values[worlds, left + 1]
    part = np.clip((level - before) / np.where(after > before, after - before, 1.0), 0.0, 1.0)
    year = seen.years[left] + part * (seen.years[left + 1] - seen.years[left])
    return np.asarray(np.where(under[:, -1], seen.years[-1], np.where(under.any(axis=1), year, seen.years[0])))
