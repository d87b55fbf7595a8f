"""Integration schemes satisfy the order conditions that make them what they are called."""

import pytest

from dualtrack.errors import RunError
from dualtrack.targets.numeric.scheme import RK4, SCHEMES, Scheme, scheme_named
from tests.refusals import refused

every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)


@every_scheme
def test_a_scheme_is_consistent_and_explicit(scheme: Scheme) -> None:
    assert sum(scheme.b) == pytest.approx(1)
    assert [len(row) for row in scheme.a] == list(range(len(scheme.b)))
    assert [sum(row) for row in scheme.a] == pytest.approx(list(scheme.c))


def test_runge_kutta_is_of_fourth_order() -> None:
    for power in (1, 2, 3):
        assert sum(b * c**power for b, c in zip(RK4.b, RK4.c, strict=True)) == pytest.approx(1 / (power + 1))
    nested = [sum(w * c for w, c in zip(row, RK4.c, strict=False)) for row in RK4.a]
    squares = [sum(w * c**2 for w, c in zip(row, RK4.c, strict=False)) for row in RK4.a]
    twice = [sum(w * n for w, n in zip(row, nested, strict=False)) for row in RK4.a]
    assert sum(b * n for b, n in zip(RK4.b, nested, strict=True)) == pytest.approx(1 / 6)
    assert sum(b * c * n for b, c, n in zip(RK4.b, RK4.c, nested, strict=True)) == pytest.approx(1 / 8)
    assert sum(b * s for b, s in zip(RK4.b, squares, strict=True)) == pytest.approx(1 / 12)
    assert sum(b * t for b, t in zip(RK4.b, twice, strict=True)) == pytest.approx(1 / 24)


@every_scheme
def test_a_scheme_is_found_by_its_name(scheme: Scheme) -> None:
    assert scheme_named(scheme.name) is scheme


def test_an_unknown_scheme_is_refused_with_the_nearest() -> None:
    assert refused(RunError, lambda: scheme_named("eulr")).near == "euler"
