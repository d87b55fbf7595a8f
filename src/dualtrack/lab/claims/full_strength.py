"""Could the claim be true here at all? How often it holds where the mechanisms that carry it are at full strength.

A claim that no strength of its mechanism makes true is contradicted by the sizes that the model allows, not by the record.
"""

from __future__ import annotations

import numpy as np

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset, holds
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.verdict import Share, share
from dualtrack.lab.worlds.draw import hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest

FULL = 1.0


def at_full_strength(stage: Stage, test: ClaimTest, population: Population, progress: Progress | None = None) -> Share | None:
    """The share of worlds in which a claim holds with its switches at one and all else as drawn; none where it rests on none."""
    if not test.rests_on:
        return None
    seen = stage.see(reads(test), hold(stage.model, population.worlds, dict.fromkeys(test.rests_on, FULL)), progress)
    sound = np.flatnonzero(np.logical_and.reduce([seen.sound[arm] for arm in arms_of(test)]))
    if not len(sound):
        return None
    weights = population.weight(sound)
    return share(holds(test.condition, Subset(seen, sound, stage.rule.thresholds, weights)), weights)
