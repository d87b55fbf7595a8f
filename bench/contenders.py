"""Who takes part, at what, and what is unfair in it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from bench.task import Runner, Task
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme


@dataclass(frozen=True)
class Contender:
    """A way to run the task; `place` is `file:function` in `peers/`, `worlds` what it runs each time it is timed."""

    label: str
    place: str
    scheme: Scheme
    threads: int
    worlds: int
    checked: int
    tolerance: float
    note: str = ""

    @property
    def key(self) -> str:
        """A name without spaces, for one entry of the list."""
        return f"{self.place}/{self.scheme.name}/{self.threads}"

    def prepare(self, task: Task) -> Runner:
        """The contender's function from worlds to outcomes."""
        file, function = self.place.split(":")
        prepare: Callable[[Task], Runner] = getattr(importlib.import_module(f"bench.peers.{file}"), function)
        return prepare(task)


CLOSE, FILE = 1e-11, 1e-6
"""Of an outcome's largest value in its world. In one of the checked worlds a difference of nearly equal numbers magnifies the
last digit ten thousand times: NumPy, which takes the same operations in the same order, is 9e-13 off there.
"""
NATIVE = Contender("native", "native_kernel:prepare", EULER, 1, 1024, 8, CLOSE)
C_VECTORS = Contender(
    "C, explicit vectors",
    "c_kernel:prepare_vectors",
    EULER,
    1,
    1024,
    8,
    CLOSE,
    "GCC on the native target's own graph, polynomials and calling convention; a step is one function, and a block of eight "
    "worlds goes through all time before the next; GCC puts instructions in its own order and may fuse products with sums, which "
    "native does not; it needs a compiler on the user's machine",
)
C_STRETCHES = Contender(
    "C, in native's stretches",
    "c_kernel:prepare_stretches",
    EULER,
    1,
    1024,
    8,
    CLOSE,
    "the same, but a step is cut where native cuts it, and each stretch runs for several blocks in turn: what is left between "
    "the two is the order of instructions",
)
C_LOOPS = Contender(
    "C, plain loops",
    "c_kernel:prepare_loops",
    EULER,
    1,
    512,
    8,
    CLOSE,
    "GCC vectorises loops over eight worlds and calls libm's vector functions, which are good to four units in the last place "
    "where ours are good to three; what holds still over time is computed at every step",
)
SIMLIN = Contender(
    "Simlin",
    "xmile_tools:prepare_simlin",
    EULER,
    1,
    32,
    4,
    FILE,
    "a general engine of byte code that interprets any file at once; it keeps every variable at every step",
)
PYSD = Contender(
    "PySD",
    "xmile_tools:prepare_pysd",
    EULER,
    1,
    1,
    2,
    FILE,
    "made for access to a model from Python, not for speed; every drawn number is handed to it anew for each world",
)
EULER_ONE_CORE = (
    NATIVE,
    C_VECTORS,
    C_STRETCHES,
    C_LOOPS,
    Contender(
        "Numba",
        "numba_loops:prepare",
        EULER,
        1,
        256,
        8,
        CLOSE,
        "one world after another with the scalar functions of libm: without SVML, loops over worlds stay scalar too",
    ),
    Contender(
        "JAX",
        "jax_scan:prepare",
        EULER,
        1,
        512,
        8,
        CLOSE,
        "the equations as they are; JAX code tuned by hand (pow by exp and log, logarithm by polynomial) came to about twice "
        "the speed in trials on a synthetic model",
    ),
    Contender("NumPy over worlds", "in_house:prepare_numpy", EULER, 1, 512, 8, CLOSE, "computes and checks every quantity"),
    SIMLIN,
    Contender("plain Python (the oracle)", "in_house:prepare_python", EULER, 1, 4, 2, CLOSE, "keeps every quantity"),
    PYSD,
)
# As many worlds as on one core: results above 32 megabytes would be in memory that is new at every turn.
NATIVE_TWO = Contender("native", "native_kernel:prepare", EULER, 2, 1024, 8, CLOSE)
C_TWO = Contender("C, explicit vectors", "c_kernel:prepare_vectors", EULER, 2, 1024, 8, CLOSE)
NATIVE_RK4 = Contender("native", "native_kernel:prepare", RK4, 1, 512, 4, CLOSE)
C_RK4 = Contender("C, explicit vectors", "c_kernel:prepare_vectors", RK4, 1, 512, 4, CLOSE)
C_STRETCHES_RK4 = Contender("C, in native's stretches", "c_kernel:prepare_stretches", RK4, 1, 512, 4, CLOSE)
NATIVE_RK4_TWO = Contender("native", "native_kernel:prepare", RK4, 2, 512, 4, CLOSE)
C_RK4_TWO = Contender("C, explicit vectors", "c_kernel:prepare_vectors", RK4, 2, 512, 4, CLOSE)
EVERYONE = (*EULER_ONE_CORE, NATIVE_TWO, C_TWO, NATIVE_RK4, C_RK4, C_STRETCHES_RK4, NATIVE_RK4_TWO, C_RK4_TWO)
BY_KEY = {contender.key: contender for contender in EVERYONE}
