"""The nearest point of several half-spaces, where geometry gives it."""

import numpy as np
import pytest

from dualtrack.lab.breaking.half_spaces import nearest_inside


def test_of_one_half_space_it_is_the_foot_of_the_perpendicular() -> None:
    point, pulls = nearest_inside(np.array([[-3.0, -4.0]]), np.array([-10.0]))
    assert point == pytest.approx([1.2, 1.6])
    assert pulls == pytest.approx([0.4])


def test_of_a_corner_it_is_the_corner_and_what_does_not_bind_pulls_not() -> None:
    slopes = np.array([[-1.0, 0.0], [0.0, -1.0], [1.0, 1.0], [0.0, 0.0]])
    point, pulls = nearest_inside(slopes, np.array([-2.0, -1.0, 9.0, -5.0]))
    assert point == pytest.approx([2.0, 1.0])
    assert pulls == pytest.approx([2.0, 1.0, 0.0, 0.0])


def test_the_middle_stays_where_it_lies_inside_all() -> None:
    point, _ = nearest_inside(np.array([[1.0, 2.0], [-1.0, 0.5]]), np.array([0.5, 0.1]))
    assert point == pytest.approx([0.0, 0.0])


def test_units_of_a_boundary_do_not_matter() -> None:
    slopes, most = np.array([[-3.0, 1.0], [0.5, -2.0]]), np.array([-2.0, -1.0])
    large = np.array([[1e6], [1e-3]])
    assert nearest_inside(slopes * large, most * large[:, 0])[0] == pytest.approx(nearest_inside(slopes, most)[0], rel=1e-3)
