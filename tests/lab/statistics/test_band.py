"""Bands: known quantiles, and no band over a world that failed."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.statistics.band import band, bands


def test_the_band_of_evenly_spread_worlds_is_known() -> None:
    assert band(np.linspace(0.0, 100.0, 101)).numbers == pytest.approx((5, 25, 50, 75, 95))


def test_a_band_per_year() -> None:
    early, late = bands(np.column_stack([np.zeros(9), np.arange(9.0)]))
    assert (early.lowest, early.highest, late.median) == (0.0, 0.0, 4.0)


@pytest.mark.parametrize("values", [np.array([]), np.array([1.0, np.nan]), np.array([1.0, np.inf])])
def test_what_is_not_a_number_has_no_band(values: np.ndarray) -> None:
    with pytest.raises(RunError, match="no band"):
        band(values)
