"""A nudge that is not in force, or of no size, leaves every run as it was, to the last bit."""

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.loops.leverage_point import handles_of
from dualtrack.language.nudge import IN_FORCE, nudgeable, size_name
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.python import Oracle
from tests.strategies import Toy, costly, regimes, toys, worlds

CLOCK = Clock(2020.0, 2022.0, 1 / 8, 1 / 8)


@costly
@given(toys(), st.data())
def test_a_nudge_that_is_off_changes_nothing(toy: Toy, data: st.DataObject) -> None:
    model, regime, world = toy.model, data.draw(regimes(toy.model)), data.draw(worlds(toy.model))
    edges = {handle.key: own for handle, own in handles_of(model, list(model.quantities)).items() if own}
    run, nudged = Oracle.of(model).run(regime, CLOCK, world), Oracle.of(nudgeable(model, edges))
    large = {size_name(nudge): 0.5 for nudge in edges}
    in_force = Regime("nudged", {**regime.paths, IN_FORCE: Path(((2020.0, 1.0),))}) if edges else regime
    for again in (nudged.run(regime, CLOCK, {**world, **large}), nudged.run(in_force, CLOCK, world)):
        assert {name: again[name] for name in run.values} == dict(run.values)
