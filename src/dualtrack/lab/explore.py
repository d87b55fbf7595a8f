"""What may happen in a million worlds? Blocks of worlds run and kept on disk one by one; what is finished is never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path as File
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import OutputError, RunError
from dualtrack.files import durable
from dualtrack.lab.blank_store import chunk_name, encoded
from dualtrack.lab.draw import draw
from dualtrack.lab.engine import Engine, engine
from dualtrack.lab.ensemble import Progress
from dualtrack.lab.failure import Failure, Inquiry
from dualtrack.lab.plan import WORLDS, Plan, check_plan, origin
from dualtrack.lab.store import HELD, Record, Store, begin, check_same, is_empty, mend
from dualtrack.language.model import Model

if TYPE_CHECKING:
    import xarray

Array = NDArray[np.float64]

WRITERS = 8
"""Threads that write; a disk answers several faster than one."""
WAITING = 40
"""Chunks that may wait for the disk before the next regime is run, so that a slow disk costs time and not memory."""
SHOWN = 10
"""Failures handed back; all of them are in the folder."""


@dataclass(frozen=True, slots=True)
class Explored:
    """A finished ensemble on disk, and what it took: blocks `reused`, and places `mended` because they were damaged."""

    folder: File
    results: File
    plan: Plan
    engine: str
    note: str
    reused: int
    mended: tuple[str, ...]
    failed: dict[str, int]
    first_failures: tuple[Failure, ...]

    def dataset(self, group: str) -> xarray.Dataset:
        """A regime's quantities by world and year, or the drawn numbers by world (`worlds`); read when they are used."""
        import xarray

        found: xarray.Dataset = xarray.open_zarr(self.results, group=group, chunks=None)
        return found


def explore(
    model: Model,
    plan: Plan,
    folder: File,
    *,
    jobs: int | None = None,
    resume: bool = False,
    fail_fast: bool = False,
    progress: Progress | None = None,
) -> Explored:
    """Run a plan into a folder; resumed, what is whole there is kept and the rest is computed, to the same bytes.

    A failed world is a row, or the end with `RunError` if `fail_fast`; what was finished before stays and can be resumed.
    """
    check_plan(model, plan)
    compiled, place = engine(model, jobs), folder.expanduser().absolute()
    asked = origin(model, plan, compiled.name)
    try:
        is_old = resume and not is_empty(place)
        (check_same(place, asked) if is_old else begin(place, model, plan, asked))
        with durable.alone(place / HELD), ThreadPoolExecutor(WRITERS) as pool:
            mended = mend(place, model, plan, asked) if is_old else ()
            work = _Work(model, plan, Store(place, pool), compiled, fail_fast, progress, [*mended])
            return work.run()
    except OSError as error:
        raise OutputError(
            f"the ensemble cannot be written: {error.strerror}",
            where=str(place),
            fix="make room in a place that you may write to, then resume: what is finished stays",
        ) from None


@dataclass(frozen=True, slots=True)
class _Block:
    """A block on its way to the disk."""

    number: int
    chunks: Mapping[str, Future[str]]
    failures: tuple[Failure, ...]

    def record(self) -> Record:
        """What was written, once it is; raises what went wrong in writing."""
        return Record({chunk: writing.result() for chunk, writing in self.chunks.items()}, self.failures)


@dataclass
class _Work:
    """One pass over all blocks."""

    model: Model
    plan: Plan
    store: Store
    compiled: Engine
    fail_fast: bool
    progress: Progress | None
    mended: list[str]
    reused: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    first_failures: list[Failure] = field(default_factory=list)
    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(WAITING))

    def run(self) -> Explored:
        """Reuse what is whole and fill the rest; a block is recorded while the next one runs."""
        waiting: _Block | None = None
        for number in range(self.plan.blocks):
            if self._is_reused(number):
                self._tell(number, len(self.plan.regimes))
                continue
            filled = self._fill(number)
            if waiting is not None:
                self.store.finish(waiting.number, waiting.record())
            waiting = filled
        if waiting is not None:
            self.store.finish(waiting.number, waiting.record())
        self.store.close(self.plan.blocks)
        return self._summary()

    def _is_reused(self, number: int) -> bool:
        """Whether a block was finished and is still whole; what is damaged is noted."""
        record = self.store.read(number)
        damaged = self.store.faults(number) if record is None else self.store.damaged(record)
        self.mended += damaged
        if record is None or damaged:
            return False
        self._count(record.failures)
        self.reused += 1
        return True

    def _fill(self, number: int) -> _Block:
        plan = self.plan
        first, count = plan.span(number)
        worlds = draw(self.model, count, plan.seed, first, plan.design)
        chunks = self._write(number, WORLDS, worlds.values)
        inquiry = Inquiry(self.model, plan.clock, plan.scheme)
        failures: list[Failure] = []
        for done, regime in enumerate(plan.regimes, 1):
            paths = self.compiled.runner.run(regime, plan.clock, worlds.values, plan.save, scheme=plan.scheme)
            rows = inquiry.rows(regime, worlds, paths.failed, self.failed[regime.name])
            self._count(rows)
            chunks |= self._write(number, regime.name, paths.values, paths.failed)
            failures += rows
            self._tell(number, done)
        return _Block(number, chunks, tuple(failures))

    def _write(
        self, block: int, group: str, values: Mapping[str, Array], failed: NDArray[np.bool_] | None = None
    ) -> dict[str, Future[str]]:
        """Hand arrays to the writers, as fast as these can take them."""
        found = {}
        for name, array in values.items():
            chunk = chunk_name(group, name, array.ndim, block)
            self.room.acquire()
            found[chunk] = self.store.pool.submit(self._write_chunk, chunk, array, failed)
        return found

    def _write_chunk(self, chunk: str, values: Array, failed: NDArray[np.bool_] | None) -> str:
        try:
            return self.store.write(chunk, encoded(values, self.plan.size, failed))
        finally:
            self.room.release()

    def _count(self, rows: tuple[Failure, ...]) -> None:
        """Note failed worlds; the first one ends everything if that was asked for."""
        if rows and self.fail_fast:
            raise RunError(
                f"world {rows[0].world} fails under regime `{rows[0].regime}`: {rows[0].reason}",
                fix="narrow the prior or mend the equation; without --fail-fast the world becomes a row",
            )
        self.failed.update(row.regime for row in rows)
        self.first_failures += rows[: SHOWN - len(self.first_failures)]

    def _tell(self, number: int, regimes: int) -> None:
        if self.progress is not None:
            first, count = self.plan.span(number)
            whole = len(self.plan.regimes)
            self.progress(first * whole + count * regimes, self.plan.worlds * whole)

    def _summary(self) -> Explored:
        return Explored(
            folder=self.store.folder,
            results=self.store.results,
            plan=self.plan,
            engine=self.compiled.name,
            note=self.compiled.note,
            reused=self.reused,
            mended=tuple(self.mended),
            failed={regime.name: self.failed[regime.name] for regime in self.plan.regimes},
            first_failures=tuple(self.first_failures),
        )
