"""Levers along the steps of a kernel are what each path says year by year, to the last bit."""

from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from dualtrack.language.scenario import SMALL, Clock, Path, Regime
from dualtrack.targets.native.input_block import InputBlock
from tests.lab.toys import growth

CLOCK = Clock(2018.0, 2030.0, 1 / 16, 0.25)
STEPS = st.integers(-40, 240).map(lambda step: 2018.0 + step / 16)
NEAR = st.sampled_from([0.0, SMALL, -SMALL, SMALL / 2, 2 * SMALL])
DATES = st.one_of(st.floats(2010.0, 2035.0), st.tuples(STEPS, NEAR).map(sum))
POINTS = st.lists(st.tuples(DATES, st.floats(0.0, 1.0)), min_size=1, max_size=6).map(sorted)


@given(POINTS, st.booleans())
@example([(2035.0, 0.5), (2036.0, 1.0)], True)
@example([(2000.0, 0.5), (2010.0, 1.0)], True)
def test_a_lever_along_the_steps_is_its_path_year_by_year(points: list[tuple[float, float]], ramp: bool) -> None:
    assume(all(left[0] < right[0] for left, right in pairwise(points)))
    path = Path(tuple(points), ramp)
    found = InputBlock(growth()).driven(Regime("set", {"access": path}), CLOCK, ("access", "cut_off"))
    assert found[:, 0].tolist() == [path.at(year) for year in CLOCK.years]
    assert (found[:, 1] == 0.0).all()
