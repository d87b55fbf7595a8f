"""Nudges: only those who are nudged read more, only while it is in force, and one of no size changes nothing."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.language.nudge import IN_FORCE, nudgeable, size_name
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from tests.refusals import refused
from tests.strategies import model_of
from tests.toys import two_sectors

TEXT = """
rate = constant(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def cause(rate):
    "What moves the others."
    return rate
@stock("1", initial=0, **NAMED)
def near(cause, rate):
    "What follows."
    return rate * cause
@stock("1", initial=0, **NAMED)
def far(cause, rate):
    "What follows as well."
    return rate * cause * 2
"""
MODEL = model_of(TEXT)
NUDGED = nudgeable(MODEL, {"all": [("cause", "near"), ("cause", "far")], "one": [("cause", "near")]})
CLOCK = Clock(2020.0, 2024.0, 1 / 8, 1 / 8)
FREE = Regime("free")
LATE = Regime("late", {IN_FORCE: Path(((2020.0, 0.0), (2022.0, 1.0)))})


def grown(regime: Regime, **sizes: float) -> dict[str, float]:
    run = Oracle.of(NUDGED).run(regime, CLOCK, {size_name(nudge): size for nudge, size in sizes.items()})
    return {name: run[name][-1] for name in ("cause", "near", "far")}


def from_2022(name: str) -> float:
    run = Oracle.of(MODEL).run(FREE, CLOCK)[name]
    return run[-1] - run[16]


def test_a_nudge_of_no_size_or_not_in_force_changes_nothing() -> None:
    whole = Oracle.of(MODEL).run(FREE, CLOCK)
    for regime, size in ((LATE, 0.0), (FREE, 0.5)):
        assert grown(regime, all=size) == pytest.approx({name: whole[name][-1] for name in ("cause", "near", "far")})


def test_those_who_are_nudged_read_more_while_it_is_in_force() -> None:
    whole, nudged = grown(LATE), grown(LATE, all=0.1)
    assert nudged["cause"] == whole["cause"]
    assert nudged["near"] - whole["near"] == pytest.approx(0.1 * from_2022("near"))
    assert nudged["far"] - whole["far"] == pytest.approx(0.1 * from_2022("far"))


def test_a_nudge_of_one_link_leaves_other_readers_alone_and_adds_to_others() -> None:
    whole, one, both = grown(LATE), grown(LATE, one=0.1), grown(LATE, one=0.1, all=0.2)
    assert one["far"] == whole["far"]
    assert one["near"] - whole["near"] == pytest.approx(0.1 * from_2022("near"))
    assert both["near"] - whole["near"] == pytest.approx(0.3 * from_2022("near"))


def test_many_worlds_are_nudged_each_by_its_own_size() -> None:
    sizes = np.array([-0.1, 0.0, 0.2])
    found = Many.of(NUDGED).run(LATE, CLOCK, {size_name("all"): sizes}, ["near"]).values["near"][:, -1]
    assert found - found[1] == pytest.approx(sizes * from_2022("near"))


def test_a_model_without_nudges_is_the_model() -> None:
    assert nudgeable(MODEL, {}) == replace(MODEL)


def test_what_is_no_edge_is_refused() -> None:
    refused(RegimeError, lambda: nudgeable(two_sectors(), {"x": [("orders", "urge")]}))
    refused(UnknownName, lambda: nudgeable(two_sectors(), {"x": [("ordres", "urge")]}))
    refused(RegimeError, lambda: nudgeable(two_sectors(), {"x": [("innovation", "urge")]}))
