"""Worlds as machine code: what the oracle says, in every lane, by any number of threads, and failures where it refuses."""

import math
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import LabError, NativeUnavailable, RegimeError, RunError, UnknownName
from dualtrack.language.model import freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.native import kernel as kernel_file
from dualtrack.targets.native import machine as machine_file
from dualtrack.targets.native import native as native_file
from dualtrack.targets.native.kernel import TOGETHER
from dualtrack.targets.native.native import Native
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.agreement import agree_with_the_oracle
from tests.bent import CLOCK, HELD, MODEL
from tests.lanes import machines
from tests.refusals import refused
from tests.strategies import Toy, clocks, costly, model_of, regimes, toys, worlds

each_scheme = pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)


@each_scheme
@costly
@given(toy=toys(), data=st.data())
def test_every_world_is_the_oracles(scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    model, regime, clock = toy.model, data.draw(regimes(toy.model)), data.draw(clocks())
    drawn = data.draw(st.lists(worlds(model), min_size=1, max_size=3))
    full = [{n: w.get(n, model[n].number) for n in model.drawn} for w in drawn]
    columns = {n: np.array([w[n] for w in full]) for n in model.drawn}
    together = Native.of(model).run(regime, clock, columns, list(model.quantities), scheme=scheme)
    for i, world in enumerate(full):
        agree_with_the_oracle(together, i, lambda w=world: Oracle.of(model).run(regime, clock, w, scheme=scheme))  # type: ignore[misc]


@pytest.mark.parametrize("machine", machines().values(), ids=list(machines()))
@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9, 17, 8 * TOGETHER + 9])
def test_a_world_feels_neither_its_lane_nor_its_neighbours(machine: Any, count: int) -> None:
    native, rates = Native.of(MODEL, machine), np.linspace(-1, 2, 8 * TOGETHER + 9)
    alone = np.concatenate(
        [native.run(HELD, CLOCK, {"rate": rates[i : i + 1]}, ["hidden"]).values["hidden"] for i in range(count)]
    )
    together = native.run(HELD, CLOCK, {"rate": rates[:count]}, ["hidden"])
    assert together.values["hidden"].shape == (count, len(CLOCK.saved))
    np.testing.assert_array_equal(together.values["hidden"], alone)


def test_any_number_of_threads_gives_the_same_bits() -> None:
    native = Native.of(MODEL)
    count = 2 * TOGETHER * native.machine.width + 3
    columns = {"rate": np.linspace(-2, 2, count), "start": np.linspace(-0.1, 2, count)}
    one, two, three = (native.run(HELD, CLOCK, columns, ["size", "hidden"], jobs=jobs) for jobs in (1, 2, 3))
    assert one.failed.any()
    for other in (two, three):
        np.testing.assert_array_equal(one.failed_step, other.failed_step)
        for name in one.values:
            np.testing.assert_array_equal(one.values[name], other.values[name])


@each_scheme
@costly
@given(toy=toys(), data=st.data())
def test_however_short_its_stretches_a_kernel_gives_the_same_bits(scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    model, regime, clock = toy.model, data.draw(regimes(toy.model)), data.draw(clocks())
    drawn = [data.draw(worlds(model)) for _ in range(3)]
    columns = {n: np.array([w.get(n, model[n].number) for w in drawn]) for n in model.drawn}
    found = []
    for size in (data.draw(st.integers(1, 30)), 10**6):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(kernel_file, "STRETCH", size)
            patch.setattr(native_file, "readied", native_file.readied.__wrapped__)
            found.append(Native.of(model).run(regime, clock, columns, list(model.quantities), scheme=scheme))
    np.testing.assert_array_equal(found[0].failed_step, found[1].failed_step)
    for name in model.quantities:
        np.testing.assert_array_equal(found[0].values[name], found[1].values[name])


def test_everything_can_be_saved_and_comes_out_where_it_was_asked_for() -> None:
    rates = np.array([-1.0, 0.0, 0.5])
    regime = Regime("stopped", {"dial": Path(((0.0, 1.0), (1.0, 0.0)))})
    paths = Native.of(MODEL).run(regime, CLOCK, {"rate": rates}, ["rate", "dial", "bent", "size", "dial", "start"])
    assert list(paths.values) == ["rate", "dial", "bent", "size", "start"]
    np.testing.assert_array_equal(paths.values["rate"], np.repeat(rates[:, None], len(CLOCK.saved), axis=1))
    np.testing.assert_array_equal(paths.values["dial"], [[1.0, 1.0, 0.0, 0.0, 0.0]] * 3)
    np.testing.assert_array_equal(paths.values["start"], 1.0)
    np.testing.assert_array_equal(paths.values["size"][:, 2], paths.values["size"][:, -1])
    assert paths.years.tolist() == list(CLOCK.saved)


def test_nothing_saved_still_tells_which_worlds_fail() -> None:
    paths = Native.of(MODEL).run(HELD, CLOCK, {"start": np.array([0.0, 1.0])}, [])
    assert paths.failed_step.tolist() == [0, -1]


def test_a_model_without_stocks_runs() -> None:
    model = model_of(
        """
zero = constant(0.0, "1", **NUMBER)
factor = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)
@auxiliary("1", **NAMED)
def ratio(zero, factor):
    "Divides by zero unless the factor is above zero."
    return factor / maximum(zero, factor)
"""
    )
    paths = Native.of(model).run(HELD, CLOCK, {"factor": np.array([2.0, 0.0])}, ["ratio"])
    assert paths.failed_step.tolist() == [-1, 0]
    np.testing.assert_array_equal(paths.values["ratio"][0], 1.0)


def test_rows_of_a_larger_table_are_read_as_they_lie() -> None:
    table = np.linspace(-1, 1, 24).reshape(8, 3)
    strided = Native.of(MODEL).run(HELD, CLOCK, {"rate": table[:, 1]}, ["size"])
    packed = Native.of(MODEL).run(HELD, CLOCK, {"rate": table[:, 1].copy()}, ["size"])
    np.testing.assert_array_equal(strided.values["size"], packed.values["size"])


@each_scheme
@costly
@given(toy=toys(), data=st.data())
def test_a_world_may_be_frozen_at_a_path_of_its_own(scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    model, regime, clock = toy.model, data.draw(regimes(toy.model)), Clock(2020.0, 2022.0, 1 / 8, 1 / 8)
    names = list(model.stocks) + list(model.order)
    frozen = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=3))
    series = {n: np.random.default_rng(3).uniform(-1, 1, (2, clock.steps + 1)) for n in frozen}
    again = freeze(model, frozen)
    together = Native.of(again).run(regime, clock, {}, names, scheme=scheme, series=series)
    for i in range(2):
        path = {n: [float(x) for x in rows[i]] for n, rows in series.items()}
        agree_with_the_oracle(together, i, lambda p=path: Oracle.of(again).run(regime, clock, scheme=scheme, series=p))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (UnknownName, lambda native: native.run(HELD, CLOCK, {}, ["siez"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"raet": np.ones(2)}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"rate": np.array([0.0, math.nan])}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"rate": np.ones(2), "start": np.ones(3)}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {}, ["size"], series={"size": np.ones((1, 33))})),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"rate": np.ones((2, 2))}, ["size"])),
        (RunError, lambda native: native.run(HELD, CLOCK, {}, ["size"], jobs=0)),
        (RegimeError, lambda native: native.run(Regime("odd", {"dail": Path(((0.0, 1.0),))}), CLOCK, {}, ["size"])),
    ],
)
def test_no_input_is_believed_unread(kind: type[LabError], act: Callable[[Native], Any]) -> None:
    refused(kind, lambda: act(Native.of(MODEL)))


def test_without_llvmlite_the_refusal_names_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    for remembered in (machine_file.host, machine_file.llvm_library):
        remembered.cache_clear()
    try:
        assert "numeric.many" in refused(NativeUnavailable, lambda: Native.of(MODEL)).fix
    finally:
        machine_file.llvm_library.cache_clear()


def test_a_single_world_is_read_as_one_of_many_is() -> None:
    native = Native.of(MODEL)
    for columns in ({}, {"start": np.array([0.5])}, {"rate": np.array([1]), "start": np.array([0.5])}):
        alone = native.run(HELD, CLOCK, columns, ["size", "rate", "start"])
        both = {"rate": np.full(2, 0.5), **{n: np.repeat(a, 2) for n, a in columns.items()}}
        twice = native.run(HELD, CLOCK, both, list(alone.values))
        for name, rows in alone.values.items():
            np.testing.assert_array_equal(rows[0], twice.values[name][1])


@pytest.mark.parametrize("value", [3.0, -3.0, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("count", [1, 2])
def test_a_number_out_of_range_is_refused_however_many_worlds_there_are(value: float, count: int) -> None:
    for _ in range(2):
        refused(RegimeError, lambda: Native.of(MODEL).run(HELD, CLOCK, {"rate": np.full(count, value)}, ["size"]))
    refused(RegimeError, lambda: Native.of(MODEL).run(HELD, CLOCK, {"raet": np.ones(count)}, ["size"]))
    refused(RegimeError, lambda: Native.of(MODEL).run(HELD, CLOCK, {"rate": np.ones((count, 1))}, ["size"]))


def test_regimes_of_one_name_are_read_each_for_itself() -> None:
    native = Native.of(MODEL)
    paths = {"dial": Path(((0.0, 1.0),))}
    regime = Regime("same", paths)
    paths["dial"] = Path(((0.0, 0.25),))
    other = Regime("same", paths)
    for _ in range(2):
        found = [native.run(each, CLOCK, {}, ["dial"]).values["dial"][0, 0] for each in (regime, other)]
        assert found == [1.0, 0.25]
    refused(RegimeError, lambda: native.run(Regime("same", {"dial": Path(((0.0, 7.0),))}), CLOCK, {}, ["dial"]))
