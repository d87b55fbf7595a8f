"""A link holds the whole state, and nothing that a link says is believed before it is checked."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.app.page.asking import asked_of_node

PACK: dict[str, Any] = {
    "quantities": {
        "tool_access": {"role": "lever", "low": 0, "high": 1, "value": 1},
        "layer_focus.memory": {"role": "lever", "low": 0, "high": 10, "value": 1},
        "denial_strength": {"role": "switch", "low": 0, "high": 1, "value": 0.4},
        "progress_rate": {"role": "uncertainty", "low": 0.05, "high": 0.6, "value": 0.2},
        "readiness": {"role": "stock", "low": 0, "high": 1, "value": None},
    },
    "regimes": {
        "as_is": {},
        "free_trade": {},
        "opening": {
            "label": ["Opening", "放开"],
            "edition": 2,
            "changed": ["it is less; what it was is `wide`", "内容变少；原内容现名`wide`"],
        },
        "wide": {"label": ["Wide opening", "全面放开"]},
    },
    "outcomes": ["one", "two", "three"],
    "clock": {"start": 2018, "stop": 2040},
    "partsAt": 2026.9,
    "bases": {"readiness": {}},
    "diagram": {"sectors": {"market": {}}, "least": 0.05},
    "events": [{"id": "2025_a_stop", "topic": "chips"}],
    "claims": [{"id": "U5"}, {"id": "H1b"}],
}
START: dict[str, Any] = {
    "language": "en",
    "theme": "auto",
    "scenario": {"name": "", "regime": "as_is", "levers": {}, "assumptions": {}},
    "baseline": "as_is",
    "kept": [],
    "charts": ["one", "two"],
    "view": "level",
    "bands": True,
    "year": 2040,
    "panel": {},
    "edition": 2,
    "place": {"tab": "argument", "part": ""},
}
KEPT: dict[str, Any] = {
    "name": "甲 & “b”, a:b@c",
    "regime": "free_trade",
    "levers": {"tool_access": {"value": 0.1 + 0.2, "from": 2027.5}},
    "assumptions": {},
}
HELD: dict[str, Any] = {**KEPT["levers"], "layer_focus.memory": {"value": 1e-7, "from": 2018}}
STATES: list[dict[str, Any]] = [
    {},
    {"place": {"tab": "try", "part": ""}},
    {"place": {"tab": "method", "part": "limits"}},
    {"place": {"tab": "argument", "part": "U5"}},
    {"language": "zh", "theme": "dark", "view": "difference", "bands": False, "year": 2031, "charts": ["three", "three"]},
    {
        "kept": [KEPT, KEPT],
        "panel": {"loops": {"view": "lines"}, "verdicts": {"open": "U5 H1b", "kind": "rival", "verdict": "too small as sized"}},
    },
    {"panel": {"diagram": {"node": "readiness", "sector": "market", "view": "list", "least": 0.05}}},
    {
        "panel": {
            "timeline": {"topic": "chips", "event": "2025_a_stop"},
            "brush": {"outcome": "two", "year": 2030, "low": -1, "high": 0.5},
        }
    },
    {
        "scenario": {
            **KEPT,
            "name": "",
            "levers": HELD,
            "assumptions": {"progress_rate": 0.6},
        }
    },
]


def read(link: str) -> dict[str, Any]:
    found: dict[str, Any] = asked_of_node(
        "link.js",
        "console.log(JSON.stringify(it.decodeLink(given.link, given.pack, given.start)));",
        {"link": link, "pack": PACK, "start": START},
    )
    return found


@pytest.mark.parametrize("change", STATES)
def test_a_state_comes_back_from_its_link(change: dict[str, Any]) -> None:
    state = START | change
    link = asked_of_node("link.js", "console.log(JSON.stringify(it.encodeLink(given)));", state)
    assert read(link) == {"state": state, "problems": []}


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("set=tool_acess:0.5@2027", "link.noLever"),
        ("set=readiness:0.5@2027", "link.noLever"),
        ("set=__proto__:0.5@2027", "link.noLever"),
        ("set=tool_access:1.5@2027", "link.outOfRange"),
        ("set=tool_access:0.5@1999", "link.outOfRange"),
        ("set=tool_access:NaN@2027", "link.noNumber"),
        ("set=tool_access:Infinity", "link.noNumber"),
        ("set=tool_access:0x1", "link.noNumber"),
        ("set=tool_access", "link.noNumber"),
        ("assume=tool_access:0.5", "link.noAssumption"),
        ("assume=denial_strength:-1", "link.outOfRange"),
        ("regime=constructor", "link.noRegime"),
        ("base=toString", "link.badChoice"),
        ("lang=de", "link.badChoice"),
        ("charts=one,readiness", "link.badChoice"),
        ("year=1066", "link.outOfRange"),
        ("view=<script>alert(1)</script>", "link.badChoice"),
        ("<img src=x onerror=alert(1)>", "link.unknownPart"),
        ('panel={"a":{"b":[1]}}', "link.badPanel"),
        ('panel={"nothing":{"view":"map"}}', "link.unknownPart"),
        ('panel={"constructor":{"name":"map"}}', "link.unknownPart"),
        ('panel={"diagram":{"toString":"map"}}', "link.unknownPart"),
        ('panel={"diagram":{"sector":"constructor"}}', "link.badChoice"),
        ('panel={"diagram":{"node":"nothing"}}', "link.badChoice"),
        ('panel={"diagram":{"least":7}}', "link.badChoice"),
        ('panel={"loops":{"view":"pie"}}', "link.badChoice"),
        ('panel={"timeline":{"event":"2031_nothing"}}', "link.badChoice"),
        ('panel={"verdicts":{"open":"U5 U99"}}', "link.badChoice"),
        ('panel={"brush":{"year":-5}}', "link.badChoice"),
        ('panel={"brush":{"low":2,"high":1}}', "link.badChoice"),
        ("panel=not json", "link.badPanel"),
        ("panel=[1]", "link.badPanel"),
        ("edition=3", "link.outOfRange"),
        ("edition=0", "link.outOfRange"),
        ("edition=two", "link.noNumber"),
        ("&".join(["keep=regime%3Das_is"] * 5), "link.tooMany"),
        ("x" * 30_000, "link.long"),
    ],
)
def test_what_a_link_may_not_say_is_left_out_and_told(link: str, problem: str) -> None:
    found = read(link)
    assert {each["key"] for each in found["problems"]} == {problem}
    kept = START["scenario"]
    expected = START | {"kept": [kept] * 4} if problem == "link.tooMany" else START
    assert {**found["state"], "place": START["place"]} == expected


def test_a_name_in_a_link_is_one_short_line_of_text() -> None:
    name = read("name=%3Cscript%3Ealert(1)%3C%2Fscript%3E%0A%E2%80%AE" + "x" * 100)["state"]["scenario"]["name"]
    assert name.startswith("<script>alert(1)</script> x") and len(name) == 60


def test_a_link_is_one_part_of_an_address() -> None:
    link = asked_of_node("link.js", "console.log(JSON.stringify(it.encodeLink(given)));", START | {"kept": [KEPT]})
    assert not set(link) & set("#<>\"' ")
    (kept,) = parse_qs(link.partition("?")[2])["keep"]
    assert parse_qs(kept)["name"] == [KEPT["name"]]


def test_a_link_may_name_one_chart_and_leave_the_other() -> None:
    found = read("charts=three")
    charted = START | {"charts": ["three", "two"], "place": {"tab": "try", "part": ""}}
    assert found == {"state": charted, "problems": []}


SAID = [
    {
        "key": "link.changed",
        "values": [
            ["Opening", "放开"],
            ["it is less; what it was is “Wide opening” (wide)", "内容变少；原内容现名“全面放开”（wide）"],
        ],
    }
]


@pytest.mark.parametrize(
    "named", ["regime=opening", "base=opening", "keep=regime%3Dopening", "regime=opening&base=opening&keep=regime%3Dopening"]
)
def test_a_regime_that_changed_since_the_links_edition_is_told_once(named: str) -> None:
    assert read(named)["problems"] == SAID
    assert read(f"{named}&edition=1")["problems"] == SAID
    assert read(f"{named}&edition=2")["problems"] == []


def test_a_link_that_names_nothing_that_changed_is_told_nothing() -> None:
    assert read("regime=free_trade&base=as_is")["problems"] == []
    assert read("")["problems"] == []


def test_a_link_made_now_names_its_edition() -> None:
    scenario = START["scenario"] | {"regime": "opening"}
    link = asked_of_node("link.js", "console.log(JSON.stringify(it.encodeLink(given)));", START | {"scenario": scenario})
    assert parse_qs(link.partition("?")[2])["edition"] == ["2"]
    assert read(link)["problems"] == []


@pytest.mark.parametrize(
    ("link", "tab", "part"),
    [
        ("", "argument", ""),
        ("lang=zh", "argument", ""),
        ("regime=free_trade", "try", ""),
        ("set=tool_access:0.5@2027&base=as_is", "try", ""),
        ('panel={"diagram":{"sector":"market"}}', "method", "diagram"),
        ("believe", "believe", ""),
        ("evidence/sources", "evidence", "sources"),
        ("believe/H1b?lang=zh", "believe", "H1b"),
    ],
)
def test_an_address_opens_where_what_it_names_is_shown(link: str, tab: str, part: str) -> None:
    assert read(link) == {"state": read(link)["state"] | {"place": {"tab": tab, "part": part}}, "problems": []}


@pytest.mark.parametrize(
    ("link", "tab"), [("nowhere", "argument"), ("try/nothing?lang=en", "try"), ("argument/L5/more?lang=en", "argument")]
)
def test_a_place_that_is_not_there_is_refused_by_name_and_the_rest_is_shown(link: str, tab: str) -> None:
    found = read(link)
    assert [each["key"] for each in found["problems"]] == ["link.noPlace"]
    assert found["state"]["place"] == {"tab": tab, "part": ""}
