"""Contenders timed in turns, so that whatever disturbs the machine disturbs all: ratios are medians over rounds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from bench.contenders import Contender

ROUNDS = 15
CORES = tuple(sorted(os.sched_getaffinity(0)))


@dataclass
class Result:
    """What a contender did: seconds to its first answer, distance from the oracle, and speeds per core and round."""

    ready: float = 0.0
    gap: float = 0.0
    skipped: str = ""
    by_wall: list[float] = field(default_factory=list)
    by_processor: list[float] = field(default_factory=list)

    @property
    def speed(self) -> float:
        """Worlds per second of processor time, which neighbours on the machine do not lengthen."""
        return statistics.median(self.by_processor)

    @property
    def speed_by_wall(self) -> float:
        """Worlds per second that passed."""
        return statistics.median(self.by_wall)


Results = Mapping[str, Result]


def measure(contenders: Sequence[Contender], rounds: int = ROUNDS) -> Results:
    """Start everyone, check them, and let them run in turns."""
    workers, results = {}, {}
    with ExitStack() as stack:
        cache = stack.enter_context(tempfile.TemporaryDirectory())
        for contender in contenders:
            workers[contender.key] = stack.enter_context(_Worker(contender, cache))
            results[contender.key] = workers[contender.key].begun()
            print(f"{contender.label}, {contender.scheme.name}, {contender.threads}: {results[contender.key]}", flush=True)
        for turn in range(rounds):
            running = [c for c in contenders if not results[c.key].skipped]
            shift = turn % max(len(running), 1)
            for contender in (*running[shift:], *running[:shift]):
                _time(contender, workers[contender.key], results[contender.key])
    return results


def ratio(over: Iterable[float], under: Iterable[float]) -> float:
    """The median of one contender's speed over another's, round by round."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def _time(contender: Contender, worker: _Worker, result: Result) -> None:
    answer = worker.ask()
    if "wall" not in answer:
        result.skipped = str(answer.get("skipped", "its process ended"))
        return
    result.by_wall.append(contender.worlds / answer["wall"])
    result.by_processor.append(contender.worlds * contender.threads / answer["busy"])


@dataclass
class _Worker:
    """A contender's process; kernels that earlier runs left on disk are not found."""

    contender: Contender
    cache: str
    process: subprocess.Popen[str] = field(init=False)

    def __enter__(self) -> _Worker:
        cores = CORES[-1:] if self.contender.threads == 1 else CORES
        words = [sys.executable, "-m", "bench.worker", self.contender.key, ",".join(map(str, cores))]
        pipe = subprocess.PIPE
        surroundings = {**os.environ, "XDG_CACHE_HOME": self.cache}
        self.process = subprocess.Popen(
            words, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, bufsize=1, env=surroundings
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def begun(self) -> Result:
        """Wait until it is ready; contenders prepare one after another."""
        answer = self.answer()
        if "ready" in answer:
            return Result(ready=answer["ready"], gap=answer["gap"])
        return Result(skipped=str(answer.get("skipped", "its process ended")))

    def ask(self) -> dict[str, Any]:
        """Let it run once."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write("run\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return {}
        return self.answer()

    def answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return dict(json.loads(line)) if line else {}
