"""Numba: the trees printed as Python on floats, one world at a time, compiled with the GIL released."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np

from bench.task import Array, Runner, Task, Worlds
from dualtrack.language.expressions.expr import Expr
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.numeric.source import Words, source

NUMBA = Words(
    {
        "exp": "exp({0})",
        "log": "log({0})",
        "tanh": "tanh({0})",
        "power": "({0} ** {1})",
        "minimum": "minimum({0}, {1})",
        "maximum": "maximum({0}, {1})",
        "greater": "greater({0}, {1})",
        "at_least": "at_least({0}, {1})",
        "where": "where({0}, {1}, {2})",
        "/": "({0} / {1})",
    },
    "interp({1}, x_{0}, y_{0})",
)
NAN = math.nan


def prepare(task: Task) -> Runner:
    """Compile on the first run."""
    import numba

    fast = numba.njit(error_model="numpy", nogil=True)
    step = numba.njit(_ensemble, error_model="numpy", nogil=True)
    move, look, begin = _program(task, fast)
    a = np.zeros((len(task.scheme.b), len(task.scheme.b)))
    for place, row in enumerate(task.scheme.a):
        a[place, : len(row)] = row
    table = (a, np.array(task.scheme.b), np.array(task.scheme.c))
    driven = task.driven()

    def run(worlds: Worlds) -> dict[str, Array]:
        count = len(next(iter(worlds.values())))
        numbers = [np.broadcast_to(worlds.get(n, np.float64(task.model[n].number)), count) for n in task.model.given]
        out = np.empty((len(task.save), count, len(task.clock.saved)))
        moments = (task.clock.start, task.clock.step, task.clock.steps, task.clock.stride)
        step(move, look, begin, np.stack(numbers, axis=1), driven, out, len(task.model.stocks), table, moments)
        return dict(zip(task.save, out, strict=True))

    return run


def _ensemble(
    move: Any, look: Any, begin: Any, given: Any, driven: Any, out: Any, count: int, table: tuple[Any, Any, Any], moments: Any
) -> None:
    """Every world through all time; a world that leaves the numbers becomes NaN from then on."""
    a, b, c = table
    start, length, steps, stride = moments
    stocks, here, slopes = np.empty(count), np.empty(count), np.empty((len(b), count))
    saved = np.empty(out.shape[0])
    for world in range(given.shape[0]):
        begin(given[world], stocks)
        for index in range(steps + 1):
            year = start + index * length
            doubt = move(stocks, given[world], driven[index], year, slopes[0])
            if index % stride == 0:
                doubt += look(stocks, given[world], driven[index], year, saved)
                for place in range(len(saved)):
                    out[place, world, index // stride] = saved[place]
            for stage in range(1, len(b)):
                for i in range(count):
                    here[i] = stocks[i]
                    for earlier in range(stage):
                        here[i] += length * a[stage, earlier] * slopes[earlier, i]
                doubt += move(here, given[world], driven[index], year + c[stage] * length, slopes[stage])
            for i in range(count):
                total = 0.0
                for stage in range(len(b)):
                    total += b[stage] * slopes[stage, i]
                stocks[i] += length * total + doubt


def _program(task: Task, fast: Callable[[Any], Any]) -> tuple[Any, Any, Any]:
    """`move` writes slopes, `look` saved values; both return NaN for what is not finite. `begin` writes the first stocks."""
    model = task.model
    spelled = {name: f"q{i}" for i, name in enumerate(model.quantities)} | {TIME: "year"}

    def say(expr: Expr | None) -> str:
        assert expr is not None
        return source(expr, NUMBA, spelled.__getitem__)

    def unpacked(group: tuple[str, ...], argument: str) -> list[str]:
        return [f"    {spelled[n]} = {argument}[{i}]" for i, n in enumerate(group)]

    def moment(head: str, worked_out: Sequence[str], checked: Collection[str]) -> list[str]:
        lines = [f"def {head}:", "    doubt = 0.0", *unpacked(model.stocks, "stocks")]
        lines += unpacked(model.given, "given") + unpacked(model.driven, "driven")
        lines += [f"    {spelled[name]} = {say(model.quantities[name].tree)}" for name in worked_out]
        return lines + [f"    doubt += 0.0 * {spelled[name]}" for name in checked]

    lines = moment("move(stocks, given, driven, year, slopes)", model.moving, model.moving)
    for i, name in enumerate(model.stocks):
        lines += [f"    slopes[{i}] = {say(model.quantities[name].tree)}", f"    doubt += 0.0 * slopes[{i}]"]
    seen = [name for name in model.order if name not in model.moving]
    lines += ["    return doubt", *moment("look(stocks, given, driven, year, saved)", model.order, seen)]
    lines += [f"    saved[{i}] = {spelled[name]}" for i, name in enumerate(task.save)]
    lines += ["    return doubt", "def begin(given, stocks):", *unpacked(model.given, "given")]
    lines += [f"    stocks[{i}] = {say(model.quantities[name].initial)}" for i, name in enumerate(model.stocks)]
    scope = _scope(model, fast)
    exec("\n".join(lines), scope)  # text printed from checked trees
    return fast(scope["move"]), fast(scope["look"]), fast(scope["begin"])


def _scope(model: Model, fast: Callable[[Any], Any]) -> dict[str, Any]:
    scope: dict[str, Any] = {"exp": math.exp, "log": math.log, "tanh": math.tanh, "interp": np.interp}
    scope |= {f.__name__.strip("_"): fast(f) for f in (_minimum, _maximum, _greater, _at_least, _where)}
    for name, curve in model.curves.items():
        scope[f"x_{name}"], scope[f"y_{name}"] = (np.array(axis) for axis in zip(*curve.points, strict=True))
    return scope


def _minimum(a: float, b: float) -> float:
    return a if a <= b or a != a else b


def _maximum(a: float, b: float) -> float:
    return a if a >= b or a != a else b


def _greater(a: float, b: float) -> float:
    return 1.0 if a > b else 0.0 if a <= b else NAN


def _at_least(a: float, b: float) -> float:
    return 1.0 if a >= b else 0.0 if a < b else NAN


def _where(condition: float, a: float, b: float) -> float:
    return a if condition > 0 else b if condition <= 0 else NAN
