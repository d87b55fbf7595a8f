"""Which numbers move together? Ranks joined as those of correlated normal numbers; every prior stays as it was."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import NormalDist

import numpy as np

from dualtrack.language.correlated import Correlated, factor
from dualtrack.targets.numeric.arrays import Array

EDGE = 2.0**-53
"""How near to 0 and 1 a rank may come."""


def joined(group: Correlated, u: Mapping[str, Array]) -> dict[str, Array]:
    """The group's ranks after the correlation, each [world], from independent ones, `u[name][world]`, all from 0 to 1.

    A normal copula (Cario and Nelson, 1997); it goes world by world, so that any pieces of the worlds are the same pieces.
    """
    names, matrix = group.ordered
    lower = factor(matrix)
    assert lower is not None, "the model's own check lets no such matrix pass"
    normal = [_normal(u[name]) for name in names]
    found = {names[0]: u[names[0]]}
    for name, row in zip(names[1:], lower[1:], strict=True):
        found[name] = _rank(np.sum([weight * each for weight, each in zip(row, normal, strict=False)], axis=0))
    return found


def _normal(u: Array) -> Array:
    inverse = NormalDist().inv_cdf
    return np.fromiter(map(inverse, u.tolist()), np.float64, len(u))


def _rank(normal: Array) -> Array:
    found = np.fromiter((math.erfc(each) for each in (-normal / math.sqrt(2)).tolist()), np.float64, len(normal)) / 2
    return np.clip(found, EDGE, 1 - EDGE)
