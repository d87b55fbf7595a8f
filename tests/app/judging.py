"""A few claims whose judgement is cheap, for every test that reads one."""

from dualtrack.lab.judge_all import Docket
from dualtrack.language.statements.claim_test import MechanismGroup
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS, MECHANISM_GROUPS

KEPT = ("P1", "P5", "L2", "L5", "U2", "H9")
HALVES = tuple(
    MechanismGroup(name, (name, name), tuple(switch for group in groups for switch in group.switches))
    for name, groups in (("one", MECHANISM_GROUPS[:3]), ("other", MECHANISM_GROUPS[3:]))
)
"""Two groups make four coalitions, where the six of the theory make sixty-four."""
SMALL = Docket(tuple(test for test in CLAIM_TESTS if test.id in KEPT), attributed=("L5",), groups=HALVES)


def quiet(stage: str, done: int, total: int) -> None:
    """Hear how far the work is."""
    assert 0 <= done <= total
