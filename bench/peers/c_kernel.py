"""C in the native target's place: GCC compiles a kernel of the same calling convention, which the same Python code calls."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.peers import c_loops, c_rendering
from bench.task import Runner, Task
from dualtrack.targets.native.graph import Shape
from dualtrack.targets.native.kernel import Kernel
from dualtrack.targets.native.machine import Loaded, host
from dualtrack.targets.native.native import Native, Ready, offsets

FAST = ("-O3", "-march=native", "-mprefer-vector-width=512")
VECTORS = (*FAST, "-fschedule-insns", "-fsched-pressure")
LOOPS = (*FAST, "-fno-math-errno", "-fno-trapping-math", "-fno-strict-aliasing", "-fno-tree-pre")
"""What lets GCC vectorise comparisons and calls of libm; NaN and infinities keep their meaning."""
POINTERS, BEFORE, REALS, AFTER = 8, 4, 2, 3


class CompilerMissing(Exception):
    """There is no GCC."""


def prepare_vectors(task: Task) -> Runner:
    """Explicit vectors and the native target's own polynomials; a step is one function, and a block of worlds lives alone."""
    return _vectors(task, stretches=False)


def prepare_stretches(task: Task) -> Runner:
    """The same in the native target's own stretches, each run for several blocks of worlds in turn."""
    return _vectors(task, stretches=True)


def _vectors(task: Task, *, stretches: bool) -> Runner:
    shape = Shape(task.save, ())
    kernel = c_rendering.rendered(task.model, shape, task.scheme, wide=host().wide, stretches=stretches)
    return _runner(task, shape, kernel, VECTORS)


def prepare_loops(task: Task) -> Runner:
    """Plain loops over eight worlds that GCC vectorises by itself, with libm's vector functions."""
    shape = Shape(task.save, ())
    return _runner(task, shape, c_loops.rendered(task.model, shape, task.scheme), LOOPS)


def _runner(task: Task, shape: Shape, kernel: Kernel, flags: Sequence[str]) -> Runner:
    native = Native.of(task.model, replace(host(), width=kernel.width))
    declared = np.array([task.model[name].number for name in kernel.given])
    ready = Ready(kernel, _loaded(kernel.text, flags), declared, offsets(declared))
    for machine in (native.machine, native.machine.narrow()):
        native.kernels[shape, task.scheme, machine.width] = ready
    return lambda worlds: native.run(task.regime, task.clock, worlds, task.save, scheme=task.scheme, jobs=task.threads).values


def _loaded(text: str, flags: Sequence[str]) -> Loaded:
    compiler = shutil.which("gcc")
    if compiler is None:
        raise CompilerMissing("gcc is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "kernel.c", Path(folder) / "kernel.so"
        source.write_text(text, encoding="utf-8")
        subprocess.run([compiler, *flags, "-shared", "-fPIC", "-w", "-o", library, source, "-lmvec", "-lm"], check=True)
        opened = ctypes.CDLL(str(library))
    arguments = [ctypes.c_void_p] * POINTERS + [ctypes.c_int64] * BEFORE + [ctypes.c_double] * REALS + [ctypes.c_int64] * AFTER
    return Loaded(opened, ctypes.CFUNCTYPE(None, *arguments)(("run", opened)))
