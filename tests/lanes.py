"""Vector functions of the native target called alone: arrays in, array out, on registers of any width."""

import ctypes
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from dualtrack.targets.native.builder import Builder
from dualtrack.targets.native.kernel import declarations
from dualtrack.targets.native.machine import Machine, compiled, function_at, host, loaded
from dualtrack.targets.numeric.arrays import Array


def machines() -> dict[str, Machine]:
    """This machine, and what it would be with narrower registers."""
    here = host()
    narrower = {f"{width} lanes": replace(here, width=width, wide=False) for width in (2, 4, 8) if width <= here.width}
    return narrower | ({"8 lanes, AVX-512": here, "4 lanes, AVX-512": here.narrow()} if here.wide else {})


def vectorised(function: Callable[..., str], count: int, machine: Machine) -> Callable[..., Array]:
    """A function of `count` vectors, applied to arrays of any length."""
    b = Builder(machine.width, machine.wide)
    b.store(function(b, *(b.load(f"%given{i}", 0) for i in range(count))), "%result", 0)
    arguments = ", ".join([*(f"ptr %given{i}" for i in range(count)), "ptr %result"])
    body = "\n".join([f"define void @run({arguments}) #0 {{", *b.lines, "  ret void", "}"])
    engine = loaded(compiled(f"{declarations(machine)}\n{body}", machine), machine).engine
    call = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * (count + 1))(function_at(engine))

    def apply(*given: Array) -> Array:
        assert engine
        padded = [np.resize(np.asarray(a, dtype=np.float64), -(-len(a) // machine.width) * machine.width) for a in given]
        raw = np.zeros((count + 1) * machine.width + 8)
        start = -raw.ctypes.data % 64 // 8
        registers = raw[start : start + (count + 1) * machine.width].reshape(count + 1, machine.width)
        results = []
        for first in range(0, len(padded[0]), machine.width):
            registers[:count] = [a[first : first + machine.width] for a in padded]
            call(*(row.ctypes.data for row in registers))
            results.append(registers[count].copy())
        return np.concatenate(results)[: len(given[0])]

    return apply
