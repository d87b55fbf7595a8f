"""A mechanism whose switch is exactly zero does not exist: nothing that acts through it moves anything."""

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.expressions.trace import TIME
from dualtrack.language.soundness.check_model import gated_by
from dualtrack.targets.numeric.python import Oracle, evaluate
from tests.strategies import Toy, clocks, costly, odd_fractions, regimes, toys, worlds


@costly
@given(toys(), st.data())
def test_what_a_switch_gates_has_no_influence_at_zero(toy: Toy, data: st.DataObject) -> None:
    model = toy.model
    run = Oracle.of(model).run(data.draw(regimes(model)), data.draw(clocks()), data.draw(worlds(model)) | {"mechanism": 0.0})
    values = {TIME: run.years[-1]} | {n: row[-1] for n, row in run.values.items()}
    gated = gated_by(model, "mechanism")
    assert "lure" in gated["gain_0"]
    for name, vanished in gated.items():
        tree = model[name].tree
        assert tree is not None
        moved = values | {n: data.draw(odd_fractions(0.25, 4.0)) for n in sorted(vanished)}
        assert evaluate(tree, moved, model) == evaluate(tree, values, model)


@costly
@given(toys(), st.data())
def test_a_run_without_the_mechanism_does_not_feel_its_strength(toy: Toy, data: st.DataObject) -> None:
    regime, clock, world = data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model))
    runs = [Oracle.of(toy.model).run(regime, clock, world | {"mechanism": 0.0, "lure": lure}) for lure in (0.0, 1.0)]
    assert all(runs[0][n] == runs[1][n] for n in toy.model.quantities if n != "lure")
