"""Many worlds at once: closed forms per world, failed worlds marked where the oracle refuses, no input believed unread."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dualtrack.errors import LabError, NotANumber, RegimeError, UnknownName
from dualtrack.language.model import freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.bent import CLOCK, HELD, MODEL
from tests.falling import FORMULAS, falling
from tests.refusals import refused
from tests.strategies import model_of

MANY = Many.of(MODEL)


def test_each_world_grows_at_its_own_rate() -> None:
    rates, starts = np.array([-1.0, 0.0, 0.5, 1.0]), np.array([1.0, 2.0, 0.5, 1.0])
    paths = MANY.run(HELD, CLOCK, {"rate": rates, "start": starts}, ["size", "bent", "rate", "dial"], scheme=RK4)
    expected = starts[:, None] * np.exp(rates[:, None] * paths.years)
    np.testing.assert_allclose(paths.values["size"], expected, rtol=1e-6)
    np.testing.assert_allclose(paths.values["bent"], np.interp(paths.values["size"], [0.0, 1.0, 2.0], [1.0, 0.0, 5.0]))
    np.testing.assert_array_equal(paths.values["rate"], np.repeat(rates[:, None], len(paths.years), axis=1))
    np.testing.assert_array_equal(paths.values["dial"], 1.0)
    assert not paths.failed.any()


def test_without_worlds_the_declared_numbers_make_one() -> None:
    paths = MANY.run(HELD, CLOCK, {}, ["size"])
    np.testing.assert_allclose(paths.values["size"], [Oracle.of(MODEL).run(HELD, CLOCK)["size"]], rtol=1e-14)


def test_a_regime_moves_every_world() -> None:
    stopped = Regime("stopped", {"dial": Path(((0.0, 1.0), (1.0, 0.0)))})
    paths = MANY.run(stopped, CLOCK, {"rate": np.array([0.5, 1.0])}, ["size"])
    np.testing.assert_array_equal(paths.values["size"][:, 2], paths.values["size"][:, -1])


@pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("formula", FORMULAS)
def test_a_world_fails_where_the_oracle_refuses_it(formula: str, scheme: Scheme) -> None:
    model = falling(formula, felt=False)
    starts, oracle, clock = [4.0, 2.0, 1.5, 1.0, 0.0, -1.0], Oracle.of(model), Clock(0.0, 2.0, 0.25, 1.0)
    paths = Many.of(model).run(HELD, clock, {"start": np.array(starts)}, ["size"], scheme=scheme)
    for start, failed, step in zip(starts, paths.failed, paths.failed_step, strict=True):
        if failed:
            error = refused(NotANumber, lambda start=start: oracle.run(HELD, clock, {"start": start}, scheme=scheme))  # type: ignore[misc]
            assert isinstance(error, NotANumber)
            assert clock.years[step] <= error.year <= clock.years[step] + clock.step
        else:
            oracle.run(HELD, clock, {"start": start}, scheme=scheme)
            assert step == -1


def test_a_failed_world_leaves_the_others_alone() -> None:
    rates = np.array([0.5, 1.0])
    paths = MANY.run(HELD, CLOCK, {"rate": rates, "start": np.array([-1.0, 1.0])}, ["size"])
    alone = MANY.run(HELD, CLOCK, {"rate": rates[1:], "start": np.array([1.0])}, ["size"])
    assert paths.failed.tolist() == [True, False]
    np.testing.assert_array_equal(paths.values["size"][1:], alone.values["size"])


def test_numbers_equal_in_all_worlds_do_not_stop_the_run() -> None:
    model = model_of(
        """
zero = constant(0.0, "1", **NUMBER)
@auxiliary("1", **NAMED)
def found(zero):
    "Divides by zero in every world."
    return 1 / zero
"""
    )
    assert Many.of(model).run(HELD, CLOCK, {}, ["found"]).failed.tolist() == [True]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (UnknownName, lambda: MANY.run(HELD, CLOCK, {}, ["siez"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"raet": np.ones(2)}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"dial": np.ones(2)}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"rate": np.array([0.0, 3.0])}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"rate": np.array([0.0, math.nan])}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"rate": np.ones(2), "start": np.ones(3)}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {"rate": np.ones(0)}, ["size"])),
        (RegimeError, lambda: MANY.run(HELD, CLOCK, {}, ["size"], series={"size": np.ones((1, 33))})),
        (RegimeError, lambda: MANY.run(Regime("odd", {"dail": Path(((0.0, 1.0),))}), CLOCK, {}, ["size"])),
        (RegimeError, lambda: Many.of(freeze(MODEL, ["size"])).run(HELD, CLOCK, {}, ["bent"])),
        (RegimeError, lambda: Many.of(freeze(MODEL, ["size"])).run(HELD, CLOCK, {}, ["bent"], series={"size": np.ones((2, 9))})),
    ],
)
def test_no_input_is_believed_unread(kind: type[LabError], act: Callable[[], Any]) -> None:
    refused(kind, act)


def test_a_frozen_path_that_is_not_a_number_fails_its_world_only() -> None:
    series = np.ones((2, CLOCK.steps + 1))
    series[0, 7] = math.nan
    paths = Many.of(freeze(MODEL, ["size"])).run(HELD, CLOCK, {}, ["bent"], series={"size": series})
    assert paths.failed.tolist() == [True, False]
