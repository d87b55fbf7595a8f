"""The page peels the same boxes as the laboratory, and weighs worlds as probability says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.statistics.box import Cases, quasi_p, upper_tail
from dualtrack.lab.statistics.peel import Peel
from dualtrack.lab.statistics.two_sample import single_chances, telling
from tests.app.page.asking import asked_of_node

WORLDS, INPUTS = 700, 12
RULE = rule_row()["search"]


def some_cases(seed: int, *, noise: float, ties: bool) -> Cases:
    """Worlds whose condition hangs on three inputs, on noise, and on nothing else; some inputs have a mass at 0."""
    generator = np.random.Generator(np.random.Philox(key=seed))
    inputs = generator.random((INPUTS, WORLDS))
    if ties:
        inputs[:4] = np.where(inputs[:4] < 0.2, 0.0, np.round(inputs[:4], 2))
    wobble = noise * generator.standard_normal(WORLDS)
    holds = (inputs[0] + wobble > 0.5) & (inputs[1] < 0.7) & (inputs[5] > 0.2)
    return Cases(tuple(f"input_{place}" for place in range(INPUTS)), inputs, holds)


def plain(cases: Cases) -> dict[str, object]:
    """Cases as JSON holds them."""
    return {"names": list(cases.names), "inputs": cases.inputs.tolist(), "holds": cases.holds.astype(int).tolist()}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("noise", "ties"), [(0.0, False), (0.1, True), (2.0, True)])
def test_the_page_finds_the_box_that_the_laboratory_finds(seed: int, noise: float, ties: bool) -> None:
    finding, choosing = (some_cases(2 * seed + part, noise=noise, ties=ties) for part in (0, 1))
    body = """
    const typed = (each) => ({
      names: each.names,
      inputs: each.inputs.map((row) => Float64Array.from(row)),
      holds: Uint8Array.from(each.holds),
    });
    const [finding, choosing] = [typed(given.finding), typed(given.choosing)];
    const box = it.fitBox(finding, choosing, given.rule);
    const told = ([place, end]) => [place, end, box[end][place], it.limitChance(box, choosing, place)];
    console.log(JSON.stringify(it.boxLimits(box).map(told)));
    """
    found = asked_of_node("box.js", body, {"finding": plain(finding), "choosing": plain(choosing), "rule": RULE})
    box = Peel().fit(finding, choosing)
    assert [(place, end, bound) for place, end, bound, _ in found] == [
        (place, end, float(box.bounds(end)[place])) for place, end in box.limits
    ]
    for place, _, _, chance in found:
        assert chance == pytest.approx(quasi_p(box, choosing, place), rel=1e-9)


@pytest.mark.parametrize(("least", "trials", "chance"), [(0, 5, 0.3), (3, 10, 0.2), (90, 100, 0.5), (4, 4, 1.0), (1, 7, 0.0)])
def test_the_page_counts_chance_as_the_laboratory_does(least: int, trials: int, chance: float) -> None:
    found = asked_of_node("box.js", "console.log(JSON.stringify(it.upperTail(...given)));", [least, trials, chance])
    assert found == pytest.approx(upper_tail(least, trials, chance), rel=1e-12)


def found_region(inputs: list[list[float]], holds: list[bool]) -> dict[str, Any]:
    """What the page tells of the worlds marked, all of which finished."""
    body = """
    const inputs = given.inputs.map((row) => Float64Array.from(row));
    const region = it.regionOf(given.names, inputs, Uint8Array.from(given.holds, Number), [...given.holds.keys()], given.rule);
    console.log(JSON.stringify(region));
    """
    names = [f"input_{place}" for place in range(len(inputs))]
    found: dict[str, Any] = asked_of_node("region.js", body, {"names": names, "inputs": inputs, "holds": holds, "rule": RULE})
    return found


def test_a_planted_box_is_found_and_measured_on_worlds_apart() -> None:
    generator = np.random.Generator(np.random.Philox(key=11))
    inputs = generator.random((20, 2000))
    region = found_region(inputs.tolist(), ((inputs[4] > 0.6) & (inputs[7] < 0.5)).tolist())
    bounds = {(limit["name"], limit["end"]): limit["bound"] for limit in region["limits"]}
    assert bounds == {("input_4", "low"): pytest.approx(0.6, abs=0.03), ("input_7", "high"): pytest.approx(0.5, abs=0.03)}
    assert region["isDense"]
    assert region["density"] > 0.9
    assert region["coverage"] > 0.9
    assert region["measured"] == 666


def test_chance_alone_gives_no_box_or_one_that_is_called_thin() -> None:
    generator = np.random.Generator(np.random.Philox(key=12))
    region = found_region(generator.random((30, 2000)).tolist(), (generator.random(2000) < 0.3).tolist())
    assert not region["limits"] or not region["isDense"]


def test_too_few_worlds_are_no_reason_to_look_for_one() -> None:
    generator = np.random.Generator(np.random.Philox(key=13))
    region = found_region(generator.random((5, 300)).tolist(), [world < 30 for world in range(300)])
    assert region["isRefused"]
    assert region["fewest"] == 10


@pytest.mark.parametrize("seed", range(3))
def test_the_page_screens_inputs_as_the_laboratory_does(seed: int) -> None:
    cases = some_cases(seed, noise=1.0, ties=True)
    body = """
    const inputs = given.inputs.map((row) => Float64Array.from(row));
    const cases = { inputs, holds: Uint8Array.from(given.holds) };
    console.log(JSON.stringify([it.singleChances(cases, given.rule.tail), it.tellingInputs(cases, given.rule)]));
    """
    chances, places = asked_of_node("single.js", body, {**plain(cases), "rule": RULE})
    assert chances == pytest.approx(single_chances(cases).tolist(), rel=1e-9, abs=1e-300)
    assert places == telling(cases, RULE["chance"]).tolist()


def test_a_search_that_finds_nothing_says_what_was_tried_and_what_goes_with_it_is_named() -> None:
    """An input that makes the highest tenth six times likelier, among sixty, in the worlds that a reader's page has."""
    generator = np.random.Generator(np.random.Philox(key=14))
    inputs = generator.random((60, 2000))
    chance = np.where(inputs[7] > 0.5, 0.17, 0.17 / 6)
    region = found_region(inputs.tolist(), (generator.random(2000) < chance).tolist())
    assert region["tried"] == 60
    assert region["telling"] == ["input_7"]
    assert {limit["name"] for limit in region["limits"]} == {"input_7"}
    none = found_region(inputs.tolist(), (generator.random(2000) < 0.1).tolist())
    assert (none["tried"], none["telling"], none["limits"]) == (60, [], [])
