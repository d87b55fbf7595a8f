"""A past lived once changes no number: regimes side by side are what each is by itself, bit for bit, failures included."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.runs.engine import Engine, Threads
from dualtrack.lab.runs.side_by_side import SideBySide, common_rows
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.many import Many, Paths
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.bent import MODEL
from tests.strategies import Toy, costly, paths, toys, worlds

CLOCK = Clock(0.0, 4.0, 1 / 8, 1 / 2)
LINE = np.linspace(-2.0, 2.0, 37)
TARGETS: dict[str, Any] = {
    "machine code": lambda model: Engine(Threads(Native.of(model), 1), "native"),
    "NumPy": lambda model: Engine(Many.of(model), "vector"),
}
each_target = pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))


def from_year(year: float, value: float) -> Regime:
    return Regime(f"{value} from {year}", {"dial": Path(((0.0, 1.0), (year, value)))})


def both(engine: Engine, model: Model, regimes: Sequence[Regime], clock: Clock, scheme: Scheme, given: Worlds) -> int:
    """Hold regimes with a common past against those without; how many rows they shared."""
    shared = SideBySide.of(model, engine, regimes, clock, model.order or tuple(model.stocks), scheme)
    for one, other in zip(shared.run(given), replace(shared, rows=0).run(given), strict=True):
        assert_same(one, other)
    return shared.rows


def assert_same(one: Paths, other: Paths) -> None:
    assert one.regime == other.regime
    np.testing.assert_array_equal(one.years, other.years)
    np.testing.assert_array_equal(one.failed_step, other.failed_step)
    np.testing.assert_array_equal(one.failed, other.failed)
    for name, values in one.values.items():
        np.testing.assert_array_equal(values[~one.failed], other.values[name][~one.failed])
    assert one.ended.stocks == other.ended.stocks
    np.testing.assert_array_equal(one.ended.values[:, ~one.failed], other.ended.values[:, ~one.failed])


@each_target
@pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
@costly
@given(toy=toys(), data=st.data())
def test_regimes_side_by_side_are_what_each_is_alone(target: Any, scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    model, clock = toy.model, Clock(2020.0, 2022.0, 1 / 8, 1 / 4)
    levers = model.of_role(("lever",))
    past = {name: Path(((2020.0, data.draw(st.floats(0.0, 1.0))),)) for name in levers}
    regimes = [Regime("as it was", past)]
    for number, name in enumerate(data.draw(st.lists(st.sampled_from(levers), max_size=2)) if levers else ()):
        later = [(year + 2.0, value) for year, value in data.draw(paths()).points if year + 2.0 > 2020.0]
        regimes.append(Regime(f"moved {number}", {**past, name: Path((*past[name].points, *later))}))
    drawn = [data.draw(worlds(model)) for _ in range(3)]
    columns = {n: np.array([w.get(n, model[n].number) for w in drawn]) for n in model.drawn}
    if columns:
        both(target(model), model, regimes, clock, scheme, Worlds(columns, None, 0, 3))


@each_target
@pytest.mark.parametrize("year", [0.6, 2.0, 2.1, 3.1])
def test_a_world_fails_at_the_step_at_which_it_fails_alone(target: Any, year: float) -> None:
    """Before the parting, at it, after it, in one regime or in both."""
    given = Worlds({"rate": LINE, "start": np.linspace(-0.2, 2.0, 37)}, None, 0, 37)
    regimes = [from_year(year, 0.2), from_year(year, 1.0), from_year(year + 0.5, 0.0)]
    assert both(target(MODEL), MODEL, regimes, CLOCK, EULER, given) == int(year // 0.5)


def test_what_parts_at_once_or_nowhere_is_run_whole() -> None:
    whole = [Regime("one", {"dial": Path(((0.0, 0.1),))}), Regime("two", {"dial": Path(((0.0, 0.2),))})]
    assert common_rows(MODEL, whole, CLOCK) == 0
    assert common_rows(MODEL, whole[:1], CLOCK) == 0
    assert common_rows(MODEL, [from_year(3.9, 0.5), from_year(3.9, 0.1)], CLOCK) == len(CLOCK.saved) - 2


def test_a_clock_whose_years_do_not_come_out_even_is_run_whole() -> None:
    """Tenths of a year are no fractions of two: a clock that starts later would count other last digits."""
    clock = Clock(0.3, 4.3, 0.1, 0.5)
    regimes = [from_year(3.0, 0.2), from_year(3.0, 0.4)]
    rows = common_rows(MODEL, regimes, clock)
    assert rows == 0 or replace(clock, start=clock.saved[rows]).years == clock.years[rows * clock.stride :]
    given = Worlds({"rate": LINE}, None, 0, 37)
    assert both(TARGETS["machine code"](MODEL), MODEL, regimes, clock, EULER, given) == rows
