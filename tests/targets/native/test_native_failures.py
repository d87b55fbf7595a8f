"""Worlds that leave the numbers: machine code marks them at the step where the oracle refuses, whatever is saved."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given

from dualtrack.errors import NotANumber
from dualtrack.language.expressions.expr import Call, Expr, Num, Op, Ref
from dualtrack.language.expressions.ops import FUNCTIONS
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.native.emit import WRITERS
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.python import Oracle, evaluate
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.agreement import agree
from tests.falling import FALLING
from tests.refusals import refused
from tests.strategies import costly, model_of, trees

HELD = Regime("held")
MODEL = model_of(FALLING)
STARTS = np.array([4.0, 2.0, 1.5, 1.0, 0.0, -1.0, 0.7, 1e3])
FACTORS = np.array([1.0, 0.0, -2.0, 0.5, 2.0, -1.0, 1e3, 0.3])


def with_equation(tree: Expr) -> Model:
    """The falling stock, and an equation in place of `found`."""
    return replace(MODEL, quantities={**MODEL.quantities, "found": replace(MODEL["found"], tree=tree)})


def found_alone(model: Model, clock: Clock, start: float, a: float) -> np.ndarray[Any, Any]:
    """The values of `found` until one is no number, and NaN from then on."""
    tree = model["found"].tree
    assert tree is not None
    rows = np.array([evaluate(tree, {"size": start - year, "a": a, "time": year}, model) for year in clock.years])
    rows[np.cumsum(~np.isfinite(rows)) > 0] = math.nan
    return rows


@costly
@given(trees(["size", "a", "time"]))
@example(Call("minimum", (Num(1.0), Op("/", (Num(1.0), Ref("size"))))))
@example(Call("where", (Call("greater", (Ref("size"), Num(0.0))), Call("log", (Ref("size"),)), Num(0.0))))
@example(Call("power", (Call("log", (Ref("size"),)), Num(0.0))))
@example(Call("tanh", (Op("/", (Ref("size"), Op("-", (Ref("a"), Num(1.0))))),)))
@example(Op("/", (Num(1.0), Op("/", (Ref("size"), Ref("a"))))))
@example(Call("maximum", (Call("log", (Ref("size"),)), Call("log", (Ref("a"),)))))
@example(Call("at_least", (Num(0.0), Call("log", (Ref("size"),)))))
def test_a_world_fails_at_the_step_where_the_oracle_refuses_it(tree: Expr) -> None:
    model = with_equation(tree)
    clock = Clock(0.0, 2.0, 0.25, 0.25)
    paths = Native.of(model).run(HELD, clock, {"start": STARTS, "a": FACTORS}, ["found"])
    for i, (start, a) in enumerate(zip(STARTS, FACTORS, strict=True)):
        got = paths.values["found"][i].copy()
        got[paths.failed_step[i] if paths.failed[i] else len(got) :] = math.nan
        agree({"found": got}, lambda start=float(start), a=float(a): {"found": found_alone(model, clock, start, a)})  # type: ignore[misc]
    without = Native.of(model).run(HELD, clock, {"start": STARTS, "a": FACTORS}, ["size"])
    np.testing.assert_array_equal(without.failed_step, paths.failed_step)


@pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
def test_a_stage_within_a_step_may_fail_a_world(scheme: Scheme) -> None:
    model = model_of(
        """
start = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)
rate = constant(1.0, "1/year", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(rate):
    "Falls by one a year."
    return -rate
@stock("1", initial=0, bounds=ANY, **NAMED)
def heeded(size, rate):
    "Follows what is no number where the size is a half."
    return rate / (2 * size - 1)
"""
    )
    clock, starts = Clock(0.0, 1.0, 1.0, 1.0), np.array([1.0, 2.0, 1.5])
    failed = Native.of(model).run(HELD, clock, {"start": starts}, ["size"], scheme=scheme).failed_step
    assert failed.tolist() == ([0, -1, 0] if scheme is RK4 else [-1, -1, 1])
    for start, step in zip(starts, failed, strict=True):
        if step >= 0:
            refused(NotANumber, lambda s=start: Oracle.of(model).run(HELD, clock, {"start": float(s)}, scheme=scheme))  # type: ignore[misc]


def test_a_stock_beyond_the_largest_number_fails_its_world() -> None:
    model = model_of(
        """
rate = uncertainty(1.0, "1/year", low=0.0, high=1e308, **NUMBER)
@stock("1", initial=1, **NAMED)
def size(rate):
    "Grows evenly; no equation reads it."
    return rate
"""
    )
    paths = Native.of(model).run(HELD, Clock(0.0, 4.0, 1.0, 1.0), {"rate": np.array([1e308, 1.0])}, [])
    assert paths.failed_step.tolist() == [2, -1]


def test_a_frozen_path_that_is_not_a_number_fails_its_world_only() -> None:
    clock = Clock(0.0, 2.0, 0.25, 0.5)
    series = np.ones((2, clock.steps + 1))
    series[0, 7] = math.nan
    paths = Native.of(freeze(MODEL, ["size"])).run(HELD, clock, {}, ["found"], series={"size": series})
    assert paths.failed_step.tolist() == [7, -1]


def test_every_function_of_the_language_has_a_writer() -> None:
    calls = {Call(fn, (Ref("size"),) * (1 if fn in ("exp", "log", "tanh") else 2 if fn != "where" else 3)) for fn in FUNCTIONS}
    for tree in calls:
        model = with_equation(tree)
        kinds = {node.kind for node in Graph.of(model, Shape(("found",), ())).nodes}
        assert kinds - {"given", "stock", "driven", "series", "year"} <= set(WRITERS)
