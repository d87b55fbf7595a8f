"""The normal distribution over arrays, beside Python's own error function."""

from math import erfc, sqrt

import numpy as np

from dualtrack.lab.statistics.normal import FAR, normal_share


def test_it_is_the_error_function_to_the_last_digits() -> None:
    values = np.linspace(-FAR, FAR, 1401)
    exact = np.array([erfc(-each / sqrt(2)) / 2 for each in values.tolist()])
    assert np.abs(normal_share(values) - exact).max() < 1e-15
    below = values < 0
    assert np.abs(normal_share(values)[below] / exact[below] - 1).max() < 1e-8


def test_no_share_is_0_or_1_and_none_falls() -> None:
    shares = normal_share(np.array([-1e9, -8.0, -FAR, 0.0, FAR, 8.0, 1e9]))
    assert 0 < shares.min() < shares.max() < 1
    assert (np.diff(shares) >= 0).all()
    assert shares[3] == 0.5
