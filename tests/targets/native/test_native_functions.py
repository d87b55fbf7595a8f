"""exp, log, tanh and power of the native target against Python's own, special values included."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dualtrack.language.expressions.ops import FUNCTIONS
from dualtrack.targets.native import elementary
from dualtrack.targets.native.builder import Builder
from dualtrack.targets.numeric.arrays import Array
from tests.lanes import machines, vectorised

SPECIAL = [0.0, 5e-324, 1e-310, 2.3e-308, 1e-300, 1e-17, 0.5, 0.7, 1.0 - 2**-53, 1.0, 1.5, 2.0, 3.0, 22.5, 708.0, 709.7]
SPECIAL += [709.79, 745.0, 746.0, 1e3, 2.0**53 + 2, 1e16, 1e300, 1.7e308, math.inf]
SIGNED = [*SPECIAL, *(-x for x in SPECIAL if x), math.nan]
LEAST = 5e-324

each_machine = pytest.mark.parametrize("machine", machines().values(), ids=list(machines()))


def power(b: Builder, x: str, y: str) -> str:
    return elementary.power(b, x, y, elementary.parity(b, y), finite=False)


def hold(got: Array, expected: Array, units: float) -> None:
    """Equal in kind (NaN, infinite, zero, sign), and as close as so many units in the last place."""
    np.testing.assert_array_equal(np.isnan(got), np.isnan(expected))
    infinite = np.isinf(expected)
    np.testing.assert_array_equal(got[infinite], expected[infinite])
    finite = np.isfinite(expected)
    spacing = np.maximum(np.spacing(np.abs(expected[finite])), LEAST)
    assert np.max(np.abs(got[finite] - expected[finite]) / spacing, initial=0.0) <= units


def oracle(name: str, *arguments: Any) -> Array:
    return np.array([FUNCTIONS[name](*map(float, row)) for row in zip(*arguments, strict=True)])


def random(low: float, high: float, count: int = 2_000) -> Array:
    return np.random.default_rng(7).uniform(low, high, count)


@each_machine
@pytest.mark.parametrize("name", ["exp", "log", "tanh"])
def test_a_function_of_one_number_follows_the_oracle_everywhere(name: str, machine: Any) -> None:
    function: Callable[..., str] = getattr(elementary, name)
    drawn = [random(-1, 1), random(-745, 710), 10.0 ** random(-308, 308), random(-1e-9, 1e-9), 1 + random(-1e-6, 1e-6)]
    x = np.concatenate([SIGNED, *drawn])
    hold(vectorised(function, 1, machine)(x), oracle(name, x), units=4)


@each_machine
def test_powers_of_special_numbers_follow_the_oracle(machine: Any) -> None:
    pairs = [(x, y) for x, y in itertools.product(SIGNED, SIGNED) if not (x == -math.inf and y % 1)]
    x, y = np.array(pairs).T
    # 709 / 2**-60 is what the logarithm's last bit can become: thirty units of the result.
    hold(vectorised(power, 2, machine)(x, y), oracle("power", x, y), units=32)


@each_machine
def test_powers_of_ordinary_numbers_are_close(machine: Any) -> None:
    x, y = np.exp(random(-3, 3)), np.random.default_rng(8).uniform(-15, 15, 2_000)
    hold(vectorised(power, 2, machine)(x, y), oracle("power", x, y), units=4)


@each_machine
def test_a_negative_base_takes_whole_exponents_only(machine: Any) -> None:
    x, y = np.repeat(-np.exp(random(-2, 2, 50)), 6), np.tile([-3.0, -2.0, 0.0, 1.0, 2.5, 5.0], 50)
    hold(vectorised(power, 2, machine)(x, y), oracle("power", x, y), units=4)


@pytest.mark.parametrize(
    ("function", "count"),
    [(elementary.exp, 1), (elementary.log, 1), (elementary.tanh, 1), (power, 2)],
    ids=["exp", "log", "tanh", "power"],
)
def test_every_width_gives_the_same_bits(function: Callable[..., str], count: int) -> None:
    x = np.concatenate([SIGNED, random(-745, 710), 10.0 ** random(-308, 308)])
    given = [x, np.resize(random(-3, 3), len(x))][:count]
    first, *others = (vectorised(function, count, machine)(*given) for machine in machines().values())
    for other in others:
        np.testing.assert_array_equal(other, first)


@each_machine
def test_a_corrected_quotient_is_the_quotient(machine: Any) -> None:
    def quotient(b: Builder, over: str, under: str) -> str:
        inverse = b.divide(b.same(1.0), under)
        return elementary.corrected_quotient(b, b.multiply(over, inverse), over, under, inverse)

    over, under = 10.0 ** random(-100, 100, 20_000), np.random.default_rng(9).uniform(0.1, 10, 20_000)
    np.testing.assert_array_equal(vectorised(quotient, 2, machine)(over, under), over / under)
