"""By how much results move when the step is halved, held beside what is known in closed form."""

import pytest

from dualtrack.errors import RunError
from dualtrack.lab.runs.halving import halve_step
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Regime
from tests.refusals import refused
from tests.strategies import model_of

TEXT = """
pause = uncertainty({0}, "year", low={0}, high={0}, **NUMBER)
@stock("1", initial=1, **NAMED)
def size(size, pause):
    "Empties."
    return -size / pause
@outcome("1", direction="neutral", **NAMED)
def seen(size):
    "What is left."
    return size
"""
CLOCK = Clock(2020.0, 2021.0, 1 / 16, 1.0)


def test_what_empties_moves_by_the_difference_of_two_powers() -> None:
    model = model_of(TEXT.format(0.5))
    (found,) = halve_step(model, [Regime("x")], draw(model, 4, 7), CLOCK, ["seen"]).moved
    ends = (1 - 1 / 8) ** 16, (1 - 1 / 16) ** 32
    assert found.greatest == pytest.approx(abs(ends[0] - ends[1]))
    assert found.unit == "1"


def test_a_quantity_that_drains_within_three_steps_is_named() -> None:
    model = model_of(TEXT.format(0.1))
    assert dict(halve_step(model, [Regime("x")], draw(model, 4, 7), CLOCK, ["seen"]).hurried) == pytest.approx({"size": 0.1})


def test_a_step_longer_than_a_stock_bears_is_refused() -> None:
    model = model_of(TEXT.format(0.01))
    refused(RunError, lambda: halve_step(model, [Regime("x")], draw(model, 4, 7), CLOCK, ["seen"]))
