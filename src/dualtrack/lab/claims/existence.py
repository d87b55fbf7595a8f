"""Does a mechanism exist? By what factor the record changes the odds that its switch is above zero."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

import numpy as np

from dualtrack.lab.worlds.priors import Population
from dualtrack.targets.numeric.arrays import Mask


def existence_factors(population: Population, switches: Iterable[str]) -> dict[str, float]:
    """Per switch the odds of "above zero" among the worlds that history leaves, over those among all worlds of the prior.

    One where history was not asked; without bound where no world with the switch at zero is left.
    """
    return {name: _factor(population, population.worlds.values[name] > 0) for name in switches}


def _factor(population: Population, exists: Mask) -> float:
    if population.accepted is None:
        return 1.0
    weights = np.ones(len(exists)) if population.weights is None else population.weights
    before, after = (_odds(exists[kept], weights[kept]) for kept in (np.ones(len(exists), dtype=bool), population.kept))
    return inf if after == inf else after / before


def _odds(exists: Mask, weights: np.ndarray) -> float:
    on, off = float(weights[exists].sum()), float(weights[~exists].sum())
    return on / off if off else inf
