"""What is planted gets its due: a claim whose mechanism is off is hardly ever true, and a rival at full strength holds."""

from functools import cache

import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.statistics.share import side
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from tests.app.judging import quiet

OTHERS = {"H1", "H1b", "H2", "H7", "H8", "H9"}
PLANTED = {"L2", "L5", "U3", *OTHERS}


@cache
def sides(planted: str) -> dict[str, str]:
    docket = Docket(tuple(test for test in CLAIM_TESTS if test.id in PLANTED), attributed=(), groups=())
    found = judge_all(bind(), 40, 7, quiet, planted=planted, docket=docket)
    return {each.test.id: side([answer.last.share for answer in each.answers]) for each in found.judgements}


@pytest.mark.parametrize(("planted", "never"), [("nothing", PLANTED), ("essay", OTHERS), ("rivals", {"U3"})])
def test_what_is_planted_off_is_true_in_a_fifth_of_worlds_at_most(planted: str, never: set[str]) -> None:
    assert {name for name in never if sides(planted)[name] != "below"} == set()


def test_rivals_at_full_strength_hold_where_no_other_hides_them() -> None:
    assert sides("rivals")["H8"] == "above"
