"""Many worlds at once as machine code: blocks of worlds go to threads in order, and none knows of another."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime, check_series
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.input_block import InputBlock
from dualtrack.targets.native.kernel import Kernel, write
from dualtrack.targets.native.machine import FEW, Loaded, Machine, host, loaded
from dualtrack.targets.native.result_pointers import image_of
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Ended, Paths, count_worlds, rows_before
from dualtrack.targets.numeric.scheme import EULER, Scheme

ALIGNED = 64
"""Bytes; the widest register's."""
KEPT = 64
"""Kernels in memory for whoever runs the same equations again; some two million letters each."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A kernel in memory and what it expects: `declared[number]`, and where these lie, `offsets[number, place]`."""

    kernel: Kernel
    loaded: Loaded
    declared: Array
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, model: Model, shape: Shape, scheme: Scheme, machine: Machine) -> Ready:
        """Write a kernel, compile it unless that was done before, and load it."""
        kernel = write(Graph.of(model, shape), model.curves, shape, scheme, machine)
        declared = np.array([model.quantities[n].number for n in kernel.given], dtype=np.float64)
        return cls(kernel, loaded(image_of(kernel.text, machine), machine), declared, offsets(declared))

    def shared(self, numbers: Array) -> NDArray[np.int64]:
        """Where each of `numbers[number]` lies that is the same in all worlds: [number, place], its address and two strides."""
        rows = self.offsets.copy()
        rows[:, 0] += _address(numbers)
        return rows

    def table(self, worlds: Mapping[str, Array]) -> tuple[NDArray[np.int64], Array]:
        """Where each given number lies, [number, place]: in its array, `worlds[name][world]`, or in the second one, [number]."""
        shared = self.declared.copy()
        rows = self.shared(shared)
        for place, name in enumerate(self.kernel.given):
            if name in worlds and len(worlds[name]) == 1:
                shared[place] = worlds[name][0]
            elif name in worlds:
                rows[place] = _address(worlds[name]), worlds[name].strides[0], 0
        return rows, shared


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a kernel is written from: two models of the same equations in the same order have one kernel, whatever their words."""

    fingerprint: str
    order: tuple[str, ...]
    shape: Shape
    scheme: Scheme
    machine: Machine
    model: Model = field(repr=False, compare=False)


@lru_cache(KEPT)
def readied(wanted: _Wanted) -> Ready:
    """A kernel in memory, the one that stands there where it was wanted before."""
    return Ready.of(wanted.model, wanted.shape, wanted.scheme, wanted.machine)


@dataclass(frozen=True)
class Native:
    """A model as machine code; a kernel is compiled when first needed, then kept here, for its like, and on disk."""

    model: Model
    machine: Machine
    inputs: InputBlock
    kernels: dict[tuple[Shape, Scheme, int], Ready] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, model: Model, machine: Machine | None = None) -> Native:
        """For a machine, or else for this one; raises `NativeUnavailable` where llvmlite is missing."""
        return cls(model, machine or host(), InputBlock(model))

    def __reduce__(self) -> tuple[object, ...]:
        """A copy in another process is built there from the model, for the machine that it finds."""
        return Native.of, (self.model, None if self.machine == host() else self.machine)

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme = EULER,
        series: Mapping[str, Array] | None = None,
        before: Paths | None = None,
        jobs: int | None = None,
    ) -> Paths:
        """Run every world; `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities.

        A run `before` is gone on from (`Paths.of`). The same for any number of `jobs` (threads; all cores if None), bit for bit.
        A world fails where the oracle refuses it, whatever is saved. Raises `RunError` for less than one thread, `RegimeError`
        for what does not fit the model.
        """
        model = self.model
        if jobs is not None and jobs < 1:
            raise RunError(f"worlds cannot run on {jobs} threads", fix="give 1 or more, or None for every core")
        check_series(model, {n: rows.shape[-1] for n, rows in (series or {}).items()}, clock)
        shape = Shape(tuple(model[n].name for n in dict.fromkeys(save)), tuple(series or ()))
        alone = None if series else self.inputs.alone(worlds)
        count = count_worlds(model, worlds, series or {}) if alone is None else 1
        ready = self._ready(shape, scheme, self.machine.narrow() if count <= FEW else self.machine)
        driven = self.inputs.driven(regime, clock, ready.kernel.driven)
        if alone is None:
            given, alone = ready.table({n: np.asarray(values, dtype=np.float64) for n, values in worlds.items()})
        else:
            given = ready.shared(alone)
        frozen = [np.asarray((series or {})[n], dtype=np.float64) for n in ready.kernel.series]
        call = _Call(ready, clock, count, tuple(model.stocks), before)
        values, ended, failed = call.run((given, alone), driven, frozen, jobs)
        kept = {name: values[i, :, :count].T for i, name in enumerate(shape.save)}
        return Paths.of(regime.name, clock, kept, failed, Ended(call.stocks, ended[:, :count]), before)

    def _ready(self, shape: Shape, scheme: Scheme, machine: Machine) -> Ready:
        key = (shape, scheme, machine.width)
        if key not in self.kernels:
            model = self.model
            self.kernels[key] = readied(_Wanted(model.fingerprint, tuple(model.quantities), shape, scheme, machine, model))
        return self.kernels[key]


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of a kernel on `count` worlds, whose `stocks` go on from the run `before`."""

    ready: Ready
    clock: Clock
    count: int
    stocks: tuple[str, ...]
    before: Paths | None

    def run(
        self, given: tuple[NDArray[np.int64], Array], driven: Array, series: Sequence[Array], jobs: int | None
    ) -> tuple[Array, Array, NDArray[np.int64]]:
        """Values [saved, row, world] and stocks at the end [stock, world], both padded to whole blocks, and the first step at
        which each world failed, or -1.

        `given` is a table of addresses, and the array that some of them point into.
        """
        kernel, clock = self.ready.kernel, self.clock
        padded = -(-self.count // kernel.width) * kernel.width
        values, earlier, stood = self._rows(padded)
        ended = np.empty((len(self.stocks), padded))
        failed = np.empty(padded, dtype=np.int64)
        given_table, _ = given
        series_table = np.array([(_address(a), _stride(a, 0), _stride(a, 1)) for a in series], dtype=np.int64)
        rows = values.shape[1]
        chunk = kernel.together * kernel.width
        starts = iter(range(0, padded, chunk))

        def work() -> None:
            memory = _aligned(kernel.layout.size * min(chunk, padded))
            inputs = [*map(_address, (memory, given_table, series_table, driven)), None if stood is None else _address(stood)]
            outputs = [*map(_address, (values[:, earlier:], ended, failed))]
            for first in starts:
                bounds = (self.count, padded, first, min(first + chunk, padded))
                self.ready.loaded.run(*inputs, *outputs, *bounds, clock.start, clock.step, clock.steps, clock.stride, rows)

        threads = min(_cores() if jobs is None else jobs, -(-padded // chunk))
        if threads == 1:
            work()
        else:
            with ThreadPoolExecutor(threads) as pool:
                try:
                    for done in [pool.submit(work) for _ in range(threads)]:
                        done.result()
                finally:
                    deque(starts, maxlen=0)  # an interrupted run hands out no more work
        return values, ended, failed[: self.count]

    def _rows(self, padded: int) -> tuple[Array, int, Array | None]:
        """Room for values, [saved, row, world], how many rows of the run before come first, and where it left the stocks."""
        before, save = self.before, self.ready.kernel.shape.save
        earlier = rows_before(before, save)
        values = np.empty((len(save), earlier + len(self.clock.saved), padded))
        if before is None:
            return values, 0, None
        for place, name in enumerate(save if earlier else ()):
            values[place, :earlier, : self.count] = before.values[name][:, :earlier].T
        stood = np.ones((len(self.stocks), padded))
        stood[:, : self.count] = before.ended.of(self.stocks)
        return values, earlier, stood


def offsets(declared: Array) -> NDArray[np.int64]:
    """A table of the given numbers, `declared[number]`, but for the address at which they start: [number, place]."""
    rows = np.zeros((len(declared), 3), dtype=np.int64)
    rows[:, 0] = declared.itemsize * np.arange(len(declared))
    return rows


def _address(array: NDArray[Any]) -> int:
    return int(array.__array_interface__["data"][0])


def _stride(array: Array, axis: int) -> int:
    """Bytes along an axis; 0 along one that holds one value for all."""
    return 0 if array.shape[axis] == 1 else array.strides[axis]


def _aligned(count: int) -> Array:
    """An array that starts on a whole vector."""
    raw = np.zeros(count + ALIGNED // 8)
    skip = -_address(raw) % ALIGNED // 8
    return raw[skip : skip + count]


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
