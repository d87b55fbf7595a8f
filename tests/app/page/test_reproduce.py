"""The Python that the page prints gives the digits that the page shows."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import THEORY, bind, brought_laboratory, other_theory
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.app.theory_file import theory_at
from dualtrack.lab.one_run import one_run
from tests.app.calling import Caller
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import asked_of_lab, bench, laboratory
from tests.house import ROOT

CHARTS = ["independent_capability", "us_ai_valuation"]
SCENARIO: dict[str, Any] = {
    "name": 'a name with "quotes"',
    "regime": "limited_opening",
    "levers": {"tool_access": {"value": 0.1 + 0.2, "from": 2026.9}, "layer_focus.memory": {"value": 3, "from": 2031.25}},
    "assumptions": {"remote_stop_strength": 0.9, "margin_strength": 0},
}


def printed(question: str, given: dict[str, Any], **more: Any) -> str:
    clock = {"start": THEORY.clock.start, "stop": THEORY.clock.stop, "step": THEORY.clock.step, "save": THEORY.clock.save}
    pack = {"version": "1", "fingerprint": laboratory().model.fingerprint, "clock": clock, "rules": rule_row(), **more}
    text: str = asked_of_node("reproduce.js", f"console.log(JSON.stringify({question}));", {"pack": pack, **given})
    return text


COURSES: dict[str, Any] = {
    "memory_access": {"value": 0.5, "from": 2028.0, "then": [[2031.0, 0.9], [2035.5, 0.2]]},
    "tool_access": {"value": 0.1, "from": 2027.5, "then": [[2033.0, 0.6]], "ramp": True},
    "layer_focus.memory": {"value": 0.0, "from": 2029.0, "then": [[2030.0, 3.0], [2031.0, 1.0]], "ramp": True},
}


@pytest.mark.parametrize("scenario", [SCENARIO, SCENARIO | {"levers": {}, "assumptions": {}}, SCENARIO | {"levers": COURSES}])
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


def test_of_another_theory_the_code_and_the_command_name_its_folder_and_run_from_where_it_stands(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "examples")
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    theory = theory_at(Path("rare_earths"))
    other = brought_laboratory(theory=Path("rare_earths"))
    clock, outcome = theory.clock, theory.outcomes[0]
    more = {
        "theory": other_theory(other),
        "hasTables": True,
        "clock": {"start": clock.start, "stop": clock.stop, "step": clock.step, "save": clock.save},
    }
    scenario = {"name": "mine", "regime": "no_quota", "levers": {}, "assumptions": {"inside_price": 8.0}}
    code = printed("it.pythonCode(given.pack, given.state)", {"state": {"scenario": scenario, "charts": [outcome]}}, **more)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "reproduced", "exec"), {})
    rows = [[float(each) for each in line.split()] for line in out.getvalue().splitlines()]
    run = one_run(other, "no_quota", world={"inside_price": 8.0})
    assert [row[1] for row in rows] == pytest.approx([run.at(outcome, row[0]) for row in rows], rel=1e-12)
    command = printed("it.commandLine(given.pack, given.scenario)", {"scenario": scenario}, **more)
    assert command == "dualtrack run no_quota --set inside_price=8 --theory rare_earths"
    call.fine(*command.split()[1:])


def test_the_pack_names_a_theory_that_is_not_the_shipped_one() -> None:
    assert other_theory(bind()) == ""
    assert other_theory(brought_laboratory(theory=ROOT / "examples" / "rare_earths")) == "rare_earths"
