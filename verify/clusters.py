"""A Dask cluster of real processes on this machine: a scheduler and workers that can be killed one by one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.house import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
PATIENCE = 60.0
"""Seconds in which a scheduler must have written where it is."""


@dataclass
class LocalCluster:
    """Where the scheduler is, and its workers in the order in which they were started."""

    address: str
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, count: int) -> None:
        """More workers, each a process with one thread, that nobody starts again."""
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder)]
        self.workers += [_begun("worker", [self.address, *options], self.folder) for _ in range(count)]

    def kill(self, place: int) -> None:
        """End a worker as a machine that fails would."""
        self.workers[place].send_signal(signal.SIGKILL)
        self.workers[place].wait()


@contextmanager
def local_cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    """A scheduler and as many workers, until the end of the block."""
    told = folder / "scheduler.json"
    scheduler = _begun("scheduler", ["--port", "0", "--no-dashboard", "--scheduler-file", str(told)], folder)
    found = LocalCluster(_address(told), folder)
    try:
        found.start(workers)
        yield found
    finally:
        for each in (*found.workers, scheduler):
            each.kill()
            each.wait()


def _begun(what: str, words: list[str], folder: Path) -> subprocess.Popen[bytes]:
    log = (folder / f"{what}.log").open("ab")
    with log:
        return subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{what}", *words], env=ENVIRONMENT, stderr=log)


def _address(told: Path) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            return str(json.loads(told.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(f"no scheduler wrote {told}")
