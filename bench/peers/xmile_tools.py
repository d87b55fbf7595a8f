"""Simlin and PySD, which read the model from our XMILE export and run one world after another by Euler's method."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.task import Array, Runner, Task, Worlds
from dualtrack.targets.xmile.xmile import xmile
from dualtrack.targets.xmile.xmile_name import identifiers


def prepare_simlin(task: Task) -> Runner:
    """Simlin's engine of byte code; it keeps every variable at every step, whatever is asked for."""
    import simlin

    model, names = _read(task, lambda file: simlin.load(str(file))), identifiers(task.model, ())

    def run(worlds: Worlds) -> dict[str, Array]:
        rows: dict[str, list[Array]] = {name: [] for name in task.save}
        for world in _each(worlds, names):
            with model.simulate(overrides=world) as simulation:
                simulation.run_to_end()
                for name in task.save:
                    rows[name].append(np.asarray(simulation.get_series(names[name]))[:: task.clock.stride])
        return {name: np.array(found) for name, found in rows.items()}

    return run


def prepare_pysd(task: Task) -> Runner:
    """PySD, which translates the file to Python; it computes only what the saved variables need."""
    import pysd

    names = identifiers(task.model, ())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = _read(task, lambda file: pysd.read_xmile(str(file)))
    columns = [names[name] for name in task.save]

    def run(worlds: Worlds) -> dict[str, Array]:
        tables = []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for world in _each(worlds, names):
                tables.append(model.run(params=world, return_columns=columns, return_timestamps=list(task.clock.saved)))
        return {name: np.array([table[names[name]].to_numpy() for table in tables]) for name in task.save}

    return run


def _read(task: Task, read: Callable[[Path], Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.xmile"
        file.write_text(xmile(task.model, task.regime, task.clock), encoding="utf-8")
        return read(file)


def _each(worlds: Worlds, names: Any) -> Iterator[dict[str, float]]:
    for place in range(len(next(iter(worlds.values())))):
        yield {names[name]: float(values[place]) for name, values in worlds.items()}
