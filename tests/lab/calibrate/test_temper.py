"""Tempering beside closed forms: means, spreads and evidence, a switch that is planted, and what must never be drawn."""

from math import erf, exp, pi, sqrt

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.temper import KEPT, Tempering, memories, next_temperature, temper
from dualtrack.lab.statistics.effective_count import worth
from tests.lab.calibrate.landscapes import Broken, Linear, Switched
from tests.refusals import refused

MANY = Tempering(particles=20_000, warm=3, least=10, most=10)
"""The standard error of a mean is then .007 of a number that is not told of, and .02 is almost three of them."""
SMALL = Tempering(particles=400, warm=4, least=8, most=8)


def stream(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_a_linear_landscape_has_its_closed_form() -> None:
    landscape = Linear(0)
    cloud = temper(landscape, MANY, stream(1))
    assert np.abs(cloud.state.mean(axis=1) - landscape.mean).max() < 0.02
    assert np.abs(np.cov(cloud.state) - landscape.spread).max() < 0.03
    assert abs(cloud.log_evidence - landscape.log_evidence) < 0.1
    assert cloud.rungs[-1].temperature == 1.0
    temperatures = [each.temperature for each in cloud.rungs]
    assert temperatures == sorted(temperatures)
    assert len(temperatures) > 3


def test_a_seed_gives_the_same_cloud_and_another_seed_another() -> None:
    one, same, other = (temper(Linear(2), SMALL, stream(seed)) for seed in (5, 5, 6))
    assert np.array_equal(one.state, same.state)
    assert one.log_evidence == same.log_evidence
    assert not np.array_equal(one.state, other.state)


@pytest.mark.parametrize("seen", [0.0, 0.5, 1.5])
def test_the_odds_of_a_switch_are_those_of_the_two_models(seen: float) -> None:
    noise = 0.3
    cloud = temper(Switched(seen, noise), MANY, stream(3))

    def density(away: float, spread: float) -> float:
        return exp(-0.5 * (away / spread) ** 2) / (spread * sqrt(2 * pi))

    on, off = 0.8 * density(seen - 1, sqrt(1 + noise**2)), 0.2 * density(seen, noise)
    assert (cloud.state[0] > Switched.THRESHOLD).mean() == pytest.approx(on / (on + off), abs=0.015)
    assert cloud.log_evidence == pytest.approx(np.log(on + off), abs=0.05)
    assert 0.5 * (1 + erf(Switched.THRESHOLD / sqrt(2))) == pytest.approx(0.2)


def test_what_is_impossible_or_no_number_is_never_drawn_and_counts_in_the_evidence() -> None:
    landscape = Broken(1)
    cloud = temper(landscape, SMALL, stream(4))
    assert np.isfinite(cloud.likely).all()
    assert cloud.state[0].max() <= 1
    assert cloud.state[1].min() >= -1
    state = stream(0).standard_normal((6, 400_000))
    likely = landscape.log_likelihood(state)
    assert cloud.log_evidence == pytest.approx(np.log(np.nan_to_num(np.exp(likely)).mean()), abs=0.3)


def test_where_nothing_is_possible_it_says_so() -> None:
    class Nowhere(Linear):
        def log_likelihood(self, state):
            return np.full(state.shape[1], np.nan)

    refused(RunError, lambda: temper(Nowhere(0), SMALL, stream(0)))


def test_as_many_directions_are_walked_as_the_record_tells_of() -> None:
    found = temper(Linear(0, dimension=40, rows=20, noise=0.2), SMALL, stream(0)).rungs
    assert found[-1].directions == 20
    assert found[0].directions < 20


def test_a_record_out_of_reach_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dualtrack.lab.calibrate.temper.STEEP", 2)
    error = refused(RunError, lambda: temper(Linear(0), SMALL, stream(0)))
    assert "after 2 temperatures" in error.what


def test_a_temperature_keeps_its_share_of_the_cloud() -> None:
    likely = stream(1).standard_normal(5000) * 30
    after = next_temperature(likely, 0.1)
    weights = np.exp((after - 0.1) * (likely - likely.max()))
    assert worth(weights) / 5000 == pytest.approx(KEPT, abs=1e-6)
    assert next_temperature(likely / 1000, 0.1) == 1.0


def test_memory_is_the_correlation_with_the_start() -> None:
    start, fresh = stream(1).standard_normal((2, 4, 20_000))
    directions = np.eye(4)[:, :1]
    assert memories(start, start, directions) == pytest.approx((1.0, 1.0))
    both = np.where(np.arange(4)[:, None] < 2, start, fresh)
    whole, lead = memories(start, both, directions)
    assert whole == pytest.approx(0.5, abs=0.02)
    assert lead == pytest.approx(1.0)
    assert memories(start, np.zeros_like(start), directions)[0] == 1.0


def test_it_tells_how_many_points_were_tried() -> None:
    said: list[int] = []
    cloud = temper(Linear(0), SMALL, stream(0), said.append)
    assert said == sorted(said)
    assert said[-1] == cloud.tried > 400 * 8


@pytest.mark.parametrize("wrong", [{"particles": 99}, {"warm": 0}, {"least": 0}, {"least": 9, "most": 8}])
def test_settings_that_move_nothing_are_refused(wrong: dict[str, int]) -> None:
    refused(RunError, lambda: Tempering(**wrong))


def test_ranks_of_the_truth_are_even_over_made_data() -> None:
    """Simulation-based calibration (Talts and others, 2018): a slice of what `verify/` does with more."""
    settings, ranks = Tempering(particles=200, warm=3, least=6, most=6), []
    for seed in range(40):
        landscape = Linear(seed, dimension=3, rows=2)
        cloud = temper(landscape, settings, stream(1000 + seed))
        ranks.append((cloud.state < landscape.truth[:, None]).mean(axis=1))
    counts = np.histogram(np.array(ranks).ravel(), bins=5, range=(0, 1))[0]
    expected = len(ranks) * 3 / 5
    assert ((counts - expected) ** 2 / expected).sum() < 18.5, "chi-square of 4 degrees: one in a thousand lies beyond"
