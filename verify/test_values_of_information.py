"""Values of information in many worlds: closed forms of normal sums within 2 %, and a planted number first in 40 of 40 toys."""

import numpy as np
import pytest

from dualtrack.lab.information.number_worth import worth_of_numbers
from dualtrack.lab.statistics.even_noise import even_noise
from dualtrack.lab.statistics.information_value import Cut, folds_of, gain_of, gains, knowing_all
from tests.lab.information.planted import planted
from tests.lab.known_values import known_worth

WORLDS, DRAWS = 400_000, 4
TOYS, FEW = 40, 1500


def mean_worth(correlation: float, bound: float, error: float = 0.0) -> float:
    """Over some draws, what a study of the number with a standard error is worth; 0 is exact."""
    found = []
    for seed in range(DRAWS):
        number, rest = np.random.default_rng(seed).standard_normal((2, WORLDS))
        true = correlation * number + np.sqrt(1 - correlation**2) * rest > bound
        cut = Cut.of(number + error * even_noise(WORLDS, seed) if error else number)
        gained = gains(true, cut.shares(true, folds_of(WORLDS, seed)))
        found.append(gain_of(gained, knowing_all(true)).value)
    return float(np.mean(found))


@pytest.mark.parametrize(("correlation", "bound"), [(0.95, 0.0), (0.8, 0.5), (0.7, 0.0), (0.6, 0.2), (0.5, 0.0), (0.3, 0.0)])
def test_the_worth_of_a_number_is_its_closed_form(correlation: float, bound: float) -> None:
    assert mean_worth(correlation, bound) == pytest.approx(known_worth(correlation, bound)[0], rel=0.02)


@pytest.mark.parametrize("error", [0.3, 1.0, 2.0])
def test_the_worth_of_a_study_is_its_closed_form(error: float) -> None:
    correlation = 0.8 / np.sqrt(1 + error**2)
    assert mean_worth(0.8, 0.1, error) == pytest.approx(known_worth(correlation, 0.1)[0], rel=0.02)


def test_a_planted_number_comes_first_in_every_toy() -> None:
    first = []
    for seed in range(TOYS):
        values, stakes, name = planted(seed, FEW)
        first.append(worth_of_numbers(stakes, values, 7)[0].name == name)
    assert sum(first) == TOYS
