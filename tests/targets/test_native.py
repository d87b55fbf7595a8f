"""Worlds as machine code: what the oracle says, in every lane, by any number of threads, and failures where it refuses."""

import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from dualtrack.errors import LabError, NativeUnavailable, NotANumber, RegimeError, UnknownName
from dualtrack.language.expr import Call, Expr, Num, Op, Ref
from dualtrack.language.model import Model, freeze
from dualtrack.language.ops import FUNCTIONS
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.native import machine as machine_file
from dualtrack.targets.native.emit import WRITERS
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.run import CHUNK, Native
from dualtrack.targets.python import Oracle, Run, evaluate
from dualtrack.targets.scheme import EULER, RK4, Scheme
from dualtrack.targets.vector import Paths
from tests.lanes import machines
from tests.refusals import refused
from tests.strategies import Toy, clocks, costly, model_of, regimes, toys, trees, worlds

HELD = Regime("held")
CLOCK = Clock(0.0, 2.0, 1 / 16, 0.5)
MODEL = model_of(
    """
rate = uncertainty(0.5, "1/year", low=-2.0, high=2.0, **NUMBER)
start = uncertainty(1.0, "1", low=-1.0, high=2.0, **NUMBER)
dial = lever(1.0, "1", low=0.0, high=1.0, **NUMBER)
bend = curve(((0.0, 1.0), (1.0, 0.0), (2.0, 5.0)), "1", of="1", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(size, rate, dial):
    "Grows in proportion to itself."
    return rate * dial * size
@auxiliary("1", **NAMED)
def bent(size, bend):
    "A curve of the stock."
    return bend(size)
@auxiliary("1", **NAMED)
def hidden(size):
    "Bounds what may not be a number."
    return log(size)
"""
)
FALLING = model_of(
    """
a = uncertainty(1.0, "1", low=-2.0, high=1e3, **NUMBER)
start = uncertainty(1.0, "1", low=-4.0, high=1e3, **NUMBER)
rate = constant(1.0, "1/year", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(rate):
    "Falls by one a year."
    return -rate
@auxiliary("1", **NAMED)
def found(size, a):
    "Stands for any equation."
    return size + a
"""
)
STARTS = np.array([4.0, 2.0, 1.5, 1.0, 0.0, -1.0, 0.7, 1e3])
FACTORS = np.array([1.0, 0.0, -2.0, 0.5, 2.0, -1.0, 1e3, 0.3])

each_scheme = pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)


@pytest.fixture(scope="module", autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FilePath]:
    """Keeps the kernels of tests out of the user's folder."""
    where = tmp_path_factory.mktemp("kernels")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(where))
        yield where


def shaken(size: float) -> Mapping[str, Callable[..., float]]:
    """The functions of equations, wrong by a last bit or two: what follows from that is an equation's own sensitivity."""
    return {name: lambda *x, f=FUNCTIONS[name]: f(*x) * (1 + size) for name in ("exp", "log", "tanh", "power")}


Rows = Mapping[str, Sequence[float] | np.ndarray[Any, Any]]


def agree(got: Rows, alone: Callable[[], Rows]) -> None:
    """To 1e-12 of the larger of value and scale, or as closely as the oracle agrees with itself when shaken (at a kink)."""
    expected = alone()
    doubtful = [name for name in got if not close(got[name], expected[name], 1e-12)]
    for size in (5e-16, -5e-16) if doubtful else ():
        with patch.dict(FUNCTIONS, shaken(size)):
            shaken_rows = alone()
        doubtful = [name for name in doubtful if close(shaken_rows[name], expected[name], 1e-13)]
        event("sensitive to the last bit")
    for name in doubtful:
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-12, err_msg=name)


def close(found: Sequence[float] | np.ndarray[Any, Any], sought: Sequence[float] | np.ndarray[Any, Any], share: float) -> bool:
    got, expected = np.asarray(found), np.asarray(sought)
    finite = np.isfinite(expected)
    if not np.array_equal(finite, np.isfinite(got)):
        return False
    scale = np.max(np.abs(expected[finite]), initial=0.0)
    return bool(np.all(np.abs(got[finite] - expected[finite]) <= share * np.maximum(np.abs(expected[finite]), scale)))


def agree_with_the_oracle(paths: Paths, world: int, run: Callable[[], Run]) -> None:
    """The same numbers, or failed where the oracle refuses."""
    try:
        run()
    except NotANumber:
        assert paths.failed[world]
        return
    assert not paths.failed[world]
    assert paths.failed_step[world] == -1
    agree({name: rows[world] for name, rows in paths.values.items()}, lambda: run().values)


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
    model = replace(FALLING, quantities={**FALLING.quantities, "found": replace(FALLING["found"], tree=tree)})
    clock = Clock(0.0, 2.0, 0.25, 0.25)
    paths = Native.of(model).run(HELD, clock, {"start": STARTS, "a": FACTORS}, ["found"])
    for i, (start, a) in enumerate(zip(STARTS, FACTORS, strict=True)):
        got = paths.values["found"][i].copy()
        got[paths.failed_step[i] if paths.failed[i] else len(got) :] = math.nan
        agree({"found": got}, lambda start=float(start), a=float(a): {"found": found_alone(model, clock, start, a)})  # type: ignore[misc]
    without = Native.of(model).run(HELD, clock, {"start": STARTS, "a": FACTORS}, ["size"])
    np.testing.assert_array_equal(without.failed_step, paths.failed_step)


@each_scheme
def test_a_stage_within_a_step_may_fail_a_world(scheme: Scheme) -> None:
    tree = Op("/", (Num(1.0), Op("-", (Op("*", (Num(2.0), Ref("size"))), Num(1.0)))))
    model = replace(FALLING, quantities={**FALLING.quantities, "found": replace(FALLING["found"], tree=tree)})
    clock, starts = Clock(0.0, 1.0, 1.0, 1.0), np.array([1.0, 2.0, 1.5])
    failed = Native.of(model).run(HELD, clock, {"start": starts}, ["size"], scheme=scheme).failed_step
    assert failed.tolist() == ([0, -1, 0] if scheme is RK4 else [-1, -1, 1])
    for start, step in zip(starts, failed, strict=True):
        if step >= 0:
            refused(NotANumber, lambda s=start: Oracle.of(model).run(HELD, clock, {"start": float(s)}, scheme=scheme))  # type: ignore[misc]


def test_a_stock_beyond_the_largest_number_fails_its_world() -> None:
    clock = Clock(0.0, 2.0, 1.0, 1.0)
    huge = Path(((0.0, 1.0),))
    model = replace(MODEL, quantities={**MODEL.quantities, "rate": replace(MODEL["rate"], high=1e200)})
    paths = Native.of(model).run(Regime("held", {"dial": huge}), clock, {"rate": np.array([1e155, 1.0])}, ["rate"])
    assert paths.failed_step.tolist() == [1, -1]


@pytest.mark.parametrize("machine", machines().values(), ids=list(machines()))
@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9, 17])
def test_a_world_feels_neither_its_lane_nor_its_neighbours(machine: Any, count: int) -> None:
    native, rates = Native(MODEL, machine), np.linspace(-1, 2, 17)
    alone = np.concatenate(
        [native.run(HELD, CLOCK, {"rate": rates[i : i + 1]}, ["hidden"]).values["hidden"] for i in range(count)]
    )
    together = native.run(HELD, CLOCK, {"rate": rates[:count]}, ["hidden"])
    assert together.values["hidden"].shape == (count, len(CLOCK.saved))
    np.testing.assert_array_equal(together.values["hidden"], alone)


def test_any_number_of_threads_gives_the_same_bits() -> None:
    native = Native.of(MODEL)
    count = 2 * CHUNK * native.machine.width + 3
    columns = {"rate": np.linspace(-2, 2, count), "start": np.linspace(-0.1, 2, count)}
    one, two, three = (native.run(HELD, CLOCK, columns, ["size", "hidden"], jobs=jobs) for jobs in (1, 2, 3))
    assert one.failed.any()
    for other in (two, three):
        np.testing.assert_array_equal(one.failed_step, other.failed_step)
        for name in one.values:
            np.testing.assert_array_equal(one.values[name], other.values[name])


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


def test_a_frozen_path_that_is_not_a_number_fails_its_world_only() -> None:
    series = np.ones((2, CLOCK.steps + 1))
    series[0, 7] = math.nan
    paths = Native.of(freeze(MODEL, ["size"])).run(HELD, CLOCK, {}, ["bent"], series={"size": series})
    assert paths.failed_step.tolist() == [7, -1]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (UnknownName, lambda native: native.run(HELD, CLOCK, {}, ["siez"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"raet": np.ones(2)}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"rate": np.array([0.0, math.nan])}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {"rate": np.ones(2), "start": np.ones(3)}, ["size"])),
        (RegimeError, lambda native: native.run(HELD, CLOCK, {}, ["size"], series={"size": np.ones((1, 33))})),
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
        assert "vector" in refused(NativeUnavailable, lambda: Native.of(MODEL)).fix
    finally:
        machine_file.llvm_library.cache_clear()


def test_every_function_of_the_language_has_a_writer() -> None:
    calls = {Call(fn, (Ref("size"),) * (1 if fn in ("exp", "log", "tanh") else 2 if fn != "where" else 3)) for fn in FUNCTIONS}
    for tree in calls:
        model = replace(FALLING, quantities={**FALLING.quantities, "found": replace(FALLING["found"], tree=tree)})
        kinds = {node.kind for node in Graph.of(model, Shape(("found",), ())).nodes}
        assert kinds - {"given", "stock", "driven", "series", "year"} <= set(WRITERS)
