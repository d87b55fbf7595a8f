"""Contenders timed in turns, so that whatever disturbs the machine disturbs all: a ratio is taken within a round of seconds.

Everybody starts several times, since where code and memory come to lie makes a run faster or slower for as long as it lives.
"""

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

STARTS = 3
ROUNDS = 11
"""Of each start."""
CORES = tuple(sorted(os.sched_getaffinity(0)))


@dataclass
class Result:
    """What a contender did: seconds to its first answer, distance from the oracle, and speeds by round of every start."""

    firsts: list[float] = field(default_factory=list)
    gap: float = 0.0
    skipped: str = ""
    by_wall: list[float] = field(default_factory=list)
    by_processor: list[float] = field(default_factory=list)

    @property
    def ready(self) -> float:
        """Seconds to the first answer."""
        return statistics.median(self.firsts)

    @property
    def speed(self) -> float:
        """Worlds per second of processor time, which neighbours on the machine do not lengthen."""
        return statistics.median(self.by_processor)

    @property
    def speed_by_wall(self) -> float:
        """Worlds per second that passed."""
        return statistics.median(self.by_wall)


@dataclass(frozen=True)
class Ratio:
    """One speed over another within rounds: the median, and the tenth and ninetieth of a hundred."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, over: Iterable[float], under: Iterable[float]) -> Ratio:
        """Round by round."""
        found = [a / b for a, b in zip(over, under, strict=True)]
        cuts = statistics.quantiles(found, n=10, method="inclusive")
        return cls(statistics.median(found), cuts[0], cuts[-1])


Results = Mapping[str, Result]


def measure(contenders: Sequence[Contender]) -> Results:
    """Start everyone, check them, and let them run in turns; several times."""
    results = {contender.key: Result() for contender in contenders}
    for _ in range(STARTS):
        with ExitStack() as stack:
            cache = stack.enter_context(tempfile.TemporaryDirectory())
            taking_part = [contender for contender in contenders if not results[contender.key].skipped]
            workers = {}
            for contender in taking_part:
                workers[contender.key] = stack.enter_context(_Worker(contender, cache))
                workers[contender.key].begun(results[contender.key])
                print(f"{contender.label}, {contender.scheme.name}, {contender.threads}: {results[contender.key]}", flush=True)
            for turn in range(ROUNDS):
                running = [c for c in taking_part if not results[c.key].skipped]
                shift = turn % max(len(running), 1)
                for contender in (*running[shift:], *running[:shift]):
                    _time(contender, workers[contender.key], results[contender.key])
    return results


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

    def begun(self, result: Result) -> None:
        """Wait until it is ready; contenders prepare one after another."""
        answer = self.answer()
        if "ready" in answer:
            result.firsts.append(answer["ready"])
            result.gap = max(result.gap, answer["gap"])
        else:
            result.skipped = str(answer.get("skipped", "its process ended"))

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
