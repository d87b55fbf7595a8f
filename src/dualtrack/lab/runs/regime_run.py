"""One regime in many worlds, in parts on the workers of a cluster: the same numbers as here, laid out in memory the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.runs.cluster import Cluster
from dualtrack.lab.runs.engine import Engine
from dualtrack.lab.runs.side_by_side import SideBySide
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.many import Ended, Paths
from dualtrack.targets.numeric.scheme import Scheme

PART = 4096
"""Worlds that are sent to a worker at a time: some fifteen megabytes of what was drawn."""


@dataclass(frozen=True, slots=True)
class RegimeRun:
    """What is asked of each world; a copy in another process compiles the model there."""

    compiled: Engine
    regime: Regime
    clock: Clock
    save: tuple[str, ...]
    scheme: Scheme

    def __call__(self, worlds: Worlds) -> Paths:
        """The saved quantities of some worlds."""
        return self.compiled.runner.run(self.regime, self.clock, worlds.values, self.save, scheme=self.scheme)


def run_in_parts(asked: SideBySide, worlds: Worlds, cluster: Cluster) -> Iterator[Paths]:
    """Each regime in turn, part by part; sums over worlds then have the same last digit too."""
    parts = [worlds.part(start, start + PART) for start in range(0, worlds.count, PART)]
    for regime in asked.regimes:
        run = RegimeRun(asked.compiled, regime, asked.clock, asked.save, asked.scheme)
        yield _together(run, cluster.in_order(run, parts))


def _together(run: RegimeRun, found: Sequence[Paths]) -> Paths:
    if len(found) == 1:
        return found[0]
    values = {name: np.concatenate([each.values[name].T for each in found], axis=1).T for name in run.save}
    failed, steps = (np.concatenate([getattr(each, name) for each in found]) for name in ("failed", "failed_step"))
    ended = Ended(found[0].ended.stocks, np.concatenate([each.ended.values for each in found], axis=1))
    return Paths(run.regime.name, found[0].years, values, failed, steps, ended)
