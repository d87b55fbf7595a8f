"""What the reader moves is what the laboratory sets: paths, levers let go, and files that leave the page."""

from __future__ import annotations

from typing import Any

from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import asked_of_node

PACK: dict[str, Any] = {
    "quantities": {
        "tool_access": {"role": "lever", "value": 1},
        "cut_off": {"role": "lever", "value": 0},
        "denial_strength": {"role": "switch", "value": 0.4},
    },
    "regimes": {
        "as_is": {"partsAt": 2026.9, "paths": {"tool_access": {"points": [[2018, 1], [2022.8, 0.3]], "ramp": False}}},
        "cut": {"partsAt": 2026.9, "paths": {"cut_off": {"points": [[2018, 0], [2030, 1]], "ramp": False}}},
    },
    "partsAt": 2026.9,
    "rules": rule_row(),
}
AT_REST: dict[str, Any] = {"name": "", "regime": "as_is", "levers": {}, "assumptions": {}}


def moved(*steps: str) -> Any:
    body = f"let scenario = given.start;\n{''.join(steps)}\nconsole.log(JSON.stringify(scenario));"
    return asked_of_node("scenario.js", body, {"pack": PACK, "start": AT_REST})


def setting(name: str, value: float, *, regime: str | None = None) -> str:
    start = "" if regime is None else f"scenario = it.underRegime(scenario, {regime!r});\n"
    return f"{start}scenario = it.withSetting(given.pack, scenario, {name!r}, {value});\n"


def test_a_lever_is_held_from_the_year_its_regime_parts() -> None:
    assert moved(setting("tool_access", 0.5))["levers"] == {"tool_access": {"value": 0.5, "from": 2026.9}}


def test_a_lever_or_an_assumption_back_where_it_stood_is_let_go() -> None:
    assert moved(setting("tool_access", 0.5), setting("tool_access", 0.3)) == AT_REST
    assert moved(setting("denial_strength", 0.9), setting("denial_strength", 0.4)) == AT_REST


def test_a_lever_that_its_regime_moves_later_is_held_even_at_its_present_value() -> None:
    assert moved(setting("cut_off", 0.0, regime="cut"))["levers"] == {"cut_off": {"value": 0, "from": 2026.9}}


def test_another_regime_takes_the_levers_and_leaves_the_assumptions() -> None:
    found = moved(setting("tool_access", 0.5), setting("denial_strength", 0.9), "scenario = it.underRegime(scenario, 'cut');")
    assert found == AT_REST | {"regime": "cut", "assumptions": {"denial_strength": 0.9}}


def test_what_a_lever_stands_at_in_a_year_follows_its_regime_and_then_its_own_course() -> None:
    body = "console.log(JSON.stringify(given.years.map((year) => it.leverAt(given.pack, given.scenario, 'tool_access', year))));"
    years = [2020, 2025, 2028, 2031, 2036]

    def at(**lever: Any) -> Any:
        scenario = AT_REST | {"levers": {"tool_access": lever} if lever else {}}
        return asked_of_node("scenario.js", body, {"pack": PACK, "scenario": scenario, "years": years})

    assert at() == [1, 0.3, 0.3, 0.3, 0.3]
    assert at(value=0.5, **{"from": 2027, "then": [[2030, 0.9]]}) == [1, 0.3, 0.5, 0.9, 0.9]
    assert at(value=0.5, **{"from": 2027, "then": [[2035, 0.9]], "ramp": True}) == [1, 0.3, 0.55, 0.7, 0.9]


def test_a_table_leaves_as_csv_in_full_precision_and_without_formulas() -> None:
    table = {"columns": ["Year", '=cmd|" /C calc"!A0'], "rows": [["2018", 0.1 + 0.2], ["@x", None], ['a,"b"', -1]]}
    body = "given.rows[1][1] = NaN; console.log(JSON.stringify(it.csvText(given)));"
    assert asked_of_node("export.js", body, table).split("\r\n") == [
        'Year,"\'=cmd|"" /C calc""!A0"',
        "2018,0.30000000000000004",
        "'@x,",
        '"a,""b""",-1',
        "",
    ]


def test_a_note_under_a_drawing_is_parted_where_each_language_may_be() -> None:
    body = "console.log(JSON.stringify(given.map((text) => it.wrapped(text, 10))));"
    assert asked_of_node("standalone.js", body, ["one two three four", "一二三四五六七", "unbreakablelongword x"]) == [
        ["one two", "three four"],
        ["一二三四五", "六七"],
        ["unbreakablelongword", "x"],
    ]
