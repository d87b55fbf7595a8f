"""Two scenarios held against each other on the page: parts sum and change sign, and a planted crux is what is named."""

from __future__ import annotations

import random
from pathlib import Path as File
from typing import Any

import pytest

from tests.app.page.asking import asked_of_node, script
from tests.app.page.laboratory import asked_of_lab, bench

NAMES = ["independent_capability", "us_ai_valuation"]
ONE = {
    "regime": "as_is",
    "levers": {"memory_access": {"value": 1.0, "from": 2027.0}, "tool_access": {"value": 0.6, "from": 2028.0}},
    "assumptions": {"progress_rate": 0.3},
}
OTHER = {
    "regime": "near_embargo",
    "levers": {"cloud_access": {"value": 0.2, "from": 2027.0}},
    "assumptions": {"progress_rate": 0.2},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    return bench(tmp_path_factory.mktemp("scripts"))


def test_parts_sum_to_the_difference_and_exchanging_the_two_changes_every_sign(folder: File) -> None:
    body = """
    const there = await lab.split(given.one, given.other, given.names, 2034);
    return { there, back: await lab.split(given.other, given.one, given.names, 2034) };
    """
    found = asked_of_lab(folder, body, one=ONE, other=OTHER, names=NAMES)
    there, back = found["there"], found["back"]
    assert sorted(there["movers"]) == sorted(back["movers"])
    for name in NAMES:
        whole = there["after"][name] - there["before"][name]
        assert sum(there["parts"][mover][name] for mover in there["movers"]) == pytest.approx(whole, rel=1e-9, abs=1e-9)
        assert whole == pytest.approx(back["before"][name] - back["after"][name], rel=1e-9)
        for mover in there["movers"]:
            assert there["parts"][mover][name] == pytest.approx(-back["parts"][mover][name], rel=1e-6, abs=1e-9)


def conceded(cases: list[list[float]]) -> list[dict[str, Any] | None]:
    """What is named where the mixtures of some movers have these values, by coalition, case by case."""
    body = """
    const { splitOf } = await import(given.split);
    const found = given.cases.map((values) => {
      const movers = Array.from({ length: Math.log2(values.length) }, (_, each) => ({ name: `m${each}`, levers: [] }));
      return it.bestConcession(splitOf(movers, ["x"], 2034, new Map(values.map((value, at) => [at, [value]]))), "x");
    });
    console.log(JSON.stringify(found));
    """
    found: list[dict[str, Any] | None] = asked_of_node(
        "dispute_box.js", body, {"split": script("split.js").as_uri(), "cases": cases}
    )
    return found


def test_a_planted_crux_is_the_concession_that_closes_most() -> None:
    chance = random.Random(5)
    cruxes = [chance.randrange(4) for _ in range(100)]
    sizes = [chance.choice([-1, 1]) * chance.uniform(0.1, 5.0) for _ in cruxes]
    cases = [
        [size * bool(coalition & 1 << crux) + chance.uniform(-0.01, 0.01) for coalition in range(16)]
        for crux, size in zip(cruxes, sizes, strict=True)
    ]
    for crux, found in zip(cruxes, conceded(cases), strict=True):
        assert found is not None
        assert found["mover"] == f"m{crux}" and found["closes"] > 0.5


def test_where_only_all_together_do_it_the_second_need_take_back_one_alone() -> None:
    together, nothing = conceded([[0.0] * 7 + [1.0], [2.0] * 8])
    assert together is not None
    assert (together["side"], together["remains"]) == (1, 0.0)
    assert nothing is None
