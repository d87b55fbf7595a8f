"""A density is what its quantile function says: between two ranks it holds the difference, whatever the kind of prior."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.worlds.density import density
from dualtrack.lab.worlds.draw import quantiles
from dualtrack.language.distribution import (
    Category,
    LogUniform,
    PointMass,
    Prior,
    Triangular,
    Uniform,
    likelihood,
    mass_at_zero,
)

SPREAD: list[Prior] = [
    Uniform(-1.0, 3.0),
    LogUniform(0.1, 10.0),
    Triangular(0.0, 0.3, 1.0),
    Triangular(0.0, 0.0, 1.0),
    Triangular(0.0, 1.0, 1.0),
]


@pytest.mark.parametrize("prior", SPREAD, ids=str)
def test_it_integrates_to_the_difference_of_ranks(prior: Prior) -> None:
    low, high = quantiles(prior, np.array([0.1, 0.7]))
    at = np.linspace(low, high, 200_001)
    assert np.trapezoid(density(prior, at), at) == pytest.approx(0.6, abs=1e-6)


@pytest.mark.parametrize("prior", SPREAD, ids=str)
def test_nothing_lies_outside_the_bounds(prior: Prior) -> None:
    assert not density(prior, np.array([-1e3, 1e3])).any()


def test_a_mass_counts_as_what_it_is() -> None:
    assert density(PointMass(0.0, 0.2, Uniform(0.0, 2.0)), np.array([0.0, 1.0, 3.0])).tolist() == [0.2, 0.4, 0.0]
    assert density(Category((1.0, 2.0), (0.3, 0.7)), np.array([1.0, 2.0, 1.5])).tolist() == [0.3, 0.7, 0.0]


@pytest.mark.parametrize("prior", [Uniform(2.0, 2.0), LogUniform(2.0, 2.0), Triangular(2.0, 2.0, 2.0)], ids=str)
def test_what_has_no_width_is_a_mass(prior: Prior) -> None:
    assert density(prior, np.array([2.0, 3.0])).tolist() == [1.0, 0.0]


PRIORS: list[Prior] = [
    *SPREAD,
    Uniform(2.0, 2.0),
    LogUniform(2.0, 2.0),
    Triangular(2.0, 2.0, 2.0),
    PointMass(0.0, 0.2, Uniform(0.0, 2.0)),
    PointMass(-1.0, 0.3, Triangular(0.0, 2.0, 2.0)),
    Category((0.0, 1.0), (0.2, 0.8)),
]


@given(st.sampled_from(PRIORS), st.floats(-3.0, 12.0) | st.sampled_from([-1.0, 0.0, 0.1, 0.3, 1.0, 2.0, 3.0, 10.0]))
def test_the_laboratory_and_the_language_say_the_same(prior: Prior, at: float) -> None:
    with np.errstate(all="ignore"):
        assert density(prior, np.array([at]))[0] == pytest.approx(likelihood(prior, at), rel=1e-12)


def test_the_mass_at_zero_is_what_is_exactly_zero() -> None:
    assert [mass_at_zero(prior) for prior in PRIORS] == [*[0.0] * 8, 0.2, 0.0, 0.2]
