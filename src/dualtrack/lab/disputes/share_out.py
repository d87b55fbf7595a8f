"""How much of a difference does each move carry? Shapley's shares over parts, and within a part over its moves.

Parts join one after the other in every order; within its turn a part's moves join in every order of their own (Owen, 1977). So
the shares of a part's moves sum to the part's, and the parts to the whole, whatever the answers are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from math import factorial, sqrt

import numpy as np

from dualtrack.lab.disputes.points import Mixture, StudyMove
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.statistics.shapley import shares
from dualtrack.targets.numeric.arrays import Array

MOST_MIXTURES = 512
"""Mixtures that are asked for the shares of one part's moves; beyond them orders are drawn."""
FEWEST_ORDERS = 4
Answer = Callable[[Mixture], Reckoned]


@dataclass(frozen=True)
class Game:
    """Every mixture's `answer`, asked once and kept; `parts` are the moves of each part in which two studies differ."""

    ask: Answer
    parts: tuple[tuple[StudyMove, ...], ...]
    asked: dict[Mixture, Reckoned] = field(default_factory=dict, compare=False)

    def answer(self, mixture: Mixture) -> Reckoned:
        """The answer of a mixture."""
        if mixture not in self.asked:
            self.asked[mixture] = self.ask(mixture)
        return self.asked[mixture]

    @property
    def everything(self) -> Mixture:
        """The second study as it is."""
        return frozenset(move for part in self.parts for move in part)

    def of_parts(self) -> tuple[Reckoned, ...]:
        """What each part carries of the whole difference, exactly: all mixtures of whole parts are asked."""
        return _shared([self.answer(_union(self.parts, number)) for number in range(1 << len(self.parts))])

    def of_moves(self, place: int, seed: int) -> SharedOut:
        """What each move of the part at a `place` carries of what the part carries.

        Exact where its mixtures are few; else over orders that are drawn by a `seed`, each beside its reverse.
        """
        moves, others = self.parts[place], [part for at, part in enumerate(self.parts) if at != place]
        if len(moves) == 1:
            return SharedOut({moves[0]: self.of_parts()[place]}, {moves[0]: 0.0}, True)
        if (1 << len(moves) + len(others)) <= MOST_MIXTURES:
            return SharedOut(self._exactly(moves, others), dict.fromkeys(moves, 0.0), True)
        return self._by_orders(moves, others, seed)

    def _exactly(self, moves: Sequence[StudyMove], others: Sequence[tuple[StudyMove, ...]]) -> dict[StudyMove, Reckoned]:
        rows = []
        for joined, weight in _beside(others):
            found = _shared([self.answer(joined | _chosen(moves, number)) for number in range(1 << len(moves))])
            rows.append([each.times(weight) for each in found])
        return {move: _sum([row[at] for row in rows]) for at, move in enumerate(moves)}

    def _by_orders(self, moves: Sequence[StudyMove], others: Sequence[tuple[StudyMove, ...]], seed: int) -> SharedOut:
        """The mean of what each move adds in some orders; an order and its reverse make one sample."""
        pairs = max(MOST_MIXTURES // (2 * len(moves) << len(others)), FEWEST_ORDERS)
        samples = [self._added(order, others) for order in _orders(moves, pairs, seed)]
        found = {move: _sum([each[move] for each in samples]).times(1 / len(samples)) for move in moves}
        if factorial(len(moves)) // 2 <= pairs:
            return SharedOut(found, dict.fromkeys(moves, 0.0), True)
        spread = {move: np.array([each[move].value for each in samples]) for move in moves}
        return SharedOut(found, {move: float(row.std(ddof=1)) / sqrt(len(row)) for move, row in spread.items()}, False)

    def _added(self, order: Sequence[StudyMove], others: Sequence[tuple[StudyMove, ...]]) -> dict[StudyMove, Reckoned]:
        added: dict[StudyMove, list[Reckoned]] = {move: [] for move in order}
        for joined, weight in _beside(others):
            for way in (order, order[::-1]):
                before = joined
                for move in way:
                    after = before | {move}
                    added[move].append(self.answer(after).minus(self.answer(before)).times(weight / 2))
                    before = after
        return {move: _sum(row) for move, row in added.items()}


@dataclass(frozen=True, slots=True)
class SharedOut:
    """What each move carries, the standard error of drawing orders, nought where all were asked, and whether they were."""

    found: Mapping[StudyMove, Reckoned]
    drawn_error: Mapping[StudyMove, float]
    is_exact: bool


def mixtures_asked(moves: int, others: int) -> int:
    """How many mixtures are asked, at the most, for the shares of the moves of one part beside so many other parts."""
    if moves == 1:
        return 0
    every = 1 << moves + others
    return every if every <= MOST_MIXTURES else max(MOST_MIXTURES, FEWEST_ORDERS * 2 * moves << others)


def _orders(moves: Sequence[StudyMove], pairs: int, seed: int) -> list[tuple[StudyMove, ...]]:
    """Orders of which none is another's reverse, in a list that does not hang on which study comes first."""
    if factorial(len(moves)) // 2 <= pairs:
        return [order for order in permutations(sorted(moves)) if order < order[::-1]]
    stream = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, len(moves)])))
    named = sorted(moves)
    return [tuple(named[at] for at in stream.permutation(len(named))) for _ in range(pairs)]


def _beside(others: Sequence[tuple[StudyMove, ...]]) -> list[tuple[Mixture, float]]:
    """Every set of other parts that may have joined before, and how likely it is that exactly these have."""
    count = len(others)
    sizes = [number.bit_count() for number in range(1 << count)]
    chances = [factorial(size) * factorial(count - size) / factorial(count + 1) for size in sizes]
    return [(_union(others, number), chance) for number, chance in enumerate(chances)]


def _shared(answers: Sequence[Reckoned]) -> tuple[Reckoned, ...]:
    values, pulls = np.array([each.value for each in answers]), np.array([each.pull for each in answers])
    return tuple(Reckoned(float(value), pull) for value, pull in zip(shares(values), _rows(pulls), strict=True))


def _rows(pulls: Array) -> Array:
    return shares(pulls)


def _sum(rows: Sequence[Reckoned]) -> Reckoned:
    return Reckoned(float(sum(each.value for each in rows)), np.asarray(sum(each.pull for each in rows)))


def _union(parts: Sequence[tuple[StudyMove, ...]], number: int) -> Mixture:
    return frozenset(move for at, part in enumerate(parts) if number >> at & 1 for move in part)


def _chosen(moves: Sequence[StudyMove], number: int) -> Mixture:
    return frozenset(move for at, move in enumerate(moves) if number >> at & 1)
