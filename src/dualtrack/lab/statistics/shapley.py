"""Who moved a number how far, when all moved together? Shapley's exact shares, and what pairs do beyond their shares.

Values are given for every coalition, as `values[coalition]` or, world by world, `values[coalition, world]`: player i takes part
where bit i of the coalition's number is set.
A player's share is the mean of what it adds over all orders of joining (Shapley, 1953); a pair's interaction the mean of what
one adds to the other's step (Grabisch and Roubens, 1999).
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import read_only

Coalitions = NDArray[np.int64]


def shares(values: Array) -> Array:
    """Each player's share of `values[all] - values[none]`, which they sum to: [player], or [player, world] (Shapley, 1953).

    `values[coalition]` or `values[coalition, world]` holds every coalition; raises `RunError` where one is missing.
    """
    players = _players(values)
    return np.array([_weights(players, 1) @ _added(values, 1 << player) for player in range(players)])


def interactions(values: Array) -> Array:
    """What each pair adds together beyond each alone, [player, player] (Grabisch and Roubens, 1999).

    It is symmetric, with nothing on its diagonal. `values[coalition]` holds every coalition; raises `RunError` where one is
    missing.
    """
    players = _players(values)
    found = np.zeros((players, players))
    for first in range(players):
        for second in range(first):
            pair = _beyond(values, 1 << first, 1 << second) @ _weights(players, 2)
            found[first, second] = found[second, first] = pair
    return found


def _added(values: Array, player: int) -> Array:
    """What a player adds to each coalition without it."""
    others = _without(len(values), player)
    return np.asarray(values[others | player] - values[others])


def _beyond(values: Array, first: int, second: int) -> Array:
    """What two players add to each coalition without them, beyond what each adds by itself."""
    others = _without(len(values), first | second)
    alone, beside = values[others | second] - values[others], values[others | first | second] - values[others | first]
    return np.asarray(beside - alone)


def _without(count: int, players: int) -> Coalitions:
    every = np.arange(count)
    return np.asarray(every[every & players == 0])


@cache
def _weights(players: int, joining: int) -> Array:
    """The chance that exactly a coalition's members came before `joining` players, by the order of coalitions without them."""
    rest = players - joining
    sizes = [number.bit_count() for number in range(1 << rest)]
    orders = [math.factorial(size) * math.factorial(rest - size) / math.factorial(rest + 1) for size in range(rest + 1)]
    return read_only(np.array([orders[size] for size in sizes]))


def _players(values: Array) -> int:
    players = len(values).bit_length() - 1
    if players < 1 or len(values) != 1 << players or not np.isfinite(values).all():
        raise RunError(
            f"{len(values)} values are not one number for every coalition", fix="give 2, 4, 8, ... numbers, none of them missing"
        )
    return players
