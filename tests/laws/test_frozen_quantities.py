"""Freezing quantities at a run's own path reproduces that run; freezing them elsewhere moves only what they cause."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.model import freeze
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from tests.strategies import Toy, costly, model_of, regimes, toys, worlds

CLOCK = Clock(2020.0, 2022.0, 1 / 8, 1 / 8)


@costly
@given(toys(), st.data())
def test_a_run_frozen_at_its_own_path_is_the_same_run(toy: Toy, data: st.DataObject) -> None:
    model, regime, world = toy.model, data.draw(regimes(toy.model)), data.draw(worlds(toy.model))
    run = Oracle.of(model).run(regime, CLOCK, world)
    moving = [n for n in model.quantities if n not in model.given]
    frozen = data.draw(st.lists(st.sampled_from(moving), unique=True, min_size=1, max_size=4))
    again = Oracle.of(freeze(model, frozen)).run(regime, CLOCK, world, series={n: run[n] for n in frozen})
    assert dict(again.values) == dict(run.values)


@costly
@given(toys(), st.data())
def test_every_world_may_be_frozen_at_a_path_of_its_own(toy: Toy, data: st.DataObject) -> None:
    model, regime = toy.model, data.draw(regimes(toy.model))
    drawn = [{n: data.draw(worlds(model)).get(n, model[n].number) for n in model.drawn} for _ in range(2)]
    columns = {n: np.array([w[n] for w in drawn]) for n in model.drawn}
    names = list(model.stocks) + list(model.order)
    frozen = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=4))
    run = Many.of(model).run(regime, CLOCK, columns, names)
    again = Many.of(freeze(model, frozen)).run(regime, CLOCK, columns, names, series={n: run.values[n] for n in frozen})
    for name in names:
        np.testing.assert_array_equal(again.values[name], run.values[name])


def test_what_does_not_depend_on_the_frozen_stays() -> None:
    model = model_of(
        """
rate = uncertainty(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def cause(cause, rate):
    "What moves the other."
    return rate * cause
@stock("1", initial=1, **NAMED)
def effect(cause, rate):
    "What follows."
    return rate * cause
"""
    )
    run = Oracle.of(freeze(model, ["cause"])).run(Regime("held"), CLOCK, series={"cause": [2.0] * (CLOCK.steps + 1)})
    assert run["effect"][-1] == pytest.approx(1 + 2.0 * 0.5 * 2.0)
    free = Oracle.of(model).run(Regime("held"), CLOCK)
    still = Oracle.of(freeze(model, ["effect"])).run(Regime("held"), CLOCK, series={"effect": [0.0] * (CLOCK.steps + 1)})
    assert still["cause"] == free["cause"]
