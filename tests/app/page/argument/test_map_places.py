"""The shipped map is read without one word on another, and its keys go through the claims in reading order."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.argument_rows import argument_row
from dualtrack.app.page.pack.found import read_old
from tests.app.page.asking import asked_of_node, script

LANGUAGES = ("en", "zh")
Frame = dict[str, float]


@cache
def shipped() -> dict[str, Any]:
    """What the map reads of the shipped theory's pack."""
    laboratory = bind()
    verdicts = {name: row["verdict"] for name, row in (read_old() or {})["verdicts"].items()}
    claims = [
        {"id": each.id, "kind": each.kind, "label": list(each.statement), "verdict": verdicts[each.id]}
        for each in laboratory.theory.claims
    ]
    return {"argument": argument_row(laboratory.theory, catalogues()), "claims": claims}


FRAMES = """
const { map } = given.pack.argument;
const order = it.mapOrder(given.pack);
const found = {
  labels: Object.fromEntries(order.map(({ arrow, claim }) => [claim.id, it.labelFrame(arrow, claim)])),
  badges: Object.fromEntries(order.map(({ arrow, claim }) => [claim.id, it.badgeFrame(arrow, claim)])),
  bands: Object.fromEntries(map.bands.map((band) => [band.id, it.bandWords(band, map, order).frame])),
  words: Object.fromEntries(map.boxes.map((box) => [box.id, it.boxLines(box).map((line) => it.textWidth(line, it.LETTERS.box))])),
};
console.log(JSON.stringify(found));
"""


@cache
def frames(language: str) -> dict[str, dict[str, Any]]:
    head = f"""
    const words = await import("{script("words.js").as_uri()}");
    words.setCatalogues(given.words);
    words.setLanguage(given.language);
    """
    given = {"pack": shipped(), "words": catalogues(), "language": language}
    found: dict[str, dict[str, Any]] = asked_of_node("map_places.js", head + FRAMES, given)
    return found


def meet(one: Frame, other: Frame) -> bool:
    return all(
        one[side] < other[side] + other[size] and other[side] < one[side] + one[size] for side, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_the_map_meet_other_words_a_badge_or_a_box(language: str) -> None:
    found, drawn = frames(language), shipped()["argument"]["map"]
    boxes = {box["id"]: box for box in drawn["boxes"]}
    words = {**found["labels"], **{f"band {name}": frame for name, frame in found["bands"].items()}}
    for one, other in combinations(words, 2):
        assert not meet(words[one], words[other]), (one, other)
    for name, frame in words.items():
        for badge, place in found["badges"].items():
            assert badge == name or not meet(frame, place), (name, badge)
        for box, place in boxes.items():
            assert not meet(frame, place), (name, box)
    for one, other in combinations(found["badges"], 2):
        assert not meet(found["badges"][one], found["badges"][other]), (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_reaches_out_of_the_map_or_of_its_box(language: str) -> None:
    found, drawn = frames(language), shipped()["argument"]["map"]
    for kind in ("labels", "badges", "bands"):
        for name, frame in found[kind].items():
            assert frame["x"] >= 0 and frame["y"] >= 0, name
            assert frame["x"] + frame["width"] <= drawn["width"], name
            assert frame["y"] + frame["height"] <= drawn["height"], name
    for box in drawn["boxes"]:
        assert max(found["words"][box["id"]]) <= box["width"] * 1.1, box["id"]


def order() -> list[str]:
    body = "console.log(JSON.stringify(it.mapOrder(given).map(({ claim }) => claim.id)));"
    found: list[str] = asked_of_node("map_places.js", body, shipped())
    return found


def test_the_keys_reach_every_claim_of_the_map_once_in_reading_order() -> None:
    drawn = {arrow["claim"] for arrow in shipped()["argument"]["map"]["arrows"]}
    read = [name for group in shipped()["argument"]["groups"] for name in group["claims"]]
    assert order() == [name for name in read if name in drawn]


@pytest.mark.parametrize(
    ("held", "key", "next_one"),
    [
        ("a", "ArrowRight", "b"),
        ("b", "ArrowDown", "c"),
        ("c", "ArrowRight", "c"),
        ("b", "ArrowLeft", "a"),
        ("a", "ArrowUp", "a"),
        ("b", "Home", "a"),
        ("a", "End", "c"),
        ("a", "Tab", None),
        ("a", "x", None),
    ],
)
def test_a_key_leads_to_the_next_claim_and_stops_at_the_ends(held: str, key: str, next_one: str | None) -> None:
    body = f'console.log(JSON.stringify(it.claimAfterKey(["a", "b", "c"], "{held}", "{key}")));'
    assert asked_of_node("map_places.js", body, {}) == next_one
