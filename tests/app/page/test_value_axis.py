"""The axis of a chart holds all that is drawn on it, and what it held while a lever is dragged; without anything it is whole."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.app.page.catalogue import catalogues
from tests.app.page.asking import asked_of_node, script

BODY = """
const words = await import(given.place);
words.setCatalogues(given.words);
words.setLanguage("en");
console.log(JSON.stringify(given.drawings.map((drawing) => it.valueDomain(drawing))));
"""
VALUES = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=1, max_size=3)


def axes(drawings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    given = {"place": script("words.js").as_uri(), "words": catalogues(), "drawings": drawings}
    found: list[dict[str, Any]] = asked_of_node("chart.js", BODY, given)
    return found


@st.composite
def drawings(draw: st.DrawFn) -> dict[str, Any]:
    band = draw(st.none() | VALUES)
    points = [
        {"value": value, **({"low": value - 3, "high": value + 5} if draw(st.booleans()) else {})} for value in draw(VALUES)
    ]
    return {
        "lines": [{"values": draw(VALUES)} for _ in range(draw(st.integers(0, 2)))],
        "band": None if band is None else {"q05": [each - 1 for each in band], "q95": [each + 2 for each in band]},
        "points": points if draw(st.booleans()) else [],
        "held": draw(st.none() | st.tuples(st.floats(-1e7, 0), st.floats(0, 1e7))),
        "unit": "1",
    }


def shown(drawing: dict[str, Any]) -> list[float]:
    """Every value that has a place on the axis."""
    rows = [*(line["values"] for line in drawing["lines"]), *(drawing["band"] or {}).values(), drawing["held"] or ()]
    points = [point[each] for point in drawing["points"] for each in ("value", "low", "high") if each in point]
    return [0.0, *points, *(value for row in rows for value in row)]


@settings(max_examples=8)
@given(st.lists(drawings(), min_size=20, max_size=20))
def test_all_that_is_drawn_or_held_lies_on_the_axis(asked: list[dict[str, Any]]) -> None:
    for drawing, axis in zip(asked, axes(asked), strict=True):
        low, high = (end * axis["divisor"] for end in axis["domain"])
        slack = 1e-6 * (high - low)
        assert low < high
        assert all(low - slack <= value <= high + slack for value in shown(drawing))


@pytest.mark.parametrize("held", [None, [0, 8]])
def test_the_axis_does_not_shrink_below_what_it_held(held: list[float] | None) -> None:
    (axis,) = axes([{"lines": [{"values": [0.5, 1.0]}], "band": None, "points": [], "held": held, "unit": "1"}])
    assert axis["domain"][1] * axis["divisor"] == pytest.approx(1.0 if held is None else 8.0)
