"""One contender in a process of its own: prepares, is checked against the oracle, then runs whenever a line arrives.

Answers in lines of JSON; whatever goes wrong is answered too, so that nobody's failure ends the comparison.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TextIO


def main() -> None:
    """Serve one contender, pinned to the cores named before anything starts a thread."""
    key, cores = sys.argv[1], {int(core) for core in sys.argv[2].split(",")}
    os.sched_setaffinity(0, cores)
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    try:
        _serve(key, answers)
    except Exception as error:  # noqa: BLE001 - a peer may fail in any way, and the reason is printed
        _say(answers, skipped=f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:200])


def _serve(key: str, answers: TextIO) -> None:
    from bench.contenders import BY_KEY
    from bench.task import Task

    contender = BY_KEY[key]
    task = Task.of(contender.scheme, contender.threads)
    few, worlds = task.worlds(contender.checked), task.worlds(contender.worlds)
    start = time.perf_counter()
    runner = contender.prepare(task)
    runner(few)
    ready = time.perf_counter() - start
    gap = task.gap(runner, contender.checked)
    if not gap <= contender.tolerance:
        _say(answers, skipped=f"disagrees with the oracle: {gap:.1e}")
        return
    runner(worlds)
    _say(answers, ready=ready, gap=gap)
    for _ in sys.stdin:
        wall, busy = time.perf_counter(), time.process_time()
        runner(worlds)
        _say(answers, wall=time.perf_counter() - wall, busy=time.process_time() - busy)


def _say(answers: TextIO, **what: float | str) -> None:
    answers.write(json.dumps(what) + "\n")


if __name__ == "__main__":
    main()
