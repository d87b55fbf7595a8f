"""Paths of one lever beside each other, cut into stages within which none of them jumps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dualtrack.language.checked import checked
from dualtrack.language.scenario import SMALL, Path

UP = {"tighter": "tighter", "looser": "looser", "neither": "higher"}
DOWN = {"tighter": "looser", "looser": "tighter", "neither": "lower"}
"""What a lever is called that stands higher, or lower, by what more of it does."""


@dataclass(frozen=True, slots=True)
class LeverStage:
    """From year `since` up to `until`, infinite in the last: `values` at its beginning, one for each path, and `ends` at its end.

    Between the two a path runs in a straight line; it holds still where they are alike.
    """

    since: float
    until: float
    values: tuple[float, ...]
    ends: tuple[float, ...]

    def at(self, year: float) -> tuple[float, ...]:
        """The value of each path in a `year` of the stage."""
        if self.until == math.inf or self.values == self.ends:
            return self.values
        part = min(max((year - self.since) / (self.until - self.since), 0.0), 1.0)
        return tuple(a + (b - a) * part for a, b in zip(self.values, self.ends, strict=True))

    def courses(self, more: str, one: int = -1, other: int = 0) -> tuple[str, ...]:
        """What path number `one` is beside path number `other`, in the order in which it becomes so; nothing if alike.

        `more` is what more of the lever does: "tighter", "looser" or "neither", of which a value is only higher or lower.
        """
        found: list[str] = []
        for values in (self.values, self.ends):
            if not math.isclose(values[one], values[other], rel_tol=SMALL, abs_tol=SMALL):
                found.append((UP if values[one] > values[other] else DOWN)[more])
        return tuple(dict.fromkeys(found))


@checked
def lever_stages(paths: Sequence[Path], since: float) -> tuple[LeverStage, ...]:
    """The `paths` of one lever from the year `since` on, in as few stages as tell all of their values."""
    stages: list[LeverStage] = []
    for start, stop in pairwise([*_dates(paths, since), math.inf]):
        values = tuple(path.at(start) for path in paths)
        stage = LeverStage(start, stop, values, tuple(_before(path, start, stop) for path in paths))
        last = stages[-1] if stages else None
        if last is not None and last.values == last.ends == stage.values == stage.ends:
            stages[-1] = LeverStage(last.since, stop, last.values, last.ends)
        else:
            stages.append(stage)
    return tuple(stages)


def _dates(paths: Sequence[Path], since: float) -> list[float]:
    """Where a path has a point, the later of two that are a moment apart."""
    found = [since]
    for date in sorted({year for path in paths for year, _ in path.points if year > since + SMALL}):
        if date - found[-1] <= 2 * SMALL:
            found.pop()
        found.append(date)
    return found


def _before(path: Path, start: float, stop: float) -> float:
    """The value that a path has at the end of a stage, a moment before whatever it does then."""
    if not path.ramp or stop == math.inf:
        return path.at(start)
    last = [value for year, value in path.points if stop - 2 * SMALL <= year < stop - SMALL / 2]
    return last[0] if last else path.at(stop)
