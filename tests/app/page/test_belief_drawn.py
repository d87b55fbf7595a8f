"""A belief curve as it is drawn: every part of it that a reader is told of is there, and stands where the values are."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.drawn_elements import built
from tests.app.page.test_believe import parts

SIZE = "{ width: 420, height: 220, scale: 1 }"


def drawn(told: list[dict[str, Any]], **changed: Any) -> list[dict[str, Any]]:
    drawing = {"parts": told, "range": [0, 5], "isCurved": False, "unit": "1", "own": None, "declared": 2.0} | changed
    return built("believe_chart.js", f"it.drawBelief(given.drawing, {SIZE})", drawing={**drawing, "rule": rule_row()["verdict"]})


def kinds(found: list[dict[str, Any]]) -> Counter[str]:
    return Counter(each["class"] for each in found if each.get("class"))


def test_everything_told_is_drawn_once() -> None:
    found = kinds(drawn(parts(0.1, 0.3, 0.6, 0.7, 0.9), own=3.0))
    assert found["part-dot"] == found["part-span"] == 5
    assert found["declared-mark"] == found["own-mark"] == found["half-mark"] == found["line line-own"] == 1
    assert found["bound-high"] == found["bound-low"] == 1


@pytest.mark.parametrize(
    ("changed", "missing"),
    [({"own": None}, "own-mark"), ({"declared": 7.0}, "declared-mark"), ({"parts": parts(0.1, 0.2, 0.3, 0.3, 0.4)}, "half-mark")],
)
def test_what_is_not_so_is_not_drawn(changed: dict[str, Any], missing: str) -> None:
    told = changed.pop("parts", parts(0.1, 0.3, 0.6, 0.7, 0.9))
    assert kinds(drawn(told, **{"own": 3.0, **changed}))[missing] == 0
