"""What do the runs that tests ask for share before they part? Their common past is run once; each goes on from where it stood."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dualtrack.language.model import Model
from dualtrack.language.scenario import SMALL, Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm

Past = tuple[object, ...]
"""What a run did until the trunk ends; runs with equal pasts share one."""


@dataclass(frozen=True, slots=True)
class SharedPast:
    """The clock of the common past, which saves only its ends, and that of what follows."""

    past: Clock
    rest: Clock

    @classmethod
    def of(cls, clock: Clock, years: Iterable[float]) -> SharedPast | None:
        """Up to the last saved row before any of these years; none where there is no row between it and the start."""
        rows = math.floor((min(years) - clock.start) / clock.save + SMALL)
        end = clock.start + rows * clock.save
        if rows < 1 or end > clock.stop - clock.save + SMALL:
            return None
        return cls(Clock(clock.start, end, clock.step, end - clock.start), replace(clock, start=end))

    def pasts(self, model: Model, regimes: Mapping[Arm, Regime]) -> dict[Arm, Past | None]:
        """The past of each arm; none for one that is not free until the trunk ends, and so must be run as a whole."""
        free = {arm: self._past(model, regime, arm) for arm, regime in regimes.items()}
        return {arm: past if self._is_free(arm, free) else None for arm, past in free.items()}

    def _past(self, model: Model, regime: Regime, arm: Arm) -> Past:
        moved = ((name, self._steps(path)) for name, path in regime.paths.items())
        resting = {name: ((-math.inf, model[name].value),) for name in regime.paths}
        return (arm.held, arm.step or self.past.step, frozenset((name, steps) for name, steps in moved if steps != resting[name]))

    def _steps(self, path: Path) -> tuple[tuple[float, float], ...]:
        """The values of a path until the trunk ends, each with the date from which it holds; a ramp as it is written."""
        if path.ramp:
            return path.points
        found = [(-math.inf, path.points[0][1])]
        for date, value in path.points[1:]:
            if date <= self.past.stop + SMALL and value != found[-1][1]:
                found.append((date, value))
        return tuple(found)

    def _is_free(self, arm: Arm, pasts: Mapping[Arm, Past]) -> bool:
        """A frozen quantity takes its own path for as long as the run in which it is traced has the same past."""
        return all(
            pasts[frozen.like] == pasts[arm] and (frozen.since is None or frozen.since > self.past.stop) for frozen in arm.frozen
        )
