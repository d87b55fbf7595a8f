"""Engines: the fast one where the machine has it, the portable one with a reason where not, and the same answers."""

import pickle
from collections.abc import Callable

import numpy as np
import pytest

from dualtrack.errors import NativeUnavailable
from dualtrack.lab.runs import engine as under_test
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.many import Many, Paths
from dualtrack.targets.numeric.scheme import EULER
from tests.lab.toys import draining, growth


class Absent:
    """A target that this machine has not."""

    @classmethod
    def of(cls, model: object) -> None:
        raise NativeUnavailable("no compiler of machine code", fix="install llvmlite")


def run() -> Ensemble:
    clock = Clock(2020.0, 2030.0, 0.25, 0.25)
    return run_ensemble(draining(), [Regime("running")], draw(draining(), 40, 1), clock, ["level", "log_level"])


def test_the_fast_engine_is_taken_where_it_is_there() -> None:
    found = engine(growth())
    assert (found.name, found.note) == ("native", "")


@pytest.mark.parametrize(
    "made", [lambda: engine(draining()), lambda: engine(draining(), 2), lambda: Engine(Many.of(draining()), "vector")]
)
def test_an_engine_that_has_run_can_be_carried_to_another_process_and_gives_the_same(made: Callable[[], Engine]) -> None:
    def ran(one: Engine) -> Paths:
        worlds = draw(draining(), 40, 1).values
        return one.runner.run(Regime("running"), Clock(2020.0, 2030.0, 0.25, 0.25), worlds, ["level"], scheme=EULER)

    here = made()
    before, carried = ran(here), pickle.loads(pickle.dumps(here))
    after = ran(carried)
    assert (carried.name, carried.note) == (here.name, here.note)
    assert before.values["level"].tobytes() == after.values["level"].tobytes()
    assert np.array_equal(before.failed, after.failed)


def test_without_it_the_portable_one_gives_the_same_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = run()
    monkeypatch.setattr(under_test, "Native", Absent)
    slow = run()
    assert (slow.engine, fast.engine) == ("vector", "native")
    assert "no compiler of machine code" in slow.note
    assert np.array_equal(slow.sound, fast.sound)
    assert slow.failures == fast.failures
    for name in ("level", "log_level"):
        assert slow.curves("running", name) == pytest.approx(fast.curves("running", name), rel=1e-12)
