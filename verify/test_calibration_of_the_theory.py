"""Calibration of the whole theory over made records: ranks inside a simultaneous band, planted mechanisms back at their rate.

A record is made from a world of the prior, with the likelihood's own errors, and the world is then looked for. Bounds and targets
are left out, since a bound is no figure that could be made.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from dualtrack.app.bind import bind
from dualtrack.lab.calibrate.formula_block import DEGREES, ValueBlock
from dualtrack.lab.calibrate.landscape import WorldLandscape
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.calibrate.temper import Tempering, temper
from dualtrack.lab.matching import weighing
from dualtrack.targets.numeric.arrays import Array

SETS, PLANTED = 60, 40
"""Made records over which ranks are told, and those in which mechanisms and numbers are looked for."""
SETTINGS = Tempering(particles=120, warm=4, least=8, most=16)
CHANCE = 0.01
"""That sound ranks leave the band anywhere, over all numbers together."""
DEPENDENT = 3.0
"""How much wider the error of a rate over all numbers is than if numbers of one record were independent: an upper guess."""
FAR = 4.0
"""Standard errors from a rate at which chance leaves off."""


@cache
def made() -> tuple[tuple[str, ...], Array, Array, Array]:
    """The numbers by name, their ranks [number, set], the truths [number, set], and the share of draws with each above zero.

    Ranks among draws of one value, as of a switch that is off, are drawn.
    """
    plain = Likelihood.of(weighing(bind()))
    kept = tuple(each for each in plain.beside if isinstance(each.block, ValueBlock))
    plain = replace(plain, beside=kept, weighing=replace(plain.weighing, targets=()))
    landscape, random = WorldLandscape.of(plain), np.random.default_rng(7)
    latent, ranks, truths, on = landscape.latent, [], [], []
    for seed in range(SETS):
        truth = random.standard_normal((landscape.dimension, 1))
        rows = plain.run(latent.values(truth))
        beside = []
        for each in kept:
            assert isinstance(each.block, ValueBlock)
            errors = np.linalg.cholesky(each.block.spread) @ random.standard_normal(len(each.block.seen))
            scale = np.sqrt(DEGREES / random.chisquare(DEGREES))
            beside.append(replace(each, block=replace(each.block, seen=each.compared(rows)[:, 0] + errors * scale)))
        cloud = temper(WorldLandscape.of(replace(plain, beside=tuple(beside))), SETTINGS, np.random.default_rng(seed))
        values, true = latent.values(cloud.state), latent.values(truth)
        drawn, there = (np.stack([found[name] for name in latent.names]) for found in (values, true))
        below, same = (drawn < there).mean(axis=1), (drawn == there).mean(axis=1)
        ranks.append(below + same * random.random(len(below)))
        truths.append(there[:, 0])
        on.append((drawn > 0).mean(axis=1))
    return latent.names, np.array(ranks).T, np.array(truths).T, np.array(on).T


def distance(ranks: Array) -> Array:
    """How far each number's ranks [number, set] lie from evenly spread ones, at most (Kolmogorov and Smirnov)."""
    ordered, count = np.sort(ranks, axis=1), ranks.shape[1]
    steps = np.arange(count + 1) / count
    return np.asarray(np.maximum(np.abs(ordered - steps[1:]), np.abs(ordered - steps[:-1])).max(axis=1))


def test_ranks_of_every_number_lie_inside_the_simultaneous_band() -> None:
    names, ranks, *_ = made()
    random = np.random.default_rng(11)
    farthest = [distance(random.random(ranks.shape)).max() for _ in range(2000)]
    band = float(np.quantile(farthest, 1 - CHANCE))
    found = distance(ranks)
    assert found.max() <= band, f"{names[int(found.argmax())]}: {found.max():.3f} beyond {band:.3f}"


def test_planted_mechanisms_exist_as_often_as_draws_say() -> None:
    """Over records, the share of draws in which a mechanism exists is the rate at which it was planted (a sum of Bernoulli)."""
    names, _, truths, on = made()
    model = bind().model
    places = [names.index(name) for name in model.switches]
    said, planted = on[places, :PLANTED], truths[places, :PLANTED] > 0
    spread = np.sqrt((said * (1 - said)).sum())
    assert abs(said.sum() - planted.sum()) <= FAR * spread


def test_planted_numbers_lie_in_nine_tenths_of_draws_at_that_rate() -> None:
    _, ranks, *_ = made()
    within = ((ranks[:, :PLANTED] > 0.05) & (ranks[:, :PLANTED] < 0.95)).mean()
    alone = np.sqrt(0.9 * 0.1 / ranks[:, :PLANTED].size)
    assert abs(within - 0.9) <= DEPENDENT * FAR * alone
