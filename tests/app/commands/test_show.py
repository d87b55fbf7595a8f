"""What a policy sets, in a terminal: read by an analyst in half a minute, in either language and at any width."""

from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.terminal.wrap import cells
from tests.app.calling import Caller

MINE = """name = "mine"
label = { en = "Tools {tightened}", zh = "收紧设备" }
doc = "Says {value} and {0}, 100%."
base = "as_is"
parts_at = 2027.0
cut_off = 2032.0
[levers]
tool_access = { ramp = [[2027.0, 0.30], [2030.0, 0.2]] }
eda_access = 0.8
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    place = tmp_path / "mine.toml"
    place.write_text(MINE, encoding="utf-8")
    return place


def words(text: str) -> str:
    return " ".join(text.split())


def row(text: str, label: str) -> list[str]:
    """The words behind a label in the table."""
    return next(line.removeprefix(f"  {label}").split() for line in text.splitlines() if line.startswith(f"  {label}  "))


def test_a_shipped_regime_is_told_lever_by_lever(call: Caller) -> None:
    said = call.fine("show", "limited_opening").out
    assert "14 of 35 levers differ from today: 8 tighter, 3 looser, 2 lower, 1 higher." in said
    assert row(said, "Access to fabrication tools") == ["0.25", "0.1", "tighter"]
    assert row(said, "Korean memory fabs in China") == ["0.4", "1", "looser"]
    assert row(said, "Chip ceiling relative to the frontier") == ["0", "0.15", "higher*"]
    flat = words(said)
    assert "0.4 from 2028 higher*" in flat
    assert "1: H800 and H200; 0: nothing is allowed by this rule" in flat
    assert "tool_access, as in `near_embargo`. 0.25: mature lines" in flat
    assert "without effect: Sale of chips below the thresholds 1" in flat
    assert "2024-12-02: High-bandwidth memory and more tools controlled (tool_access)" in said


def test_the_newcomers_mistake_is_told_as_what_it_is(call: Caller, mine: Path) -> None:
    answer = call.fine("show", "mine", "--from", str(mine))
    flat = words(answer.out)
    assert "Tools {tightened} (mine) Says {value} and {0}, 100%." in flat
    assert row(answer.out, "Access to fabrication tools")[:4] == ["0.25", "0.3", "to", "0.2"]
    assert "looser, then tighter" in flat
    assert "0.2 from 2030 tighter" in flat
    assert "1 from 2032 tighter" in flat
    assert "Left as today: Access to high-bandwidth memory 0.1" in flat
    assert "Set, and the same as today, so without effect: Access to design software 0.8" in flat
    assert "dualtrack show" not in answer.err and "`eda_access` to what `as_is` already gives" in answer.err
    assert "`dualtrack show mine` sets each" in call.fine("run", "mine", "--from", str(mine)).err


def test_todays_rules_are_shown_whole(call: Caller) -> None:
    said = call.fine("show", "as_is").out
    assert "These are today's rules" in said and "against today" not in said
    for name in bind().model.of_role(["lever"]):
        assert f"    {name}" in said
    assert row(said, "Access to fabrication tools") == ["0.25"]


def test_two_regimes_stand_side_by_side_only_where_they_differ(call: Caller) -> None:
    said = call.fine("show", "limited_opening", "broad_opening").out
    assert "6 of 35 levers differ; “Broad opening” beside “Limited opening”: 6 looser." in said
    assert row(said, "Access to fabrication tools") == ["0.25", "0.1", "0.3", "looser"]
    assert "Korean memory fabs" not in said
    assert "Korean memory fabs" in call.fine("show", "limited_opening", "broad_opening", "--all").out
    assert "No lever differs." in call.fine("show", "refusal", "refusal").out


@pytest.mark.parametrize(
    ("name", "lang", "columns"), [("near_embargo", "en", 60), ("free_trade", "zh", 30), ("breakout", "zh", 80)]
)
def test_every_regime_is_told_at_any_width(
    call: Caller, monkeypatch: pytest.MonkeyPatch, name: str, lang: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    said = call.fine("show", name, "--lang", lang).out
    assert max(map(cells, said.splitlines())) <= columns
    label, doc = bind().regime(name).label, bind().regime(name).doc
    place = ("en", "zh").index(lang)
    assert label[place] in said
    assert "".join(doc[place].split()) in "".join(said.split())
    if lang == "zh":
        assert "tighter" not in said and "today" not in said and "当前" in said


def test_json_gives_every_lever_in_both_languages(call: Caller, mine: Path) -> None:
    found = call.fine("show", "mine", "--from", str(mine), "--json").json
    levers = {each["name"]: each for each in found["levers"]}
    assert len(levers) == len(bind().model.of_role(["lever"]))
    first = levers["tool_access"]["stages"][0]
    assert (first["since"], first["until"]) == (2027, 2030)
    assert (first["values"]["mine"], first["ends"]["mine"], first["values"]["today"]) == (0.3, 0.2, 0.25)
    assert first["course"] == ["looser", "tighter"] and levers["tool_access"]["unit"] == "1"
    assert {
        "value": 0.25,
        "meaning": {"en": "mature lines and what falls between the lists.", "zh": "成熟产线，以及清单之间的空档。"},
    } in (levers["tool_access"]["landmarks"])
    assert found["since"] == 2027 and found["units"]["since"] == "year"


def test_an_unknown_regime_and_an_idle_option_are_refused(call: Caller) -> None:
    assert "limited_opening" in call.refused("show", "limited_openin")
    assert "JSON holds every lever" in call.refused("show", "refusal", "--json", "--lang", "zh", code=2)
    assert "always shown whole" in call.refused("show", "as_is", "--all", code=2)


def test_a_regime_that_is_explained_points_here(call: Caller) -> None:
    assert "`dualtrack show refusal`" in call.fine("explain", "refusal").out
