"""Whole processes, as a user meets them: the command line with and without a kernel on disk, compiling, one run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.task import Task
from dualtrack.targets.native.run import Native
from dualtrack.targets.python import Oracle
from dualtrack.targets.scheme import EULER

TIMES, STARTS, RUNS, SLOW_RUNS = 10, 5, 300, 20
COMMAND = ("run", "limited_opening", "--json")


@dataclass(frozen=True)
class Latencies:
    """Medians in seconds."""

    python: float
    command_cold: float
    command: float
    compiling: float
    loading: float
    one_run: float
    one_run_python: float


def latencies() -> Latencies:
    """Time everything, each start in a process of its own."""
    with tempfile.TemporaryDirectory() as cache:
        warm = [_command(cache) for _ in range(TIMES + 1)][1:]
        bare = [_seconds([sys.executable, "-c", "pass"], cache) for _ in range(TIMES)]
    cold = []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as cache:
            cold.append(_command(cache))
    inner = [_inside() for _ in range(STARTS)]
    middle = {name: statistics.median(one[name] for one in inner) for name in inner[0]}
    return Latencies(
        statistics.median(bare),
        statistics.median(cold),
        statistics.median(warm),
        middle["compiling"],
        middle["loading"],
        middle["one_run"],
        middle["one_run_python"],
    )


def _command(cache: str) -> float:
    return _seconds([str(Path(sys.executable).parent / "dualtrack"), *COMMAND], cache)


def _seconds(words: list[str], cache: str) -> float:
    start = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env={**os.environ, "XDG_CACHE_HOME": cache})
    return time.perf_counter() - start


def _inside() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as cache:
        found = subprocess.run(
            [sys.executable, "-m", "bench.processes"],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "XDG_CACHE_HOME": cache},
        )
    return dict(json.loads(found.stdout))


def main() -> None:
    """In a fresh process: compile with nothing on disk, load what that left, then run one world often."""
    task = Task.of(EULER, 1)
    world = task.worlds(1)
    figures = {}
    for name in ("compiling", "loading"):
        start = time.perf_counter()
        native = Native.of(task.model)
        native.run(task.regime, task.clock, world, task.save, jobs=1)
        figures[name] = time.perf_counter() - start
    figures["one_run"] = _often(lambda: native.run(task.regime, task.clock, world, task.save, jobs=1), RUNS)
    oracle = Oracle.of(task.model)
    figures["one_run_python"] = _often(lambda: oracle.run(task.regime, task.clock), SLOW_RUNS)
    print(json.dumps(figures))


def _often(run: object, times: int) -> float:
    assert callable(run)
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
