"""Do verdicts hang on the step? Each claim of the lower track in accepted worlds at a step of 1/16 and of 1/64 of a year.

Steps are Euler's, so that some error of the step is told in enough worlds; what counts is that a share surely moves by less than
two points, its sampling error included. One that may move further is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import Truths, claim_truths
from dualtrack.lab.kept_table import first_accepted
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.claim_test import ClaimTest

WORLDS, SEED = 2000, 7
FINE = 1 / 64
MOST, ERRORS = 0.02, 2.0
UPPER = ("U", "T", "A", "C1", "C3", "H3", "H7")
"""Claims that speak of the upper track."""


@dataclass(frozen=True)
class Moved:
    """A claim's share at both steps, and the standard error of their difference in the same worlds."""

    claim: str
    coarse: float
    fine: float
    error: float

    @property
    def holds(self) -> bool:
        """Whether the share surely moves by no more than is allowed."""
        return abs(self.fine - self.coarse) + ERRORS * self.error <= MOST

    def __str__(self) -> str:
        return f"{self.claim:12} {self.coarse:.3f} {self.fine:.3f} {self.fine - self.coarse:+.3f} {self.error:.3f}"


def asked() -> Iterator[ClaimTest]:
    """Each claim of the lower track as drawn and, where it is asked so, again as its theory names it."""
    theory = bind().theory
    for test in theory.tests:
        if isinstance(test, ClaimTest) and not test.id.startswith(UPPER):
            yield test
            again = [each for each in test.variants if each.label == theory.display.asked_again]
            yield from (replace(test, id=f"{test.id} again", condition=each.condition, variants=()) for each in again)


def truths(tests: list[ClaimTest], step: float) -> Truths:
    laboratory = bind()
    clock = Clock(laboratory.theory.clock.start, laboratory.theory.clock.stop, step, laboratory.theory.clock.save)
    stage = stage_for(laboratory.model, laboratory.regimes, clock, [each for test in tests for each in reads(test)])
    tilt = laboratory.theory.tilts[0]
    return claim_truths(
        stage, tests, Population(tilt.name, tilt.label, first_accepted(laboratory, WORLDS, SEED)), lambda *_: None
    )


def moves() -> list[Moved]:
    """What a step of a quarter of the usual one moves, claim by claim."""
    tests = list(asked())
    coarse, fine = (truths(tests, step) for step in (bind().theory.clock.step, FINE))
    found = []
    for place, test in enumerate(tests):
        both = coarse.computable[place] & fine.computable[place]
        one, other = (each.true[place][both].astype(float) for each in (coarse, fine))
        error = float(np.std(other - one) / np.sqrt(max(len(one), 1)))
        found.append(Moved(test.id, float(one.mean()), float(other.mean()), error))
    return found


@pytest.fixture(scope="module")
def found() -> list[Moved]:
    return moves()


def test_no_share_moves_with_the_step(found: list[Moved]) -> None:
    assert len(found) > 20
    far = [str(each) for each in found if not each.holds]
    assert not far, "\n".join(far)
