"""What the record tells of each direction: exact for a linear landscape, and nothing where there is no number."""

import numpy as np
import pytest

from dualtrack.lab.calibrate.landscape import MOST, information, informed_directions
from tests.lab.calibrate.landscapes import Linear


def test_the_matrix_of_a_linear_landscape_is_exact() -> None:
    landscape = Linear(0)
    found = information(landscape, np.random.default_rng(0).standard_normal((6, 4)))
    assert found == pytest.approx(landscape.matrix.T @ landscape.matrix / landscape.noise**2)


def test_directions_are_those_of_which_most_is_told() -> None:
    matrix = np.diag([0.01, 5.0, 0.2, 0.0, 3.0, 0.05])
    found = informed_directions(matrix)
    assert found.shape == (6, 3)
    assert np.abs(found).argmax(axis=0).tolist() == [1, 4, 2]
    assert informed_directions(np.eye(2)).shape == (2, 2)
    assert informed_directions(np.eye(MOST + 9)).shape == (MOST + 9, MOST)


def test_what_has_no_number_tells_nothing() -> None:
    class Partly(Linear):
        def whitened(self, state):
            return np.where(np.arange(4)[:, None] == 0, np.nan, super().whitened(state))

    landscape = Partly(0)
    expected = landscape.matrix[1:].T @ landscape.matrix[1:] / landscape.noise**2
    assert information(landscape, np.zeros((6, 1))) == pytest.approx(expected)
