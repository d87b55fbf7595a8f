"""The native target itself."""

from __future__ import annotations

from bench.task import Runner, Task
from dualtrack.targets.native.native import Native


def prepare(task: Task) -> Runner:
    """Compile on the first run."""
    native = Native.of(task.model)
    return lambda worlds: native.run(task.regime, task.clock, worlds, task.save, scheme=task.scheme, jobs=task.threads).values
