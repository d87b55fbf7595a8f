"""Priors: quantiles rise from the lower bound to the upper and undo the distribution function."""

import math

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, bounds, fault, quantile

shares = st.floats(0.0, 1.0)
pairs = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)).map(lambda pair: (min(pair), max(pair)))
positive_pairs = st.tuples(st.floats(1e-6, 1e6), st.floats(1e-6, 1e6)).map(lambda pair: (min(pair), max(pair)))
uniforms = pairs.map(lambda pair: Uniform(*pair))
log_uniforms = positive_pairs.map(lambda pair: LogUniform(*pair))
triangulars = st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(lambda three: Triangular(*sorted(three)))
plain = st.one_of(uniforms, log_uniforms, triangulars)
masses = st.builds(lambda rest, mass: PointMass(bounds(rest)[0], mass, rest), plain, shares)
categories = st.lists(
    st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=6, unique_by=lambda pair: pair[0]
).map(
    lambda pairs: Category(
        tuple(float(value) for value, _ in sorted(pairs)), tuple(part / sum(p for _, p in pairs) for _, part in sorted(pairs))
    )
)
priors = st.one_of(plain, masses, categories)


def share_below(prior: Uniform | LogUniform | Triangular, x: float) -> float:
    """The distribution function, written down from the densities and not from the quantiles."""
    if isinstance(prior, Uniform):
        return (x - prior.low) / (prior.high - prior.low)
    if isinstance(prior, LogUniform):
        return (math.log(x) - math.log(prior.low)) / (math.log(prior.high) - math.log(prior.low))
    low, mode, high = prior.low, prior.mode, prior.high
    if x <= mode:
        return (x - low) ** 2 / ((high - low) * (mode - low)) if mode > low else 0.0
    return 1 - (high - x) ** 2 / ((high - low) * (high - mode))


@given(priors, shares, shares)
def test_quantiles_rise(prior: Prior, a: float, b: float) -> None:
    first, second = sorted([quantile(prior, min(a, b)), quantile(prior, max(a, b))])
    assert (first, second) == (quantile(prior, min(a, b)), quantile(prior, max(a, b)))


@given(priors, shares)
def test_quantiles_stay_within_the_bounds(prior: Prior, share: float) -> None:
    low, high = bounds(prior)
    assert low <= quantile(prior, share) <= high


@pytest.mark.parametrize("prior", [LogUniform(0.5, 5.0), Uniform(-2.6, 1.3)])
def test_rounding_pushes_no_draw_out_of_its_range(prior: Prior) -> None:
    assert quantile(prior, 1.0) == bounds(prior)[1]


@given(plain)
@example(Triangular(-524288.0, 1e-05, 1e-05))
def test_the_ends_are_the_bounds(prior: Prior) -> None:
    low, high = bounds(prior)
    assert quantile(prior, 0.0) == pytest.approx(low)
    assert quantile(prior, 1.0) == pytest.approx(high)


@given(plain, shares)
def test_the_quantile_undoes_the_distribution_function(prior: Uniform | LogUniform | Triangular, share: float) -> None:
    low, high = bounds(prior)
    # A range narrower than this is lost in the rounding of its ends.
    assume(high - low > 1e-3 * max(abs(low), abs(high), 1e-3))
    assert share_below(prior, quantile(prior, share)) == pytest.approx(share, abs=1e-9)


@given(uniforms, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_point_mass_takes_its_share_and_leaves_the_rest(rest: Uniform, mass: float, share: float) -> None:
    prior = PointMass(rest.low, mass, rest)
    if share < mass:
        assert quantile(prior, share) == rest.low
    else:
        assert quantile(prior, share) == pytest.approx(quantile(rest, (share - mass) / (1 - mass)))


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_full_point_mass_is_one_point(share: float) -> None:
    assert quantile(PointMass(0.0, 1.0, Uniform(0.0, 1.0)), share) == 0.0


@given(priors)
def test_proper_priors_have_no_fault(prior: Prior) -> None:
    assert fault(prior) == ""


@pytest.mark.parametrize(
    "prior",
    [
        Uniform(1.0, 0.0),
        Uniform(0.0, math.inf),
        Uniform(math.nan, 1.0),
        LogUniform(0.0, 1.0),
        LogUniform(-1.0, 1.0),
        LogUniform(2.0, 1.0),
        Triangular(0.0, 2.0, 1.0),
        Triangular(0.0, math.nan, 1.0),
        PointMass(0.0, 1.5, Uniform(0.0, 1.0)),
        PointMass(0.0, math.nan, Uniform(0.0, 1.0)),
        PointMass(0.5, 0.2, Uniform(0.0, 1.0)),
        PointMass(0.0, 0.2, Uniform(1.0, 0.0)),
    ],
)
def test_what_is_no_distribution_has_a_fault(prior: Prior) -> None:
    assert fault(prior)


@given(categories)
def test_a_category_holds_each_value_for_its_weight(prior: Category) -> None:
    assert fault(prior) == ""
    below = 0.0
    for value, weight in zip(prior.values, prior.weights, strict=True):
        assert quantile(prior, below + weight / 2) == value
        below += weight
    assert (quantile(prior, 0.0), quantile(prior, 1.0)) == (prior.values[0], prior.values[-1]) == bounds(prior)


@pytest.mark.parametrize(
    ("values", "weights", "wrong"),
    [
        ((), (), "weight for each"),
        ((1.0, 2.0), (1.0,), "weight for each"),
        ((2.0, 1.0), (0.5, 0.5), "rise"),
        ((1.0, 1.0), (0.5, 0.5), "rise"),
        ((1.0, math.nan), (0.5, 0.5), "finite"),
        ((1.0, 2.0), (0.5, 0.4), "sum to 1"),
        ((1.0, 2.0), (1.5, -0.5), "0 or more"),
        ((1.0, 2.0), (math.nan, 0.5), "0 or more"),
    ],
)
def test_a_category_that_is_no_distribution_is_refused(values: tuple[float, ...], weights: tuple[float, ...], wrong: str) -> None:
    assert wrong in fault(Category(values, weights))
