"""In which worlds does a condition hold? Measures per world from what was seen, and what they must reach.

A world without a number never counts as true: a lag without a threshold left, a share of an effect that is none. Nor is it one of
whom nothing is asked, since a first condition does not hold there: that is neither true nor false.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.claims.arm_readings import ArmReadings, Crossed
from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR
from dualtrack.language.statements.claim_measure import (
    Arm,
    Chosen,
    Delay,
    Fall,
    Gap,
    Measure,
    Peak,
    Point,
    Ratio,
    Size,
    Slope,
    Sum,
    readings,
)
from dualtrack.language.statements.claim_test import Condition, Every, Given, Is, Some, measures
from dualtrack.targets.numeric.arrays import Array, Mask

TINY = 1e-9
"""By how much a share of the line may miss a bound of the inner part."""


@dataclass(frozen=True, slots=True)
class Subset:
    """Some of the worlds that were seen, by their positions `worlds[place]`; lags that name no thresholds take `thresholds`."""

    seen: ArmReadings
    worlds: NDArray[np.intp]
    thresholds: tuple[float, ...]

    def point(self, each: Point | Fall) -> Array:
        """A quantity in a year, or the year of a fall, [world]."""
        return np.asarray(self.seen.points[each][self.worlds])

    def area(self, each: Delay) -> Array:
        """What the first run lacks of the outcome against the second, in its unit times years, [world]."""
        of, against = (self.seen.crossed[arm, each.outcome].area[self.worlds] for arm in (each.of, each.against))
        return np.asarray(against - of)


def holds(condition: Condition, subset: Subset) -> Mask:
    """The worlds in which a condition is true, [world]."""
    match condition:
        case Every(parts):
            return np.asarray(np.all([holds(part, subset) for part in parts], axis=0))
        case Some(parts):
            return np.asarray(np.any([holds(part, subset) for part in parts], axis=0))
        case Is(measure, relation, value):
            return _compared(values(measure, subset), relation, value) & _agrees(measure, subset)
        case Given(first, then):
            return holds(first, subset) & holds(then, subset)
        case _:
            assert_never(condition)


def is_asked(condition: Condition, subset: Subset) -> Mask:
    """The worlds that a condition is asked of, [world]: all, or those in which its first condition holds."""
    return holds(condition.first, subset) if isinstance(condition, Given) else np.ones(len(subset.worlds), dtype=bool)


def has_number(condition: Condition, subset: Subset) -> Mask:
    """The worlds in which every measure of what is asked has a number, [world]; a year that never comes is one."""
    asked = measures([condition.then if isinstance(condition, Given) else condition])
    return np.asarray(np.all([~np.isnan(values(each, subset)) for each in asked], axis=0))


def values(measure: Measure, subset: Subset) -> Array:
    """A measure per world, [world]; not a number where it has none. Lags are in months."""
    lags = delays([each for each in readings(measure) if isinstance(each, Delay)], [subset])
    return valued(measure, subset, {each: months[0] for each, months in lags.items()})


def delays(asked: Sequence[Delay], subsets: Sequence[Subset]) -> dict[Delay, list[Array]]:
    """Lags in months per subset, each [world], over the same thresholds for all runs and subsets, so that they add up.

    A threshold that all runs of a world have passed before is left out there.
    """
    found: dict[Delay, list[Array]] = {}
    for outcome, named in dict.fromkeys((each.outcome, each.thresholds) for each in asked):
        mine = [each for each in asked if (each.outcome, each.thresholds) == (outcome, named)]
        arms = list(dict.fromkeys(arm for each in mine for arm in (each.of, each.against)))
        levels = named or subsets[0].thresholds
        rows = [[[_crossed(subset, arm, outcome).at[level] for arm in arms] for subset in subsets] for level in levels]
        kept = []
        for row in rows:
            pairs = list(zip(row, subsets, strict=True))
            kept.append(~np.logical_and.reduce([c.passed[s.worlds] for each, s in pairs for c in each]))
        for each in mine:
            found[each] = [_months(each, subset, levels, np.array(kept)) for subset in subsets]
    return found


def _months(each: Delay, subset: Subset, levels: Sequence[float], kept: Mask) -> Array:
    of, against = (_crossed(subset, arm, each.outcome) for arm in (each.of, each.against))
    waits = np.array([(of.at[level].wait - against.at[level].wait)[subset.worlds] for level in levels])
    total = np.where(kept, waits, 0.0).sum(axis=0)
    mean = np.divide(total, kept.sum(axis=0), out=np.full(total.shape, np.nan), where=kept.any(axis=0))
    return np.asarray(MONTHS_PER_YEAR * mean)


def _crossed(subset: Subset, arm: Arm, outcome: str) -> Crossed:
    return subset.seen.crossed[arm, outcome]


@np.errstate(invalid="ignore")
def valued(measure: Measure, subset: Subset, lags: dict[Delay, Array]) -> Array:
    """A measure per world, [world], its `lags[delay][world]` given in months; not a number where it has none.

    Years that never come are infinite; one less another is no number.
    """
    match measure:
        case Delay():
            return lags[measure]
        case Fall():
            return subset.point(measure)
        case Gap():
            return _gap(measure, subset)
        case Sum(terms):
            return np.asarray(sum(weight * valued(each, subset, lags) for weight, each in terms))
        case Size(inner):
            return np.abs(valued(inner, subset, lags))
        case Ratio(part, whole, least):
            above, below = valued(part, subset, lags), np.abs(valued(whole, subset, lags))
            return np.asarray(np.divide(above, below, out=np.full(len(above), np.nan), where=below >= least))
        case Peak(along, (low, high)):
            shares, rows = _along(along, subset, lags)
            inside = (shares >= low - TINY) & (shares <= high + TINY)
            return np.asarray(rows[inside].max(axis=0) - np.maximum(rows[0], rows[-1]))
        case Slope(along):
            shares, rows = _along(along, subset, lags)
            centred = shares - shares.mean()
            return np.asarray(centred @ rows / (centred @ centred))
        case Chosen(options):
            judged, paid = (np.array([valued(option[part], subset, lags) for option in options]) for part in (0, 1))
            best = np.argmax(judged, axis=0)[None]
            return np.asarray(np.where(np.isnan(judged).any(axis=0), np.nan, np.take_along_axis(paid, best, axis=0)[0]))
        case _:
            assert_never(measure)


def _along(along: Sequence[tuple[float, Measure]], subset: Subset, lags: dict[Delay, Array]) -> tuple[Array, Array]:
    return np.array([share for share, _ in along]), np.array([valued(each, subset, lags) for _, each in along])


def _gap(gap: Gap, subset: Subset) -> Array:
    of, against = subset.point(gap.of), subset.point(gap.against)
    with np.errstate(divide="ignore", invalid="ignore"):
        match gap.scale:
            case "difference":
                return of - against
            case "relative":
                return np.where(against != 0, of / against - 1, np.nan)
            case "log":
                return np.where((of > 0) & (against > 0), np.log(of / against), np.nan)
            case _:
                assert_never(gap.scale)


def _compared(found: Array, relation: str, value: float) -> Mask:
    match relation:
        case "at_least":
            return np.asarray(found >= value)
        case "at_most":
            return np.asarray(found <= value)
        case "above":
            return np.asarray(found > value)
        case _:
            return np.asarray(found < value)


def _agrees(measure: Measure, subset: Subset) -> Mask:
    inner = measure.measure if isinstance(measure, Size) else measure
    if not isinstance(inner, Delay):
        return np.ones(len(subset.worlds), dtype=bool)
    return np.asarray(values(inner, subset) * subset.area(inner) >= 0)
