"""Whole processes, as a user meets them: the command line with and without a kernel on disk, compiling, one run."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.task import Task
from dualtrack.targets.native.native import Native, readied
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER

TIMES, STARTS, RUNS, SLOW_RUNS = 10, 5, 300, 20
COMMAND = ("run", "limited_opening", "--json")


@dataclass(frozen=True)
class Seconds:
    """What passed, and what the processor spent: the same on a quiet machine."""

    passed: float
    busy: float

    @classmethod
    def middle(cls, several: Sequence[Seconds]) -> Seconds:
        """The median of each."""
        return cls(statistics.median(s.passed for s in several), statistics.median(s.busy for s in several))


@dataclass(frozen=True)
class Latencies:
    """Medians of each."""

    python: Seconds
    command_cold: Seconds
    command: Seconds
    compiling: Seconds
    loading: Seconds
    one_run: Seconds
    one_run_python: Seconds


def latencies() -> Latencies:
    """Time everything, each start in a process of its own."""
    with tempfile.TemporaryDirectory() as cache:
        warm = [_command(cache) for _ in range(TIMES + 1)][1:]
        bare = [_whole([sys.executable, "-c", "pass"], cache)[0] for _ in range(TIMES)]
    cold, inner = [], []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as cache:
            cold.append(_command(cache))
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as cache:
            inner.append(json.loads(_whole([sys.executable, "-m", "bench.processes"], cache)[1]))
    within = {name: Seconds.middle([Seconds(**one[name]) for one in inner]) for name in inner[0]}
    return Latencies(python=Seconds.middle(bare), command_cold=Seconds.middle(cold), command=Seconds.middle(warm), **within)


def _command(cache: str) -> Seconds:
    return _whole([str(Path(sys.executable).parent / "dualtrack"), *COMMAND], cache)[0]


def _whole(words: list[str], cache: str) -> tuple[Seconds, str]:
    """A process as a user has it, with Python's bytecode kept and its kernels in `cache`; and what it printed."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = _children(), time.perf_counter()
    done = subprocess.run(words, check=True, capture_output=True, text=True, env={**surroundings, "XDG_CACHE_HOME": cache})
    return Seconds(time.perf_counter() - start, _children() - before), done.stdout


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """In a fresh process: compile with nothing on disk, load what that left, then run one world often."""
    task = Task.of(EULER, 1)
    world, natives = task.worlds(1), []

    def first() -> None:
        natives.append(Native.of(task.model))
        natives[-1].run(task.regime, task.clock, world, task.save, jobs=1)

    oracle = Oracle.of(task.model)
    found = {"compiling": _once(first)}
    readied.cache_clear()  # as another process would find it: on disk, and not in memory
    found["loading"] = _once(first)
    found["one_run"] = _often(lambda: natives[-1].run(task.regime, task.clock, world, task.save, jobs=1), RUNS)
    found["one_run_python"] = _often(lambda: oracle.run(task.regime, task.clock), SLOW_RUNS)
    print(json.dumps({name: asdict(seconds) for name, seconds in found.items()}))


def _once(run: Callable[[], object]) -> Seconds:
    passed, busy = time.perf_counter(), time.process_time()
    run()
    return Seconds(time.perf_counter() - passed, time.process_time() - busy)


def _often(run: Callable[[], object], times: int) -> Seconds:
    return Seconds.middle([_once(run) for _ in range(times)])


if __name__ == "__main__":
    main()
