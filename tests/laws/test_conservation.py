"""What leaves one stock enters another, and a delay holds it for a while without losing any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.scenario import Clock
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.strategies import Toy, clocks, costly, regimes, toys, worlds

both_schemes = pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)


@both_schemes
@costly
@given(toy=toys(), data=st.data())
def test_litres_are_conserved(scheme: Scheme, toy: Toy, data: st.DataObject) -> None:
    run = Oracle.of(toy.model).run(
        data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model)), scheme=scheme
    )
    places = [n for n in toy.model.stocks if n in ("reservoir", "basin") or n.startswith("arriving.stage_")]
    for i in range(len(run.years)):
        assert sum(run[n][i] for n in places) == pytest.approx(run["content"][0], rel=1e-12)


@costly
@given(toys(), st.data())
def test_what_entered_a_delay_has_left_it_or_is_inside(toy: Toy, data: st.DataObject) -> None:
    clock = Clock(2020.0, 2022.0, 1 / 16, 1 / 16)
    run = Oracle.of(toy.model).run(data.draw(regimes(toy.model)), clock, data.draw(worlds(toy.model)))
    inside = sum(run[n][-1] for n in toy.model.stocks if n.startswith("arriving.stage_"))
    entered, left = (sum(run[name][:-1]) * clock.step for name in ("passing", "arriving"))
    assert entered == pytest.approx(left + inside, rel=1e-12)
