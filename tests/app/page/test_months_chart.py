"""The axis of months is one for all parts of the dial, holds zero, and says where a band leaves it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.page.asking import asked_of_node
from tests.app.page.drawn_elements import built
from tests.app.page.stories import YEARS, dial, part


def axis(*charts: dict[str, Any]) -> dict[str, float]:
    rows = [chart["quantiles"] for chart in charts]
    found: dict[str, float] = asked_of_node("months_chart.js", "console.log(JSON.stringify(it.monthsAxis(given, 3)));", rows)
    return found


@pytest.mark.parametrize("medians", [(0.0,), (7.0, -2.0), (30.0, 50.0), (-40.0, -1.0)])
def test_every_median_and_middle_half_lies_on_the_axis_and_so_does_zero(medians: tuple[float, ...]) -> None:
    charts = dial(*medians)["bins"]
    found = axis(*charts)
    assert found["low"] < 0 < found["high"]
    for row in (row for chart in charts for row in chart["quantiles"]):
        assert found["low"] <= row[1] and row[3] <= found["high"]
    assert found["low"] % found["step"] == 0 and found["high"] % found["step"] == 0


def test_a_few_months_are_not_lost_on_an_axis_of_years() -> None:
    found = axis(part(1.0, spread=2.0))
    assert found["high"] - found["low"] <= 12
    assert found["step"] == 1 or found["step"] == 3


@pytest.mark.parametrize(("spread", "told"), [(10.0, []), (400.0, ["↑ up to +808", "↓ up to −792"])])
def test_what_leaves_the_chart_is_told(spread: float, told: list[str]) -> None:
    quantiles = part(4.0, spread=spread)["quantiles"]
    if spread > 100:
        quantiles = [[row[0], row[2] - 2, row[2], row[2] + 2, row[4]] for row in quantiles]
    found = axis({"quantiles": quantiles})
    beyond = 'beyond: (m) => `up to ${m > 0 ? "+" : "−"}${Math.abs(m)}`'
    words = f'{{ earlier: "early", later: "late", zero: "zero", median: "median", {beyond} }}'
    drawing = f'{{ name: "x", years: given.years, quantiles: given.rows, at: 2034, axis: given.axis, words: {words} }}'
    made = f"it.drawMonths({drawing}, {{ width: 640, height: 320 }})"
    drawn = built("months_chart.js", made, years=YEARS, rows=quantiles, axis=found)
    texts = [each["text"] for each in drawn if each["tag"] == "text"]
    assert [text for text in texts if "up to" in text] == told
    assert "↑ early" in texts and "↓ late" in texts and "+8 median" in texts


@pytest.mark.parametrize("known", [True, False])
def test_bands_median_and_the_year_read_are_drawn_once_they_are_known_and_one_world_until_then(known: bool) -> None:
    quantiles = part(4.0, spread=10.0)["quantiles"]
    words = '{ earlier: "early", later: "late", zero: "zero", median: "median", beyond: String }'
    drawing = f'{{ name: "x", years: given.years, ...given.told, axis: {{ low: -36, high: 36, step: 12 }}, words: {words} }}'
    told: dict[str, Any] = {"quantiles": quantiles, "nominal": None, "at": 2034}
    if not known:
        told = {"quantiles": None, "nominal": [row[2] for row in quantiles], "at": None}
    made = f"it.drawMonths({drawing}, {{ width: 640, height: 320 }})"
    drawn = built("months_chart.js", made, years=YEARS, told=told)
    found = [each.get("class", "") for each in drawn]
    once = ["band-outer", "band-inner", "line line-own", "read-line", "dot dot-own", "end end-own"]
    assert [found.count(each) for each in once] == [int(known)] * len(once)
    assert found.count("line line-before") == int(not known)
    assert found.count("side-word") == 2 and found.count("grid") == 6
