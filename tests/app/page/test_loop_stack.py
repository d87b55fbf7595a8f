"""Loop shares in a stack: a loop that changes sign leaves no trace on the other side, and keeps its colour."""

from __future__ import annotations

from typing import Any

from tests.app.page.asking import asked_of_node


def stacked(top: list[list[float]], rest: list[list[float]]) -> dict[str, Any]:
    body = """
    const told = (all) => all.map((shares, place) => ({ id: `R${place}`, colour: place, shares: Float64Array.from(shares) }));
    const { layers, bounds } = it.stackedParts({ top: told(given.top), rest: told(given.rest) }, given.top[0].length);
    const plain = layers.map((layer) => ({ ...layer, low: [...layer.low], high: [...layer.high] }));
    console.log(JSON.stringify({ layers: plain, bounds }));
    """
    found: dict[str, Any] = asked_of_node("loop_stack.js", body, {"top": top, "rest": rest})
    return found


def test_each_layer_stays_on_its_side_of_zero() -> None:
    found = stacked([[0.5, 0.25, -0.5], [0.25, -0.5, 0.25]], [[0.25, 0.25, -0.25]])
    up, down = found["layers"][:3], found["layers"][3:]
    assert all(low >= 0 for layer in up for low in layer["low"])
    assert all(high <= 0 for layer in down for high in layer["high"])
    assert found["bounds"] == [-0.75, 1.0]


def test_layers_lie_on_one_another_without_a_gap() -> None:
    first, second, _ = stacked([[0.5, -0.25], [0.25, 0.5]], [[0.25, 0.25]])["layers"][:3]
    assert (first["low"], first["high"]) == ([0, 0], [0.5, 0])
    assert (second["low"], second["high"]) == ([0.5, 0], [0.75, 0.5])


def coloured(*scenarios: list[str]) -> list[dict[str, int]]:
    """The colours of the largest loops, scenario after scenario."""
    body = """
    const before = new Map();
    console.log(JSON.stringify(given.scenarios.map((ids) => Object.fromEntries(it.loopColours(ids, given.order, before)))));
    """
    order = [f"R{place}" for place in range(14)]
    found: list[dict[str, int]] = asked_of_node("loop_stack.js", body, {"scenarios": scenarios, "order": order})
    return found


def test_a_loop_keeps_its_colour_whatever_its_rank() -> None:
    first, second, third = coloured(
        ["R0", "R6", "R2", "R3", "R4", "R5"], ["R6", "R7", "R5", "R0", "R2", "R4"], ["R3", "R6", "R0"]
    )
    assert all(first[name] == second[name] for name in first.keys() & second.keys())
    assert all(first[name] == third[name] for name in third)
    for colours in (first, second, third):
        assert len(set(colours.values())) == len(colours)
