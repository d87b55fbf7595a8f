"""How many alike unequal worlds are worth, and when numbers differ."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.statistics.effective_count import differ, moved, worth, worth_of_sums


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_worlds_are_worth_between_one_and_all_of_them(weights: list[float]) -> None:
    row = np.array(weights)
    if (row * row).sum() > 0:
        assert 1 - 1e-9 <= worth(row) <= len(row) + 1e-9
    else:
        assert worth(row) == 0


def test_known_worths() -> None:
    assert worth(np.ones(7)) == 7
    assert worth(np.array([1.0, 0.0, 0.0])) == 1
    assert worth(np.zeros(3)) == worth(np.empty(0)) == worth_of_sums(0.0, 0.0) == 0
    assert worth(np.array([1.0, 1.0, 2.0])) == pytest.approx(16 / 6)


@pytest.mark.parametrize(("size", "isolated"), [(1.0, 0), (1e-9, 0), (1e9, 3)])
def test_rounding_is_no_difference_in_any_unit(size: float, isolated: int) -> None:
    values = np.full(100, size)
    values[:50] *= 1 + 1e-15
    assert not differ(values)
    assert moved(values) == 0
    values[:isolated] *= 1.01
    assert differ(values) == (isolated > 0)
    assert moved(values) == isolated


def test_numbers_that_all_differ_all_move() -> None:
    assert moved(np.linspace(0.0, 1.0, 100)) == 100
    assert not differ(np.empty(0))
