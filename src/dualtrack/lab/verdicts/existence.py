"""Does a mechanism exist? By what factor the record changes the odds that its switch is above zero (Kass and Raftery, 1995)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isfinite
from typing import Literal

from dualtrack.lab.statistics.share import Share, share
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.distribution import mass_at_zero
from dualtrack.language.model import Model

SOME, STRONG = 3.0, 20.0
"""Factors of the odds that speak of existence, and strongly."""
Voice = Literal["strong against", "some against", "silent", "some", "strong"]


@dataclass(frozen=True, slots=True)
class ExistenceFactor:
    """The odds of existence among the worlds that history leaves over the declared ones, with the 95 % interval."""

    value: float
    interval: tuple[float, float]

    def to_row(self) -> dict[str, float | str | list[float | None] | None]:
        """The factor with its interval and its word; without bound is told as none."""
        low, high = (each if isfinite(each) else None for each in self.interval)
        return {"factor": self.value if isfinite(self.value) else None, "interval": [low, high], "says": self.says}

    @property
    def says(self) -> Voice:
        """The factor in a word."""
        if self.value >= SOME:
            return "strong" if self.value >= STRONG else "some"
        if self.value <= 1 / SOME:
            return "strong against" if self.value <= 1 / STRONG else "some against"
        return "silent"


SILENT = ExistenceFactor(1.0, (1.0, 1.0))
"""Where history was not asked."""


def existence_factors(model: Model, population: Population, switches: Iterable[str]) -> dict[str, ExistenceFactor]:
    """The factor of each switch; silent where history was not asked, or the prior leaves no doubt."""
    return {name: _factor(model, population, name) for name in switches}


def _factor(model: Model, population: Population, name: str) -> ExistenceFactor:
    prior, kept = model[name].prior, population.kept
    weights = None if population.weights is None else population.weights[kept]
    none = 0.0 if prior is None else mass_at_zero(prior)
    if population.accepted is None or not 0 < none < 1:
        return SILENT
    found: Share | None = share(population.worlds.values[name][kept] > 0, weights)
    if found is None:
        return SILENT
    declared = (1 - none) / none
    low, high = found.interval
    return ExistenceFactor(_odds(found.value) / declared, (_odds(low) / declared, _odds(high) / declared))


def _odds(value: float) -> float:
    return inf if value >= 1 else value / (1 - value)
