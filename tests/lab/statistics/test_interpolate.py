"""Values between saved rows lie on the line, and outside the run there are none."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.statistics.interpolate import at_year


def test_a_value_between_rows_lies_on_the_line() -> None:
    curves, years = np.array([[0.0, 1.0, 5.0]]), np.array([2020.0, 2021.0, 2022.0])
    assert [at_year(curves, years, year)[0] for year in (2020.0, 2020.25, 2021.0, 2021.5, 2022.0)] == [0, 0.25, 1, 3, 5]
    for year in (2019.9, 2022.1, float("nan")):
        with pytest.raises(RunError, match="the run covers"):
            at_year(curves, years, year)
