"""Draw worlds by the record, twice, by two streams of one seed, and say what moved and whether the two agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from dualtrack.lab.calibrate.agreement import agreement
from dualtrack.lab.calibrate.calibration import Calibration, FactBeside, MovedNumber
from dualtrack.lab.calibrate.figures_covered import covered
from dualtrack.lab.calibrate.landscape import WorldLandscape
from dualtrack.lab.calibrate.likelihood import Likelihood, Weighing
from dualtrack.lab.calibrate.moves import CYCLE
from dualtrack.lab.calibrate.temper import POINTS, Cloud, Tempering, temper
from dualtrack.lab.record.judge_facts import judge_if_any
from dualtrack.lab.record.measure import SavedRun
from dualtrack.lab.runs.cluster import Cluster
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.verdicts.existence import existence_factors
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.lab.worlds.latent import Latent
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.checked import checked
from dualtrack.language.statements.ledger import Fact, variables
from dualtrack.targets.numeric.arrays import Array

RUNGS = 9
"""Temperatures that are usual, for saying how far a draw is."""
DRAWS = ("first draw", "second draw")


@checked
def calibrate(
    weighing: Weighing,
    seed: int,
    tempering: Tempering | None = None,
    *,
    facts: Sequence[Fact] = (),
    tilt: str = "",
    progress: StagedProgress | None = None,
    cluster: Cluster | None = None,
) -> Calibration:
    """Draw worlds by a `weighing`, twice, by `seed` and with as many particles and moves as `tempering` says.

    `facts` are held beside the prior and beside what was drawn; `tilt` is the name of the prior that the weighing's model has;
    `progress` counts worlds, and a `cluster` makes the two draws at once. Tempered sequential Monte Carlo (Del Moral and others,
    2006). Raises `RunError` where no world of the prior is possible, or a fact or figure lies outside the run.
    """
    likelihood, settings = Likelihood.of(weighing), tempering or Tempering()
    landscape = WorldLandscape.of(likelihood)
    clouds = _clouds(landscape, settings, seed, progress, cluster)
    latent = landscape.latent
    states = [latent.joined(each.state) for each in clouds]
    found = agreement(latent.names, states[0], states[1], (clouds[0].log_evidence, clouds[1].log_evidence))
    drawn = _worlds(latent, clouds)
    run = likelihood.run(drawn.values, variables(facts))
    before = likelihood.run(draw(weighing.model, drawn.count, seed).values, variables(facts))
    switches = existence_factors(weighing.model, Population("", ("", ""), drawn).all_kept, weighing.model.switches)
    return Calibration(
        weighing=weighing,
        tilt=tilt,
        seed=seed,
        clouds=(clouds[0], clouds[1]),
        agreement=found,
        drawn=drawn,
        numbers=_moved(latent.names, states[0], states[1]),
        switches=switches,
        cover=covered(likelihood, run, stream(seed, len(clouds))),
        facts=tuple(_beside(each, likelihood, before, run) for each in facts if each.is_test),
    )


def _clouds(
    landscape: WorldLandscape, settings: Tempering, seed: int, progress: StagedProgress | None, cluster: Cluster | None
) -> list[Cloud]:
    """The two draws, one after the other here, or at once on a cluster."""
    if cluster is not None:
        return cluster.in_order(partial(_cloud, landscape.likelihood.weighing, settings, seed), range(len(DRAWS)))
    tell = [_teller(progress, stage, landscape.dimension, settings) for stage in DRAWS]
    return [temper(landscape, settings, stream(seed, place), told) for place, told in enumerate(tell)]


def _cloud(weighing: Weighing, settings: Tempering, seed: int, place: int) -> Cloud:
    """One of the draws, on a worker."""
    return temper(WorldLandscape.of(Likelihood.of(weighing)), settings, stream(seed, place))


def stream(seed: int, place: int) -> np.random.Generator:
    """The random stream of this place among those of one `seed`, independent of all others (Salmon and others, 2011)."""
    return np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, place])))


def _teller(progress: StagedProgress | None, stage: str, dimension: int, settings: Tempering) -> Callable[[int], None] | None:
    """Says how many worlds were run, of as many as a draw usually takes."""
    if progress is None:
        return None
    rounds = settings.warm * (RUNGS - 1) + settings.most
    usual = settings.particles * (1 + rounds * len(CYCLE)) + RUNGS * 2 * dimension * POINTS

    def told(tried: int) -> None:
        progress(stage, tried, max(usual, tried))

    return told


def _worlds(latent: Latent, clouds: Sequence[Cloud]) -> Worlds:
    """The worlds of all clouds, in their order; they have no number under which a seed would draw them."""
    values = latent.values(np.concatenate([each.state for each in clouds], axis=1))
    total = sum(each.state.shape[1] for each in clouds)
    return Worlds({name: values[name] for name in latent.model.drawn}, None, 0, total)


def _moved(names: Sequence[str], one: Array, other: Array) -> tuple[MovedNumber, ...]:
    both = np.concatenate([one, other], axis=1)
    rows = zip(names, both.mean(axis=1), both.std(axis=1), one.mean(axis=1), other.mean(axis=1), strict=True)
    found = [MovedNumber(name, float(shift), float(width), (float(a), float(b))) for name, shift, width, a, b in rows]
    return tuple(sorted(found, key=lambda each: (-each.told, each.name)))


def _beside(fact: Fact, likelihood: Likelihood, before: SavedRun, after: SavedRun) -> FactBeside:
    shares = [judge_if_any(fact, likelihood.weighing.look, run).share or 0.0 for run in (before, after)]
    asked = {check.measure.variable for check in fact.tests}
    return FactBeside(fact, shares[0], shares[1], not asked.isdisjoint(likelihood.save))
