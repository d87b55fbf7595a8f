"""Figures beside those made in drawn worlds: where the truth is in the middle half of them, and where it is far outside."""

import numpy as np
import pytest

from dualtrack.lab.calibrate import figures_covered as module
from dualtrack.lab.calibrate.figures_covered import Covered, covered, share_within
from dualtrack.lab.calibrate.formula_block import ValueBlock
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.worlds.draw import draw
from tests.lab.calibrate.test_likelihood import FIGURES, seen, weighing
from tests.lab.toys import growth


def found(value: float) -> tuple[Covered, ...]:
    figures = (*FIGURES, seen(value, 2028.0, 2029.0, "far"), seen(0.1, 2028.0, 2029.0, "bound", bears="at_least"))
    likelihood = Likelihood.of(weighing(figures={"capability": figures}))
    run = likelihood.run(draw(growth(), 4000, 1).values)
    return covered(likelihood, run, np.random.default_rng(1))


def test_a_figure_that_the_worlds_give_lies_in_the_middle_and_a_far_one_does_not() -> None:
    near, far = ({each.figure.series: each for each in found(value)} for value in (0.56, 0.02))
    assert near["far"].below == pytest.approx(0.5, abs=0.1)
    assert near["far"].within(0.5)
    assert far["far"].below < 0.05
    assert not far["far"].within(0.9)
    assert "bound" not in near


def test_shares_are_of_the_figures() -> None:
    rows = [Covered("capability", FIGURES[0], below) for below in (0.5, 0.7, 0.8, 0.99)]
    assert share_within(rows, 0.5) == 0.5
    assert share_within(rows, 0.9) == 0.75
    assert share_within([], 0.9) is None


def test_made_figures_have_the_errors_of_the_likelihood() -> None:
    """Of a figure made with its own errors, the share below is even: no more outside nine tenths than a tenth."""
    figures = {"capability": (FIGURES[0],)}
    likelihood = Likelihood.of(weighing(figures=figures))
    block = likelihood.beside[0].block
    random = np.random.default_rng(2)
    worlds = draw(growth(), 2000, 3)
    run = likelihood.run({name: values[:1].repeat(2000) for name, values in worlds.values.items()})
    middle = likelihood.beside[0].compared(run)[0, 0]
    (each,) = covered(likelihood, run, random)
    away = (block.seen[0] - middle) / np.sqrt(block.spread[0, 0])  # type: ignore[union-attr]
    draws = random.standard_t(6, 200_000)
    assert each.below == pytest.approx((draws < away).mean(), abs=0.04)


def test_made_errors_have_the_tails_of_the_likelihood() -> None:
    """Of a Student t of six degrees 2.4 % lies beyond three of its widths, of a normal distribution .27 %."""
    block = Likelihood.of(weighing(figures={"capability": (FIGURES[0],)})).beside[0].block
    assert isinstance(block, ValueBlock)
    made = module._errors(block, 200_000, np.random.default_rng(1))[0] / np.sqrt(block.spread[0, 0])
    assert (np.abs(made) > 3).mean() == pytest.approx(0.024, abs=0.002)
