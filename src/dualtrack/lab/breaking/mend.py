"""Which change of one lever mends a regime where it fails, and how little of it is enough?

What a lever costs is unknown, so the cheapest change is the one that moves the least share of its lever's range. The nearest
failing world lies on the edge of failure, where next to nothing is needed; so a change must mend one a little beyond it, and what
mends half of the failing worlds is asked as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy as np

from dualtrack.lab.breaking.limit_state import LimitState
from dualtrack.lab.breaking.moved_lever import LeverMove, sized, ways, with_moves
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.tidy import Row

PARTS = (1.0, 0.5, 0.25, 0.1, 0.03)
"""Parts of the way to a lever's end that are tried before it is bisected."""
HALVINGS = 8
SHORT = 1
"""Levers of a group that are followed on: of which least mends the nearest world, and which mend most worlds, all the way."""
ALL = 6
"""The same where there are no groups."""
NEAR = 6
"""Levers that are tried in pairs."""
MOST = 300
"""Failing worlds, and others, in which a change is tried, at the most."""
HALF = 0.5
Way = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Mend:
    """Changes that mend a regime: the least `nearest` moves that do so in the nearest failing world, none where they cannot.

    `mended` counts of `failing` worlds drawn those mended by as much; `half` are the moves that mend half of them, if any do, and
    `spoilt` the worlds that these, or all the way where none do, break of `keeping` drawn ones in which the regime did not fail.
    `whole` are the moves all the way, and `all_mended` counts what these mend.
    """

    nearest: tuple[LeverMove, ...]
    mended: int
    half: tuple[LeverMove, ...]
    whole: tuple[LeverMove, ...]
    all_mended: int
    failing: int
    spoilt: int
    keeping: int

    @property
    def share(self) -> float:
        """Of their ranges, the shares moved together in the nearest world; without end where that is not mended."""
        return sum(each.share for each in self.nearest) if self.nearest else float("inf")

    @property
    def half_share(self) -> float:
        """The same for half of the failing worlds."""
        return sum(each.share for each in self.half) if self.half else float("inf")

    def to_row(self) -> Row:
        """What moves, and how many worlds it mends."""
        return {
            "nearest": [each.to_row() for each in self.nearest],
            "half": [each.to_row() for each in self.half],
            "all_the_way": [each.to_row() for each in self.whole],
            "mended": self.mended,
            "all_mended": self.all_mended,
            "of_failing": self.failing,
            "spoilt": self.spoilt,
            "of_keeping": self.keeping,
        }


@dataclass(frozen=True)
class Workshop:
    """Where changes of the regime of `limit` are tried, from the year `since` on: in the world of `point[number]`, and in others,
    `failing` and `keeping`, both [number, world].

    `groups` are levers of one hand, by base name; each group has its own cheapest change. All levers are one where there is none.
    """

    limit: LimitState
    since: float
    point: Array
    failing: Array
    keeping: Array
    groups: Sequence[Sequence[str]] = ()
    worlds: dict[str, dict[str, Array]] = field(init=False)

    def __post_init__(self) -> None:
        states = {"nearest": self.point[:, None], "failing": self.failing[:, :MOST], "keeping": self.keeping[:, :MOST]}
        object.__setattr__(self, "worlds", {name: self.limit.latent.values(state) for name, state in states.items()})

    def regime(self, moves: Sequence[LeverMove]) -> Regime:
        """The regime with its levers moved."""
        return with_moves(self.limit.setting.model, self.limit.setting.regime, self.since, moves)

    def keeps(self, moves: Sequence[LeverMove], where: str) -> Mask:
        """In which of these worlds the changed regime keeps the condition, [world]."""
        return self._sides(moves, where)[0]

    def breaks(self, moves: Sequence[LeverMove], where: str) -> Mask:
        """In which of these worlds the changed regime fails, [world]."""
        return self._sides(moves, where)[1]

    def move(self, way: Way, share: float) -> LeverMove:
        """A lever moved one way by so much of its range."""
        return sized(self.limit.setting.model, self.limit.setting.regime, self.since, way, share)

    def under(self, moves: Sequence[LeverMove]) -> LimitState:
        """The same question of the changed regime."""
        setting, changed = self.limit.setting, self.regime(moves)
        regimes = {**setting.regimes, changed.name: changed} if changed.name in setting.regimes else setting.regimes
        return self.limit.under(replace(setting, regime=changed, regimes=regimes))

    def _sides(self, moves: Sequence[LeverMove], where: str) -> tuple[Mask, Mask]:
        worlds = self.worlds[where]
        if not len(next(iter(worlds.values()))):
            return np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.bool_)
        return self.under(moves).sides(worlds)


def mends(shop: Workshop) -> tuple[Mend, ...]:
    """The changes of one lever that mend the nearest failing world or half of the others, of each group, what costs least first.

    Where no single lever mends the nearest world, the best pair follows.
    """
    setting = shop.limit.setting
    every = [(each.name, each.upward) for each in ways(setting.model, setting.regime, shop.since)]
    least = {way: _least_in_nearest(shop, [way]) for way in every}
    healed = {way: int(shop.keeps([shop.move(way, 1.0)], "failing").sum()) for way in every}
    moved = {way: shop.move(way, part).share for way, part in least.items() if part is not None}
    chosen = dict[Way, None]()
    short = SHORT if shop.groups else ALL
    for group in shop.groups or [[setting.model[name].base for name, _ in every]]:
        own = [way for way in every if setting.model[way[0]].base in group]
        cheap = sorted((way for way in own if way in moved), key=lambda way: (moved[way], way))[:short]
        strong = sorted((way for way in own if healed[way]), key=lambda way: (-healed[way], way))[:short]
        chosen |= dict.fromkeys([*cheap, *strong])
    found = [_mend(shop, [way], least[way], healed[way]) for way in chosen]
    if all(part is None for part in least.values()):
        found += _pair(shop, every)
    return tuple(sorted(found, key=lambda each: (each.share, each.half_share, -each.all_mended)))


def _mend(shop: Workshop, together: Sequence[Way], least: float | None, healed: int) -> Mend:
    nearest = _moves(shop, together, least)
    failing, needed = shop.worlds["failing"], None
    count = len(next(iter(failing.values())))
    if count and healed >= HALF * count:
        needed = _bisected(lambda part: shop.keeps(_moves(shop, together, part), "failing").mean() >= HALF, 0.0, 1.0)
    half = _moves(shop, together, needed)
    whole = _moves(shop, together, 1.0)
    spoilt = shop.breaks(half or whole, "keeping")
    mended = int(shop.keeps(nearest, "failing").sum()) if nearest else 0
    return Mend(nearest, mended, half, whole, healed, count, int(spoilt.sum()), len(spoilt))


def _pair(shop: Workshop, every: Sequence[Way]) -> list[Mend]:
    """The pair that mends the nearest world by moving least, of the levers that come nearest to mending it by themselves."""
    rows = len(shop.limit.asked)
    wrong = {way: float(shop.under([shop.move(way, 1.0)]).excess(shop.point[:, None])[:rows].min()) for way in every}
    near = sorted(every, key=lambda way: (-wrong[way], way))[:NEAR]
    pairs = [(one, two) for one, two in combinations(near, 2) if one[0] != two[0]]
    least = {pair: share for pair in pairs if (share := _least_in_nearest(shop, pair)) is not None}
    if not least:
        return []
    pair = min(least, key=lambda each: (sum(move.share for move in _moves(shop, each, least[each])), each))
    return [_mend(shop, pair, least[pair], int(shop.keeps(_moves(shop, pair, 1.0), "failing").sum()))]


def _least_in_nearest(shop: Workshop, together: Sequence[Way]) -> float | None:
    """The least part of the range by which these levers, moved together, mend the nearest world; none where they do not."""

    def keeps(part: float) -> bool:
        return bool(shop.keeps(_moves(shop, together, part), "nearest")[0])

    enough = [part for part in PARTS if keeps(part)]
    return _bisected(keeps, 0.0, min(enough)) if enough else None


def _moves(shop: Workshop, together: Sequence[Way], part: float | None) -> tuple[LeverMove, ...]:
    return () if part is None else tuple(shop.move(way, part) for way in together)


def _bisected(is_enough: Callable[[float], bool], low: float, high: float) -> float:
    """The least part that is enough, where `high` is and `low` is not."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high
