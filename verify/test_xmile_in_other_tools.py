"""Other tools rerun our XMILE files and find our numbers; run by `make verify`, which installs PySD and Simlin.

Simlin also checks the units by its own rules.
"""

from pathlib import Path as FilePath

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.xmile.xmile import xmile
from tests.strategies import Toy, clocks, regimes, toys, worlds
from tests.toys import two_sectors
from verify.tools import COMPLAINTS, disagreements, each_tool

EXAMPLES = 15  # a translation takes PySD a second
few = settings(
    max_examples=EXAMPLES, phases=[Phase.generate], deadline=None
)  # and so does every step of making a failure smaller


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
