"""What one would say who knows nothing but the series."""

import numpy as np
import pytest

from dualtrack.lab.calibrate.figure_errors import Scale
from dualtrack.lab.forecasts.baselines import BASELINES, CommonPace, SeriesPast, baseline, common_pace

GROWING = SeriesPast("log", np.array([2020.5, 2021.5, 2022.5, 2023.5]), np.array([1.0, 2.0, 4.0, 8.0]), 0.05)
SHARE = SeriesPast("log odds", np.array([2021.5, 2022.5, 2023.5]), np.array([0.1, 0.2, 0.3]), 0.05)
CALM = CommonPace(0.2, 0.0)


def said(past: SeriesPast, year: float, pace: CommonPace = CALM) -> dict[str, float]:
    return {name: baseline(name, past, pace, year, 1e-6).median for name in BASELINES}


def test_no_change_says_the_last_figure_and_a_trend_goes_on() -> None:
    found = said(GROWING, 2024.5)
    assert found["no_change"] == pytest.approx(8.0, rel=1e-5)
    assert found["no_change"] < found["logistic"] < found["trend"] < 16.0
    assert said(GROWING, 2033.5)["logistic"] < 32.0


def test_a_share_goes_on_in_points_or_in_odds_and_stays_a_share() -> None:
    assert said(SHARE, 2024.5)["trend"] == pytest.approx(0.35, abs=0.01)
    assert all(0 < value < 1 for value in said(SHARE, 2040.5).values())


@pytest.mark.parametrize("name", BASELINES)
def test_what_lies_farther_off_is_less_sure(name: str) -> None:
    for past in (GROWING, SHARE):
        near, far = (baseline(name, past, CommonPace(0.2, 0.1, 0.02), year, 1e-6) for year in (2024.0, 2024.6))
        if name != "logistic" or past is SHARE:
            assert near.spread < far.spread


def test_a_single_figure_has_the_common_step_and_drift() -> None:
    alone = SeriesPast("log", np.array([2024.5]), np.array([5.0]), 0.1)
    trend = baseline("trend", alone, CommonPace(0.3, 0.2), 2025.5, 1e-6)
    assert trend.median == pytest.approx(5.0 * np.exp(0.2), rel=1e-5)
    assert trend.spread == pytest.approx(np.sqrt(0.3**2 + 0.3**2 / 2 + 2 * 0.1**2), rel=1e-5)


@pytest.mark.parametrize("scale", ["log", "log odds"])
def test_the_common_pace_is_the_middle_series(scale: Scale) -> None:
    found = common_pace([GROWING, SHARE], scale)
    assert found.step > 0
    assert common_pace([], scale).drift == 0.0
