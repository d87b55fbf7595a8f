"""Shares of loops as they are drawn: a loop's name stands within its own area, and nothing of the chart outside it."""

import re
from typing import Any

import pytest

from tests.app.page.drawn_elements import built

YEARS = [2020.0 + place / 4 for place in range(81)]
MOUNTED = """(async () => {
  const root = document.createElement("div");
  const state = { scenario: {}, year: 2030, language: "en", panel: {} };
  const store = { get: () => state, subscribe: () => {}, setting: () => {} };
  const shares = Object.fromEntries(Object.entries(given.shares).map(([id, row]) => [id, Float64Array.from(row)]));
  const lab = { loopShares: async () => ({ years: given.years, loops: shares }) };
  it.mountLoops(root, { pack: given.pack, store, lab, runs: { whenBanded: async () => {} } });
  await new Promise((done) => setTimeout(done));
  return root;
})()"""


def bump(middle: float, width: float, height: float) -> list[float]:
    """A share that rises to a height around a year and falls again."""
    return [height * max(0.0, 1 - abs(year - middle) / width) for year in YEARS]


def drawn(shares: dict[str, list[float]]) -> list[dict[str, Any]]:
    loops = [{"id": each, "label": [each, each], "members": []} for each in shares]
    return built("loops.js", MOUNTED, pack={"loops": loops, "clock": {"start": 2018, "stop": 2040}}, shares=shares, years=YEARS)


def is_within(corners: list[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies in a polygon: a ray from it crosses an odd number of its sides."""
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum((a[1] > y) != (b[1] > y) and x < a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) for a, b in sides) % 2 == 1


def corners(path: str) -> list[tuple[float, float]]:
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("middle", [2020.0, 2023.0, 2030.0, 2037.0, 2040.0])
def test_a_loops_name_stands_in_its_area(middle: float, sign: int) -> None:
    found = drawn({"R1": bump(middle, 6.0, 0.5 * sign), "R2": bump(4060.0 - middle, 25.0, 0.3 * sign)})
    areas = [each for each in found if each.get("class", "").startswith("loop-area")]
    names = [each for each in found if each.get("class") == "area-name"]
    assert {each["text"] for each in names} == {"R1", "R2"}
    for name in names:
        place = found.index(name)
        area = next(each for each in reversed(found[:place]) if each in areas)
        assert is_within(corners(area["d"]), float(name["x"]), float(name["y"]) - 4)


def test_an_area_too_thin_for_a_name_has_none() -> None:
    found = drawn({"R1": bump(2030.0, 30.0, 0.9), "R2": bump(2030.0, 30.0, 0.01)})
    assert [each["text"] for each in found if each.get("class") == "area-name"] == ["R1"]


def test_nothing_of_the_chart_lies_outside_it_and_its_line_of_nought_is_that_of_the_areas() -> None:
    found = drawn({"R1": bump(2030.0, 25.0, 0.9), "B1": bump(2030.0, 25.0, -0.9), "R2": bump(2022.0, 5.0, 0.05)})
    chart = next(each for each in found if each["tag"] == "svg")
    width, height = float(chart["width"]), float(chart["height"])
    assert chart["viewBox"] == f"0 0 {width:g} {height:g}"
    placed = [corner for each in found if each["tag"] == "path" for corner in corners(each["d"])]
    placed += [(float(each["x"]), float(each["y"])) for each in found if each["tag"] == "text"]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in placed)
    (nought,) = {float(each["y1"]) for each in found if each.get("class") == "zero"}
    names = [each for each in found if each.get("class") == "area-name"]
    assert {each["text"]: float(each["y"]) - 4 < nought for each in names if each["text"] != "R2"} == {"R1": True, "B1": False}
