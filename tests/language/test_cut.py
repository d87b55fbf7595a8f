"""A cut edge: one equation reads a history, all others still read the quantity; a gate cuts the same edge by a number."""

from functools import cache

import numpy as np
import pytest

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.language.cut import cut, gate, gate_name, held_name
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from tests.refusals import refused
from tests.strategies import model_of
from tests.toys import two_sectors

TEXT = """
rate = constant(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def cause(rise):
    "What moves the others."
    return rise
@flow("1/year", **NAMED)
def rise(cause, rate):
    "What is added."
    return rate * cause
@stock("1", initial=1, **NAMED)
def near(cause, rate):
    "What follows."
    return rate * cause
@stock("1", initial=1, **NAMED)
def far(cause, near, rate):
    "What follows from both."
    return rate * (cause + near)
"""
CLOCK, REGIME = Clock(2020.0, 2024.0, 1 / 8, 1 / 8), Regime("as is")
EDGE = ("cause", "near")


@cache
def model() -> Model:
    return model_of(TEXT)


def test_only_the_cut_equation_reads_the_history() -> None:
    severed = cut(model(), [EDGE])
    assert severed.causes("near") == (held_name(EDGE), "rate")
    assert severed.causes("far") == model().causes("far")
    assert severed.driven == (held_name(EDGE),)
    assert severed["cause"] == model()["cause"]


def test_an_edge_held_at_its_own_path_changes_nothing() -> None:
    run = Oracle.of(model()).run(REGIME, CLOCK)
    again = Oracle.of(cut(model(), [EDGE])).run(REGIME, CLOCK, series={held_name(EDGE): run["cause"]})
    assert {name: again[name] for name in run.values} == dict(run.values)


def test_an_edge_held_elsewhere_moves_the_target_and_not_its_siblings() -> None:
    run = Oracle.of(model()).run(REGIME, CLOCK)
    held = Oracle.of(cut(model(), [EDGE])).run(REGIME, CLOCK, series={held_name(EDGE): [0.0] * (CLOCK.steps + 1)})
    assert held["near"] == (1.0,) * len(held.years)
    assert held["cause"] == run["cause"]
    assert held["far"][-1] < run["far"][-1]


def test_two_edges_of_one_equation_are_held_apart() -> None:
    edges = [("cause", "far"), ("near", "far")]
    paths = {held_name(edge): [height] * (CLOCK.steps + 1) for edge, height in zip(edges, (1.0, 3.0), strict=True)}
    assert Oracle.of(cut(model(), edges)).run(REGIME, CLOCK, series=paths)["far"][-1] == pytest.approx(1 + 0.5 * 4 * 4)


def test_a_cut_needs_the_path_of_its_cause() -> None:
    assert held_name(EDGE) in refused(RegimeError, lambda: Oracle.of(cut(model(), [EDGE])).run(REGIME, CLOCK)).what


def test_a_gate_that_is_open_is_the_model_and_one_that_is_shut_is_the_cut() -> None:
    edges, years = [EDGE, ("near", "far")], (1, CLOCK.steps + 1)
    paths = {held_name(edge): np.linspace(0.0, 2.0, CLOCK.steps + 1).reshape(years) for edge in edges}
    names = list(model().stocks)
    gated = Many.of(gate(model(), edges))
    whole = Many.of(model()).run(REGIME, CLOCK, {}, names)
    opened = gated.run(REGIME, CLOCK, {}, names, series=paths)
    severed = Many.of(cut(model(), [EDGE])).run(REGIME, CLOCK, {}, names, series={held_name(EDGE): paths[held_name(EDGE)]})
    shut = gated.run(REGIME, CLOCK, {gate_name(EDGE): np.ones(1)}, names, series=paths)
    for name in names:
        np.testing.assert_array_equal(opened.values[name], whole.values[name])
        np.testing.assert_array_equal(shut.values[name], severed.values[name])


@pytest.mark.parametrize("act", [cut, gate])
def test_what_is_no_edge_is_refused(act) -> None:
    assert "cause" in refused(RegimeError, lambda: act(model(), [("far", "near")])).fix
    assert "near" in refused(UnknownName, lambda: act(model(), [("cause", "neer")])).near
    refused(UnknownName, lambda: act(model(), [("cuase", "near")]))
    assert "constant" in refused(RegimeError, lambda: act(model(), [("rate", "near")])).what
    assert "lever" in refused(RegimeError, lambda: act(two_sectors(), [("subsidy", "urge")])).what
