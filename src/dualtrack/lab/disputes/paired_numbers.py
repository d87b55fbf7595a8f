"""The same worlds as either study believes them: a world keeps its place in every prior, so that worlds are paired by number.

The seed, the number's name and the world's own number say which share of a prior lies below its value, whatever the prior.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dualtrack.lab.disputes.both_studies import BothStudies
from dualtrack.lab.disputes.points import Mixture, StudyMove
from dualtrack.lab.worlds.draw import Worlds, quantiles, ranks
from dualtrack.language.distribution import Prior
from dualtrack.targets.numeric.arrays import Array


@dataclass(frozen=True)
class PairedNumbers:
    """So many `worlds` of two studies by a `seed`; `middles` are priors, by number, on which both have met.

    Kept are the `places[name][world]` in any prior, and the `values[name, prior][world]` there.
    """

    studies: BothStudies
    worlds: int
    seed: int
    middles: Mapping[str, Prior] = field(default_factory=dict)
    places: dict[str, Array] = field(default_factory=dict, compare=False)
    values: dict[tuple[str, Prior], Array] = field(default_factory=dict, compare=False)

    def drawn(self, mixture: Mixture) -> Worlds:
        """The worlds of a mixture, each number as the study believes it that it is taken from."""
        names = self.studies.ground.model.drawn
        return Worlds({name: self._values(name, self._prior(name, mixture)) for name in names}, self.seed, 0, self.worlds)

    def _prior(self, name: str, mixture: Mixture) -> Prior:
        if name in self.middles:
            return self.middles[name]
        return self.studies.priors(name)[StudyMove("priors", name) in mixture]

    def _values(self, name: str, prior: Prior) -> Array:
        if (name, prior) not in self.values:
            if not self.places:
                self.places.update(ranks(self.studies.ground.model, self.worlds, self.seed))
            self.values[name, prior] = quantiles(prior, self.places[name])
        return self.values[name, prior]
