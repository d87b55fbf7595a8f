"""Scores of forecasts against closed forms, and honest: nobody betters a score by saying what is not believed."""

import math
from statistics import NormalDist

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.forecasts.foretold_shape import LEVELS
from dualtrack.lab.statistics.forecast_scores import (
    brier,
    crps_of_normal,
    crps_of_quantiles,
    crps_of_sample,
    quantiles_between,
    share_above,
    skill,
)

NINE = np.array(LEVELS)


def test_a_standard_normal_forecast_that_is_met_scores_as_gneiting_and_raftery_say() -> None:
    assert crps_of_normal(0.0, 1.0, 0.0) == pytest.approx((math.sqrt(2) - 1) / math.sqrt(math.pi))
    assert crps_of_normal(5.0, 2.0, 9.0) == pytest.approx(2 * crps_of_normal(0.0, 1.0, 2.0))
    with pytest.raises(RunError, match="spread of 0"):
        crps_of_normal(0.0, 0.0, 0.0)


def test_a_sample_scores_as_its_distances_say() -> None:
    sample, outcome = np.array([0.0, 1.0, 4.0]), 2.0
    pairs = np.abs(sample[:, None] - sample[None]).mean()
    assert crps_of_sample(sample, outcome) == pytest.approx(np.abs(sample - outcome).mean() - pairs / 2)
    assert crps_of_sample(np.array([3.0]), 5.0) == 2.0
    with pytest.raises(RunError, match="no number"):
        crps_of_sample(np.array([]), 0.0)


@pytest.mark.parametrize("outcome", [-3.0, -0.4, 0.0, 1.7, 4.0])
def test_nine_quantiles_of_a_normal_forecast_score_as_the_forecast(outcome: float) -> None:
    law = NormalDist(0.5, 1.3)
    quantiles = np.array([law.inv_cdf(level) for level in LEVELS])
    assert crps_of_quantiles(NINE, quantiles, outcome) == pytest.approx(crps_of_normal(0.5, 1.3, outcome), abs=2e-3)
    assert share_above(NINE, quantiles, outcome) == pytest.approx(1 - law.cdf(outcome), abs=1e-3)
    assert quantiles_between(NINE, quantiles, np.array([0.001, 0.6])) == pytest.approx([law.inv_cdf(0.001), law.inv_cdf(0.6)])


def test_saying_what_one_believes_scores_best_in_the_mean() -> None:
    outcomes = np.random.default_rng(7).normal(0.0, 1.0, 4000)
    said = {spread: np.mean([crps_of_normal(0.0, spread, each) for each in outcomes]) for spread in (0.6, 1.0, 1.6)}
    assert min(said, key=said.__getitem__) == 1.0


def test_brier_is_nothing_for_a_sure_thing_and_a_quarter_for_a_coin() -> None:
    assert (brier(1.0, True), brier(1.0, False), brier(0.5, True)) == (0.0, 1.0, 0.25)


def test_skill_is_the_part_by_which_a_score_is_lower_and_draws_groups_whole() -> None:
    own, other = np.array([1.0, 1.0, 2.0, 2.0]), np.array([2.0, 2.0, 4.0, 4.0])
    value, low, high = skill(own, other, np.array(["a", "a", "b", "c"]), 7)
    assert (value, low, high) == pytest.approx((0.5, 0.5, 0.5))
    mixed = skill(np.array([1.0, 2.0, 3.0]), np.array([2.0, 2.0, 2.0]), np.array(["a", "b", "c"]), 7)
    assert mixed[0] == pytest.approx(0.0)
    assert mixed[1] < -0.2 < 0.2 < mixed[2]
    assert np.isnan(skill(own, other, np.array(["a", "a", "b", "b"]), 7)[1])
    with pytest.raises(RunError, match="no outcome"):
        skill(np.array([]), np.array([]), np.array([]), 7)
