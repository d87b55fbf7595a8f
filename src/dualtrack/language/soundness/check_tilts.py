"""Checks on a theory's priors: each fits the model, and no two weigh every world alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from dualtrack.errors import DuplicateName
from dualtrack.language.distribution import Prior, bounds, likelihood, quantile
from dualtrack.language.model import Model
from dualtrack.language.tilt import Tilt, tilted

ALIKE = 1.01
"""Two priors are one with two names if no world is likelier under one than under the other by more than this factor."""
INSIDE = 1e-9
"""Part of a range by which a value lies inside it."""
PLACES = 16
"""Values of each prior at which two are compared, from the middle of equal shares of it, beside its ends.

Densities are straight lines or fall as 1/x, so that where two differ at all they differ most at an end or a mode, and by half of
that or more at some of these values."""


def check_tilts(model: Model, tilts: Sequence[Tilt]) -> None:
    """Raise what `tilted` raises for a tilt that does not fit, and `DuplicateName` for two that weigh every world alike."""
    leaning = [(tilt.name, tilted(model, tilt)) for tilt in tilts]
    for (name, one), (twin, other) in combinations(leaning, 2):
        if apart(one, other) <= ALIKE:
            raise DuplicateName(
                f"priors `{name}` and `{twin}` of model `{model.name}` weigh every world alike, within {ALIKE - 1:.0%}",
                near=twin,
                fix=f"let one lean on what the other does not, or drop `{twin}`",
            )


def apart(one: Model, other: Model) -> float:
    """By what factor, at the most, a world can be likelier under the priors of one model than under those of another."""
    pairs = [(one[name].prior, other[name].prior) for name in one.drawn]
    ratios = [_ratios(mine, yours) for mine, yours in pairs if mine and yours and mine != yours]
    up, down = (sum(max(side * ratio for ratio in each) for each in ratios) for side in (1, -1))
    return math.exp(max(up, down)) if max(up, down) < math.inf else math.inf


def _ends(prior: Prior) -> tuple[float, ...]:
    """Both ends, where a mass may stand, and what lies just inside them, where only a density does."""
    low, high = bounds(prior)
    inside = INSIDE * (high - low)
    return low, low + inside, high - inside, high


def _ratios(one: Prior, other: Prior) -> list[float]:
    """Logarithms of how much likelier some values are under one than under the other; 0 too, since none is so everywhere."""
    shares = [(place + 0.5) / PLACES for place in range(PLACES)]
    values = {value for prior in (one, other) for value in (*_ends(prior), *(quantile(prior, share) for share in shares))}
    found = [0.0]
    for mine, yours in ((likelihood(one, value), likelihood(other, value)) for value in values):
        if mine or yours:
            found.append(math.log(mine / yours) if mine and yours else math.copysign(math.inf, mine - yours))
    return found
