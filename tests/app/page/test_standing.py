"""Verdicts that stood before the record are told apart from those that the record decided."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import asked_of_node, script

RULE = rule_row()["verdict"]
WORDS = repr(script("words.js").as_uri())


def claim(verdict: str, *before: float, after: float = 0.99) -> dict[str, Any]:
    """A claim as the pack tells it, with its share before the record under each prior."""
    answers = [{"before": {"asked": {"probability": each}}, "after": {"asked": {"probability": after}}} for each in before]
    why = "many things" if verdict == "open" else ""
    plain: dict[str, Any] = {"why": why, "number": "", "near": "", "turns": [], "needed": None, "firmness": None}
    return {"verdict": verdict, "answers": answers, "test": "computed", **plain}


@pytest.mark.parametrize(
    ("given", "stood"),
    [
        (claim("supported", 0.92, 0.8, 0.95), True),
        (claim("supported", 0.92, 0.79, 0.95), False),
        (claim("contradicted", 0.0, 0.2, after=0.01), True),
        (claim("contradicted", 0.0, 0.21, after=0.01), False),
        (claim("built in", 0.92, 0.8, 0.95), True),
        (claim("too small as sized", 0.0, 0.2, after=0.01), True),
        (claim("open", 0.9, 0.9, after=0.7), False),
        (claim("structure only"), False),
        (claim("not judged"), False),
    ],
)
def test_a_verdict_stood_before_the_record_where_every_prior_had_reached_it(given: dict[str, Any], stood: bool) -> None:
    assert (
        asked_of_node(
            "standing.js", "console.log(JSON.stringify(it.stoodBefore(given.claim, given.rule)));", {"claim": given, "rule": RULE}
        )
        is stood
    )


QUANTITIES = {"x": {"label": ["Xes", "甲"], "unit": "1"}}
FLIPS = {"name": "x", "value": 0.25, "distance": 1.2}


@pytest.mark.parametrize(
    ("given", "notes"),
    [
        (claim("supported", 0.9), ["so before the record too"]),
        (claim("supported", 0.5), []),
        (claim("open", 0.5), ["many things: no single number decides it"]),
        (claim("open", 0.5) | {"why": "the record is silent"}, ["the record is silent on whether it exists"]),
        (
            claim("open", 0.5) | {"near": "best case"},
            ["near the bound of the best case: more worlds would tell"],
        ),
        (
            claim("open", 0.5) | {"why": "hangs on one number", "number": "x", "turns": [{"level": 0.5, "value": 0.25}]},
            ['hangs on "Xes", and turns at about 0.25'],
        ),
        (
            claim("open", 0.5) | {"why": "hangs on one number", "number": "x", "turns": [{"level": 0.5, "value": None}]},
            ['hangs on "Xes"'],
        ),
        (
            claim("too small as sized", 0.5) | {"needed": {"factor": 3.2}, "firmness": {"firm": True, "flips": None}},
            ["would need 3.2 times the largest sizes assumed", "firm: no single number flips it within 2 standard deviations"],
        ),
        (
            claim("too small as sized", 0.5) | {"needed": {"factor": None}},
            ["not even at up to ten times the largest sizes assumed"],
        ),
        (
            claim("contradicted", 0.5) | {"firmness": {"firm": False, "flips": FLIPS}},
            ['flips first along "Xes", at 0.25, 1.2 standard deviations out'],
        ),
    ],
)
def test_the_row_says_what_the_verdict_rests_on(given: dict[str, Any], notes: list[str]) -> None:
    body = f"""
    const words = await import({WORDS});
    words.setCatalogues(given.words);
    words.setLanguage("en");
    console.log(JSON.stringify(it.verdictNotes(given.claim, given.pack)));
    """
    pack = {"rules": rule_row(), "quantities": QUANTITIES}
    assert asked_of_node("standing.js", body, {"claim": given, "words": catalogues(), "pack": pack}) == notes
