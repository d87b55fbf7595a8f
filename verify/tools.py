"""Tools that read our XMILE files: how each runs one, what each says against it, and where its numbers are not ours."""

import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path as FilePath
from typing import Any

import pytest

Table = Mapping[str, Any]
AGREEMENT = 1e-6  # of a quantity's scale; the files' levers lie a billionth of a year early


def run_by_pysd(file: FilePath) -> Table:
    import pysd

    with warnings.catch_warnings():
        # a branch that is not taken may divide by zero, and PySD computes both
        warnings.simplefilter("ignore")
        return dict(pysd.read_xmile(str(file)).run())


def run_by_simlin(file: FilePath) -> Table:
    import simlin

    with simlin.load(str(file)).simulate() as run:
        run.run_to_end()
        return {name: run.get_series(name) for name in run.get_var_names()}


def complaints_of_pysd(file: FilePath) -> list[str]:
    """PySD checks no units; it shows them, so none may be missing."""
    import pysd

    table = pysd.read_xmile(str(file)).doc
    return [str(name) for name, unit in zip(table["Real Name"], table["Units"], strict=True) if not unit]


def complaints_of_simlin(file: FilePath) -> list[str]:
    import simlin

    return [issue.message for issue in simlin.load(str(file)).check()]


COMPLAINTS = {"pysd": complaints_of_pysd, "simlin": complaints_of_simlin}
TOOLS: dict[str, Callable[[FilePath], Table]] = {"pysd": run_by_pysd, "simlin": run_by_simlin}
each_tool = pytest.mark.parametrize("tool", list(TOOLS))


def disagreements(tool: str, text: str, values: Mapping[str, tuple[float, ...]], least: float = 1.0) -> dict[str, float]:
    """Per quantity that a tool finds different, by how much; its scale is its largest value, or `least` if that is more."""
    with tempfile.TemporaryDirectory() as folder:
        file = FilePath(folder) / "model.xmile"
        file.write_text(text, encoding="utf-8")
        table = TOOLS[tool](file)
    found = {}
    for name, ours in values.items():
        theirs = list(table[name.replace(".", "_")])
        assert len(theirs) == len(ours), name
        gap = max(abs(x - y) for x, y in zip(ours, theirs, strict=True))
        if not gap <= AGREEMENT * max(least, *map(abs, ours)):
            found[name] = gap
    return found
