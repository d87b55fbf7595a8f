"""How much larger would a mechanism have to be? The factor beyond the largest sizes assumed at which a claim becomes true.

Every size of the best case is taken the same factor beyond the end that favours the claim (decision note 019): multiplied where
that end is the larger in size, divided where it is the smaller, and never beyond what the number can mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.statistics.share import SUPPORTED, Share
from dualtrack.lab.verdicts.reference_cases import share_where
from dualtrack.lab.worlds.priors import Population
from dualtrack.lab.worlds.stretch import TIMES, Leeway, stretched
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.tidy import Row

DECADE = 10
"""Factors tried up to ten times."""
FACTORS = tuple(TIMES ** (step / DECADE) for step in range(1, DECADE + 1))


@dataclass(frozen=True, slots=True)
class NeededSize:
    """The least factor tried at which the claim is true in four fifths of worlds; none where ten times are not enough.

    `share` is that at the factor, or the greatest of all tried; `stopped` are the sizes that could not follow so far.
    """

    factor: float | None
    share: Share | None
    stopped: tuple[str, ...]

    def to_row(self) -> Row:
        """The same by name."""
        share = None if self.share is None else self.share.to_row()
        return {"factor": self.factor, "share": share, "stopped": list(self.stopped)}


def needed_size(
    stage: Stage, test: ClaimTest, population: Population, own: Mapping[str, float], corner: Mapping[str, float]
) -> NeededSize:
    """The factor for a claim whose best case, its `own` numbers held and its sizes at the `corner`, falls short."""
    model, leeways = stage.model, list[Leeway]()
    for name in corner:
        model, leeway = stretched(model, name, stage.clock.step)
        leeways.append(leeway)
    wide = replace(stage, model=model, engines={})
    most: Share | None = None
    stopped: tuple[str, ...] = ()
    for factor in FACTORS:
        sizes = {each.name: beyond(each, corner[each.name], factor) for each in leeways}
        stopped = tuple(name for name, (_, follows) in sizes.items() if not follows)
        found = share_where(wide, test, population, {**own, **{name: value for name, (value, _) in sizes.items()}})
        if found is not None and found.value >= SUPPORTED:
            return NeededSize(factor, found, stopped)
        most = max((each for each in (most, found) if each is not None), key=lambda each: each.value, default=None)
        if len(stopped) == len(sizes):
            break
    return NeededSize(None, most, stopped)


def beyond(leeway: Leeway, end: float, factor: float) -> tuple[float, bool]:
    """A value so many times beyond an end of a range, as far as it can be taken; and whether it could be taken so far."""
    other = leeway.low if end == leeway.high else leeway.high
    wanted = end * factor if abs(end) >= abs(other) else end / factor
    value = min(max(wanted, leeway.least), leeway.most)
    return value, value == wanted != end
