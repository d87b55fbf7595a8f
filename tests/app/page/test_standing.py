"""Verdicts that stood before the record are told apart from those that the record decided."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import SCRIPTS, asked_of_node

RULE = rule_row()["verdict"]
WORDS = repr((SCRIPTS / "words.js").as_uri())


def claim(verdict: str, *before: float, after: float = 0.99) -> dict[str, Any]:
    """A claim as the pack tells it, with its share before the record under each prior."""
    answers = [{"before": {"probability": each}, "after": {"probability": after}} for each in before]
    return {"verdict": verdict, "answers": answers, "test": "computed", "reason": ["sampling error could flip it", "误差"]}


@pytest.mark.parametrize(
    ("given", "stood"),
    [
        (claim("supported", 0.92, 0.8, 0.95), True),
        (claim("supported", 0.92, 0.79, 0.95), False),
        (claim("contradicted", 0.0, 0.2, after=0.01), True),
        (claim("contradicted", 0.0, 0.21, after=0.01), False),
        (claim("not decided", 0.9, 0.9, after=0.7), False),
        (claim("structure"), False),
    ],
)
def test_a_verdict_stood_before_the_record_where_every_prior_had_reached_it(given: dict[str, Any], stood: bool) -> None:
    assert (
        asked_of_node(
            "standing.js", "console.log(JSON.stringify(it.stoodBefore(given.claim, given.rule)));", {"claim": given, "rule": RULE}
        )
        is stood
    )


@pytest.mark.parametrize(
    ("given", "note"),
    [
        (claim("supported", 0.9), "by the model's structure: so before the record too"),
        (claim("supported", 0.5), None),
        (claim("not decided", 0.5), "sampling error could flip it"),
    ],
)
def test_the_row_says_what_the_verdict_rests_on(given: dict[str, Any], note: str | None) -> None:
    body = f"""
    const words = await import({WORDS});
    words.setCatalogues(given.words);
    words.setLanguage("en");
    console.log(JSON.stringify(it.verdictNote(given.claim, given.rule)));
    """
    assert asked_of_node("standing.js", body, {"claim": given, "words": catalogues(), "rule": RULE}) == note
