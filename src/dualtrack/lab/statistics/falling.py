"""When does a curve first stand a share below its highest value of the last years? Exact on straight lines between saved rows.

Between two moments at which a row enters or leaves the window, the highest value is that of a row inside it, or of the moment at
which the window opens; a moving one can only fall below what it holds, so each gives one crossing of two straight lines.
"""

from __future__ import annotations

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.targets.numeric.arrays import Array

TINY = 1e-9
"""Years between moments below which they are one, and a part of a value by which rounding may hide that it is reached."""


def first_fall(curves: Array, years: Array, by: float, within: float, since: float) -> Array:
    """The first year, from `since` on, in which each of `curves[world, year]` stands the share `by` below its highest, [world].

    The highest is that of the last `within` years, as far as `years[year]` reach back, and counts only above zero. Infinite where
    it never falls so far before the last row. Raises `RunError` where the rows do not hold `since`.
    """
    if not years[0] <= since <= years[-1]:
        raise RunError(
            f"the run covers {years[0]:g} to {years[-1]:g}, not {since:g}", fix="look for a fall from a year inside it"
        )
    found, kept = np.full(len(curves), np.inf), 1 - by
    moments = _moments(years, within, since)
    now, opened = at_year(curves, years, moments[0]), _opening(curves, years, moments[0], within)
    for start, stop in zip(moments, (*moments[1:], moments[-1]), strict=True):
        then, opens = at_year(curves, years, stop), _opening(curves, years, stop, within)
        inside = (years > start - within + TINY) & (years <= start + TINY)
        highest = curves[:, inside].max(axis=1) if inside.any() else np.zeros(len(curves))
        held = _crossed(now - kept * highest, then - kept * highest, highest, highest)
        left = _crossed(now - kept * opened, then - kept * opens, opened, opens)
        part = np.minimum(held, left)
        now_falls = np.isinf(found) & np.isfinite(part)
        found[now_falls] = start + part[now_falls] * (stop - start)
        now, opened = then, opens
    return found


def _moments(years: Array, within: float, since: float) -> list[float]:
    """When to look: from `since` to the end, at every row, and wherever a row leaves the window."""
    every = np.unique(np.concatenate([[since], years, years + within]))
    inside = every[(every >= since) & (every <= years[-1])]
    apart = np.concatenate([[True], np.diff(inside) > TINY])
    return [float(year) for year in inside[apart]]


def _opening(curves: Array, years: Array, year: float, within: float) -> Array:
    """The value at which the window of a year opens, [world]; the run's first where it began later."""
    return at_year(curves, years, max(year - within, float(years[0])))


def _crossed(before: Array, after: Array, height: Array, later: Array) -> Array:
    """The part, 0 to 1, at which a difference reaches zero from above, of a height that is above zero then; else infinite."""
    low = before <= TINY * np.abs(height)
    reached = low | (after <= TINY * np.abs(later))
    drop = np.where(before > after, before - after, 1.0)
    part = np.where(low, 0.0, np.clip(before / drop, 0.0, 1.0))
    return np.where(reached & (height + part * (later - height) > 0), part, np.inf)
