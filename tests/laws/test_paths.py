"""What holds of every path over time: its dates, its flat ends, its straight lines, and one path after another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.scenario import SMALL, Path
from tests.strategies import FIRST_YEAR, paths

sixteenths = st.integers(-64, 96).map(lambda k: FIRST_YEAR + k / 16)


@given(paths())
def test_a_path_passes_through_its_points(path: Path) -> None:
    assert [path.at(date) for date, _ in path.points] == [value for _, value in path.points]


@given(paths(), sixteenths)
def test_a_path_is_flat_beyond_its_ends(path: Path, year: float) -> None:
    (first, start), (last, end) = path.points[0], path.points[-1]
    if year <= first:
        assert path.at(year) == start
    if year >= last:
        assert path.at(year) == end


@given(paths(), sixteenths)
def test_a_path_stays_within_its_values(path: Path, year: float) -> None:
    values = [value for _, value in path.points]
    assert min(values) - 1e-12 <= path.at(year) <= max(values) + 1e-12
    assert path.ramp or path.at(year) in values


@given(paths(), st.floats(0.0, 1.0))
def test_a_ramp_is_straight_between_dates(path: Path, share: float) -> None:
    line = Path(path.points, ramp=True)
    for (left, low), (right, high) in zip(path.points, path.points[1:], strict=False):
        # A date may be off by SMALL, and with it the height by the slope times that.
        assert line.at(left + share * (right - left)) == pytest.approx(low + share * (high - low), abs=100 * SMALL)


@given(paths(), paths(), sixteenths, sixteenths)
def test_one_path_holds_until_the_date_and_the_other_from_it(path: Path, other: Path, date: float, year: float) -> None:
    joined = path.then(date, other)
    # Joining cuts a moment of length SMALL out of a straight line.
    assert joined.at(year) == pytest.approx((other if year >= date else path).at(year), abs=100 * SMALL)


@given(paths(), paths(), paths(), sixteenths, sixteenths)
def test_the_last_word_at_a_date_counts(path: Path, first: Path, second: Path, date: float, year: float) -> None:
    assert path.then(date, first).then(date, second).at(year) == pytest.approx(path.then(date, second).at(year), abs=100 * SMALL)
