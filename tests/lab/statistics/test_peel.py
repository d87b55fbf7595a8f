"""Peeling finds a planted box, makes nothing of chance, and takes ties whole."""

from itertools import pairwise

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.statistics.box import Box, Cases, held, quasi_p
from dualtrack.lab.statistics.peel import Peel
from dualtrack.lab.worlds.draw import quantiles, uniforms
from dualtrack.language.declare import SWITCH_PRIOR
from dualtrack.language.distribution import Category

COUNT, NAMES = 2000, tuple(f"x{i:02}" for i in range(20))


def inputs(first: int) -> dict[str, np.ndarray]:
    return {name: uniforms(9, name, COUNT, first) for name in NAMES}


def overlap(box: Box, planted: Box) -> float:
    """Jaccard's index over fresh worlds."""
    values = inputs(10 * COUNT)
    return held(box, Cases.of(values, planted.inside(Cases.of(values, np.ones(COUNT, dtype=np.bool_))))).overlap


def cases(planted: Box, noise: float, first: int) -> Cases:
    values = inputs(first)
    inside = planted.inside(Cases.of(values, np.ones(COUNT, dtype=np.bool_)))
    return Cases.of(values, inside ^ (uniforms(9, "noise", COUNT, first) < noise))


PLANTED = {
    "one corner": Box.whole(20).with_bound(3, "low", 0.55).with_bound(7, "high", 0.6),
    "a slab": Box.whole(20).with_bound(5, "low", 0.3).with_bound(5, "high", 0.6),
    "three numbers": Box.whole(20).with_bound(0, "low", 0.3).with_bound(1, "high", 0.7).with_bound(2, "low", 0.4),
}


@pytest.mark.parametrize("noise", [0.0, 0.05])
@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_box_is_found(planted: Box, noise: float) -> None:
    box = Peel().fit(cases(planted, noise, 0), cases(planted, noise, COUNT))
    assert set(box.limited) == set(planted.limited)
    assert overlap(box, planted) >= 0.9


def test_nothing_is_made_of_chance() -> None:
    """Of twenty idle inputs, each limit passes a test at one in twenty; more than four passing is no chance."""
    found = [Cases.of(inputs(first), np.asarray(uniforms(9, "coin", COUNT, first) < 0.3)) for first in (0, COUNT, 2 * COUNT)]
    box = Peel().fit(found[0], found[1])
    assert len(box.limited) <= 4
    assert held(box, found[2]).density < 0.4


def test_a_limit_stays_where_chance_explains_it_no_oftener_than_is_allowed() -> None:
    """Of two limits the one that chance explains more easily goes first, and goes where its chance is above what is allowed."""
    found = cases(PLANTED["one corner"], 0.05, 0)
    box = PLANTED["one corner"].with_bound(12, "low", 0.02)
    chances = {place: quasi_p(box, found, place) for place in box.limited}
    idle = max(chances, key=lambda place: chances[place])
    assert idle == 12 and 0.1 < chances[idle] < 1
    for allowed, kept in (
        (chances[idle] * (1 - 1e-9), {3, 7}),
        (chances[idle], {3, 7, 12}),
        (chances[idle] * (1 + 1e-9), {3, 7, 12}),
    ):
        assert set(Peel(chance=allowed)._thin(box, found).limited) == kept


def test_peels_shrink_by_about_a_slice_and_grow_denser() -> None:
    found = cases(PLANTED["one corner"], 0.05, 0)
    counted = [held(box, found) for box in Peel().peels(found, np.arange(20))]
    for wide, narrow in pairwise(counted):
        assert narrow.density > wide.density
        assert 0.94 * wide.worlds <= narrow.worlds < wide.worlds
    assert counted[-1].mass >= Peel().least


def test_a_switch_and_a_category_are_peeled_whole() -> None:
    switch = quantiles(SWITCH_PRIOR, uniforms(9, "switch", COUNT, 0))
    kind = quantiles(Category((0.0, 1.0, 2.0), (0.3, 0.3, 0.4)), uniforms(9, "kind", COUNT, 0))
    found = Cases.of({"switch": switch, "kind": kind}, np.asarray((switch > 0) & (kind < 1.5)))
    box = Peel().fit(found, found)
    assert held(box, found).overlap == 1.0
    assert 0 < box.low[0] < np.min(switch[switch > 0])
    assert box.high[1] == 1.5 or 1.0 <= box.high[1] < 2.0


@pytest.mark.parametrize("wrong", [{"slice": 0.0}, {"least": 1.0}, {"density": 2.0}, {"chance": -0.1}])
def test_shares_are_shares(wrong: dict[str, float]) -> None:
    with pytest.raises(RunError, match="no box can be peeled"):
        Peel(**wrong)
