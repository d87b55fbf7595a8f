"""While an assumption moves its bands are previewed: right for straight lines, silent about chance, within what worlds give."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dualtrack.lab.statistics.band import bands
from dualtrack.targets.numeric.arrays import Array
from tests.app.page.asking import asked_of_node

KEYS = ("q05", "q25", "q50", "q75", "q95")
SHARES = dict(zip(KEYS, (0.05, 0.25, 0.5, 0.75, 0.95), strict=True))
BODY = """
const columns = { x: given.rows.flat().map((value) => value ?? NaN) };
const smoother = it.makeSmoother(columns, Float64Array.from(given.assumed), given.shares);
const plain = (band) => Object.fromEntries(Object.entries(band).map(([key, row]) => [key, Array.from(row)]));
const found = smoother && { worlds: smoother.worlds, bands: given.values.map((value) => plain(smoother.bandOf("x", value))) };
console.log(JSON.stringify(found));
"""


def smoothed(rows: Array, assumed: Array, values: list[float | None]) -> Any:
    """The bands of one outcome `[row, world]` where an assumption stands at each of some values; none is each world's own."""
    sent = [[float(each) if np.isfinite(each) else None for each in row] for row in rows]
    given = {"rows": sent, "assumed": assumed.tolist(), "values": values, "shares": SHARES}
    return asked_of_node("smoother.js", BODY, given)


def expected(rows: Array) -> Array:
    """Quantiles of each row of `[row, world]`, `[row, edge]`."""
    return np.array([band.numbers for band in bands(rows.T)])


def edges(band: dict[str, list[float]]) -> Array:
    """The edges of a band, `[row, edge]`."""
    return np.array([band[key] for key in KEYS]).T


def drawn(key: int, worlds: int = 400) -> tuple[Array, Array]:
    """An assumption by world, and noise that has nothing to do with it, in two rows."""
    chance = np.random.Generator(np.random.Philox(key=key))
    assumed = chance.uniform(0.0, 1.0, worlds)
    noise = chance.normal(0.0, 0.1, (2, worlds))
    away = assumed - assumed.mean()
    return assumed, noise - np.outer(noise @ away / (away @ away), away)


@pytest.mark.parametrize("value", [0.1, 0.5, 0.9])
def test_worlds_on_a_straight_line_move_along_it(value: float) -> None:
    assumed, noise = drawn(1)
    slopes = np.array([2.0, -3.0])
    rows = np.outer(slopes, assumed) + noise
    there = np.clip(rows + slopes[:, None] * (value - assumed), rows.min(axis=1)[:, None], rows.max(axis=1)[:, None])
    found = smoothed(rows, assumed, [value])
    np.testing.assert_allclose(edges(found["bands"][0]), expected(there), atol=1e-9)


def test_what_varies_with_the_assumption_by_chance_alone_stays_and_each_worlds_own_value_moves_nothing() -> None:
    chance = np.random.Generator(np.random.Philox(key=2))
    assumed, _ = drawn(2)
    by_chance = np.array(
        [row for row in chance.normal(size=(40, 400)) if abs(np.corrcoef(row, assumed)[0, 1]) < 2 / np.sqrt(400)]
    )
    found = smoothed(by_chance, assumed, [0.0, 1.0])
    for band in found["bands"]:
        np.testing.assert_allclose(edges(band), expected(by_chance), atol=1e-12)
    moving = np.outer([1.0], assumed)
    np.testing.assert_allclose(edges(smoothed(moving, assumed, [None])["bands"][0]), expected(moving), atol=1e-12)


def test_no_preview_leaves_what_worlds_give_and_a_world_without_a_number_is_left_out() -> None:
    assumed, noise = drawn(3)
    rows = np.outer([5.0, 1.0], assumed) + noise
    rows[1, 7] = np.nan
    found = smoothed(rows, assumed, [-3.0, 4.0])
    sound = np.delete(rows, 7, axis=1)
    assert found["worlds"] == 399
    for band in found["bands"]:
        assert (edges(band) >= sound.min(axis=1)[:, None]).all()
        assert (edges(band) <= sound.max(axis=1)[:, None]).all()
    assert smoothed(np.full((2, 400), np.nan), assumed, [0.5]) is None
