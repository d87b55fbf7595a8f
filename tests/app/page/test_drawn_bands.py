"""Where a chart draws its bands and the points of the record: each edge and each point where the axis puts its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from tests.app.page.asking import asked_of_node

YEARS = [2018.0, 2020.0, 2022.0, 2024.0]
BAND = {
    "q05": [0.1, 0.2, 0.3, 0.4],
    "q25": [0.3, 0.5, 0.6, 0.9],
    "q50": [0.5, 0.8, 1.1, 1.4],
    "q75": [0.7, 1.2, 1.6, 2.0],
    "q95": [1.0, 1.6, 2.5, 3.0],
}
SIZE = {"width": 600, "height": 300, "scale": 1}
AXIS = {"domain": [0, 4], "step": 1, "divisor": 1, "name": "x"}
STUB = """
class Drawn {
  constructor(tag) { Object.assign(this, { tag, attributes: {}, children: [] }); }
  setAttribute(name, value) { this.attributes[name] = value; }
  removeAttribute(name) { delete this.attributes[name]; }
  append(...children) { this.children.push(...children); }
  all() { return [this, ...this.children.flatMap((child) => (child instanceof Drawn ? child.all() : []))]; }
}
globalThis.document = { createElementNS: (_, tag) => new Drawn(tag), createElement: (tag) => new Drawn(tag) };
const drawing = { ...given.drawing, lines: [], ends: String };
const node = given.isLarge ? it.drawChart(drawing, given.size) : it.drawSmall(drawing, given.size);
const found = node.all().map(({ tag, attributes, children }) => ({ tag, ...attributes, text: children.join("") }));
console.log(JSON.stringify(found));
"""


def drawn(is_large: bool, record: Sequence[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """Every element of a chart with these bands, these points of the record and no line."""
    drawing = {"years": YEARS, "band": BAND, "axis": AXIS, "partsAt": 2021.0, "partsLabel": "", "readYear": 2020.0}
    drawing["points"] = list(record)
    found: list[dict[str, Any]] = asked_of_node("chart.js", STUB, {"drawing": drawing, "size": SIZE, "isLarge": is_large})
    return found


def points(elements: list[dict[str, Any]], kind: str) -> list[tuple[float, float]]:
    """The corners of a path, in the order drawn."""
    (path,) = (each["d"] for each in elements if each.get("class") == kind)
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def heights(elements: list[dict[str, Any]]) -> tuple[float, float]:
    """Where the axis puts nought and one, as its own lines and labels tell."""
    lines = [float(each["y1"]) for each in elements if each.get("class") in ("zero", "grid")]
    return lines[0], lines[1]


@pytest.mark.parametrize(("kind", "lower", "upper"), [("band-outer", "q05", "q95"), ("band-inner", "q25", "q75")])
def test_each_edge_of_a_band_lies_where_the_axis_puts_its_quantile(kind: str, lower: str, upper: str) -> None:
    elements = drawn(is_large=True)
    nought, one = heights(elements)
    assert nought > one
    corners = points(elements, kind)
    assert len(corners) == 2 * len(YEARS)
    there, back = corners[: len(YEARS)], corners[len(YEARS) :][::-1]
    for row, quantile in ((there, upper), (back, lower)):
        expected = [nought + (one - nought) * value for value in BAND[quantile]]
        assert [up for _, up in row] == pytest.approx(expected, abs=0.06)
    assert [across for across, _ in there] == [across for across, _ in back]
    gaps = [later - sooner for (sooner, _), (later, _) in pairwise(there)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.11)


def test_the_median_lies_between_them_in_the_small_chart_too() -> None:
    for is_large in (True, False):
        elements = drawn(is_large)
        outer, inner = points(elements, "band-outer"), points(elements, "band-inner")
        middle, count = points(elements, "band-middle"), len(YEARS)
        for place, (across, up) in enumerate(middle):
            edges = [outer[place], inner[place], inner[-1 - place], outer[-1 - place]]
            assert all(other == across for other, _ in edges)
            assert [each for _, each in edges[:2]] + [up] + [each for _, each in edges[2:]] == sorted(
                [each for _, each in edges] + [up]
            )
            assert outer[-1 - place][1] - outer[place][1] > 20
        assert len(middle) == count


def test_a_point_of_the_record_lies_where_its_year_and_value_are_and_its_span_from_end_to_end() -> None:
    record = [
        {"kind": "seen", "year": 2020.0, "value": 0.5, "low": 0.3, "high": 0.9, "text": "half"},
        {"kind": "fact", "year": 2022.0, "value": 2.0, "text": "twice"},
    ]
    elements = drawn(True, record)
    nought, one = heights(elements)
    years = {year: across for year, (across, _) in zip(YEARS, points(elements, "band-middle"), strict=True)}
    up = [nought + (one - nought) * value for value in (0.5, 0.3, 0.9, 2.0)]
    (seen,), (span,), (fact,) = ([e for e in elements if e.get("class") == f"record-{kind}"] for kind in ("seen", "span", "fact"))
    assert [float(seen[axis]) for axis in ("cx", "cy")] == pytest.approx([years[2020.0], up[0]], abs=0.06)
    assert [float(span[axis]) for axis in ("x1", "x2", "y1", "y2")] == pytest.approx([years[2020.0]] * 2 + up[1:3], abs=0.06)
    top = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", fact["d"])[:2]]
    assert top[0] == pytest.approx(years[2022.0], abs=0.06)
    assert up[3] - 8 < top[1] < up[3]
    assert [each["text"] for each in elements if each["tag"] == "title"] == ["half", "twice"]
