"""What a move does, in sentences: how much and when, how sure, what carries it; and levers found by plain words."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import asked_of_node, script

OPENED = """
const words = await import(given.place);
words.setCatalogues(given.words);
words.setLanguage(given.language);
const rows = (each) => Object.fromEntries(Object.entries(each).map(([key, list]) => [key, Float64Array.from(list)]));
const open = (found) => ({ ...found, months: rows(found.months), gap: rows(found.gap), levels: found.levels.map(rows),
  monthsIn: () => Float64Array.from(found.sorted) });
"""
SKEWED = {
    "dates": [2028.0, 2030.0, 2032.0],
    "worlds": 10,
    "failed": 0,
    "months": {"q05": [0, -1, -0.6], "q50": [0, 0.2, 0.1], "q95": [1, 34, 9]},
    "gap": {"q05": [0, -0.01, 0], "q50": [0, 0, 0], "q95": [0.01, 0.15, 0.02]},
    "levels": [{"q50": [0.3, 0.4, 0.5]}, {"q50": [0.3, 0.4, 0.5]}],
    "sorted": [-1, -0.5, 0.1, 0.2, 0.2, 1, 2, 5, 20, 34],
}
LATER = {
    **SKEWED,
    "months": {"q05": [0, -9, -40], "q50": [2.2, -1, -12], "q95": [3, 2, -2]},
    "gap": {"q05": [0, 0, -0.1], "q50": [0.01, -0.01, -0.04], "q95": [0.02, 0, -0.01]},
    "levels": [{"q50": [0.31, 0.39, 0.46]}, {"q50": [0.3, 0.4, 0.5]}],
    "sorted": [-40, -20, -15, -12, -12, -12, -8, -5, -4, -2],
}


def asked(body: str, language: str = "en", **given: Any) -> Any:
    told = {
        "words": catalogues(),
        "place": script("words.js").as_uri(),
        "language": language,
        "rule": rule_row()["verdict"],
        **given,
    }
    return asked_of_node("try_words.js", OPENED + body, told)


def test_a_skewed_effect_is_told_by_its_ends_and_never_as_hardly_one() -> None:
    body = """
    const found = open(given.found); const place = it.peakPlace(found);
    const about = { found, place, quantity: "The level", unit: "1", baseLabel: "As is", bound: 3, rule: given.rule };
    console.log(JSON.stringify([place, it.muchWords(about), it.sureWords(about), it.titleWords(about)]));
    """
    place, much, sure, title = asked(body, found=SKEWED)
    assert place == 1
    assert "most of all in 2030: nine tenths lie from 1 month later to 34 months earlier" in much
    assert "Earlier in 80 % of 10 worlds, later in 20 %." in sure
    assert "hardly" not in much + sure + title


def test_the_peak_its_year_the_level_then_and_the_side_before_are_told() -> None:
    body = """
    const found = open(given.found); const place = it.peakPlace(found);
    const about = { found, place, quantity: "The level", unit: "1", baseLabel: "As is", bound: 3, rule: given.rule };
    console.log(JSON.stringify([it.muchWords(about), it.titleWords(about), it.sureWords(about)]));
    """
    much, title, sure = asked(body, found=LATER)
    assert much.startswith("12 months later in 2032, the year in which the two levels (not the months) lie furthest apart")
    assert 'The level then stands at 0.46 instead of 0.5 under "As is".' in much
    assert "at the end" not in much
    assert much.endswith("Before, the median was 2 months earlier, in 2028.")
    assert title == "The level: 12 months later in 2032, in the median world"
    assert "Later in 100 % of 10 worlds" in sure and "do not agree" not in sure
    assert asked(body, "zh", found=LATER)[1] == "The level：2032年晚12个月（中位世界）"


def test_parts_are_told_the_largest_first_and_those_of_nothing_are_not() -> None:
    body = "console.log(JSON.stringify(it.carriedWords(given.told)));"
    parts = [{"name": "Orders", "value": -3.31}, {"name": "Know-how", "value": 15.8}, {"name": "Talk", "value": 0.02}]
    whole = {"mean": 12.5, "low": 9.04, "high": 16.0}
    text = asked(body, told={"parts": parts, "whole": whole, "at": "2034", "worlds": 40})
    assert text == "+12.5 months in 2034, the mean of 40 worlds (+9.0 to +16.0): +15.8 by know-how and −3.3 by orders."
    alone = asked(body, told={"parts": parts, "whole": {"mean": 12.5}, "at": "2034", "worlds": 0})
    assert alone.startswith("+12.5 months in 2034 in the nominal world (the mean of many worlds follows): +15.8 by know-how")


LEVERS = [
    {
        "group": "inputs",
        "label": ["Inputs", "投入"],
        "levers": [
            {
                "name": "memory_access",
                "also": ["HBM", "高带宽内存"],
                "meaning": ["Memory sold", "出售的存储"],
                "anchors": [],
                "examples": [{"title": ["Entity List", "实体清单"]}],
            },
            {
                "name": "ceiling",
                "also": [],
                "meaning": ["Fastest chip", "芯片"],
                "anchors": [{"meaning": ["H20", "H20"]}],
                "examples": [],
            },
        ],
    }
]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("hbm", ["memory_access"]),
        ("高带宽内存", ["memory_access"]),
        ("Ｈ２０", ["ceiling"]),
        ("entity list", ["memory_access"]),
        ("pull", ["pull"]),
        ("nothing such", []),
    ],
)
def test_levers_and_assumptions_are_found_by_the_words_people_use(wanted: str, names: list[str]) -> None:
    named = {"memory_access": ["Memory", "存储"], "ceiling": ["Ceiling", "上限"], "pull": ["The pull", "拉力"]}
    pack = {
        "levers": LEVERS,
        "assumptions": [{"names": ["pull"]}],
        "quantities": {name: {"label": label, "doc": ["", ""]} for name, label in named.items()},
    }
    body = "console.log(JSON.stringify(it.findLevers(it.searchIndex(given.pack), given.wanted).map(({ name }) => name)));"
    assert asked_of_node("lever_search.js", body, {"pack": pack, "wanted": wanted}) == names
