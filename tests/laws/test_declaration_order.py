"""In what order, and in how many sectors, things are declared changes nothing, bit for bit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.build import build
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from tests.strategies import Toy, clocks, costly, declared_in, rearranged, regimes, toys, worlds


@costly
@given(toys(), st.data())
def test_declaration_order_changes_nothing(toy: Toy, data: st.DataObject) -> None:
    names = data.draw(st.permutations(declared_in(toy.module)))
    other = build(*rearranged(toy.module, names, sectors=data.draw(st.integers(1, 3))))
    regime, clock, world = data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model))
    first, second = (Oracle.of(model).run(regime, clock, world) for model in (toy.model, other))
    assert dict(first.values) == dict(second.values)
    assert other.fingerprint == toy.model.fingerprint
    assert other.order == toy.model.order
    columns = {n: np.array([v]) for n, v in world.items()}
    paths = [Many.of(model).run(regime, clock, columns, toy.model.stocks) for model in (toy.model, other)]
    for name in toy.model.stocks:
        np.testing.assert_array_equal(paths[0].values[name], paths[1].values[name])
