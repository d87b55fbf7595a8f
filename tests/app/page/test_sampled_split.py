"""A split over many movers is sampled: its parts come with the error that an independent count of the sample gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.statistics.share import NORMAL
from dualtrack.targets.numeric.arrays import Array
from tests.app.page.asking import asked_of_node, script

MOVERS = 11


def worth_of(coalition: int, weights: list[float]) -> float:
    """A game with interplay: the sum of the members' weights, and a cube of it."""
    total = sum(weight for place, weight in enumerate(weights) if coalition >> place & 1)
    return total + 0.01 * total**3


WEIGHTS = [float(each) for each in np.random.Generator(np.random.Philox(key=4)).normal(1.0, 2.0, MOVERS)]
BODY = """
const total = (coalition) => given.reduce((sum, weight, place) => sum + (it.takesPart(coalition, place) ? weight : 0), 0);
const valueOf = (coalition) => total(coalition) + 0.01 * total(coalition) ** 3;
const orders = it.sampledOrders(given.length);
console.log(JSON.stringify({ orders, ...it.sampledShares(orders, valueOf) }));
"""


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    sampled: dict[str, Any] = asked_of_node("shapley.js", BODY, WEIGHTS)
    return sampled


def pair_means(orders: list[list[int]]) -> Array:
    """What each mover adds, by pair of an order and its reverse: `[pair, mover]`."""
    rows = []
    for order in orders:
        added, coalition = np.zeros(MOVERS), 0
        for mover in order:
            added[mover] = worth_of(coalition | 1 << mover, WEIGHTS) - worth_of(coalition, WEIGHTS)
            coalition |= 1 << mover
        rows.append(added)
    return np.array([(rows[place] + rows[place + 1]) / 2 for place in range(0, len(rows), 2)])


def test_the_error_of_a_part_is_the_standard_error_of_the_mean_over_pairs_of_orders(found: dict[str, Any]) -> None:
    means = pair_means(found["orders"])
    assert found["shares"] == pytest.approx(means.mean(axis=0).tolist())
    assert found["errors"] == pytest.approx((means.std(axis=0, ddof=1) / np.sqrt(len(means))).tolist())


def test_the_exact_parts_lie_within_the_errors(found: dict[str, Any]) -> None:
    """Of eleven intervals at 95 %, more than three misses come less than once in five hundred."""
    exact = shares(np.array([worth_of(coalition, WEIGHTS) for coalition in range(1 << MOVERS)]))
    away = np.abs(np.array(found["shares"]) - exact) / np.array(found["errors"])
    assert (away > NORMAL).sum() <= 3
    assert sum(found["shares"]) == pytest.approx(float(exact.sum()))


def test_the_largest_error_is_told_and_an_exact_split_has_none() -> None:
    body = """
    console.log(JSON.stringify(given.splits.map((split) => it.largestError(given.pack, split, "one"))));
    """
    split = {"movers": ["a", "b"], "errors": {"a": {"one": 0.1}, "b": {"one": 0.3}}, "exact": False}
    splits = [split, {**split, "exact": True, "errors": None}]
    found = asked_of_node("changed.js", body, {"splits": splits, "pack": {"rules": rule_row()}})
    assert found == [pytest.approx(0.3 * NORMAL), 0]


@pytest.mark.parametrize(("language", "said"), [("en", "(± "), ("zh", "（± ")])
def test_the_panel_tells_each_sampled_part_with_its_error_and_leaves_out_what_chance_made(language: str, said: str) -> None:
    words = repr(script("words.js").as_uri())
    body = f"""
    const words = await import({words});
    words.setCatalogues(given.words);
    words.setLanguage(given.language);
    console.log(JSON.stringify(it.partTexts(given.pack, given.split, "one").texts));
    """
    quantities = {name: {"label": [name, name], "unit": "1"} for name in ("one", "big", "small")}
    pack = {"quantities": quantities, "rules": rule_row()}
    split = {
        "movers": ["big", "small"],
        "parts": {"big": {"one": 0.5}, "small": {"one": 0.02}},
        "errors": {"big": {"one": 0.1}, "small": {"one": 0.1}},
        "exact": False,
    }
    given = {"words": catalogues(), "language": language, "pack": pack, "split": split}
    first, rest = asked_of_node("changed.js", body, given)
    assert "big" in first and said in first
    assert "small" not in rest
