"""The failed worlds of a whole ensemble: records hold which they are, and the oracle says why of the first under each regime.

So a block's record depends on no other block, and the table on none of the ways in which blocks were divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from dualtrack.lab.runs.failure import Failure, Inquiry
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model


@dataclass
class FailureTable:
    """Failures of a plan in the order of worlds; `before` counts those that were told by regime."""

    model: Model
    plan: Plan
    before: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.inquiry = Inquiry(self.model, self.plan.clock, self.plan.scheme)
        self.regimes = {regime.name: regime for regime in self.plan.regimes}

    def rows(self, failures: Iterable[Failure]) -> Iterator[Failure]:
        """The next failures, each with its reason as far as it is worked out."""
        for each in failures:
            yield self.inquiry.row(
                self.regimes[each.regime], each.world, self.before[each.regime], partial(self._world, each.world)
            )
            self.before[each.regime] += 1

    def _world(self, number: int) -> dict[str, float]:
        return draw(self.model, 1, self.plan.seed, number, self.plan.design).world(0)
