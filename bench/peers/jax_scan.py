"""JAX: the trees printed with jax.numpy, vmap over worlds, scan over time, jit; 64-bit on the processor."""

from __future__ import annotations

from typing import Any

import numpy as np

from bench.task import Array, Runner, Task, Worlds
from dualtrack.targets.numeric.program import Program, compile_program
from dualtrack.targets.numeric.source import NUMPY

CHUNK = 512
"""Worlds at a time: more no longer help, and fewer pay for each step's dispatch."""


def prepare(task: Task) -> Runner:
    """Compile on the first run."""
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    program = compile_program(task.model, NUMPY, _scope(task, jnp))
    everywhere = jax.jit(jax.vmap(_one_world(task, program, jax, jnp)))
    model = task.model

    def run(worlds: Worlds) -> dict[str, Array]:
        count = len(next(iter(worlds.values())))
        numbers = [np.broadcast_to(worlds.get(n, np.float64(model[n].number)), count) for n in model.given]
        given = np.stack(numbers, axis=1)
        parts = [everywhere(given[first : first + CHUNK]) for first in range(0, count, CHUNK)]
        found = np.concatenate([np.asarray(part) for part in parts])
        return {name: found[:, :, place] for place, name in enumerate(task.save)}

    return run


def _one_world(task: Task, program: Program, jax: Any, jnp: Any) -> Any:
    clock, scheme = task.clock, task.scheme
    places = [program.computed.index(name) for name in task.save]
    levers = task.driven()[: clock.steps].reshape(len(clock.saved) - 1, clock.stride, -1)
    years = np.array(clock.years[:-1]).reshape(len(clock.saved) - 1, clock.stride)
    last = (task.driven()[-1], clock.years[-1])

    def world(given: Any) -> Any:
        def observe(stocks: Any, driven: Any, year: Any) -> tuple[Any, Any, Any]:
            slopes, computed = program.observe(stocks, given, driven, year)
            return jnp.stack(slopes), jnp.stack([jnp.asarray(computed[i]) for i in places]), _doubt(slopes, computed)

        def move(stocks: Any, driven: Any, year: Any) -> tuple[Any, Any]:
            slopes, moving = program.move(stocks, given, driven, year)
            return jnp.stack(slopes), _doubt(slopes, moving)

        def step(stocks: Any, driven: Any, year: Any, first: Any, doubt: Any) -> Any:
            slopes = [first]
            for row, part in zip(scheme.a[1:], scheme.c[1:], strict=True):
                here = stocks + clock.step * sum(w * k for w, k in zip(row, slopes, strict=True))
                slope, unsure = move(here, driven, year + part * clock.step)
                slopes.append(slope)
                doubt += unsure
            return stocks + clock.step * sum(w * k for w, k in zip(scheme.b, slopes, strict=True)) + doubt

        def unsaved(stocks: Any, moment: Any) -> tuple[Any, None]:
            driven, year = moment
            slopes, doubt = move(stocks, driven, year)
            return step(stocks, driven, year, slopes, doubt), None

        def row(stocks: Any, moments: Any) -> tuple[Any, Any]:
            driven, year = moments
            slopes, seen, doubt = observe(stocks, driven[0], year[0])
            onward = step(stocks, driven[0], year[0], slopes, doubt)
            return jax.lax.scan(unsaved, onward, (driven[1:], year[1:]))[0], seen

        begun = jnp.stack([jnp.asarray(s, dtype=jnp.float64) for s in program.begin(given)])
        end, rows = jax.lax.scan(row, begun, (levers, years))
        return jnp.concatenate([rows, observe(end, *last)[1][None]])

    return world


def _doubt(*groups: Any) -> Any:
    """Zero, or NaN where something is not finite."""
    return sum(0.0 * value for group in groups for value in group)


def _scope(task: Task, jnp: Any) -> dict[str, Any]:
    def ordered(a: Any, b: Any, flag: Any) -> Any:
        return jnp.where(jnp.isnan(a) | jnp.isnan(b), jnp.nan, flag)

    curves = {f"curve_{name}": _reader(curve.points, jnp) for name, curve in task.model.curves.items()}
    return {
        "xp": jnp,
        "where": lambda c, a, b: jnp.where(jnp.isnan(c), jnp.nan, jnp.where(c > 0.0, a, b)),
        "greater": lambda a, b: ordered(a, b, jnp.greater(a, b)),
        "at_least": lambda a, b: ordered(a, b, jnp.greater_equal(a, b)),
        **curves,
    }


def _reader(points: tuple[tuple[float, float], ...], jnp: Any) -> Any:
    x, y = (np.array(axis) for axis in zip(*points, strict=True))
    return lambda at: jnp.interp(at, x, y)
