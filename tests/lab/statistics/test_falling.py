"""Falls: at the year that algebra says for a decay, where no fine grid finds an earlier one, and never from zero."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.statistics.falling import first_fall

YEARS = np.arange(2020.0, 2030.1, 1 / 4)
FINE = np.linspace(2020.0, 2030.0, 2001)
NEAR = 1e-7


def fall(values: object, by: float = 0.3, within: float = 2.0, since: float = 2022.0, years: np.ndarray = YEARS) -> float:
    return float(first_fall(np.asarray(values, dtype=float)[None, :], years, by, within, since)[0])


def lowest_share(values: np.ndarray, within: float, year: float) -> float:
    """The value in a year over the highest of the last years, looked up on a fine grid; infinite where that is not above zero."""
    start = max(year - within, 2020.0)
    window = np.concatenate([FINE[(start <= FINE) & (year >= FINE)], YEARS[(start <= YEARS) & (year >= YEARS)], [start, year]])
    highest = float(np.interp(window, YEARS, values).max())
    return float(np.interp(year, YEARS, values)) / highest if highest > 0 else math.inf


@given(st.floats(0.05, 0.6), st.floats(0.1, 0.7), st.floats(0.5, 4.0))
def test_a_decay_falls_if_it_is_fast_enough_and_at_the_known_year(rate: float, by: float, within: float) -> None:
    """Level until 2024 and falling at a rate from then on: it stands `by` lower after -log(1 - by) / rate years, or never."""
    years = np.arange(2020.0, 2034.001, 1 / 16)
    values = 3.0 * np.exp(-rate * np.maximum(years - 2024.0, 0.0))
    takes = -math.log(1 - by) / rate
    found = fall(values, by, within, 2022.0, years)
    if takes <= within - 0.02:
        assert found == pytest.approx(2024.0 + takes, abs=1e-3)
    if takes > within + 0.02 or takes > 10:
        assert found == math.inf


@pytest.mark.parametrize(("rate", "falls"), [(-math.log(0.7) / 2 * 1.001, True), (-math.log(0.7) / 2 * 0.999, False)])
def test_an_exponential_decay_falls_by_three_tenths_in_two_years_from_a_known_rate_on(rate: float, falls: bool) -> None:
    assert (fall(np.exp(-rate * (YEARS - 2020.0))) < math.inf) == falls


@given(
    st.lists(st.floats(-1.0, 5.0), min_size=len(YEARS), max_size=len(YEARS)),
    st.sampled_from([0.1, 0.3, 0.5, 0.9]),
    st.sampled_from([0.1, 0.25, 1.0, 1.37, 3.0, 20.0]),
    st.sampled_from([2020.0, 2022.0, 2023.1, 2029.9]),
)
@example([1.0] * 8 + [0.7 + 1e-12] * 33, 0.3, 2.0, 2020.0)
def test_no_year_before_it_has_fallen_so_far_and_its_own_has(values: list[float], by: float, within: float, since: float) -> None:
    path = np.array(values)
    found = fall(path, by, within, since)
    before = FINE[(since <= FINE) & (min(found, 2030.0) - 1e-6 > FINE)]
    assert all(lowest_share(path, within, year) > 1 - by - NEAR for year in before)
    if found < math.inf:
        assert since <= found <= 2030.0
        assert np.interp(found, YEARS, path) <= (1 - by) * highest(path, within, found) + NEAR


def highest(path: np.ndarray, within: float, year: float) -> float:
    """The highest value of the last years: of the rows among them, of the first moment and of the last."""
    start = max(year - within, 2020.0)
    ends = np.interp([start, year], YEARS, path)
    return float(max(*ends, *path[(start <= YEARS) & (year >= YEARS)], -math.inf))


def test_worlds_are_told_apart() -> None:
    steep, flat = np.where(YEARS < 2025.0, 1.0, 0.5), np.ones(len(YEARS))
    found = first_fall(np.array([steep, flat]), YEARS, 0.3, 2.0, 2022.0)
    assert found.tolist() == [pytest.approx(2024.75 + 0.6 / 4), math.inf]


def test_a_height_before_the_year_from_which_one_looks_counts_as_long_as_it_is_within() -> None:
    dropped = np.where(YEARS < 2021.5, 1.0, 0.5)
    assert fall(dropped) == 2022.0
    assert fall(dropped, since=2024.0) == math.inf
    assert fall(dropped, since=2020.0) < 2021.5


def test_a_slow_fall_is_none_within_few_years_and_one_within_many() -> None:
    slow = 1 - (YEARS - 2020.0) / 20
    assert fall(slow) == math.inf
    assert fall(slow, within=10.0) == pytest.approx(2026.0)


def test_what_is_never_above_zero_has_no_height_to_fall_from() -> None:
    assert fall(-1 - (YEARS - 2020.0)) == math.inf
    assert fall(np.zeros(len(YEARS))) == math.inf
    assert fall(2024.0 - YEARS, since=2020.0, within=20.0) == pytest.approx(2021.2)
    assert fall(np.where(YEARS < 2024.0, 1.0, -1.0)) < 2024.0


def test_a_year_outside_the_run_is_refused() -> None:
    for year in (2019.9, 2030.1):
        with pytest.raises(RunError, match="the run covers 2020 to 2030"):
            fall(np.ones(len(YEARS)), since=year)
