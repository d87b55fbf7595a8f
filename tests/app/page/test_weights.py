"""Worlds weighted for a reader's assumptions: as probability says, and refused where too few are left."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.statistics.share import Share
from dualtrack.language.distribution import LogUniform, PointMass, Prior, Triangular, Uniform, quantile
from tests.app.page.asking import asked_of_node

RULE = rule_row()["verdict"]
PRIORS: dict[str, tuple[Prior, dict[str, Any]]] = {
    "uniform": (Uniform(2.0, 5.0), {"kind": "uniform", "low": 2, "high": 5}),
    "ratio": (LogUniform(0.1, 10.0), {"kind": "log_uniform", "low": 0.1, "high": 10}),
    "peaked": (Triangular(1.0, 1.5, 4.0), {"kind": "triangular", "low": 1, "mode": 1.5, "high": 4}),
    "switch": (
        PointMass(0.0, 0.2, Uniform(0.0, 1.0)),
        {"kind": "point_mass", "at": 0, "mass": 0.2, "rest": {"kind": "uniform", "low": 0, "high": 1}},
    ),
}


@pytest.mark.parametrize("name", PRIORS)
def test_a_value_has_the_rank_that_gives_it(name: str) -> None:
    prior, told = PRIORS[name]
    ranks = [rank for rank in np.linspace(0.01, 0.99, 25) if rank > 0.2 or name != "switch"]
    body = "console.log(JSON.stringify(given.values.map((value) => it.priorRank(given.prior, value))));"
    found = asked_of_node("weights.js", body, {"prior": told, "values": [quantile(prior, rank) for rank in ranks]})
    assert found == pytest.approx(ranks, abs=1e-12)


@pytest.mark.parametrize(("share", "worlds"), [(0.0, 100), (0.36, 250), (1.0, 40), (0.8, 1000)])
def test_an_interval_is_that_of_the_laboratory(share: float, worlds: int) -> None:
    found = asked_of_node(
        "weights.js", "console.log(JSON.stringify(it.wilsonInterval(...given)));", [share, worlds, RULE["errors"]]
    )
    low, high = Share(round(share * worlds), worlds).interval
    assert (found["low"], found["high"]) == pytest.approx((low, high), rel=1e-12, abs=1e-12)


def weighed(moved: list[dict[str, Any]], worlds: int) -> dict[str, Any]:
    """Weights of worlds and how many worlds of equal weight they are worth."""
    body = """
    const found = it.worldWeights(given.moved, given.worlds);
    console.log(JSON.stringify({ weights: [...found.weights], effective: found.effective }));
    """
    found: dict[str, Any] = asked_of_node("weights.js", body, {"moved": moved, "worlds": worlds})
    return found


def test_nothing_moved_weighs_all_worlds_alike() -> None:
    found = weighed([], 5)
    assert found == {"weights": [1, 1, 1, 1, 1], "effective": 5}


def test_a_mechanism_off_keeps_only_worlds_without_it() -> None:
    _, told = PRIORS["switch"]
    found = weighed([{"prior": told, "value": 0, "values": [0, 0.001, 0.4, 0, 0.9]}], 5)
    assert found == {"weights": [1, 0, 0, 1, 0], "effective": 2}


def test_a_mechanism_on_leaves_out_worlds_without_it() -> None:
    _, told = PRIORS["switch"]
    found = weighed([{"prior": told, "value": 0.01, "values": [0, 0.01, 0.4]}], 3)
    assert found["weights"] == [0, 1, 0]


def held_share(value: float, truth: Any, worlds: int = 20_000, seed: int = 3) -> dict[str, float]:
    """The share of a claim that hangs on a moved number and on another, as weights tell it."""
    first, second = np.random.Generator(np.random.Philox(key=seed)).random((2, worlds))
    body = """
    const { weights } = it.worldWeights([{ prior: given.prior, value: given.value, values: given.first }], given.first.length);
    console.log(JSON.stringify(it.weightedShare(weights, (world) => given.true[world], () => true, given.rule)));
    """
    told = {"kind": "uniform", "low": 0, "high": 1}
    given = {"prior": told, "value": value, "first": first.tolist(), "true": truth(first, second).tolist(), "rule": RULE}
    found: dict[str, float] = asked_of_node("weights.js", body, given)
    return found


@pytest.mark.parametrize("value", [0.0, 0.1, 0.5, 0.8, 1.0])
def test_weights_find_the_share_that_holding_the_assumption_would_give(value: float) -> None:
    """Within three standard errors, at the ends of the range too, where worlds lie on one side only."""
    found = held_share(value, lambda first, second: first + second > 1.0)
    assert found["share"] == pytest.approx(value, abs=1.5 / math.sqrt(found["effective"]))


def test_a_share_that_turns_within_a_short_way_is_not_blurred() -> None:
    found = held_share(0.9, lambda first, second: (first > 0.82) | (second < 0.3), worlds=2000)
    assert found["share"] == pytest.approx(1.0, abs=0.02)


def test_no_more_worlds_are_used_than_enough_while_they_last() -> None:
    generator = np.random.Generator(np.random.Philox(key=4))
    moved = [
        {"prior": PRIORS["uniform"][1], "value": 3.0, "values": (2 + 3 * row).tolist()} for row in generator.random((4, 2000))
    ]
    worth = [weighed(moved[:count], 2000)["effective"] for count in range(5)]
    assert worth[0] == 2000
    assert 250 <= worth[1] < 400
    assert 250 <= worth[2] < 400
    assert 250 > worth[3] > 100 > worth[4], "from here on no nearest worlds are enough, and then what is left is too few to tell"


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [(0.8, 0.9, "above"), (0.79, 0.99, "between"), (0.1, 0.2, "below"), (0.1, 0.21, "between")],
)
def test_the_rule_of_verdicts_is_that_of_the_laboratory(low: float, high: float, word: str) -> None:
    given = {"share": {"low": low, "high": high}, "rule": RULE}
    found = asked_of_node("weights.js", "console.log(JSON.stringify(it.sideOf(given.share, given.rule)));", given)
    assert found == word


def test_a_value_outside_every_world_is_worth_none() -> None:
    assert weighed([{"prior": PRIORS["uniform"][1], "value": 9.0, "values": [2, 3, 4.9]}], 3)["effective"] == 0


THERE = {"kind": "category", "values": [0, 1], "steps": [0.2]}


def test_a_mechanism_that_exists_or_not_is_hit_or_missed() -> None:
    values = [0, 1, 1, 0, 1]
    found = weighed([{"prior": THERE, "value": 1, "values": values}], len(values))
    assert [weight > 0 for weight in found["weights"]] == [value == 1 for value in values]


@pytest.mark.parametrize(("value", "can"), [(0, True), (1, True), (0.5, False), (0.8, False), (2, False), (None, False)])
def test_a_reader_sets_no_part_of_it(value: float | None, can: bool) -> None:
    quantity = {"role": "switch", "low": 0, "high": 1, "unit": "1", "prior": THERE}
    assert (
        asked_of_node(
            "faults.js",
            "console.log(JSON.stringify(it.canBe(given.quantity, given.value)));",
            {"quantity": quantity, "value": value},
        )
        is can
    )
    pack = {"regimes": {"plain": {}}, "quantities": {"there": quantity}}
    body = "console.log(JSON.stringify(it.faultsOf(given.pack, { regime: 'plain', assumptions: { there: given.value } })));"
    faults = asked_of_node("faults.js", body, {"pack": pack, "value": value})
    assert [fault["fix"] for fault in faults] == ([] if can else ["0, 1 1"])
