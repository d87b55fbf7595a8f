"""The slower targets of this package: NumPy over worlds, and the oracle in plain Python."""

from __future__ import annotations

import numpy as np

from bench.task import Array, Runner, Task, Worlds
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle


def prepare_numpy(task: Task) -> Runner:
    """Arrays over worlds, one operation after another."""
    many = Many.of(task.model)
    return lambda worlds: many.run(task.regime, task.clock, worlds, task.save, scheme=task.scheme).values


def prepare_python(task: Task) -> Runner:
    """One world after another, in plain floats."""
    oracle = Oracle.of(task.model)

    def run(worlds: Worlds) -> dict[str, Array]:
        count = len(next(iter(worlds.values())))
        each = [{name: float(values[place]) for name, values in worlds.items()} for place in range(count)]
        found = [oracle.run(task.regime, task.clock, world, scheme=task.scheme) for world in each]
        return {name: np.array([one[name] for one in found]) for name in task.save}

    return run
