"""A mean with its error, and what follows of means of the same worlds."""

import numpy as np
import pytest

from dualtrack.lab.disputes.reckoned import Reckoned

WORLDS, TRIES = 400, 400


def test_intervals_of_means_differences_and_shares_hold_the_truth_as_often_as_they_say() -> None:
    stream = np.random.default_rng(7)
    inside = np.zeros((TRIES, 3), dtype=bool)
    for row in inside:
        weights = (stream.random(WORLDS) < 0.4) * stream.exponential(size=WORLDS)
        one = stream.normal(1.0, 1.0, WORLDS)
        other = one + stream.normal(0.5, 0.3, WORLDS)
        first, second = (Reckoned.mean(each, weights) for each in (one, other))
        for place, (found, truth) in enumerate(((first, 1.0), (second.minus(first), 0.5), (second.over(first), 1.5))):
            row[place] = found.measured.low <= truth <= found.measured.high
    assert inside.mean(axis=0) == pytest.approx([0.95] * 3, abs=0.035)


def test_worlds_that_do_not_count_may_have_no_number() -> None:
    found = Reckoned.mean(np.array([1.0, np.nan, 3.0]), np.array([1.0, 0.0, 1.0]))
    assert found.value == 2.0
    assert found.pull.sum() == pytest.approx(0.0)
