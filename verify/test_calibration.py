"""Calibration at length: ranks over many made data sets, on a landscape and on a model, and the Student t of scipy."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import kstest, multivariate_t

from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.calibrate.formula_block import DEGREES, ValueBlock
from dualtrack.lab.calibrate.landscape import WorldLandscape
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.calibrate.temper import Tempering, temper
from dualtrack.lab.statistics.normal import normal_share
from tests.lab.calibrate.landscapes import Linear
from tests.lab.calibrate.test_likelihood import FIGURES, seen, weighing

MADE = 300
"""Data sets: an unevenness of .08 in ranks is then seen at one in a hundred."""
LEAST = 0.001
"""The chance below which ranks are said to be uneven."""


def test_ranks_of_a_linear_truth_are_even() -> None:
    settings, ranks = Tempering(particles=200, warm=3, least=8, most=8), []
    for seed in range(MADE):
        landscape = Linear(seed, dimension=3, rows=2)
        cloud = temper(landscape, settings, np.random.default_rng(1000 + seed))
        ranks.append((cloud.state < landscape.truth[:, None]).mean(axis=1))
    for number in np.array(ranks).T:
        assert kstest(number, "uniform").pvalue > LEAST


def test_ranks_of_a_models_truth_are_even() -> None:
    """Data are made from a world of the prior with the likelihood's own errors, and calibrated."""
    settings, random, ranks = Tempering(particles=200, warm=3, least=8, most=8), np.random.default_rng(7), []
    plain = Likelihood.of(weighing(floor=0.05))
    (beside,) = plain.beside
    assert isinstance(beside.block, ValueBlock)
    landscape = WorldLandscape.of(plain)
    for seed in range(MADE // 3):
        truth = random.standard_normal((landscape.dimension, 1))
        said = beside.compared(plain.run(landscape.latent.values(truth)))[:, 0]
        errors = np.linalg.cholesky(beside.block.spread) @ random.standard_normal(len(said))
        made = said + errors * np.sqrt(DEGREES / random.chisquare(DEGREES))
        block = replace(beside.block, seen=made)
        asked = replace(plain, beside=(replace(beside, block=block),))
        cloud = temper(WorldLandscape.of(asked), settings, np.random.default_rng(seed))
        place = landscape.latent.names.index("base_speed")
        ranks.append((cloud.state[place] < truth[place]).mean())
    assert kstest(ranks, "uniform").pvalue > LEAST


def test_points_of_the_prior_are_normal() -> None:
    values = np.random.default_rng(1).standard_normal(20_000)
    assert kstest(normal_share(values), "uniform").pvalue > LEAST


@pytest.mark.parametrize("floor", [0.1, 0.2, 0.4])
def test_a_block_is_the_multivariate_t_of_scipy(floor: float) -> None:
    figures: list[DatedFigure] = [*FIGURES, seen(0.6, 2028.0, 2029.0, "count")]
    block = ValueBlock.of("capability", "log odds", figures, floor)
    worlds = np.random.default_rng(2).uniform(0.1, 0.9, (4, 50))
    expected = multivariate_t(loc=block.seen, shape=block.spread, df=DEGREES).logpdf(block.said(worlds).T)
    assert block.log_density(block.whitened(worlds)) == pytest.approx(expected)
