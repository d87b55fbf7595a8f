"""Toys in which one number decides two claims, among others that decide nothing or little."""

from collections.abc import Sequence

import numpy as np

from dualtrack.lab.information.claim_stake import ClaimStake
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is
from dualtrack.targets.numeric.arrays import Array, Mask

NUMBERS = 30
_MEASURE = Gap(Point(Arm("open"), "catch", 2030.0), Point(Arm("shut"), "catch", 2030.0), "difference")


def stake(name: str, among: Mask, true: Mask) -> ClaimStake:
    """A claim that is true in these worlds, whatever its test."""
    words = (name, name)
    return ClaimStake(ClaimTest(name, words, Is(_MEASURE, "above", 0.0), _MEASURE), "holds", among, true)


def planted(seed: int, worlds: int) -> tuple[dict[str, Array], Sequence[ClaimStake], str]:
    """Numbers of so many worlds, two claims, and the name of the number that carries most of both.

    It carries half of the first claim's variance and two fifths of the second's, in which a third of the worlds are not asked;
    four others carry the rest, at most a sixth each.
    """
    chance = np.random.default_rng(seed)
    names = [f"number_{place}" for place in range(NUMBERS)]
    values = {name: chance.standard_normal(worlds) for name in names}
    values[names[0]] = np.maximum(values[names[0]], 0.0)
    first, *others = chance.permutation(names[1:])[:5].tolist()
    rest = sum(values[name] for name in others) / 2
    among = chance.random(worlds) < 2 / 3
    one = np.sqrt(0.5) * values[first] + np.sqrt(0.5) * rest > 0.2
    two = np.sqrt(0.4) * values[first] - np.sqrt(0.6) * rest > -0.3
    return values, (stake("one", np.ones(worlds, dtype=bool), one), stake("two", among, two[among])), first
