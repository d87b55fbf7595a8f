"""From one failing world to the nearest beside it: the boundaries are taken as flat, the nearest point is tried, and again.

As design points are found in structural reliability (Hasofer and Lind, 1974; Rackwitz and Fiessler, 1978), with history's own
boundaries beside that of failure. Whatever slopes say, a world counts only where it was run, fails and is left by history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.breaking.half_spaces import nearest_inside
from dualtrack.lab.breaking.limit_state import LimitState
from dualtrack.lab.breaking.plateau import to_edges
from dualtrack.targets.numeric.arrays import Array, Mask

STEPS = (0.25, 0.05)
"""Standard deviations to each side over which a slope is taken: wider than a kink, and short where that leads no further."""
ALONG = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95, 1.0)
"""Parts of the way to the point that is proposed."""
OUTWARD = (1.0, 1.01, 1.05, 1.2, 1.4)
"""Lengths at which a point is tried, as parts of its own: a bent boundary lies a little further out."""
INSIDE = (0.0, 0.003, 0.01, 0.03, 0.1)
"""Standard deviations by which a point is aimed inside every flat boundary, since none is flat."""
NEAR = 4.0
"""Standard deviations within which a boundary is looked at."""
LEAST_GAIN = 1e-3
PATIENCE = 2


@dataclass(frozen=True, slots=True)
class Tangent:
    """The boundaries around one point, `point[number]`: `excess[row]` there, and `slopes[row, number]`."""

    point: Array
    excess: Array
    slopes: Array


def tangent_at(limit: LimitState, point: Array, free: Mask, step: float = STEPS[0]) -> Tangent:
    """Central differences of a `step` around `point[number]`, along the numbers marked in `free[number]` only."""
    places = np.flatnonzero(free)
    around = np.zeros((len(point), len(places)))
    around[places, np.arange(len(places))] = step
    middle = point[:, None]
    found = limit.excess(np.concatenate([middle, middle + around, middle - around], axis=1))
    slopes = np.zeros((len(found), len(point)))
    slopes[:, places] = (found[:, 1 : len(places) + 1] - found[:, len(places) + 1 :]) / (2 * step)
    return Tangent(point, found[:, 0], slopes)


def descend(limit: LimitState, start: Array, which: int, rounds: int, allowed: Mask | None = None) -> Array | None:
    """The nearest failing world reached from `start[number]`, one that history leaves, by breaking the comparison `which`.

    Numbers that are not `allowed[number]` stay where they are; those on a plateau stay on it. It is [number], and none where
    nothing failing was met.
    """
    point, best, idle = start, _if_broken(limit, start), 0
    for _ in range(rounds):
        free = free_at(limit, point) if allowed is None else free_at(limit, point) & allowed
        tangent = tangent_at(limit, point, free, STEPS[min(idle, 1)])
        tried = candidates(limit, tangent, which, free)
        broken = limit.at(tried).broken
        if not broken.any():
            if best is not None:
                break
            point = tried[:, _least_wrong(limit, tried, which)]
            continue
        found = shortest(tried[:, broken])
        gained = best is None or np.linalg.norm(found) < (1 - LEAST_GAIN) * np.linalg.norm(best)
        if best is None or np.linalg.norm(found) < np.linalg.norm(best):
            best = found
        idle = 0 if gained else idle + 1
        if idle == PATIENCE:
            break
        point = best
    return best


def candidates(limit: LimitState, tangent: Tangent, which: int, free: Mask) -> Array:
    """Points between here and where the flat boundaries say that the nearest one lies, and a little beyond: [number, point].

    Numbers that are not `free[number]` keep their place.
    """
    aimed = [aim for inside in INSIDE for aim in aims(limit, tangent, which, free, inside)]
    points = [tangent.point + part * (aim - tangent.point) for aim in aimed for part in ALONG]
    tried = np.stack(points or [tangent.point], axis=1)
    outward = [np.where(free[:, None], length * tried, tried) for length in OUTWARD]
    return to_edges(limit.plateaus, np.concatenate(outward, axis=1))


def aims(limit: LimitState, tangent: Tangent, which: int, free: Mask, inside: float = 0.0) -> list[Array]:
    """Where the flat boundaries place the nearest failing point, keeping every target of history, and sparing what may be missed.

    Numbers that are not `free[number]` keep their place; each point, [number], lies `inside` every boundary by so many standard
    deviations.
    """
    if not tangent.slopes[which].any():
        return []
    rows = [which, *range(len(limit.asked), len(tangent.excess))]
    size = np.linalg.norm(tangent.slopes, axis=1)
    rows = [row for row in rows if size[row] > 0 and (row == which or tangent.excess[row] > -NEAR * size[row])]
    fixed = np.where(free, 0.0, tangent.point)
    found = []
    for _ in range(limit.spared + 1):
        slopes = tangent.slopes[rows]
        shift, pulls = nearest_inside(
            slopes, slopes @ np.where(free, tangent.point, 0.0) - tangent.excess[rows] - inside * size[rows]
        )
        found.append(fixed + shift)
        weights = pulls * size[rows]
        weights[rows.index(which)] = 0.0
        if not weights.any():
            break
        rows.pop(int(weights.argmax()))
    return found


def free_at(limit: LimitState, point: Array) -> Mask:
    """Which numbers of `point[number]` are on no plateau, so that a small step makes another world: [number]."""
    free = np.ones(len(point), dtype=np.bool_)
    for each in limit.plateaus:
        if each.low <= point[each.place] < each.high:
            free[each.place] = False
    return free


def shortest(points: Array) -> Array:
    """The one of `points[number, point]` nearest to the middle: [number]."""
    return np.asarray(points[:, int(np.linalg.norm(points, axis=0).argmin())])


def ray_starts(limit: LimitState, points: Array, shares: Sequence[float]) -> Array:
    """For each of `points[number, point]` the nearest failing world on its way to the middle, at these `shares` of it: same axes.

    A point that fails itself stays where no other on its way does.
    """
    count = points.shape[1]
    tried = to_edges(limit.plateaus, np.concatenate([share * points for share in shares], axis=1))
    broken = limit.at(tried).broken.reshape(len(shares), count)
    found = points.copy()
    for place in range(count):
        inside = np.flatnonzero(broken[:, place])
        if len(inside):
            found[:, place] = shortest(tried[:, inside * count + place])
    return found


def _if_broken(limit: LimitState, point: Array) -> Array | None:
    return point if limit.at(point[:, None]).broken[0] else None


def _least_wrong(limit: LimitState, tried: Array, which: int) -> int:
    """The point that lies least on the wrong side of all boundaries together, in the spread of each."""
    excess = limit.excess(tried)
    rows = [which, *range(len(limit.asked), len(excess))]
    spread = np.maximum(excess[rows].std(axis=1, keepdims=True), 1e-9)
    return int((np.maximum(excess[rows], 0.0) / spread).sum(axis=0).argmin())
