"""What the page's panels make of the pack: points of the record, and how strong each influence is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.page.asking import asked_of_node


def strengths(links: list[dict[str, Any]]) -> dict[str, float]:
    """Parts of each influence by base names; what lies over a dot is an element."""
    body = """
    const names = given.flatMap((link) => [link.from, link.to]);
    const quantities = Object.fromEntries(names.map((name) => [name, { base: name.split(".")[0] }]));
    console.log(JSON.stringify(Object.fromEntries(it.linkParts({ quantities }, given))));
    """
    found: dict[str, float] = asked_of_node("strengths.js", body, links)
    return found


def test_what_moves_a_quantity_adds_up_to_all_of_it() -> None:
    found = strengths([{"from": "a", "to": "c", "score": 0.9}, {"from": "b", "to": "c", "score": -0.3}])
    assert found == {"a>c": pytest.approx(0.75), "b>c": pytest.approx(-0.25)}


def test_elements_count_together_under_their_declared_name() -> None:
    links = [
        {"from": "a.one", "to": "c.one", "score": 0.5},
        {"from": "a.two", "to": "c.two", "score": 0.1},
        {"from": "b", "to": "c.one", "score": 0.2},
    ]
    assert strengths(links) == {"a>c": pytest.approx(0.75), "b>c": pytest.approx(0.25)}


def test_what_does_not_move_and_a_hold_on_itself_have_no_strength() -> None:
    links = [{"from": "a", "to": "c", "score": 0}, {"from": "c", "to": "c", "score": 0.4}, {"from": "b", "to": "c", "score": 2}]
    assert strengths(links) == {"b>c": pytest.approx(1)}


def check(**changed: object) -> dict[str, object]:
    """A level met within a tolerance, but for what is changed."""
    told = {"quantity": "level", "measure": "level", "per": "", "relation": "within", "start": 2024, "stop": 2025}
    return {**told, "value": 10, "low": 9, "high": 12, "tolerance": 2, "sources": ["someone_2025"], **changed}


def test_only_levels_with_a_tolerance_stand_on_the_curves() -> None:
    checks = [
        check(),
        check(measure="change"),
        check(measure="moment"),
        check(relation="at_most"),
        check(per="other"),
        check(quantity="another"),
    ]
    seen = {"year": 2022.5, "value": 7, "high": 8, "source": "before_2023"}
    pack = {
        "history": {"level": ["counted"]},
        "series": {"counted": {"label": ["Counted", "计数"], "caveat": ["Read off.", "读图。"], "figures": [seen]}},
        "facts": [{"statement": ["It happened.", "确有其事。"], "checks": checks}],
    }
    found = asked_of_node("record.js", 'console.log(JSON.stringify(it.recordPoints(given, "level")));', pack)
    assert [(point["kind"], point["year"], point["value"]) for point in found] == [("history", 2022.5, 7), ("fact", 2024.5, 10)]
    assert "low" not in found[0]
    assert (found[0]["label"], found[0]["caveat"]) == (["Counted", "计数"], ["Read off.", "读图。"])
    assert found[0]["high"] == 8
    assert (found[1]["low"], found[1]["high"], found[1]["source"]) == (7, 14, "someone_2025")


def test_facts_that_are_missed_stand_first_and_otherwise_keep_their_order() -> None:
    facts = [
        {"id": "A", "isTest": True, "nominal": True},
        {"id": "B", "isTest": True, "nominal": False},
        {"id": "C", "isTest": False, "nominal": False},
        {"id": "D", "isTest": True, "nominal": None},
        {"id": "E", "isTest": True, "nominal": False},
    ]
    found = asked_of_node("record.js", "console.log(JSON.stringify(it.missedFirst(given).map((fact) => fact.id)));", facts)
    assert found == ["B", "E", "A", "C", "D"]
