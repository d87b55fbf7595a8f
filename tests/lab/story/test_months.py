"""Months at a date: closed forms, both policies alike, and a search of every crossing in exact fractions."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.story.months import months_at

YEARS = np.arange(2020.0, 2040.25, 0.25)
SINCE, AT = 2026.9, 2034.0


def logistic(years: np.ndarray, middle: float) -> np.ndarray:
    return 1 / (1 + np.exp(-0.3 * (years - middle)))


@pytest.mark.parametrize("months", [-30, -12, -3, 0, 3, 12, 30])
def test_a_logistic_that_comes_so_many_months_earlier_is_so_many_ahead(months: int) -> None:
    first, other = logistic(YEARS, 2035 - months / 12), logistic(YEARS, 2035)
    assert months_at(first[None], other[None], YEARS, 2020.0, AT) == pytest.approx([months], abs=0.01)


def test_straight_lines_give_exactly_what_they_are_apart() -> None:
    slopes = np.array([0.5, 1.0, 2.0])[:, None]
    first, other = slopes * (YEARS - 2020.0) + 0.25, slopes * (YEARS - 2020.0)
    assert months_at(first, other, YEARS, 2021.0, 2034.1) == pytest.approx([6.0, 3.0, 1.5])


def test_nothing_reaches_back_beyond_the_parting() -> None:
    flat = np.full((1, len(YEARS)), 1.0)
    assert months_at(flat + 1, flat, YEARS, SINCE, AT) == pytest.approx([12 * (AT - SINCE)])
    assert months_at(flat, flat + 1, YEARS, SINCE, AT) == pytest.approx([-12 * (AT - SINCE)])


def test_levels_that_differ_by_rounding_are_equal() -> None:
    path = logistic(YEARS, 2030.0)[None]
    assert months_at(path, path, YEARS, SINCE, AT) == 0
    assert months_at(path * (1 + 1e-15), path, YEARS, SINCE, AT) == 0
    assert months_at(path * (1 + 1e-9), path, YEARS, SINCE, AT) > 0


def test_a_path_that_fell_below_and_rose_again_counts_from_its_last_rise() -> None:
    years = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    first, other = np.array([[0.0, 4.0, 0.0, 4.0, 5.0]]), np.array([[0.0, 1.0, 1.0, 1.0, 2.0]])
    assert months_at(first, other, years, 0.0, 4.0) == pytest.approx([12 * 1.5])


def test_what_is_no_number_and_a_year_outside_the_run_are_refused() -> None:
    path = logistic(YEARS, 2030.0)[None]
    with pytest.raises(RunError, match="hold no number"):
        months_at(path, np.where(YEARS > 2030, np.nan, path), YEARS, SINCE, AT)
    with pytest.raises(RunError, match="2045"):
        months_at(path, path, YEARS, SINCE, 2045.0)


def searched(first: list[int], other: list[int], at: Fraction) -> Fraction:
    """The same by walking forwards through every upward passing, in fractions; rows are a year apart and start at 0."""
    here, there = along(first, at), along(other, at)
    if here == there:
        return Fraction(0)
    higher, level, sign = (first, there, 1) if here > there else (other, here, -1)
    points = [(Fraction(k), Fraction(v)) for k, v in enumerate(higher) if k < at] + [(at, max(here, there))]
    last = Fraction(0)
    for (t, v), (u, w) in pairwise(points):
        if v <= level < w:
            last = t + (level - v) / (w - v) * (u - t)
    return sign * 12 * (at - last)


def along(path: list[int], at: Fraction) -> Fraction:
    left = min(int(at), len(path) - 2)
    return path[left] + (path[left + 1] - path[left]) * (at - left)


ROWS = 7
PATHS = st.lists(st.integers(0, 12), min_size=ROWS, max_size=ROWS)
MONOTONE = st.lists(st.integers(0, 4), min_size=ROWS, max_size=ROWS).map(lambda steps: np.cumsum(steps).tolist())


@given(st.lists(st.tuples(PATHS, PATHS) | st.tuples(MONOTONE, MONOTONE), min_size=1, max_size=6), st.integers(1, 4 * (ROWS - 1)))
def test_every_crossing_searched_by_hand_gives_the_same_and_exchange_its_negative(
    pairs: list[tuple[list[int], list[int]]], quarters: int
) -> None:
    first, other = (np.array([pair[side] for pair in pairs], dtype=float) for side in (0, 1))
    years, at = np.arange(ROWS, dtype=float), Fraction(quarters, 4)
    found = months_at(first, other, years, 0.0, float(at))
    assert found == pytest.approx([float(searched(*pair, at)) for pair in pairs], abs=1e-9)
    assert (months_at(other, first, years, 0.0, float(at)) == -found).all()
    assert (np.abs(found) <= 12 * float(at) + 1e-9).all()
