"""How can one ensemble serve several priors? Worlds are drawn from each prior in turn, and each prior weighs all of them.

A world weighs, under a prior, as much as it is likelier there than in the mixture of all (the balance heuristic of Veach and
Guibas, 1995). No weight can exceed the number of priors, so a prior's answer is worth at least its own share of the worlds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError
from dualtrack.lab.statistics.effective_count import worth
from dualtrack.lab.worlds.density import density
from dualtrack.lab.worlds.draw import Worlds, prior_of, quantiles, ranks
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.tilt import Tilt, tilted
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields

Places = NDArray[np.intp]


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Population(Printed):
    """`worlds` as one prior sees them, by its `name` and `label`.

    `accepted[world]` says which of them history leaves standing; all where nothing was held against history. `weights[world]`
    make worlds of several priors answer for this one; none weighs all alike. `reweighed[column][world]` is by what other
    evidence multiplies them, by name.
    """

    name: str
    label: Label
    worlds: Worlds
    accepted: Mask | None = None
    weights: Array | None = None
    reweighed: Mapping[str, Array] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settle_fields(self)

    def seen_with(self, column: str) -> Population:
        """The same worlds with other evidence in their weights; as they are where the `column` is empty."""
        if not column:
            return replace(self, reweighed={})
        weights = self.reweighed[column]
        return replace(self, weights=weights if self.weights is None else self.weights * weights, reweighed={})

    @property
    def kept(self) -> Mask:
        """History leaves it standing, or was not asked, [world]."""
        return np.ones(self.worlds.count, dtype=bool) if self.accepted is None else self.accepted

    @property
    def all_kept(self) -> Population:
        """The same worlds, of which history leaves every one: for worlds that were drawn by it."""
        return replace(self, accepted=np.ones(self.worlds.count, dtype=bool))

    def weight(self, places: Places) -> Array | None:
        """The weights of some worlds, [place], by their positions `places[place]`; None where all weigh alike."""
        return None if self.weights is None else self.weights[places]

    @property
    def worth(self) -> float:
        """How many equal worlds the worlds left standing are worth (Kish)."""
        return worth(self.kept.astype(np.float64) if self.weights is None else self.kept * self.weights)

    def printed_title(self) -> str:
        return f"Population under the prior `{self.name}`: {self.worlds.count} worlds"


def pooled(model: Model, tilts: Sequence[Tilt], count: int, seed: int) -> tuple[Population, ...]:
    """World i is world i of the prior at place i modulo their number (Veach and Guibas, 1995).

    One prior alone has its own ensemble, weighed alike. Raises `RegimeError` for fewer worlds than priors, two priors of one
    name, or priors that differ on what is drawn together.
    """
    if not 0 < len(tilts) <= count or len({tilt.name for tilt in tilts}) < len(tilts):
        raise RegimeError(f"{count} worlds cannot be drawn from {len(tilts)} priors", fix="name each once, and draw one of each")
    leaning = [tilted(model, tilt) for tilt in tilts]
    turn, drawn = np.arange(count) % len(tilts), ranks(model, count, seed)
    values, likely = {}, np.zeros((len(tilts), count))
    for name in model.drawn:
        priors = [prior_of(each, name) for each in leaning]
        if all(prior == priors[0] for prior in priors):
            values[name] = quantiles(priors[0], drawn[name])
            continue
        if any(name in group.names for group in model.correlations):
            raise RegimeError(f"priors differ on `{name}`, drawn together with others", fix="lean on what is drawn alone")
        values[name] = np.choose(turn, [quantiles(prior, drawn[name]) for prior in priors])
        with np.errstate(divide="ignore"):
            likely += np.log([density(prior, values[name]) for prior in priors])
    worlds = Worlds(values, seed, 0, count)
    share = np.exp(likely - likely.max(axis=0))
    weights = share / share.mean(axis=0) if len(tilts) > 1 else [None]
    return tuple(Population(tilt.name, tilt.label, worlds, None, row) for tilt, row in zip(tilts, weights, strict=True))


def left_standing(populations: Sequence[Population], most: int) -> list[Population]:
    """The first worlds of a pool that history leaves, as populations that share them; nothing more is held against history."""
    first = populations[0]
    places = np.flatnonzero(first.kept)[:most]
    wanted = np.zeros(first.worlds.count, dtype=bool)
    wanted[places] = True
    worlds = first.worlds.only(wanted)
    return [_at(each, places, worlds) for each in populations]


def thinned(populations: Sequence[Population], most: int) -> list[Population]:
    """Worlds of a pool at equal steps, `most` at the most, as populations that share them."""
    count = populations[0].worlds.count
    places = np.unique(np.linspace(0, count - 1, min(most, count)).astype(np.intp))
    wanted = np.zeros(count, dtype=bool)
    wanted[places] = True
    worlds = populations[0].worlds.only(wanted)
    return [_at(each, places, worlds) for each in populations]


def _at(each: Population, places: Places, worlds: Worlds) -> Population:
    """A population of the worlds at some places, of which nothing more is held against history."""
    reweighed = {column: weights[places] for column, weights in each.reweighed.items()}
    return Population(each.name, each.label, worlds, None, each.weight(places), reweighed)
