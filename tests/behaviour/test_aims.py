"""What governments are supposed to want: more of it is more, a floor asks for nothing below itself, and nothing reacts to it."""

import math

import numpy as np
import pytest

from dualtrack.lab.claims.arm_readings import ArmReadings
from dualtrack.lab.claims.effect import Subset, values
from dualtrack.language.statements.claim_measure import Fall, Point, readings
from dualtrack.theory.dual_track.claims.claim_runs import BROAD
from dualtrack.theory.dual_track.claims.claim_tests_aims import CHOICES, DESIGN_TEST, regret, replies
from dualtrack.theory.dual_track.sectors import aims
from tests.behaviour.theory import model

READ = [each for each in readings(DESIGN_TEST.headline) if isinstance(each, Point)]
AIMS = ("capability_beyond_floor", "washington_aim", "beijing_aim")


@pytest.mark.parametrize("aim", AIMS)
def test_no_equation_but_another_aim_reads_an_aim(aim: str) -> None:
    """A policy is held against an aim; that somebody has it is not put into the equations."""
    assert set(model().effects(aim)) <= set(AIMS)


def test_a_floor_asks_for_nothing_below_itself() -> None:
    assert aims.capability_beyond_floor(0.2, 0.3) == 0
    assert aims.capability_beyond_floor(0.5, 0.3) == pytest.approx(0.2)


def test_washington_is_supposed_to_want_the_story_the_floor_and_no_backlash() -> None:
    at_start = aims.washington_aim(70.0, 7.0, 10.0, 0.0, 1.0, 0.0, 0.1)
    assert at_start == 0
    assert aims.washington_aim(70.0 * math.e, 7.0, 10.0, 0.0, 1.0, 0.0, 0.1) == pytest.approx(1.0)
    assert aims.washington_aim(70.0, 7.0, 10.0, 0.2, 2.0, 0.0, 0.1) == pytest.approx(-0.4)
    assert aims.washington_aim(70.0, 7.0, 10.0, 0.0, 1.0, 0.5, 0.1) == pytest.approx(-0.05)


def test_beijing_is_supposed_to_want_earnings_and_a_chain_of_its_own() -> None:
    base = aims.beijing_aim(10.0, 1.0, 0.4, 0.5)
    assert base == pytest.approx(2.0)
    assert aims.beijing_aim(20.0, 1.0, 0.4, 0.5) > base < aims.beijing_aim(10.0, 1.0, 0.5, 0.5)
    assert aims.beijing_aim(20.0, 1.0, 0.4, 1.0) == pytest.approx(0.4)


def _made_up(levels: dict[str, float], liked: int) -> Subset:
    """One world in which each choice of Washington's pays a level, less for later answers, and Beijing likes one answer best."""
    points: dict[Point | Fall, np.ndarray] = {}
    for washington in CHOICES:
        for place, arm in enumerate(replies(washington)):
            for each in READ:
                if each.arm == arm:
                    pays = levels[washington.regime] - 10.0 * place
                    points[each] = np.array([pays if each.quantity == "washington_aim" else float(place == liked)])
    return Subset(ArmReadings(points, {}, {}), np.arange(1), ())


LEVELS = {"near_embargo": 0.0, "as_is": 1.0, "broad_opening": 3.0, "sliding_scale": 2.0, "free_trade": 4.0}


def test_regret_is_nothing_for_the_best_everything_for_the_worst_and_a_share_between() -> None:
    goes_on = _made_up(LEVELS, 0)
    found = {arm.regime: float(values(regret(arm, "washington_aim", 0.01), goes_on)[0]) for arm in CHOICES}
    assert found == {"near_embargo": 1.0, "as_is": 0.75, "broad_opening": 0.25, "sliding_scale": 0.5, "free_trade": 0.0}


def test_regret_counts_what_beijing_would_answer_and_not_what_washington_would_like_it_to() -> None:
    """The answer that Beijing likes best costs Washington twenty, and near-embargo leaves it no such answer."""
    answers = _made_up(LEVELS, 2)
    found = {arm.regime: float(values(regret(arm, "washington_aim", 0.01), answers)[0]) for arm in CHOICES}
    assert found["near_embargo"] == 0.0
    assert found["as_is"] == 1.0


def test_where_nothing_is_at_stake_there_is_no_regret_to_speak_of() -> None:
    assert np.isnan(values(regret(BROAD, "washington_aim", 0.01), _made_up(dict.fromkeys(LEVELS, 1.0), 0))[0])
