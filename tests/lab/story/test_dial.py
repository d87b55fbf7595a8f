"""A number on which an answer was made to hang is found, with the place where it turns; where none was, none is."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.story.dial import Resampling, crossing_of, deciding, explained, masks, places_of, turn_of

AGAIN = Resampling(times=100)
PARTS = 8


def world(seed: int, count: int = 1600) -> tuple[np.random.Generator, dict[str, np.ndarray]]:
    generator = np.random.default_rng(seed)
    return generator, {name: generator.uniform(0, 1, count) for name in "abcdefgh"}


def test_a_planted_number_is_found_with_what_it_explains_and_where_it_turns() -> None:
    generator, numbers = world(1)
    answer = 10 * (numbers["c"] - 0.3) + generator.normal(0, 2, 1600)
    name, share = deciding(answer, numbers, PARTS) or ("", 0.0)
    assert name == "c"
    assert share == pytest.approx(100 / 12 / (100 / 12 + 4), abs=0.05)


def test_the_interval_of_a_planted_turn_holds_it_about_as_often_as_it_says() -> None:
    """At 95 % one in twenty misses; more than four of sixteen would happen once in a thousand."""
    held = 0
    for seed in range(16):
        generator, numbers = world(seed)
        answer = 10 * (numbers["c"] - 0.3) + generator.normal(0, 2, 1600)
        turn = turn_of(answer, numbers["c"], PARTS, Resampling(times=40))
        assert turn is not None
        assert abs(turn.value - 0.3) < 0.07 and turn.high - turn.low < 0.15
        held += turn.low < 0.3 < turn.high
    assert held >= 12


def test_noise_hangs_on_nothing() -> None:
    """Of eight numbers the best explains by chance far less than a twentieth, and on average none explains anything."""
    shares = []
    for seed in range(40):
        generator, numbers = world(seed)
        answer = generator.normal(0, 1, 1600)
        shares += [explained(answer, places_of(values, PARTS)) for values in numbers.values()]
    assert max(shares) < 0.025
    assert abs(np.mean(shares)) < 0.001


def test_an_answer_that_stays_on_one_side_turns_nowhere() -> None:
    _, numbers = world(2)
    assert turn_of(1 + numbers["a"], numbers["a"], PARTS, AGAIN) is None
    assert turn_of(np.zeros(1600), numbers["a"], PARTS, AGAIN) is None


def test_a_turn_that_chance_makes_is_none() -> None:
    generator, numbers = world(3)
    assert turn_of(generator.normal(0, 1, 1600), numbers["a"], PARTS, AGAIN) is None


def test_the_same_seed_gives_the_same_turn() -> None:
    generator, numbers = world(4)
    answer = numbers["a"] - 0.6 + generator.normal(0, 0.3, 1600)
    assert turn_of(answer, numbers["a"], PARTS, AGAIN) == turn_of(answer, numbers["a"], PARTS, AGAIN)
    assert turn_of(answer, numbers["a"], PARTS, AGAIN) != turn_of(answer, numbers["a"], PARTS, Resampling(100, seed=8))


def test_exact_zeros_are_a_part_of_their_own_wherever_zero_lies() -> None:
    values = np.concatenate([np.zeros(200), np.linspace(-1, 1, 800)])
    places = places_of(values, PARTS)
    zeros = places[:200]
    assert len(set(zeros.tolist())) == 1
    assert (places[200:] != zeros[0]).all()
    lows = [values[mask].min() for mask in masks(places)]
    assert lows == sorted(lows) and len(lows) == PARTS + 1


def test_a_switch_of_two_values_has_two_parts_and_a_number_of_one_value_one() -> None:
    assert places_of(np.array([1.0, 0.0, 1.0, 0.0, 1.0]), PARTS).tolist() == [1, 0, 1, 0, 1]
    assert places_of(np.zeros(5), PARTS).tolist() == [0] * 5
    assert explained(np.arange(5.0), places_of(np.ones(5), PARTS)) == 0


@given(st.lists(st.integers(-3, 40), min_size=1, max_size=200), st.integers(1, 9))
def test_parts_hold_every_world_once_and_do_not_overlap(drawn: list[int], parts: int) -> None:
    values = np.array(drawn, dtype=float)
    held = list(masks(places_of(values, parts)))
    assert np.sum(held, axis=0).tolist() == [1] * len(values)
    others = [values[mask] for mask in held if (values[mask] != 0).all()]
    assert len(others) <= parts
    assert all(below.max() < above.min() for below, above in pairwise(others))


def test_parts_hold_equally_many_worlds() -> None:
    _, numbers = world(5)
    assert [int(mask.sum()) for mask in masks(places_of(numbers["a"], PARTS))] == [200] * PARTS


def test_zeros_take_no_part_in_a_turn() -> None:
    generator, numbers = world(6)
    answer = numbers["a"] - 0.5 + generator.normal(0, 0.1, 1600)
    more = np.concatenate([numbers["a"], np.zeros(400)]), np.concatenate([answer, np.full(400, 9.0)])
    assert turn_of(more[1], more[0], PARTS, AGAIN) == turn_of(answer, numbers["a"], PARTS, AGAIN)


def test_of_several_changes_the_middle_one_is_told() -> None:
    values = np.linspace(0, 1, 1600)
    answer = np.where(values < 0.2, -1.0, np.where(values < 0.5, 1.0, np.where(values < 0.8, -1.0, 1.0)))
    assert crossing_of(answer, values, PARTS) == pytest.approx(0.5, abs=0.02)
