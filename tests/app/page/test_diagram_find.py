"""A quantity is found by any part of its name, the nearest name first."""

from __future__ import annotations

import pytest

from tests.app.page.asking import asked_of_node

NAMES = ["Base capability", "Capability", "Independent capability", "能力 Ａ"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("capability", ["Capability", "Base capability", "Independent capability"]),
        ("  INDEPENDENT   capab", ["Independent capability"]),
        ("能力 a", ["能力 Ａ"]),
        ("", []),
        ("zzz", []),
    ],
)
def test_names_that_hold_a_text(text: str, found: list[str]) -> None:
    body = "console.log(JSON.stringify(it.namesHolding(given.names, given.text)));"
    assert asked_of_node("diagram_find.js", body, {"names": NAMES, "text": text}) == found
