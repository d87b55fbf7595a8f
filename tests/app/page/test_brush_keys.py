"""A range over a histogram, moved by keys at its two ends: an end goes a step, five or all the way, and never past the other."""

import json

import pytest

from tests.app.page.drawn_elements import built

PRESSED = """(() => {
  const told = [];
  const acts = { select: (...range) => told.push(range), words: String, title: "" };
  const node = it.drawHistogram(Float64Array.from(given.values), given.choice, { width: 600, unit: "1" }, acts);
  const handle = node.all().find((each) => each.attributes["data-end"] === given.end);
  handle.listeners.keydown({ key: given.key, preventDefault() {} });
  node.setAttribute("told", JSON.stringify(told));
  return node;
})()"""
VALUES = [place / 100 for place in range(101)]
STEP = 1 / 48
MOVES = {"ArrowLeft": -1, "ArrowDown": -1, "ArrowRight": 1, "ArrowUp": 1, "PageDown": -5, "PageUp": 5, "Home": -1000, "End": 1000}


def pressed(key: str, end: str, low: float, high: float) -> list[list[float]]:
    """The ranges that a press of a key at one end selects."""
    choice = {"low": low, "high": high}
    found: list[list[float]] = json.loads(
        built("brush_figure.js", PRESSED, values=VALUES, choice=choice, key=key, end=end)[0]["told"]
    )
    return found


@pytest.mark.parametrize(("low", "high"), [(0.4, 0.6), (0.0, 1.0), (0.5, 0.51)])
@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("key", MOVES)
def test_an_end_moves_by_its_key_and_stops_at_the_other_or_at_the_side(key: str, end: str, low: float, high: float) -> None:
    (found,) = pressed(key, end, low, high)
    least, most = (0.0, high) if end == "low" else (low, 1.0)
    wanted = min(max((low if end == "low" else high) + MOVES[key] * STEP, least), most)
    assert found == pytest.approx([wanted, high] if end == "low" else [low, wanted])


@pytest.mark.parametrize("key", ["Enter", "a", "Tab"])
def test_another_key_moves_nothing(key: str) -> None:
    assert pressed(key, "low", 0.4, 0.6) == []
