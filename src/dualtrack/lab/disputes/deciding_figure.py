"""Which figure would decide between two beliefs of a number, who tells it, and how exact must it be?

The number is measured with an error, and the figure held beside both priors. It decides in two ways. It speaks for one of them by
the ratio of the densities that they give it (Jeffreys, 1939); and it brings what both expect of the number together, whichever it
speaks for. A typical figure is made of a number that one of the priors holds. Of what exists or not a study does not err by a
size: it moves the odds by a factor.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.statistics.even_noise import even_noise
from dualtrack.lab.verdicts.existence import SOME, STRONG
from dualtrack.lab.worlds.draw import quantiles
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Assumed, Label
from dualtrack.language.distribution import Category, Prior, likelihood
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.measurable import Measurable
from dualtrack.language.theory import Theory
from dualtrack.targets.numeric.arrays import Array

PLACES, TRUTHS = 400, 201
"""Values that stand for a prior, at equal steps of probability, and those of which figures are made."""
HALVINGS = 20
FINEST, COARSEST = 0.003, 10.0
"""Bounds of the search, in the width of both priors; an error below the first is told as that."""
FACTORS = (SOME, STRONG)
PARTS_LEFT = (0.5, 0.1)
"""Of the gap between what both expect, what a figure may leave."""
MOST_FACTOR = 1e6
Priors = tuple[Prior, Prior]


@dataclass(frozen=True, slots=True, repr=False)
class DecidingFigure(Printed):
    """What would tell two priors of a `number` apart, how exact it must be, and who tells it.

    `errors` holds by factor the largest standard error, in `unit`, at which a typical figure speaks for the prior that holds by
    that factor; none where no figure does, however exact. `joins` holds by share what leaves so much of the gap between what both
    expect of the number: a standard error or, of what has few values, the factor of odds that a study must reach; `is_factor`
    says which, and none that nothing does. `what` says what would measure the number, empty where nobody says so, and `told` who
    publishes it, as far as that is known.
    """

    number: str
    label: Label
    unit: str
    priors: Priors
    errors: Mapping[float, float | None]
    joins: Mapping[float, float | None]
    is_factor: bool
    what: Label
    told: Measurable | None

    def printed_title(self) -> str:
        return f"What would decide: `{self.number}`"


def deciding_figure(model: Model, theory: Theory, number: str, priors: Priors, seed: int) -> DecidingFigure:
    """The figure that would decide between two `priors` of a `number` of a theory; `seed` draws the errors of studies."""
    told = next((each for each in theory.measurables if each.number == number), None)
    is_factor = any(isinstance(prior, Category) for prior in priors)
    noise = even_noise(TRUTHS, seed)
    return DecidingFigure(
        number=number,
        label=label_of(model[number]),
        unit=str(model[number].unit),
        priors=priors,
        errors={factor: None if is_factor else _error(priors, factor, noise) for factor in FACTORS},
        joins={part: _factor(priors, part) if is_factor else _joining(priors, part, noise) for part in PARTS_LEFT},
        is_factor=is_factor,
        what=_what(model, theory, number),
        told=told,
    )


def _what(model: Model, theory: Theory, number: str) -> Label:
    """What would measure it: as declared, else what the assumption behind it says, in English; empty where nobody says."""
    for each in theory.measurables:
        if each.number == number:
            return each.what
    for sight in theory.published.sights:
        if sight.switch == number:
            return sight.design
    source = model[number].source
    return (source.measure, "") if isinstance(source, Assumed) else ("", "")


def _error(priors: Priors, factor: float, noise: Array) -> float | None:
    """The largest error of a study that tells the priors apart, whichever of them is right."""
    both = priors, priors[::-1]
    if not all(_exact(*pair) >= factor for pair in both):
        return None
    return _largest(priors, lambda error: all(_typical(*pair, error, noise) >= math.log(factor) for pair in both))


def _joining(priors: Priors, part: float, noise: Array) -> float | None:
    """The largest error of a study that leaves at most a part of the gap between what both expect, on the mean over figures."""
    gap = abs(float(_values(priors[0], PLACES).mean() - _values(priors[1], PLACES).mean()))
    return _largest(priors, lambda error: _gap_left(priors, error, noise) <= part * gap) if gap else None


def _largest(priors: Priors, does: Callable[[float], bool]) -> float | None:
    """The largest error with which a study does something; none where it does not with the finest one."""
    spread = float(np.ptp(np.concatenate([_values(prior, PLACES) for prior in priors])))
    if spread == 0 or not does(FINEST * spread):
        return None
    low, high = math.log(FINEST * spread), math.log(COARSEST * spread)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if does(math.exp(middle)) else (low, middle)
    return math.exp(low)


def _exact(truth: Prior, rival: Prior) -> float:
    """The factor for the one prior of a typical figure without an error."""
    found = [(likelihood(truth, value), likelihood(rival, value)) for value in _values(truth, TRUTHS).tolist()]
    return float(np.median([one / other if other > 0 else math.inf for one, other in found]))


def _typical(truth: Prior, rival: Prior, error: float, noise: Array) -> float:
    """The logarithm of the same, of a figure with an error."""
    found = _values(truth, TRUTHS) + error * noise
    return float(np.median(_held(found, truth, error)[0] - _held(found, rival, error)[0]))


def _gap_left(priors: Priors, error: float, noise: Array) -> float:
    """How far apart both expect the number once they have seen a figure, on the mean over figures that either would make."""
    found = np.concatenate([_values(prior, TRUTHS) + error * noise for prior in priors])
    one, other = (_held(found, prior, error)[1] for prior in priors)
    return float(np.abs(one - other).mean())


def _held(found: Array, prior: Prior, error: float) -> tuple[Array, Array]:
    """The logarithm of the density of each figure under a prior, without its constant, and what the prior expects then."""
    values = _values(prior, PLACES)
    logs = -0.5 * ((found[:, None] - values) / error) ** 2
    most = logs.max(axis=1)
    weights = np.exp(logs - most[:, None])
    return most + np.log(weights.mean(axis=1)), weights @ values / weights.sum(axis=1)


def _factor(priors: Priors, part: float) -> float | None:
    """The least factor of odds by which a study must speak for existence or against it, to leave a part of the gap."""
    one, other = (1 - likelihood(prior, 0.0) for prior in priors)
    if one == other:
        return None
    low, high = 0.0, math.log(MOST_FACTOR)
    if _odds_gap(one, other, math.exp(high)) > part * abs(one - other):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _odds_gap(one, other, math.exp(middle)) <= part * abs(one - other) else (middle, high)
    return math.exp(high)


def _odds_gap(one: float, other: float, factor: float) -> float:
    """How far apart two chances of existence are after a study, on the mean over what both hold likely."""
    exists = (one + other) / 2
    after = [abs(_moved(one, by) - _moved(other, by)) for by in (factor, 1 / factor)]
    return exists * after[0] + (1 - exists) * after[1]


def _moved(chance: float, factor: float) -> float:
    return factor * chance / (factor * chance + 1 - chance)


def _values(prior: Prior, count: int) -> Array:
    """A prior's values at equal steps of probability, [place]."""
    return quantiles(prior, (np.arange(count) + 0.5) / count)
