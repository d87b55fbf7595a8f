"""How sure a difference is: the sign that most worlds agree on, and the range of nine tenths of them."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import asked_of_node, script

PACK: dict[str, Any] = {"quantities": {"level": {"base": "level", "unit": "1", "role": "stock", "label": ["The level", "水平"]}}}
OPENED = """
const words = await import(given.place);
words.setCatalogues(given.words);
words.setLanguage("en");
"""


def sureness(differences: list[float | None]) -> Any:
    body = "console.log(JSON.stringify(it.surenessOf(Float64Array.from(given.row, (each) => each ?? NaN), given.rules)));"
    return asked_of_node("sureness.js", body, {"row": differences, "rules": rule_row()})


def told(before: float, after: float, sure: object = None) -> str:
    body = OPENED + "console.log(JSON.stringify(it.effectText(given.pack, given.split, 'level', given.sure)));"
    split = {"before": {"level": before}, "after": {"level": after}}
    given = {"words": catalogues(), "place": script("words.js").as_uri(), "pack": PACK, "split": split, "sure": sure}
    return str(asked_of_node("changed.js", body, given))


def test_worlds_without_a_number_do_not_vote() -> None:
    found = sureness([None, *range(-10, 91), None])
    assert (found["worlds"], found["low"], found["high"]) == (101, pytest.approx(-5), pytest.approx(85))
    assert (found["higher"], found["lower"], found["isClear"]) == (pytest.approx(90 / 101), pytest.approx(10 / 101), True)
    assert sureness([None]) is None


def test_a_sign_is_clear_where_four_worlds_in_five_agree() -> None:
    assert sureness([1, 1, 1, 1, -1])["isClear"]
    assert not sureness([1, 1, 1, -1, 0])["isClear"]
    assert sureness([-1, -1, -1, -1, 0])["isClear"]


def test_an_effect_is_never_told_as_a_rise_between_equal_figures() -> None:
    assert told(0.8460, 0.8464) == "The level hardly moves from 0.846 (+0.0004 in the nominal world)"
    assert told(0.5, 0.6234).startswith("The level rises from 0.5 to 0.623 (+0.12 in")
    assert told(0.5, 0.5) == "The level stays at 0.5"


def test_an_effect_whose_sign_the_worlds_dispute_is_told_as_either_and_never_as_hardly_one() -> None:
    text = told(0.9, 0.8, {"worlds": 2000, "higher": 0.4, "lower": 0.6, "low": -0.158, "high": 0.026, "isClear": False})
    assert text.startswith("The level moves one way in some worlds and the other in others, from 0.9 (−0.1 in the nominal world")
    assert "−0.16 to +0.026" in text


def test_hardly_is_said_only_where_nine_tenths_of_the_worlds_show_nothing() -> None:
    skewed = {"worlds": 2000, "higher": 0.73, "lower": 0.27, "low": -0.0035, "high": 0.154, "isClear": False}
    assert "hardly" not in told(0.846, 0.8461, skewed)
    assert "hardly" not in told(0.846, 0.8461, {**skewed, "higher": 0.9, "isClear": True})
    assert "hardly" in told(0.846, 0.8461, {**skewed, "low": -0.0001, "high": 0.0002})
