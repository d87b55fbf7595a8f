"""Crossings: exact on straight lines, cut off at the stop, and told apart from what was passed before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.statistics.crossing import cross, window

YEARS = np.arange(2020.0, 2041.0)


@given(st.floats(0.02, 0.2), st.floats(0.0, 0.5), st.floats(2021.0, 2030.0), st.floats(0.55, 0.95))
def test_a_straight_line_crosses_where_algebra_says(slope: float, level: float, start: float, threshold: float) -> None:
    line = (level + slope * (YEARS - start))[None, :]
    seen = cross(window(line, YEARS, start, 2039.5), threshold)
    expected = (threshold - level) / slope
    assert bool(seen.reached[0]) == (expected <= 2039.5 - start) or abs(expected - (2039.5 - start)) < 1e-9
    assert seen.wait[0] == pytest.approx(min(expected, 2039.5 - start), abs=1e-9)
    assert not seen.passed[0]


def test_the_first_of_several_crossings_counts() -> None:
    wave = np.where(np.arange(21) % 4 == 2, 1.0, 0.0)[None, :]
    assert cross(window(wave, YEARS, 2020.5, 2040.0), 0.5).wait[0] == 1.0


def test_passed_reached_and_never() -> None:
    curves = np.array([np.full(21, 0.9), np.full(21, 0.1), (YEARS - 2020) / 20])
    seen = cross(window(curves, YEARS, 2020.0, 2040.0), 0.5)
    assert seen.passed.tolist() == [True, False, False]
    assert seen.reached.tolist() == [True, False, True]
    assert seen.wait.tolist() == [0.0, 20.0, 10.0]


def test_a_threshold_met_at_the_stop_is_reached() -> None:
    seen = cross(window(((YEARS - 2020) / 20)[None, :], YEARS, 2020.0, 2030.0), 0.5)
    assert (seen.reached[0], seen.wait[0]) == (True, 10.0)


def test_the_area_of_a_line_is_a_trapezium() -> None:
    assert window((YEARS - 2020)[None, :], YEARS, 2021.5, 2024.5).area()[0] == pytest.approx(9.0)


@pytest.mark.parametrize("curves", [np.full((2, 21), np.nan), np.empty((0, 21))])
def test_curves_without_numbers_are_refused(curves: np.ndarray) -> None:
    with pytest.raises(RunError, match="no number"):
        window(curves, YEARS, 2021.0, 2030.0)


def test_a_window_beyond_the_run_is_refused() -> None:
    with pytest.raises(RunError, match="the run covers 2020 to 2040"):
        window(np.zeros((1, 21)), YEARS, 2026.9, 2041.0)
