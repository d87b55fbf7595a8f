"""The nearest failing world of models whose edge of failure is known by hand, what history leaves of it, and what mends it."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from dualtrack.errors import RegimeError, RunError
from dualtrack.lab.breaking.break_regime import break_regime
from dualtrack.lab.breaking.broken import Broken, FailingWorld
from dualtrack.lab.breaking.limit_state import LimitState
from dualtrack.lab.breaking.nearest_failure import nearer_worlds
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.record.accept import Matching
from dualtrack.lab.statistics.normal import normal_share
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.ledger import Level, Stated
from dualtrack.language.statements.target import Target, Tolerance
from tests.lab.breaking.edges import CLOCK, OPEN, RANGE, WEIGHTS, broken, edges, look, setting
from tests.lab.toys import draining

LENGTH = sqrt(sum(weight**2 for weight in WEIGHTS.values()))
OFF = 0.8416212335729142
"""Standard deviations below the middle at which a mechanism is not there, as it is in a fifth of worlds."""


def nearest(found: Broken) -> FailingWorld:
    assert found.nearest is not None and found.told is not None
    return found.nearest


def below(limit: float) -> Matching:
    """History says that the first number, as a normal one, is at most this."""
    target = Target("M", ("A target", "目标"), Level("normal_a", 2025.0), "at_most", Stated(limit, "anyone"), Tolerance(1e-4))
    return Matching(edges(), OPEN, CLOCK, (target,), look, spared=0)


@pytest.mark.parametrize("distance", [0.5, 1.5, 2.5])
def test_a_flat_edge_is_as_far_as_hasofer_and_lind_say(distance: float) -> None:
    found = broken(f"flat < {distance * LENGTH}")
    assert nearest(found).distance == pytest.approx(distance, rel=0.02)
    off = {each.name: each for each in nearest(found).off}
    for name in "abc":
        assert off[name].carries == pytest.approx((WEIGHTS[name] / LENGTH) ** 2, abs=0.03)
        assert off[name].deviations == pytest.approx(distance * WEIGHTS[name] / LENGTH, rel=0.1)
    assert "e" not in off and "mechanism" not in off
    assert nearest(found).answers[0] == pytest.approx(distance * LENGTH, rel=0.005)


def test_what_is_told_needs_few_numbers_and_lies_hardly_farther() -> None:
    found = broken(f"flat < {1.5 * LENGTH}")
    assert found.told is not None
    assert [each.name for each in found.told.off] == ["a", "b"]
    assert found.told.distance == pytest.approx(1.5 * LENGTH / sqrt(13.0), rel=0.02)
    assert [each.alone for each in found.told.off] == ["mended", "mended"]


def test_a_mechanism_is_off_at_the_nearest_edge_of_its_plateau() -> None:
    found = broken("stepped < 0.5")
    assert nearest(found).distance == pytest.approx(OFF, abs=1e-6)
    assert [each.name for each in nearest(found).off] == ["mechanism"]
    farther = broken("stepped < 1.03")
    assert nearest(farther).distance == pytest.approx(sqrt(OFF**2 + (3 / LENGTH) ** 2), rel=0.02)
    assert nearest(farther).values["mechanism"] == 0.0


def test_of_two_design_points_the_nearer_is_found_although_the_slope_leads_to_the_other() -> None:
    found = broken("bent < 2")
    assert nearest(found).distance == pytest.approx(sqrt(2 / 1.5), rel=0.02)
    assert nearest(found).off[0].deviations < 0


def test_any_part_of_the_condition_may_be_what_fails() -> None:
    found = broken(f"flat < {2 * LENGTH} and normal_a > -1")
    assert nearest(found).distance == pytest.approx(1.0, rel=0.02)
    assert nearest(found).off[0].name == "a" and nearest(found).off[0].deviations < 0


def test_a_world_that_history_rules_out_is_no_answer() -> None:
    """With the first number held to its middle at most, the others must go all the way: 1.5 times 3.77 over the root of 5.25."""
    found = broken(f"flat < {1.2 * LENGTH}", below(0.0), worlds=1500)
    others = sqrt(sum(weight**2 for name, weight in WEIGHTS.items() if name != "a"))
    assert nearest(found).distance == pytest.approx(1.2 * LENGTH / others, rel=0.03)
    assert nearest(found).values["a"] <= 0.5 + 1e-3
    assert found.counted.accepted < 0.6 * found.counted.drawn


def test_none_of_many_random_worlds_is_nearer_and_fails() -> None:
    found = broken(f"flat < {1.5 * LENGTH}")
    limit = LimitState.of(setting(), found.condition, None)
    random = np.random.Generator(np.random.Philox(key=11))
    point = np.array([_deviations(found, name) for name in limit.latent.names])
    tried = nearer_worlds(limit, point, 20_000, random)
    assert not limit.at(0.995 * tried).broken.any()
    drawn = random.standard_normal((len(point), 20_000))
    failing = np.linalg.norm(drawn[:, limit.at(drawn).broken], axis=0)
    assert len(failing) and failing.min() > nearest(found).distance


def _deviations(found: Broken, name: str) -> float:
    return next((each.deviations for each in nearest(found).off if each.name == name), 0.0)


def test_the_lever_that_mends_is_moved_by_what_a_hand_reckons() -> None:
    """With half a standard deviation of room the outcome is half its spread above the edge, which the lever must take away."""
    found = broken(f"flat < {1.5 * LENGTH}", worlds=2000)
    best = found.mends[0]
    (move,) = best.nearest
    assert (move.name, move.upward, move.start) == ("brake", True, 0.0)
    assert move.share == pytest.approx(0.5 * sqrt(13.0) / RANGE, rel=0.03)
    assert move.value == pytest.approx(move.share * RANGE)
    assert found.then == pytest.approx(1.5 + move.value / LENGTH, rel=0.03)
    (half,) = best.half
    middle = _middle_of_tail(1.5) - 1.5
    assert half.value / LENGTH == pytest.approx(middle, abs=0.12)
    assert best.all_mended >= 0.9 * best.failing and best.spoilt == 0
    assert {moved.name for each in found.mends for moved in each.whole} == {"brake"}


def _middle_of_tail(edge: float) -> float:
    """The median of a normal number above an edge."""
    places = np.linspace(edge, 5.0, 20_001)
    return float(places[np.argmin(np.abs(normal_share(-places) - normal_share(np.array([-edge]))[0] / 2))])


def test_failing_worlds_too_rare_to_draw_are_drawn_around_the_nearest() -> None:
    found = broken(f"flat < {3.2 * LENGTH}")
    assert nearest(found).distance == pytest.approx(3.2, rel=0.02)
    assert found.counted.failing < 5 and found.around
    assert found.mends[0].failing == 100


def test_a_regime_that_fails_in_the_middle_is_told_so() -> None:
    found = broken("flat < -1")
    assert (found.middle_fails, nearest(found).distance, nearest(found).off) == (True, 0.0, ())
    (move,) = found.mends[0].nearest
    assert move.value == pytest.approx(1.0, abs=0.05)


def test_where_nothing_fails_no_world_is_made_up() -> None:
    found = broken("flat < 500")
    assert (found.nearest, found.told, found.mends, found.half_space) == (None, None, (), None)
    assert found.counted.bound == pytest.approx(3 / 400)
    assert found.to_dict()["distance"] is None and found.to_rows() == []


def test_the_same_seed_finds_the_same() -> None:
    text = f"flat < {1.5 * LENGTH}"
    assert broken(text).to_dict() == broken(text).to_dict()
    assert broken(text).to_dict() != broken(text, seed=8).to_dict()


def test_worlds_that_do_not_finish_neither_keep_nor_break() -> None:
    """The tank runs dry, and its logarithm fails, where the drain is fast: those worlds are no failure of the regime."""
    running = Setting(draining(), Regime("running"), None, Clock(2020.0, 2024.0, 0.25, 0.25))
    found = break_regime(running, read_condition("log_level < 0.5", draining(), 2024.0), None, 200)
    assert found.nearest is None
    assert found.counted.keeping < 200 and found.counted.failing == 0


def test_a_result_is_shown_within_a_screen_and_is_its_own_data() -> None:
    found = broken(f"flat < {1.5 * LENGTH}")
    assert len(repr(found).splitlines()) < 20 and "1.5" in repr(found)
    data = found.to_dict()
    assert data["told"]["numbers"][0]["unit"] == "1"
    assert data["middle"]["reads"][0]["value"] == pytest.approx(0.0, abs=1e-9)
    assert [row["name"] for row in found.to_rows()] == ["a", "b"]
    assert found.half_space == pytest.approx(0.067, abs=0.004)


def test_what_cannot_be_asked_is_refused() -> None:
    with pytest.raises(RegimeError, match="needs a regime to compare"):
        broken("difference(flat) < 1")
    with pytest.raises(RunError, match="history leaves none"):
        broken("flat < 1", replace(below(-9.0)))


def test_a_later_step_of_a_lever_moves_with_it() -> None:
    rising = Regime("rising", {"brake": Path(((2020.0, 0.0), (2025.0, 1.0)))}, ("Rising", "上升"), parts_at=2022.0)
    found = broken(f"flat < {1.5 * LENGTH}", regime=rising)
    assert nearest(found).distance == pytest.approx(1.5 + 1 / LENGTH, rel=0.02)
    (move,) = found.mends[0].nearest
    assert move.share == pytest.approx(0.5 * sqrt(13.0) / RANGE, rel=0.03)
