"""Worlds as standard normal numbers: one for each uncertain number, pushed through its prior's quantile function.

A switch whose prior has a mass at zero is a plateau, so that no method that moves through worlds has to jump; numbers that are
drawn together follow from independent ones by the factor of their correlation. Under the prior all are independent and alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError
from dualtrack.lab.statistics.normal import normal_share
from dualtrack.lab.worlds.draw import prior_of, quantiles
from dualtrack.language.correlated import factor
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Latent:
    """The uncertain numbers of a `model`, by name in alphabetical order, so that the order of writing moves nothing.

    `groups` hold the places of numbers that are drawn together, [place], and the factor of their correlation, [place, place].
    """

    model: Model
    names: tuple[str, ...]
    groups: tuple[tuple[Places, Array], ...]

    @classmethod
    def of(cls, model: Model) -> Latent:
        """Raises `RegimeError` for a model that declares nothing uncertain."""
        if not model.drawn:
            raise RegimeError("the model declares nothing uncertain", fix="declare an uncertainty or a switch")
        names = tuple(sorted(model.drawn))
        place = {name: at for at, name in enumerate(names)}
        groups = []
        for group in model.correlations:
            members, matrix = group.ordered
            lower = factor(matrix)
            assert lower is not None, "the model's own check lets no such matrix pass"
            full = np.array([[*row, *[0.0] * (len(members) - len(row))] for row in lower])
            groups.append((np.array([place[name] for name in members]), full))
        return cls(model, names, tuple(groups))

    @property
    def switches(self) -> tuple[int, ...]:
        """Where the model's switches stand among the names."""
        return tuple(at for at, name in enumerate(self.names) if name in self.model.switches)

    def joined(self, state: Array) -> Array:
        """Each number's own normal number, from independent ones, `state[number, world]`; the same axes."""
        if not self.groups:
            return state
        found = state.copy()
        for places, lower in self.groups:
            found[places] = lower @ state[places]
        return found

    def values(self, state: Array) -> dict[str, Array]:
        """The worlds that independent normal numbers, `state[number, world]`, stand for: per name [world]."""
        shares = normal_share(self.joined(state))
        return {name: quantiles(prior_of(self.model, name), share) for name, share in zip(self.names, shares, strict=True)}
