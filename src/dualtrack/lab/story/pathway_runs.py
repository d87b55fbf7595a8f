"""The runs behind why: one regime in the same worlds as another, some pathways held at what their links read under the other.

The other regime runs once, every cause kept at every step; then the first runs under each coalition of pathways let go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.story.months import months_at
from dualtrack.lab.story.story_runs import StoryRuns, until
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import gate_of, history_of
from dualtrack.language.scenario import course
from dualtrack.language.statements.pathway import Pathway, hold_pathways, pathway_edges
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.scheme import EULER

BLOCK = 200
"""Worlds at a time: every cause is kept at every step, some twenty thousand numbers a world."""


@dataclass(frozen=True, slots=True)
class PathwayRuns:
    """What is compared, as a story does, the model whose pathways can be held, compiled, and their names and causes."""

    runs: StoryRuns
    held: Runner
    names: tuple[str, ...]
    causes: tuple[str, ...]

    def months(self, worlds: Worlds, at: float, progress: Progress | None = None) -> Array:
        """Months in the year `at` as [coalition, world]: pathway i is let go where bit i of the coalition is set.

        nan in worlds that failed under either regime. `progress` counts runs of a block of worlds.
        """
        blocks = range(0, worlds.count, BLOCK)
        every = len(blocks) << len(self.names)
        found = np.full((1 << len(self.names), worlds.count), np.nan)
        for place, start in enumerate(blocks):
            part = slice(start, min(start + BLOCK, worlds.count))
            for coalition, months in enumerate(self._block(worlds.part(part.start, part.stop), at)):
                found[coalition, part] = months
                if progress is not None:
                    progress((place << len(self.names)) + coalition + 1, every)
        return found

    def _block(self, worlds: Worlds, at: float) -> Iterator[Array]:
        """Months of some worlds under every coalition in turn."""
        (first, other), name, clock = self.runs.pair, self.runs.quantity, until(self.runs.clock, at)
        computed = [cause for cause in self.causes if cause not in self.runs.model.of_role(["lever"])]
        every_step = replace(clock, save=clock.step)
        base = self.runs.runner.run(other, every_step, worlds.values, list(dict.fromkeys([name, *computed])), scheme=EULER)
        series = {
            history_of(cause): base.values[cause]
            if cause in computed
            else np.tile(course(self.runs.model, other, cause, clock.years), (worlds.count, 1))
            for cause in self.causes
        }
        saved = base.values[name][:, :: clock.stride]
        for coalition in range(1 << len(self.names)):
            gates = {
                gate_of(each): np.full(worlds.count, 0.0 if coalition >> place & 1 else 1.0)
                for place, each in enumerate(self.names)
            }
            run = self.held.run(first, clock, {**worlds.values, **gates}, [name], scheme=EULER, series=series)
            months = np.full(worlds.count, np.nan)
            sound = ~(base.failed | run.failed)
            if sound.any():
                months[sound] = months_at(run.values[name][sound], saved[sound], run.years, self.runs.since, at)
            yield months


def pathway_runs(runs: StoryRuns, pathways: tuple[Pathway, ...]) -> PathwayRuns:
    """The runs of a story with its pathways to be held, compiled once."""
    edges = pathway_edges(runs.model, pathways)
    causes = tuple(dict.fromkeys(cause for each in edges.values() for cause, _ in each))
    return PathwayRuns(runs, engine(hold_pathways(runs.model, pathways)).runner, tuple(edges), causes)
