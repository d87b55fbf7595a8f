"""Which target runs the worlds? The fastest that this machine has, behind one face."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from dualtrack.errors import NativeUnavailable, RunError
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Many, Paths
from dualtrack.targets.numeric.scheme import Scheme

_JOBS: ContextVar[int | None] = ContextVar("jobs", default=None)


class Runner(Protocol):
    """Runs every world of one regime; every target of numbers has this form."""

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme,
        series: Mapping[str, Array] | None = None,
        before: Paths | None = None,
    ) -> Paths:
        """Saved quantities over worlds and years.

        `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities. A run `before` is gone
        on from (`Paths.of`).
        """
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """A compiled model, the target it was compiled by, and why it is not a faster one."""

    runner: Runner
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Threads:
    """Machine code on a number of threads; none is as many as there are cores."""

    native: Native
    jobs: int | None

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme,
        series: Mapping[str, Array] | None = None,
        before: Paths | None = None,
    ) -> Paths:
        """The same for any number of threads, bit for bit.

        `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities. A run `before` is gone
        on from (`Paths.of`).
        """
        return self.native.run(regime, clock, worlds, save, scheme=scheme, series=series, before=before, jobs=self.jobs)


@contextmanager
def one_thread() -> Iterator[None]:
    """Engines that are made inside run on one thread, unless told: where each core has a process or a thread of its own."""
    before = _JOBS.set(1)
    try:
        yield
    finally:
        _JOBS.reset(before)


def engine(model: Model, jobs: int | None = None) -> Engine:
    """Compile the model for many worlds: as machine code, or with NumPy, on one thread, where that cannot be had.

    Raises `RunError` for less than one thread in `jobs`.
    """
    if jobs is not None and jobs < 1:
        raise RunError(f"nothing runs on {jobs} threads", fix="name one or more, or leave it out for all cores")
    try:
        return Engine(Threads(Native.of(model), jobs or _JOBS.get()), "native")
    except NativeUnavailable as reason:
        return Engine(Many.of(model), "vector", f"slower than it could be: {reason.what}")
