"""Errors that are spread evenly have the moments of the normal distribution, in an order that the seed alone decides."""

import numpy as np
import pytest

from dualtrack.lab.statistics.even_noise import even_noise


def test_moments_are_those_of_the_normal_distribution() -> None:
    found = even_noise(2000, 3)
    assert found.mean() == pytest.approx(0, abs=1e-12)
    assert found.std() == pytest.approx(1, abs=0.005)


def test_the_seed_decides_the_order_and_nothing_else() -> None:
    one, again, other = even_noise(50, 3), even_noise(50, 3), even_noise(50, 4)
    assert (one == again).all()
    assert (one != other).any()
    assert (np.sort(one) == np.sort(other)).all()
