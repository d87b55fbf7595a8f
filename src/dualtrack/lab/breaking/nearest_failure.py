"""Which failing world is nearest to the middle of the prior, of those that history leaves?

Near is meant in standard deviations of the prior: every uncertain number is a standard normal one, and the middle, each at its
median, is the likeliest world. Worlds are drawn and those that fail are pulled towards the middle; from the best, and from the
middle itself, slopes lead on; what exists is tried away and back; at last worlds drawn nearer than the one found are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.breaking.descent import aims, descend, free_at, ray_starts, shortest, tangent_at
from dualtrack.lab.breaking.limit_state import LimitState, Standing
from dualtrack.lab.breaking.plateau import to_edges
from dualtrack.targets.numeric.arrays import Array

SHARES = tuple(step / 24 for step in range(24))
"""Of the way from the middle to a failing world, where others are looked for."""
PULLED, STARTS, FLIPS, CHECKS = 64, 5, 3, 6
"""Failing worlds pulled towards the middle, those followed on, ways to change what exists, and times all is tried again."""
ROUNDS = 12
FEWEST = 50
"""Worlds drawn to start from, at the least."""
NEARER = 4096
"""Worlds drawn nearer than the one found, at each check."""
LADDER = (80, 40, 24, 16, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)
"""Numbers that are let differ from their middle, fewer and fewer."""
NAMED = 8
"""Numbers that can be told in one paragraph."""
FARTHER = 1.1
"""How much farther than the nearest world one may lie that needs few numbers, and is told instead."""
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a search found: the world nearest to the middle, `point[number]`, and the one to be told, `plain[number]`.

    None where nothing failing was met. `drawn[number, world]` are the worlds drawn first, `standing` what they answer, `middle`
    what the middle does, and `nearer` counts the worlds tried at last, each nearer, of which none fails.
    """

    point: Array | None
    plain: Array | None
    drawn: Array
    standing: Standing
    middle: Standing
    nearer: int

    @property
    def distance(self) -> float:
        """Standard deviations from the middle; without end where nothing fails."""
        return float("inf") if self.point is None else float(np.linalg.norm(self.point))


def nearest_failure(limit: LimitState, worlds: int, random: np.random.Generator, report: Report) -> Nearest:
    """Search among as many `worlds` drawn by `random`, and on from there; `report` is told what is done next."""
    size = len(limit.latent.names)
    middle = limit.everywhere(np.zeros((size, 1)))
    report("worlds of the prior")
    drawn = random.standard_normal((size, worlds))
    standing = limit.everywhere(drawn)
    if middle.broken[0]:
        return Nearest(np.zeros(size), np.zeros(size), drawn, standing, middle, 0)
    found = _descended(limit, to_edges(limit.plateaus, drawn[:, standing.broken]), report)
    if found is None:
        return Nearest(None, None, drawn, standing, middle, 0)
    found, nearer = _checked(limit, found, random, report)
    report("fewer numbers")
    return Nearest(found, plainest(limit, found), drawn, standing, middle, nearer)


def nearer_worlds(limit: LimitState, point: Array, count: int, random: np.random.Generator) -> Array:
    """Worlds nearer to the middle than `point[number]`: half of them around it, half in any direction: [number, world]."""
    size, length = len(point), float(np.linalg.norm(point))
    noise = random.standard_normal((size, count))
    few = random.random((size, count)) < random.choice([0.02, 0.1, 1.0], count)
    noise = np.where(few, noise, 0.0)
    around = np.where(np.arange(count) % 2 == 0, 1.0, 0.0)
    spread = random.choice([0.02, 0.1, 0.4], count)
    aim = point[:, None] / length * around + noise / np.maximum(np.linalg.norm(noise, axis=0), 1e-9) * np.where(
        around, spread, 1.0
    )
    reach = length * np.where(around, random.uniform(0.9, 0.999, count), random.random(count) ** 0.2)
    tried = to_edges(limit.plateaus, reach * aim / np.maximum(np.linalg.norm(aim, axis=0), 1e-9))
    return tried[:, np.linalg.norm(tried, axis=0) < length]


def plainest(limit: LimitState, point: Array) -> Array:
    """The failing world with the fewest numbers off their middle that lies hardly farther than `point[number]`: [number].

    The point itself where no world of few numbers does.
    """
    most, found, current = FARTHER * float(np.linalg.norm(point)), point, point
    for count in LADDER:
        if count >= int((np.abs(current) > 0).sum()):
            continue
        allowed = np.zeros(len(point), dtype=np.bool_)
        allowed[np.argsort(-np.abs(current), kind="stable")[:count]] = True
        tried = _best(descend(limit, np.where(allowed, current, 0.0), which, ROUNDS, allowed) for which in _rows(limit))
        if tried is None or np.linalg.norm(tried) > most:
            break
        found = current = tried
    return found if int((np.abs(found) > 0).sum()) <= NAMED else point


def _checked(limit: LimitState, found: Array, random: np.random.Generator, report: Report) -> tuple[Array, int]:
    """The nearest world after worlds still nearer were tried, and of how many none failed at last."""
    for _ in range(CHECKS):
        report("worlds nearer still")
        found = _flipped(limit, found)
        tried = nearer_worlds(limit, found, NEARER, random)
        broken = limit.at(tried).broken
        if not broken.any():
            return found, tried.shape[1]
        found = _or(_followed(limit, [shortest(tried[:, broken])], found), found)
    return found, 0


def _descended(limit: LimitState, failing: Array, report: Report) -> Array | None:
    """From failing worlds, `failing[number, world]`, and from the middle."""
    report("towards the middle")
    starts = [np.zeros(len(limit.latent.names))]
    if failing.shape[1]:
        order = np.argsort(np.linalg.norm(failing, axis=0), kind="stable")[:PULLED]
        pulled = ray_starts(limit, failing[:, order], SHARES)
        order = np.argsort(np.linalg.norm(pulled, axis=0), kind="stable")[:STARTS]
        starts += [pulled[:, place] for place in order]
    return _followed(limit, starts, None)


def _followed(limit: LimitState, starts: list[Array], best: Array | None) -> Array | None:
    found = (descend(limit, start, which, ROUNDS) for start in starts for which in _rows(limit))
    return _best([best, *found])


def _flipped(limit: LimitState, point: Array) -> Array:
    """The nearest after what exists was tried away, and what does not there, wherever slopes promise something nearer."""
    flips = _flips(limit, point)
    if not flips:
        return point
    promised = []
    excess = limit.excess(np.stack(flips, axis=1))
    tangent = tangent_at(limit, point, free_at(limit, point))
    for place, flip in enumerate(flips):
        free = free_at(limit, flip)
        moved = type(tangent)(flip, excess[:, place], np.where(free, tangent.slopes, 0.0))
        lengths = [float(np.linalg.norm(aim)) for which in _rows(limit) for aim in aims(limit, moved, which, free)]
        if lengths and min(lengths) < np.linalg.norm(point):
            promised.append((min(lengths), place))
    return _or(_followed(limit, [flips[place] for _, place in sorted(promised)[:FLIPS]], point), point)


def _flips(limit: LimitState, point: Array) -> list[Array]:
    """The point with one number on another plateau, for each."""
    found = []
    for each in limit.plateaus:
        if not each.low <= point[each.place] < each.high:
            flip = point.copy()
            flip[each.place] = each.edge
            found.append(flip)
        elif each.edge != 0.0:
            flip = point.copy()
            flip[each.place] = 0.0
            found.append(flip)
    return found


def _rows(limit: LimitState) -> range:
    return range(len(limit.asked))


def _best(points: Iterator[Array | None] | list[Array | None]) -> Array | None:
    met = [each for each in points if each is not None]
    return min(met, key=lambda each: float(np.linalg.norm(each))) if met else None


def _or(point: Array | None, other: Array) -> Array:
    return other if point is None else point
