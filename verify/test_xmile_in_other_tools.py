"""Other tools rerun our XMILE files and find our numbers; run by `make verify`, which installs PySD.

Simlin joins in where it is installed (`pip install pysimlin`); it also checks the units by its own rules.
"""

import importlib.util
import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.python import Oracle
from dualtrack.targets.xmile import xmile
from tests.strategies import Toy, clocks, regimes, toys, worlds
from tests.toys import two_sectors

Table = Mapping[str, Any]
EXAMPLES = 15  # a translation takes PySD a second
few = settings(
    max_examples=EXAMPLES, phases=[Phase.generate], deadline=None
)  # and so does every step of making a failure smaller
AGREEMENT = 1e-6  # of a quantity's largest value; the files' levers lie a billionth of a year early


def run_by_pysd(file: FilePath) -> Table:
    import pysd

    with warnings.catch_warnings():
        # a branch that is not taken may divide by zero, and PySD computes both
        warnings.simplefilter("ignore")
        return dict(pysd.read_xmile(str(file)).run())


def run_by_simlin(file: FilePath) -> Table:
    import simlin  # type: ignore[import-not-found,unused-ignore]

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
each_tool = pytest.mark.parametrize("tool", [tool for tool in TOOLS if importlib.util.find_spec(tool)])


def disagreements(tool: str, text: str, values: Mapping[str, tuple[float, ...]]) -> dict[str, float]:
    """Per quantity that a tool finds different, by how much at most."""
    with tempfile.TemporaryDirectory() as folder:
        file = FilePath(folder) / "model.xmile"
        file.write_text(text, encoding="utf-8")
        table = TOOLS[tool](file)
    found = {}
    for name, ours in values.items():
        theirs = list(table[name.replace(".", "_")])
        assert len(theirs) == len(ours), name
        gap = max(abs(x - y) for x, y in zip(ours, theirs, strict=True))
        if not gap <= AGREEMENT * max(1.0, *map(abs, ours)):
            found[name] = gap
    return found


@each_tool
@few
@given(toys(), st.data())
def test_a_tool_finds_our_numbers(tool: str, toy: Toy, data: st.DataObject) -> None:
    regime, drawn, world = data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model))
    clock = Clock(drawn.start, drawn.stop, drawn.step, drawn.step)
    ours = Oracle.of(toy.model).run(regime, clock, world)
    assert disagreements(tool, xmile(toy.model, regime, clock, world), ours.values) == {}


@each_tool
@pytest.mark.parametrize("step", [1 / 16, 1 / 12])
@pytest.mark.parametrize("ramp", [False, True])
def test_levers_and_curves_meet_their_dates(tool: str, step: float, ramp: bool) -> None:
    model, clock = two_sectors(), Clock(2018.0, 2028.0, step, step)
    regime = Regime("push", {"subsidy": Path(((2019.0, 0.0), (2021.5, 0.7), (2026.9, 0.2)), ramp=ramp)})
    ours = Oracle.of(model).run(regime, clock, {"push": 1.0})
    assert disagreements(tool, xmile(model, regime, clock, {"push": 1.0}), ours.values) == {}


@each_tool
def test_a_tool_finds_no_fault_with_the_units(tool: str, tmp_path: FilePath) -> None:
    file = tmp_path / "model.xmile"
    file.write_text(xmile(two_sectors(), Regime("as is"), Clock(2018.0, 2028.0, 1 / 16, 1 / 16)), encoding="utf-8")
    assert COMPLAINTS[tool](file) == []
