"""Draws: fixed by seed, name and world number alone, and distributed as the prior says."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.lab.worlds.draw import draw, hold, nominal, quantiles, uniforms
from dualtrack.language.declare import SWITCH_PRIOR, uncertainty
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, quantile
from tests.lab.toys import TOY, draining, growth, model_of

SEEDS = st.integers(0, 2**63)
PRIORS = [
    Uniform(-1.0, 3.0),
    LogUniform(0.01, 100.0),
    Triangular(0.0, 0.0, 1.0),
    Triangular(0.0, 1.0, 1.0),
    Triangular(-2.0, 0.5, 1.0),
    Triangular(4.0, 4.0, 4.0),
    SWITCH_PRIOR,
    PointMass(2.0, 0.5, LogUniform(1.0, 3.0)),
    PointMass(0.0, 1.0, Uniform(0.0, 1.0)),
    Category((-1.0, 0.5, 2.0), (0.25, 0.5, 0.25)),
    Category((3.0,), (1.0,)),
    Category((0.0, 1.0, 2.0), (0.1, 0.2, 0.7)),
]
CRITICAL = 1.95
"""Kolmogorov's distance, times the root of the count, is exceeded once in a thousand samples of a continuous prior."""


def cumulative(prior: Prior, x: float) -> float:
    """The share of the prior at or below x, written apart from its quantile."""
    match prior:
        case Uniform(low, high):
            return min(max((x - low) / (high - low), 0.0), 1.0)
        case LogUniform(low, high):
            return min(max(math.log(x / low) / math.log(high / low), 0.0), 1.0)
        case Triangular(low, mode, high):
            if low == high:
                return 1.0 if x >= low else 0.0
            if x <= mode:
                return (x - low) ** 2 / ((high - low) * (mode - low)) if mode > low else 0.0
            return 1.0 - (high - x) ** 2 / ((high - low) * (high - mode))
        case PointMass(at, mass, rest):
            return mass * (1.0 if x >= at else 0.0) + (1 - mass) * cumulative(rest, x)
        case Category(values, weights):
            return sum(weight for value, weight in zip(values, weights, strict=True) if value <= x)


@given(SEEDS, st.integers(0, 50), st.integers(1, 60), st.integers(1, 60))
def test_any_piece_of_the_worlds_is_the_same_piece(seed: int, first: int, count: int, more: int) -> None:
    whole = uniforms(seed, "share", first + count + more, 0)
    assert np.array_equal(whole[first : first + count], uniforms(seed, "share", count, first))


@given(SEEDS)
def test_another_parameter_moves_no_draw(seed: int) -> None:
    def only(*names: str) -> dict[str, object]:
        return {name: uncertainty(0.5, "1", low=0.0, high=1.0, **TOY) for name in names}

    few, many = (draw(model_of("toy", only(*names)), 5, seed) for names in (("b",), ("c", "b", "a")))
    assert np.array_equal(few.values["b"], many.values["b"])
    assert not np.array_equal(many.values["a"], many.values["b"])


@pytest.mark.parametrize("prior", PRIORS, ids=str)
def test_many_draws_at_once_are_the_quantiles_of_the_language(prior: Prior) -> None:
    u = np.concatenate([uniforms(7, "share", 500, 0), [0.2, 0.5]])
    assert quantiles(prior, u).tolist() == [quantile(prior, each) for each in u.tolist()]


@pytest.mark.parametrize("prior", PRIORS, ids=str)
def test_draws_are_distributed_as_the_prior(prior: Prior) -> None:
    count = 4000
    drawn = np.sort(quantiles(prior, uniforms(11, "share", count, 0)))
    values, last = np.unique(drawn, return_counts=True)
    seen = np.cumsum(last) / count
    gaps = [abs(share - cumulative(prior, x)) for share, x in zip(seen, values.tolist(), strict=True)]
    assert max(gaps) * math.sqrt(count) < CRITICAL


def test_a_mechanism_is_exactly_absent_in_a_fifth_of_worlds() -> None:
    mechanism = draw(growth(), 4000, 3).values["mechanism"]
    five_sigma = 5 * math.sqrt(0.2 * 0.8 / 4000)
    assert abs((mechanism == 0.0).mean() - 0.2) < five_sigma


@pytest.mark.parametrize("other", ["b", "a.b", "", "aa"])
def test_different_names_are_independent(other: str) -> None:
    count = 4000
    one, two = uniforms(5, "a", count, 0), uniforms(5, other, count, 0)
    assert abs(np.corrcoef(one, two)[0, 1]) < 5 / math.sqrt(count)
    assert abs(np.corrcoef(one[1:], one[:-1])[0, 1]) < 5 / math.sqrt(count)


def test_another_seed_gives_other_worlds() -> None:
    one, two = uniforms(5, "a", 4000, 0), uniforms(6, "a", 4000, 0)
    assert abs(np.corrcoef(one, two)[0, 1]) < 5 / math.sqrt(4000)


def test_draws_never_touch_the_ends_of_the_interval() -> None:
    u = uniforms(0, "share", 100_000, 0)
    assert 0.0 < u.min() < 1e-4
    assert 1 - 1e-4 < u.max() < 1.0


def test_every_element_of_a_dimension_is_drawn_by_itself() -> None:
    values = draw(growth(), 50, 1).values
    assert not np.array_equal(values["scale.tools"], values["scale.memory"])
    assert set(values) == set(growth().drawn)


def test_a_part_keeps_its_worlds_numbers() -> None:
    worlds = draw(growth(), 20, 1, first=100)
    assert (worlds.part(5, 8).first, worlds.part(5, 8).count) == (105, 3)
    for name, value in draw(growth(), 3, 1, first=105).values.items():
        assert np.array_equal(worlds.part(5, 8).values[name], value)
    assert worlds.part(15, 99).count == 5


def test_a_held_number_is_the_same_in_every_world_and_moves_no_other() -> None:
    worlds = draw(growth(), 20, 1)
    held = hold(growth(), worlds, {"mechanism": 0.0})
    assert not held.values["mechanism"].any()
    assert np.array_equal(held.values["base_speed"], worlds.values["base_speed"])
    with pytest.raises(RegimeError, match="mechanism") as caught:
        hold(growth(), worlds, {"mechanisms": 0.0})
    assert caught.value.near == "mechanism"


def test_the_nominal_world_is_what_was_declared() -> None:
    model = growth()
    assert nominal(model).world(0) == {name: model[name].number for name in model.given}


def test_no_worlds_or_no_uncertainty_is_refused() -> None:
    with pytest.raises(RegimeError, match="0 worlds"):
        draw(draining(), 0, 1)
    with pytest.raises(RegimeError, match="from number -1"):
        draw(draining(), 1, 1, first=-1)


def test_worlds_picked_from_a_draw_keep_their_numbers_and_values() -> None:
    worlds = draw(growth(), 12, 5, first=100)
    wanted = np.arange(12) % 3 == 1
    picked = worlds.only(wanted)
    assert (picked.count, picked.first, picked.numbers.tolist()) == (4, 101, [101, 104, 107, 110])
    assert picked.part(1, 9).numbers.tolist() == [104, 107, 110]
    assert picked.only(np.array([False, True, False, True])).numbers.tolist() == [104, 110]
    for position, number in enumerate(picked.numbers):
        assert picked.world(position) == draw(growth(), 1, 5, first=int(number)).world(0)


@pytest.mark.parametrize("wanted", [np.zeros(3, dtype=bool), np.ones(2, dtype=bool)])
def test_no_world_or_a_mark_too_few_is_refused(wanted: np.ndarray) -> None:
    with pytest.raises(RegimeError, match="asked of 3"):
        draw(growth(), 3, 5).only(wanted)
