"""How the shipped map is drawn: every claim's arrow from box to box, with the head, line and badge that its state asks for."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from tests.app.page.drawn_elements import built
from tests.app.page.test_map_places import shipped

Elements = list[dict[str, Any]]


def pack(**changed: str) -> dict[str, Any]:
    """The shipped map, its claims with the verdicts in `changed` where these are named."""
    claims = [{**claim, "readings": [], "verdict": changed.get(claim["id"], claim["verdict"])} for claim in shipped()["claims"]]
    return {**shipped(), "claims": claims}


@cache
def drawn(**changed: str) -> Elements:
    return built("map_drawing.js", "it.argumentDrawing(given.pack)", pack=pack(**changed))


def arrows() -> dict[str, dict[str, Any]]:
    return {each["claim"]: each for each in shipped()["argument"]["map"]["arrows"]}


def of(elements: Elements, kind: str) -> Elements:
    return [each for each in elements if kind in each.get("class", "").split()]


def groups(elements: Elements) -> dict[str, Elements]:
    """What is drawn for each claim's arrow: elements follow their group until the next begins."""
    found: dict[str, Elements] = {}
    inside: Elements | None = None
    for each in elements:
        if "map-line" in each.get("class", "").split():
            inside = found.setdefault(each["data-claim"], [])
        elif each["tag"] == "g":
            inside = None
        elif inside is not None:
            inside.append(each)
    return found


def ends(path: str) -> tuple[list[float], list[float]]:
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return numbers[:2], numbers[-2:]


def test_every_claim_on_the_map_has_its_lines_along_its_routes() -> None:
    found = groups(drawn())
    assert found.keys() == arrows().keys()
    for claim, arrow in arrows().items():
        lines = of(found[claim], "line-drawn")
        assert [ends(each["d"]) for each in lines] == [(route[0], route[-1]) for route in arrow["routes"]]
        assert [each["d"] for each in of(found[claim], "line-hit")] == [each["d"] for each in lines]


def test_each_end_has_its_head_and_its_tip_lies_on_the_end() -> None:
    for claim, arrow in arrows().items():
        tips = [route[-1] for route in arrow["routes"]] + ([route[0] for route in arrow["routes"]] if arrow["both"] else [])
        heads = of(groups(drawn())[claim], "line-head")
        bars = of(groups(drawn())[claim], "line-bar")
        assert len(heads) + len(bars) == len(tips)
        assert [ends(each["d"])[0] for each in heads] == (tips if heads else [])


@pytest.mark.parametrize("verdict", ["supported", "contradicted", "open", "built in", "too small as sized"])
def test_a_state_is_told_by_shape_as_well_as_by_colour(verdict: str) -> None:
    claim = next(iter(arrows()))
    own = groups(drawn(**{claim: verdict}))[claim]
    assert bool(of(own, "line-bar")) == (verdict == "contradicted")
    assert bool(of(own, "line-head")) == (verdict != "contradicted")
    assert bool(of(own, "line-inside")) == (verdict == "built in")


def test_every_claim_is_one_button_with_its_badge_and_words() -> None:
    buttons = [each for each in drawn() if each.get("role") == "button"]
    assert sorted(each["data-claim"] for each in buttons) == sorted(arrows())
    assert all(each["data-claim"] in each["text"] and each["aria-label"].startswith(each["data-claim"]) for each in buttons)


def test_a_bar_lies_across_the_line_at_its_end() -> None:
    claim, arrow = next((claim, arrow) for claim, arrow in arrows().items() if len(arrow["routes"]) == 1 and not arrow["both"])
    (bar,) = of(groups(drawn(**{claim: "contradicted"}))[claim], "line-bar")
    (left, right), (before, end) = ends(bar["d"]), arrow["routes"][0][-2:]
    assert [(one + other) / 2 for one, other in zip(left, right, strict=True)] == pytest.approx(end, abs=0.01)
    along = [there - here for here, there in zip(before, end, strict=True)]
    across = [there - here for here, there in zip(left, right, strict=True)]
    assert sum(a * b for a, b in zip(along, across, strict=True)) == pytest.approx(0, abs=0.1)
