"""Shares along a number: steps where a threshold is, nothing along what is idle, and together the share of all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.claims.profile import GROUPS, Twentieths, groups
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.priors import Population
from tests.lab.toys import WORDS

COUNT = 4000


def population(seed: int, weights: np.ndarray | None = None) -> Population:
    generator = np.random.default_rng(seed)
    values = {"deciding": generator.random(COUNT), "idle": generator.normal(size=COUNT), "rare": generator.random(COUNT) < 0.2}
    worlds = Worlds({name: row.astype(float) for name, row in values.items()}, seed, 0, COUNT)
    return Population("toy", WORDS, worlds, None, weights)


def cut(found: Population) -> Twentieths:
    return Twentieths.of(found, tuple(found.worlds.values), np.arange(COUNT))


@given(st.integers(0, 2**32), st.sampled_from([0.1, 0.35, 0.8]))
def test_a_threshold_is_a_step_along_its_number_and_no_slope_along_another(seed: int, bound: float) -> None:
    found = population(seed)
    drawn = found.worlds.values["deciding"]
    profile = cut(found).profile(drawn > bound, np.ones(COUNT, dtype=bool))
    for part in profile.along("deciding"):
        if abs(part.value - bound) > 1 / GROUPS:
            assert part.share.value == (part.value > bound)
    assert max(abs(part.share.value - (1 - bound)) for part in profile.along("idle")) < 0.2


@given(st.integers(0, 2**32))
def test_groups_together_hold_every_world_that_is_asked(seed: int) -> None:
    generator = np.random.default_rng(seed)
    found = population(seed, generator.uniform(0.5, 2.0, COUNT))
    true, asked = generator.random(COUNT) < 0.3, generator.random(COUNT) < 0.7
    pieces = cut(found)
    profile = pieces.profile(true, asked)
    for row, places in enumerate(pieces.places):
        inside = np.bincount(places, weights=pieces.weights * asked, minlength=GROUPS)
        whole = float(np.average(true[asked], weights=pieces.weights[asked]))
        assert float(profile.shares[row] @ inside) / inside.sum() == pytest.approx(whole)
        assert (profile.worths[row] <= np.bincount(places[asked], minlength=GROUPS) + 1e-9).all()


def test_values_that_tie_share_a_group() -> None:
    profile = cut(population(3)).profile(np.ones(COUNT, dtype=bool), np.ones(COUNT, dtype=bool))
    assert [(part.value, part.share.value) for part in profile.along("rare")] == [(0.0, 1.0), (1.0, 1.0)]
    assert profile.count == 2 * GROUPS + 2


def test_the_distance_of_a_group_is_in_standard_deviations_of_the_prior() -> None:
    """The last twentieth of a normal lies 2.06 standard deviations out in the mean, that of a uniform 1.645."""
    profile = cut(population(11)).profile(np.ones(COUNT, dtype=bool), np.ones(COUNT, dtype=bool))
    assert profile.along("idle")[-1].distance == pytest.approx(2.06, abs=0.1)
    assert profile.along("deciding")[-1].distance == pytest.approx(0.475 * np.sqrt(12), abs=0.05)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=60), st.integers(1, 20))
def test_groups_rise_with_the_values_and_none_is_beyond_the_last(values: list[float], count: int) -> None:
    drawn = np.array(values)
    found = groups(drawn, np.ones(len(drawn)), count)
    order = np.argsort(drawn)
    assert (np.diff(found[order]) >= 0).all()
    assert found.min() == 0 and found.max() < count
