"""Shares of variance from pairs of runs: a correlation, exact at both ends, and taken off together."""

import numpy as np
import pytest

from dualtrack.lab.statistics.shared_variance import VarianceShare, less_all, shared

GENERATOR = np.random.Generator(np.random.Philox(key=3))
ONE, OTHER, THIRD = GENERATOR.standard_normal((3, 4000))


def test_without_a_control_it_is_the_correlation_over_both() -> None:
    """Numpy's over the pairs in both orders: then both sides have one mean and one variance."""
    mixed = 0.6 * ONE + 0.8 * OTHER
    expected = np.corrcoef(np.concatenate([ONE, mixed]), np.concatenate([mixed, ONE]))[0, 1]
    assert shared(ONE, mixed, np.zeros(4000)).value == pytest.approx(expected, abs=1e-12)


def test_what_is_known_to_be_nought_is_taken_off() -> None:
    """Between runs that share nothing the sample shows some correlation, and the control shows the same."""
    assert shared(ONE, OTHER, np.zeros(4000)).value != pytest.approx(0, abs=1e-3)
    assert shared(ONE, OTHER, ONE * OTHER).value == pytest.approx(0, abs=1e-3)
    assert shared(ONE, ONE, ONE * OTHER).value == 1


def test_the_error_is_that_of_the_sample() -> None:
    """Over many samples the estimates spread as wide as each says of itself."""
    rows = [GENERATOR.standard_normal((2, 500)) for _ in range(300)]
    found = [shared(a, 0.6 * a + 0.8 * b, np.zeros(500)) for a, b in rows]
    said = np.mean([each.influence @ each.influence / 500**2 for each in found])
    assert np.var([each.value for each in found]) == pytest.approx(said, rel=0.35)


def test_shares_that_share_their_errors_leave_what_is_left() -> None:
    one, other = shared(ONE, ONE + OTHER, ONE * 0), shared(OTHER, ONE + OTHER, ONE * 0)
    left = less_all([one, other])
    assert left.value == pytest.approx(1 - one.value - other.value)
    assert left.share.low <= max(left.value, 0.0) <= left.share.high


def test_runs_that_never_vary_share_an_unknown_part() -> None:
    still = np.zeros(100)
    found = shared(still, still, still).share
    assert (found.low, found.high) == (0.0, 1.0)
    assert shared(still, still, still).share.rest.width == 1


def test_no_share_alone_is_more_than_the_share_in_all() -> None:
    assert VarianceShare(0.4, 0.3, 0.5).at_most(VarianceShare(0.2, 0.1, 0.3)) == VarianceShare(0.2, 0.2, 0.5)
    assert VarianceShare(0.1, 0.0, 0.2).at_most(VarianceShare(0.2, 0.1, 0.3)) == VarianceShare(0.1, 0.0, 0.2)


@pytest.mark.parametrize("worlds", [10, 100, 1000])
def test_where_nothing_is_seen_to_differ_a_few_worlds_still_may(worlds: int) -> None:
    """Runs that never differ in so many events: 3.7 of them may, and the error of few is known from few."""
    events = np.zeros(100_000)
    events[:worlds] = 1.0
    found = shared(events - events.mean(), events - events.mean(), np.zeros(100_000)).share
    assert found.value == found.high == 1
    assert 3.6 < worlds * (1 - found.low) < 3.8 * (1 + 1.5 / worlds) * 1.2
