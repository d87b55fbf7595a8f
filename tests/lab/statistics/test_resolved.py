"""What a sentence may say: an order where the intervals leave no other, and nothing where they do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.statistics.resolved import FALSE_ALARMS, Measured, bar, beside, exceeds, order, rounded, size_to_tell
from dualtrack.lab.statistics.share import NORMAL
from dualtrack.lab.statistics.shared_variance import VarianceShare


def about(value: float, reach: float) -> VarianceShare:
    return VarianceShare(value, value - reach, value + reach)


def test_the_bar_is_for_all_that_are_compared() -> None:
    """Of many comparisons of numbers alike, one in a thousand lots names any."""
    generator = np.random.Generator(np.random.Philox(key=5))
    drawn = np.abs(generator.standard_normal((40_000, 60))).max(axis=1)
    assert (drawn > bar(60)).mean() == pytest.approx(FALSE_ALARMS, abs=0.0006)
    assert (drawn > bar(1)).mean() > 0.03
    assert bar(0) == bar(1)


def test_a_clear_order_is_told_and_a_near_one_is_not() -> None:
    clear = order([about(0.1, 0.02), about(0.6, 0.02), about(0.3, 0.02)])
    assert (clear.places, clear.settled, clear.ahead) == ((1, 2, 0), 2, 1)
    group = order([about(0.50, 0.05), about(0.48, 0.05), about(0.1, 0.05)])
    assert (group.places, group.settled, group.ahead) == ((0, 1, 2), 0, 2)
    open_ = order([about(0.5, 0.3), about(0.48, 0.3), about(0.4, 0.3)])
    assert (open_.settled, open_.ahead) == (0, 0)
    assert (order([about(0.5, 0.1)]).settled, order([]).places) == (0, ())


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.5)), min_size=2, max_size=8))
def test_what_is_told_is_never_more_than_the_values_show(shares: list[tuple[float, float]]) -> None:
    found = order([about(*each) for each in shares])
    values = [shares[place][0] for place in found.places]
    assert values == sorted(values, reverse=True)
    for size in {found.ahead, *range(1, found.settled + 1)} - {0}:
        assert min(values[:size]) > max(values[size:])


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.001, 0.5), st.integers(1, 50))
def test_one_of_two_exceeds_the_other_at_most(one: float, other: float, reach: float, compared: int) -> None:
    first, second = about(one, reach), about(other, reach)
    assert not (exceeds(first, second, compared) and exceeds(second, first, compared))


def test_two_numbers_alike_are_ordered_once_in_a_thousand() -> None:
    """Estimates of one truth whose intervals are right: told apart by a test at that rate, not at that of the intervals."""
    generator = np.random.Generator(np.random.Philox(key=6))
    values = 0.5 + 0.05 * generator.standard_normal((20_000, 2))
    told = sum(order([about(one, NORMAL * 0.05), about(other, NORMAL * 0.05)]).settled for one, other in values.tolist())
    assert told <= 40


def test_an_absence_is_told_only_where_the_interval_lies_below() -> None:
    assert beside(VarianceShare(0.01, 0.0, 0.04), 0.05) == "slight"
    assert beside(VarianceShare(0.01, 0.0, 0.3), 0.05) == "open"
    assert beside(VarianceShare(0.3, 0.2, 0.4), 0.05) == "clear"


def test_the_size_that_could_tell_does_where_errors_fall_with_its_root() -> None:
    one, other, size = about(0.5, 0.2), about(0.4, 0.2), 512
    needed = size_to_tell(one, other, 3, size)
    assert needed is not None and needed > size
    smaller = 0.2 * (size / needed) ** 0.5
    assert exceeds(about(0.5, smaller), about(0.4, smaller), 3)
    assert size_to_tell(about(0.5, 0.2), about(0.5, 0.2), 3, size) is None
    assert size_to_tell(about(0.5, 0.2), about(0.4999, 0.2), 3, size) is None
    assert (rounded(0.2), rounded(512), rounded(513)) == (1, 512, 1024)


def test_counts_and_means_come_with_their_intervals() -> None:
    half = Measured.share(np.array([True] * 8 + [False] * 8))
    assert beside(half, 0.5) == "open"
    assert beside(Measured.share(np.ones(16, dtype=np.bool_)), 0.5) == "clear"
    assert beside(Measured.share(np.zeros(0, dtype=np.bool_)), 0.5) == "open"
    generator = np.random.Generator(np.random.Philox(key=8))
    held = sum(found.low <= 0 <= found.high for found in (Measured.mean(generator.standard_normal(40)) for _ in range(600)))
    assert 545 <= held <= 592
    alone = Measured.mean(np.array([3.0]))
    assert (alone.value, alone.low, alone.high) == (3.0, -np.inf, np.inf)
    assert order([alone, Measured.mean(np.array([1.0, 1.1]))]).settled == 0
