"""What a claim hangs on: parts along a number, where shares pass a level, and the sentence that says so."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.story.dial import explained, places_of
from tests.app.page.asking import asked_of_node, script

OPENED = """
const words = await import(given.place);
words.setCatalogues(given.words);
words.setLanguage(given.language);
"""


def parts(*shares: float) -> list[dict[str, Any]]:
    """Parts of 100 worlds each, around 0.5, 1.5, 2.5 and so on."""
    return [
        {"worlds": 100, "holds": round(100 * share), "low": place, "high": place + 1, "middle": place + 0.5, "zero": False}
        for place, share in enumerate(shares)
    ]


def sentence(told: list[dict[str, Any]], language: str = "en") -> str:
    body = OPENED + "console.log(JSON.stringify(it.turnSentence(given.parts, given.how)));"
    how = {"rule": rule_row()["verdict"], "unit": "1", "named": "The pull"}
    given = {"words": catalogues(), "place": script("words.js").as_uri(), "language": language, "parts": told, "how": how}
    return str(asked_of_node("believe_words.js", body, given))


@pytest.mark.parametrize("kind", ["even", "atom", "few"])
def test_parts_and_what_they_explain_are_those_of_the_laboratory(kind: str) -> None:
    random = np.random.Generator(np.random.Philox(key=3))
    values = random.uniform(0, 2, 400)
    if kind == "atom":
        values[random.uniform(size=400) < 0.3] = 0.0
    if kind == "few":
        values = random.integers(0, 3, 400).astype(float)
    holds = random.uniform(size=400) < values / 3
    body = """
    const places = it.placesAlong(Float64Array.from(given.values), 8);
    console.log(JSON.stringify([Array.from(places), it.explainedBy(Uint8Array.from(given.holds), places)]));
    """
    found = asked_of_node("bins.js", body, {"values": values.tolist(), "holds": holds.astype(int).tolist()})
    places = places_of(values, 8)
    assert found[0] == places.tolist()
    assert found[1] == pytest.approx(explained(holds.astype(float), places), abs=1e-12)


def test_every_world_asked_lies_in_one_part_and_no_other_does() -> None:
    body = """
    const values = Float64Array.from(given.values);
    const places = it.placesAlong(values, 4);
    console.log(JSON.stringify(it.partsAlong(values, places, given.asked, (world) => values[world] > 6)));
    """
    found = asked_of_node("bins.js", body, {"values": [0, 0, *range(1, 13)], "asked": list(range(1, 14))})
    assert [part["worlds"] for part in found] == [1, 3, 3, 3, 3]
    assert [part["zero"] for part in found] == [True, False, False, False, False]
    assert [part["holds"] for part in found] == [0, 0, 0, 3, 3]


def test_a_level_is_passed_on_the_straight_line_between_two_parts() -> None:
    body = "console.log(JSON.stringify([it.crossingsOf(given.parts, 0.5), it.crossingsOf(given.parts, 0.95)]));"
    found, none = asked_of_node("bins.js", body, {"parts": parts(0.1, 0.3, 0.7, 0.4)})
    assert [each["value"] for each in found] == pytest.approx([2.0, 2.5 + 2 / 3])
    assert [each["rises"] for each in found] == [True, False]
    assert none == []


def test_the_sentence_says_where_it_turns_and_whether_it_comes_to_the_bounds() -> None:
    rising = sentence(parts(0.1, 0.3, 0.7))
    assert rising.startswith("True in more than half of the worlds above 2; nowhere does it reach 80 %.")
    assert rising.endswith("At most 20 % below 1.")
    assert sentence(parts(0.9, 0.7, 0.3)).startswith("True in more than half of the worlds below 2; 80 % or more below 1.")
    assert sentence(parts(0.3, 0.4)).startswith("Nowhere true in half of the worlds; nowhere does it reach 80 %.")
    assert "passes one half at 1 and 2" in sentence(parts(0.3, 0.7, 0.3))
    assert sentence(parts(0.1, 0.3, 0.7), "zh") == "高于2时，半数以上的世界成立；没有一段达到80%。低于1时不超过20%。"


def test_a_number_of_few_values_is_told_value_by_value() -> None:
    switch = [
        {"worlds": 10, "holds": 1, "low": 0, "high": 0, "middle": 0, "zero": True},
        {"worlds": 10, "holds": 9, "low": 1, "high": 1, "middle": 1, "zero": False},
    ]
    assert sentence(switch) == "The pull: true in 10 % of the worlds where it is absent and in 90 % of those where it is at work."


def test_two_numbers_at_once_keep_every_world() -> None:
    body = """
    const [across, up] = [Float64Array.from(given.values), Float64Array.from(given.values, (value) => -value - 1)];
    const [columns, rows] = [it.placesAlong(across, 2), it.placesAlong(up, 2)];
    const cells = it.cellsOf(columns, rows, [...across.keys()], (world) => across[world] > 4);
    console.log(JSON.stringify([cells, it.endsOf(across, columns)]));
    """
    cells, ends = asked_of_node("bins.js", body, {"values": list(range(1, 9))})
    assert cells == [
        [{"worlds": 0, "holds": 0}, {"worlds": 4, "holds": 4}],
        [{"worlds": 4, "holds": 0}, {"worlds": 0, "holds": 0}],
    ]
    assert ends == [{"low": 1, "high": 4}, {"low": 5, "high": 8}]
