"""What moves no stock is worked out on saved rows only: its numbers are the same, and it fails a run there and nowhere else."""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualtrack.errors import NotANumber
from dualtrack.language.expressions.expr import Call, Expr, Num, Op, Ref
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.falling import FALLING
from tests.refusals import refused
from tests.strategies import Toy, costly, model_of, regimes, toys, trees, worlds

HELD = Regime("held")
each_scheme = pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
TOLD = """
@auxiliary("1", **NAMED)
def told(found):
    "Hands it on."
    return tanh(found)
"""
HEEDED = """
@stock("1", initial=0, bounds=ANY, **NAMED)
def heeded(told, rate):
    "Counts the years in which it is above zero."
    return rate * greater(told, 0)
"""
STARTS, FACTORS = np.array([4.0, 2.0, 1.5, 0.5, 0.0, -1.0, 0.75, 1e3]), np.array([1.0, 0.0, -2.0, 0.5, 2.0, -1.0, 1e3, 0.25])
SELDOM, OFTEN = Clock(0.0, 2.0, 0.25, 0.5), Clock(0.0, 2.0, 0.25, 0.25)


@cache
def falling(*, heeded: bool) -> Model:
    return model_of(FALLING + TOLD + HEEDED * heeded)


def with_equation(tree: Expr, *, heeded: bool) -> Model:
    """A stock that falls through zero, and an equation that a second stock heeds, or none."""
    model = falling(heeded=heeded)
    return replace(model, quantities={**model.quantities, "found": replace(model["found"], tree=tree)})


def refused_at(model: Model, clock: Clock, world: Mapping[str, float], scheme: Scheme) -> float | None:
    """The year in which the oracle refuses a world, if it does."""
    try:
        Oracle.of(model).run(HELD, clock, world, scheme=scheme)
    except NotANumber as error:
        return error.year
    return None


def test_what_a_stock_heeds_directly_or_not_moves_the_model() -> None:
    assert falling(heeded=True).moving == ("found", "told")
    assert falling(heeded=False).moving == ()
    assert falling(heeded=False).order == ("found", "told")


@each_scheme
@costly
@given(toy=toys(), data=st.data())
def test_a_row_is_the_same_whether_its_neighbours_are_saved_or_not(scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    model, regime, world = toy.model, data.draw(regimes(toy.model)), data.draw(worlds(toy.model))
    seldom, often = Clock(2020.0, 2022.0, 1 / 8, 1 / 2), Clock(2020.0, 2022.0, 1 / 8, 1 / 8)
    columns, save = {n: np.array([v]) for n, v in world.items()}, list(model.quantities)
    alone = Oracle.of(model).run(regime, seldom, world, scheme=scheme)
    assert {n: row[::4] for n, row in Oracle.of(model).run(regime, often, world, scheme=scheme).values.items()} == alone.values
    for target in (Native.of(model), Many.of(model)):
        some, every = (target.run(regime, clock, columns, save, scheme=scheme) for clock in (seldom, often))
        for name in save:
            np.testing.assert_array_equal(some.values[name], every.values[name][:, ::4])


@each_scheme
@pytest.mark.parametrize("heeded", [True, False])
@costly
@given(tree=trees(["size", "a", "time"], exact=True))
@example(tree=Op("/", (Num(1.0), Ref("size"))))
@example(tree=Op("/", (Num(1.0), Op("-", (Op("*", (Num(4.0), Ref("size"))), Num(1.0))))))
@example(tree=Call("minimum", (Num(1.0), Op("/", (Num(1.0), Ref("size"))))))
@example(tree=Op("/", (Ref("a"), Call("maximum", (Num(0.0), Ref("size"))))))
def test_every_target_fails_a_world_where_the_oracle_does(scheme: Scheme, heeded: bool, tree: Expr) -> None:
    model, drawn = with_equation(tree, heeded=heeded), {"start": STARTS, "a": FACTORS}
    for clock in (SELDOM, OFTEN):
        years = [refused_at(model, clock, {n: float(row[i]) for n, row in drawn.items()}, scheme) for i in range(len(STARTS))]
        many = Many.of(model).run(HELD, clock, drawn, ["found"], scheme=scheme).failed_step
        assert [step >= 0 for step in many] == [year is not None for year in years]
        for step, year in zip(many, years, strict=True):
            assert year is None or clock.years[step] <= year <= clock.years[step] + clock.step
        for save in (["found"], []):
            np.testing.assert_array_equal(Native.of(model).run(HELD, clock, drawn, save, scheme=scheme).failed_step, many)


@pytest.mark.parametrize(("clock", "heeded", "year"), [(SELDOM, False, None), (OFTEN, False, 0.75), (SELDOM, True, 0.75)])
def test_between_saved_rows_only_what_is_heeded_can_fail(clock: Clock, heeded: bool, year: float | None) -> None:
    model = with_equation(Op("/", (Num(1.0), Ref("size"))), heeded=heeded)
    assert refused_at(model, clock, {"start": 0.75}, EULER) == year


def test_a_refusal_off_the_rows_names_what_is_heeded() -> None:
    model = with_equation(Op("/", (Num(1.0), Ref("size"))), heeded=True)
    error: Any = refused(NotANumber, lambda: Oracle.of(model).run(HELD, SELDOM, {"start": 0.75}))
    assert error.variable == "found"
    assert math.isinf(float(error.what.rpartition(" ")[2]))
