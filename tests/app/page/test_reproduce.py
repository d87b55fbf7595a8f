"""The Python that the page prints gives the digits that the page shows."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import THEORY
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import asked_of_lab, bench, laboratory

CHARTS = ["independent_capability", "us_ai_valuation"]
SCENARIO: dict[str, Any] = {
    "name": 'a name with "quotes"',
    "regime": "limited_opening",
    "levers": {"tool_access": {"value": 0.1 + 0.2, "from": 2026.9}, "layer_focus.memory": {"value": 3, "from": 2031.25}},
    "assumptions": {"remote_stop_strength": 0.9, "margin_strength": 0},
}


def printed(question: str, given: dict[str, Any]) -> str:
    clock = {"start": THEORY.clock.start, "stop": THEORY.clock.stop, "step": THEORY.clock.step, "save": THEORY.clock.save}
    pack = {"version": "1", "fingerprint": laboratory().model.fingerprint, "clock": clock}
    text: str = asked_of_node("reproduce.js", f"console.log(JSON.stringify({question}));", {"pack": pack, **given})
    return text


@pytest.mark.parametrize("scenario", [SCENARIO, SCENARIO | {"levers": {}, "assumptions": {}}])
def test_the_printed_code_gives_the_digits_of_the_page(scenario: dict[str, Any], tmp_path: Path) -> None:
    code = printed("it.pythonCode(given.pack, given.state)", {"state": {"scenario": scenario, "charts": CHARTS}})
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "reproduced", "exec"), {})
    rows = [[float(each) for each in line.split()] for line in out.getvalue().splitlines()]
    shown = asked_of_lab(bench(tmp_path), "return lab.run(given.scenario, given.charts);", scenario=scenario, charts=CHARTS)
    assert [row[0] for row in rows] == pytest.approx(shown["years"], rel=1e-15)
    for place, name in enumerate(CHARTS, start=1):
        assert [row[place] for row in rows] == pytest.approx(shown["values"][name], rel=1e-12)


def test_the_command_says_every_setting() -> None:
    text = printed(
        "it.commandLine(given.pack, given.scenario)",
        {"scenario": SCENARIO | {"levers": {"tool_access": {"value": 0.5, "from": 2026.9}}}},
    )
    assert text == "dualtrack run limited_opening --set tool_access=0.5 --set remote_stop_strength=0.9 --set margin_strength=0"
