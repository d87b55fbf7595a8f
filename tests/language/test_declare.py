"""Decorators and values carry facts and change nothing: an equation is still a function, a curve still a table."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadNumber
from dualtrack.language.declaration import Curve, Definition, Facts
from dualtrack.language.declare import curve, existence, flow, switch
from dualtrack.language.distribution import PointMass, Triangular, Uniform, mass_at_zero, quantile
from tests.refusals import refused
from tests.strategies import model_of, odd_fractions

tables = st.lists(st.tuples(st.integers(-20, 20), odd_fractions(-5.0, 5.0)), min_size=2, max_size=6, unique_by=lambda p: p[0])


def table(*points: tuple[float, float]) -> Curve:
    return curve(points, "1", of="1", source=Definition("a test"), label=("Curve", "曲线"), doc="A curve.")


def test_a_decorated_equation_is_still_the_function() -> None:
    @flow("person/year", label=("Arrivals", "到来"))
    def arrivals(rate, people):
        """People who come each year."""
        return rate * people

    facts: Facts = arrivals.facts  # type: ignore[attr-defined]
    assert arrivals(0.5, 4.0) == 2.0
    assert (facts.role, facts.unit) == ("flow", "person/year")


@given(tables, st.floats(-30.0, 30.0))
def test_a_curve_is_linear_between_points_and_flat_beyond(points: list[tuple[float, float]], at: float) -> None:
    points = sorted(points)
    found = table(*points)(at)
    left = max((p for p in points if p[0] <= at), default=points[0])
    right = min((p for p in points if p[0] > at), default=points[-1])
    share = (at - left[0]) / (right[0] - left[0]) if left[0] <= at < right[0] else 0.0
    assert found == pytest.approx(left[1] + share * (right[1] - left[1]), abs=1e-9)


@given(tables)
def test_a_curve_passes_exactly_through_its_points(points: list[tuple[float, float]]) -> None:
    assert [table(*sorted(points))(x) for x, _ in sorted(points)] == [y for _, y in sorted(points)]


def test_a_curve_does_not_hide_what_is_not_a_number() -> None:
    assert math.isnan(table((0.0, 0.0), (1.0, 1.0))(math.nan))


@pytest.mark.parametrize(
    "points",
    [
        (),
        ((0.0, 0.0),),
        ((0.0, 0.0), (0.0, 1.0)),
        ((1.0, 0.0), (0.0, 1.0)),
        ((0.0, 0.0), (math.nan, 1.0)),
        ((0.0, 0.0), (1.0, math.nan)),
        ((0.0, 0.0), (math.inf, 1.0)),
    ],
)
def test_a_curve_needs_rising_finite_points(points: tuple[tuple[float, float], ...]) -> None:
    refused(BadNumber, lambda: table(*points))


def test_numbers_that_differ_between_worlds_have_a_prior() -> None:
    model = model_of(
        """
plain = uncertainty(0.3, "1", low=0.0, high=1.0, **NUMBER)
chosen = uncertainty(0.3, "1", low=0.0, high=1.0, prior=Uniform(0.1, 0.9), **NUMBER)
mechanism = switch(**NUMBER)
fixed = constant(12.0, "month/year", **NUMBER)
dial = lever(0.3, "1", low=0.0, high=1.0, **NUMBER)
@auxiliary("1", **NAMED)
def found(mechanism, plain):
    "A quantity."
    return mechanism * plain
"""
    )
    assert model["plain"].prior == Triangular(0.0, 0.3, 1.0)
    assert model["chosen"].prior == Uniform(0.1, 0.9)
    assert model["mechanism"].prior == PointMass(0.0, 0.2, Uniform(0.0, 1.0))
    assert model["fixed"].prior is None
    assert model["dial"].prior is None
    assert (model["fixed"].low, model["fixed"].high) == (12.0, 12.0)


def test_the_nominal_switch_is_the_mean_of_its_prior() -> None:
    mechanism = model_of(
        'mechanism = switch(**NUMBER)\na = uncertainty(0.3, "1", low=0.0, high=1.0, **NUMBER)\n'
        '@auxiliary("1", **NAMED)\ndef found(mechanism, a):\n    "A quantity."\n    return mechanism * a\n'
    )["mechanism"]
    assert isinstance(mechanism.prior, PointMass)
    rest = mechanism.prior.rest
    assert isinstance(rest, Uniform)
    mean = mechanism.prior.mass * mechanism.prior.at + (1 - mechanism.prior.mass) * (rest.low + rest.high) / 2
    assert mechanism.value == pytest.approx(mean)


def test_what_exists_or_not_is_whole_where_it_exists_and_as_likely_as_any_switch_to_exist() -> None:
    words: dict[str, Any] = {"label": ("Toy", "玩具"), "source": Definition("a test"), "doc": "A mechanism."}
    there, strength = existence(**words), switch(**words)
    assert (there.role, there.unit, there.low, there.high) == (strength.role, strength.unit, strength.low, strength.high)
    assert there.prior is not None
    assert strength.prior is not None
    assert mass_at_zero(there.prior) == mass_at_zero(strength.prior) == 0.2
    for share in (0.0, 0.1, 0.19999, 0.2, 0.5, 1.0):
        assert quantile(there.prior, share) == float(share >= 0.2)
    assert there.value == 1.0
