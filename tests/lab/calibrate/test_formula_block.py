"""Blocks of figures beside the multivariate t of scipy, and bounds of which the worst speaks."""

import numpy as np
import pytest

from dualtrack.lab.calibrate import formula_block as module
from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.calibrate.formula_block import BoundBlock, ValueBlock, forgiving

BY_SCIPY = (-0.3423049055229943, -5.447580083653511)
"""scipy.stats.multivariate_t(loc, shape, df=6).logpdf at two points; `verify/` asks it again."""
ALONE_BY_SCIPY = ((1.0, -0.5395273793954042), (3.0, -3.207017561559543), (12.0, -11.266065387038703))
"""scipy.stats.t(6).logpdf(x) less that of 0."""


def figure(value: float, year: float, series: str = "sales", **more: object) -> DatedFigure:
    return DatedFigure(series, value, value, value, year, year + 1, 0.3 * value, **more)  # type: ignore[arg-type]


def test_a_block_is_the_multivariate_t(monkeypatch: pytest.MonkeyPatch) -> None:
    spread = np.array([[0.09, 0.03, 0.01], [0.03, 0.06, 0.02], [0.01, 0.02, 0.16]])
    monkeypatch.setattr(module, "scale_matrix", lambda *_: spread)
    seen = np.exp([0.1, -0.2, 0.3])
    block = ValueBlock.of("sales", "log", [figure(value, 2020.0 + at) for at, value in enumerate(seen)], 0.2)
    worlds = np.exp(np.array([[0, 0, 0], [0.4, -0.1, 2.0]]).T)
    assert block.log_density(block.whitened(worlds)) == pytest.approx(BY_SCIPY, abs=1e-9)


@pytest.mark.parametrize(("distance", "expected"), ALONE_BY_SCIPY)
def test_a_distance_costs_what_a_student_t_says(distance: float, expected: float) -> None:
    assert forgiving(np.array([distance]))[0] == pytest.approx(expected)
    assert forgiving(np.array([0.0]))[0] == 0.0


def test_whitened_errors_are_independent_and_of_size_1() -> None:
    block = ValueBlock.of("sales", "log", [figure(100.0, 2020.0), figure(150.0, 2021.0), figure(90.0, 2021.0, "count")], 0.2)
    assert block.whiten @ block.spread @ block.whiten.T == pytest.approx(np.eye(3))


def test_of_bounds_the_one_passed_farthest_speaks_and_a_kept_one_costs_nothing() -> None:
    least = [figure(100.0, 2020.0, bears="at_least"), figure(100.0, 2021.0, bears="at_least")]
    block = BoundBlock.of("sales", "log", least, 0.2)
    errors = np.sqrt(0.1**2 + 0.3**2 + 0.2**2)
    found = block.whitened(np.array([[150.0, 50.0, 10.0], [200.0, 80.0, 100.0]]))
    assert found[0] == pytest.approx([0.0, np.log(2) / errors, np.log(10) / errors])
    assert block.log_density(found)[0] == 0.0
    most = BoundBlock.of("sales", "log", [figure(100.0, 2020.0, bears="at_most")], 0.2)
    assert most.whitened(np.array([[50.0, 200.0]]))[0] == pytest.approx([0.0, np.log(2) / errors])


def test_a_world_without_the_thing_is_far_off_and_not_infinitely_so() -> None:
    block = ValueBlock.of("sales", "log", [figure(100.0, 2020.0)], 0.2)
    found = block.log_density(block.whitened(np.array([[0.0, -5.0, 1e-9, 100.0]])))
    assert np.isfinite(found).all()
    assert found[0] == found[1] == found[2] < found[3] - 15
    assert np.isnan(block.whitened(np.array([[np.nan]]))).all()
