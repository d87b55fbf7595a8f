"""A first move opens the view in which it is seen: policy the difference, an assumption alone the levels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.page.asking import asked_of_node

REST: dict[str, Any] = {"name": "", "regime": "as_is", "levers": {}, "assumptions": {}}
LEVER = {**REST, "levers": {"memory_access": {"value": 1, "from": 2027}}}
REGIME = {**REST, "regime": "free_trade"}
ASSUMED = {**REST, "assumptions": {"progress_rate": 0.3}}
FURTHER = {**REST, "assumptions": {"progress_rate": 0.35}}
BOTH = {**LEVER, "assumptions": ASSUMED["assumptions"]}
BODY = """
const state = { scenario: given.from, baseline: "as_is", view: given.view };
console.log(JSON.stringify(it.movedState(state, given.to).view));
"""


@pytest.mark.parametrize(
    ("start", "end", "view", "opens"),
    [
        (REST, LEVER, "level", "difference"),
        (REST, REGIME, "level", "difference"),
        (REST, ASSUMED, "difference", "level"),
        (ASSUMED, BOTH, "level", "difference"),
        (BOTH, ASSUMED, "difference", "level"),
        (LEVER, BOTH, "level", "level"),
        (LEVER, BOTH, "difference", "difference"),
        (LEVER, REST, "difference", "difference"),
        (ASSUMED, REST, "level", "level"),
        (ASSUMED, FURTHER, "difference", "difference"),
    ],
)
def test_a_move_opens_the_view_in_which_it_is_seen(start: Any, end: Any, view: str, opens: str) -> None:
    assert asked_of_node("opened_view.js", BODY, {"from": start, "to": end, "view": view}) == opens
