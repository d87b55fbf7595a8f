"""Designs: what each promises holds, and what each says it gives up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.lab.worlds import sobol
from dualtrack.lab.worlds.design import COUNTER, NAMES, Design, LatinHypercube, Sobol, design_named, gives_up, name_of
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.latin import shuffled
from dualtrack.language.declare import uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.model import Model
from tests.lab.toys import TOY, model_of

SEEDS = st.integers(0, 2**63)
DESIGNS = st.sampled_from([COUNTER, LatinHypercube(64), Sobol()])


def only(*names: str) -> Model:
    """A model of nothing but numbers that lie evenly between 0 and 1, whose draws are their ranks."""
    flat = Uniform(0.0, 1.0)
    return model_of("toy", {name: uncertainty(0.5, "1", low=0.0, high=1.0, prior=flat, **TOY) for name in names})


def slices(values: np.ndarray, count: int) -> list[int]:
    return [int(place) for place in np.sort(values * count)]


@given(DESIGNS, SEEDS, st.integers(0, 40), st.integers(1, 24))
def test_any_piece_of_the_worlds_is_the_same_piece(design: Design, seed: int, first: int, count: int) -> None:
    whole, piece = draw(only("a", "b"), 64, seed, 0, design), draw(only("a", "b"), count, seed, first, design)
    for name in ("a", "b"):
        assert np.array_equal(whole.values[name][first : first + count], piece.values[name])


@given(st.sampled_from([COUNTER, LatinHypercube(64)]), SEEDS)
def test_another_parameter_moves_no_draw(design: Design, seed: int) -> None:
    few, many = (draw(only(*names), 64, seed, 0, design).values for names in (("b",), ("c", "b", "a")))
    assert np.array_equal(few["b"], many["b"])
    assert not np.array_equal(many["a"], many["b"])


@given(SEEDS)
def test_in_a_sobol_design_a_parameter_moves_those_named_after_it_only(seed: int) -> None:
    few, many = (draw(only(*names), 64, seed, 0, Sobol()).values for names in (("a", "c"), ("c", "b", "a")))
    assert np.array_equal(few["a"], many["a"])
    assert not np.array_equal(few["c"], many["c"])


@given(SEEDS, st.integers(1, 300))
def test_a_latin_hypercube_holds_one_world_in_every_slice(seed: int, worlds: int) -> None:
    values = draw(only("a", "b"), worlds, seed, 0, LatinHypercube(worlds)).values
    assert slices(values["a"], worlds) == slices(values["b"], worlds) == list(range(worlds))


def test_a_latin_hypercube_of_fewer_worlds_is_another() -> None:
    few, many = (draw(only("a"), 8, 1, 0, LatinHypercube(worlds)).values["a"] for worlds in (8, 9))
    assert not np.array_equal(few, many)


@given(SEEDS, st.integers(0, 7))
def test_every_power_of_two_of_sobol_worlds_holds_one_in_every_slice(seed: int, power: int) -> None:
    worlds = 2**power
    values = draw(only("a", "b", "c"), worlds, seed, 0, Sobol()).values
    assert all(slices(value, worlds) == list(range(worlds)) for value in values.values())


@given(SEEDS, st.integers(0, 6))
def test_the_first_two_sobol_parameters_hold_one_world_in_every_box_of_equal_area(seed: int, wide: int) -> None:
    values = draw(only("a", "b"), 64, seed, 0, Sobol()).values
    boxes = {(int(a * 2**wide), int(b * 2 ** (6 - wide))) for a, b in zip(values["a"], values["b"], strict=True)}
    assert len(boxes) == 64


def test_every_digit_of_a_sobol_point_is_turned_by_a_coin_of_its_own() -> None:
    """Eight points stand below the seven branches of the first three digits; every set of branches may be turned."""
    keys = np.random.default_rng(1).integers(0, 2**63, 2000)
    orders = [tuple((sobol.points(0, int(key), 8, 0) * 8).astype(int).tolist()) for key in keys]
    seen = [orders.count(order) for order in set(orders)]
    assert len(seen) == 2**7
    five_sigma = 5 * np.sqrt(2000 / 128)
    assert all(abs(count - 2000 / 128) < five_sigma for count in seen)


def test_every_dimension_of_the_table_is_even() -> None:
    for dimension in range(sobol.dimensions()):
        assert slices(sobol.points(dimension, 12345, 1024, 0), 1024) == list(range(1024)), dimension


def test_no_two_dimensions_of_the_table_are_the_same() -> None:
    seen = {sobol.points(dimension, 0, 1024, 0).tobytes() for dimension in range(sobol.dimensions())}
    assert len(seen) == sobol.dimensions() == 512


@pytest.mark.parametrize("design", [COUNTER, LatinHypercube(4096), Sobol()], ids=name_of)
def test_parameters_are_independent_of_each_other(design: Design) -> None:
    table = np.array([*draw(only(*(f"p{number}" for number in range(24))), 4096, 1, 0, design).values.values()])
    apart = np.corrcoef(table)[np.triu_indices(len(table), 1)]
    assert np.abs(apart).max() < 5 / np.sqrt(4096)
    assert table.min() > 0.0
    assert table.max() < 1.0


@given(st.integers(1, 500), st.text())
def test_a_shuffle_takes_every_place_once(size: int, key: str) -> None:
    assert np.sort(shuffled(np.arange(size, dtype=np.uint64), size, key)).tolist() == list(range(size))


def test_every_order_of_three_is_as_likely() -> None:
    orders = [tuple(shuffled(np.arange(3, dtype=np.uint64), 3, str(key)).tolist()) for key in range(3000)]
    seen = [orders.count(order) for order in set(orders)]
    five_sigma = 5 * np.sqrt(3000 * (1 / 6) * (5 / 6))
    assert len(seen) == 6
    assert all(abs(count - 500) < five_sigma for count in seen)


@pytest.mark.parametrize("name", NAMES)
def test_a_design_has_a_name_and_says_what_it_gives_up(name: str) -> None:
    design = design_named(name, 10)
    assert name_of(design) == name
    assert gives_up(design)


def test_an_unknown_design_is_met_with_the_nearest() -> None:
    with pytest.raises(RegimeError) as caught:
        design_named("sobel", 10)
    assert caught.value.near == "sobol"


def test_worlds_or_parameters_that_a_design_has_no_room_for_are_refused() -> None:
    with pytest.raises(RegimeError, match="room for 10"):
        draw(only("a"), 2, 1, 9, LatinHypercube(10))
    with pytest.raises(RegimeError, match="room for 4294967296"):
        draw(only("a"), 2, 1, 2**32 - 1, Sobol())
    with pytest.raises(RegimeError, match="room for 512"):
        draw(only(*(f"p{number}" for number in range(513))), 2, 1, 0, Sobol())
