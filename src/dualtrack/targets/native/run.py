"""Many worlds at once as machine code: blocks of worlds go to threads in order, and none knows of another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime, check_regime, check_series
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.kernel import Kernel, write
from dualtrack.targets.native.machine import Loaded, Machine, host, loaded
from dualtrack.targets.native.store import image_of
from dualtrack.targets.scheme import EULER, Scheme
from dualtrack.targets.vector import Array, Paths, count_worlds

CHUNK = 64
"""Blocks of worlds a thread takes at a time."""
ALIGNED = 64
"""Bytes; the widest register's."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A kernel in memory and what it expects."""

    kernel: Kernel
    loaded: Loaded


@dataclass(frozen=True)
class Native:
    """A model as machine code; a kernel is compiled when first needed, then kept here and on disk."""

    model: Model
    machine: Machine
    kernels: dict[tuple[Shape, str], Ready] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, model: Model) -> Native:
        """For this machine; raises `NativeUnavailable` where llvmlite is missing."""
        return cls(model, host())

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme = EULER,
        series: Mapping[str, Array] | None = None,
        jobs: int | None = None,
    ) -> Paths:
        """Run every world; `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities.

        The same for any number of `jobs` (threads; all cores if None), bit for bit. A world fails where the oracle refuses it,
        whatever is saved.
        """
        model = self.model
        check_regime(model, regime)
        check_series(model, {n: rows.shape[-1] for n, rows in (series or {}).items()}, clock)
        shape = Shape(tuple(model[n].name for n in dict.fromkeys(save)), tuple(series or ()))
        ready = self._ready(shape, scheme)
        call = _Call(ready, clock, count_worlds(model, worlds, series or {}))
        given = [worlds.get(n, model.quantities[n].number) for n in ready.kernel.given]
        frozen = [(series or {})[n] for n in ready.kernel.series]
        values, failed = call.run(_doubles(given), self._driven(ready.kernel, regime, clock), _doubles(frozen), jobs)
        kept = {name: values[i, :, : call.count].T for i, name in enumerate(shape.save)}
        return Paths(regime.name, np.asarray(clock.saved), kept, failed >= 0, failed)

    def _ready(self, shape: Shape, scheme: Scheme) -> Ready:
        key = (shape, scheme.name)
        if key not in self.kernels:
            kernel = write(Graph.of(self.model, shape), self.model.curves, shape, scheme, self.machine)
            self.kernels[key] = Ready(kernel, loaded(image_of(kernel.text, self.machine), self.machine))
        return self.kernels[key]

    def _driven(self, kernel: Kernel, regime: Regime, clock: Clock) -> Array:
        """Paths of levers and histories, [step, name]."""
        rows = np.empty((clock.steps + 1, len(kernel.driven)))
        for column, name in enumerate(kernel.driven):
            path = regime.paths.get(name)
            rows[:, column] = self.model.quantities[name].number if path is None else _along(path, clock)
        return rows


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of a kernel on `count` worlds."""

    ready: Ready
    clock: Clock
    count: int

    def run(
        self, given: Sequence[Array], driven: Array, series: Sequence[Array], jobs: int | None
    ) -> tuple[Array, NDArray[np.int64]]:
        """Values [saved, row, world], padded to whole blocks, and the first step at which each world failed, or -1."""
        kernel, clock = self.ready.kernel, self.clock
        padded = -(-self.count // kernel.width) * kernel.width
        values = np.empty((len(kernel.shape.save), len(clock.saved), padded))
        failed = np.empty(padded, dtype=np.int64)
        given_table = _table(given)
        series_table = _table(series)
        chunk = CHUNK * kernel.width
        starts = iter(range(0, padded, chunk))

        def work() -> None:
            memory = _aligned(kernel.layout.size * kernel.width)
            inputs = [a.ctypes.data for a in (memory, given_table, series_table, driven, values, failed)]
            for first in starts:
                bounds = (self.count, padded, first, min(first + chunk, padded))
                self.ready.loaded.run(*inputs, *bounds, clock.start, clock.step, clock.steps, clock.stride)

        threads = min(jobs or _cores(), -(-padded // chunk))
        if threads == 1:
            work()
        else:
            with ThreadPoolExecutor(threads) as pool:
                for done in [pool.submit(work) for _ in range(threads)]:
                    done.result()
        return values, failed[: self.count]


@lru_cache(maxsize=1024)
def _along(path: Path, clock: Clock) -> Array:
    """A path's value at every step."""
    values = np.array([path.at(year) for year in clock.years])
    values.flags.writeable = False
    return values


def _doubles(sources: Iterable[object]) -> list[Array]:
    return [np.asarray(source, dtype=np.float64) for source in sources]


def _table(sources: Sequence[Array]) -> NDArray[np.int64]:
    """Address, bytes from world to world and bytes from step to step of each array [world] or [world, step]."""
    rows = [(a.ctypes.data, *_strides(a)) for a in sources]
    return np.array(rows, dtype=np.int64).reshape(len(rows), 3)


def _strides(array: Array) -> Iterator[int]:
    """Bytes along both axes; 0 along one that it lacks or that holds one value for all."""
    steps = [0 if size == 1 else stride for size, stride in zip(array.shape, array.strides, strict=True)]
    yield from (*steps, 0, 0)[:2]


def _aligned(count: int) -> Array:
    """An array that starts on a whole vector."""
    raw = np.zeros(count + ALIGNED // 8)
    skip = -raw.ctypes.data % ALIGNED // 8
    return raw[skip : skip + count]


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
