"""Discovery in a model whose answer is known: the region is found, told in fresh worlds, and stable."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import _region, discover
from dualtrack.lab.questions.discovery import Discovery, Search
from dualtrack.lab.statistics.box import Box, Cases
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import draining, growth

CLOCK = Clock(2020.0, 2042.0, 1 / 4, 1 / 4)
CLOSED = Regime("closed", {"access": Path(((2020.0, 0.0),))})
OPENING = Regime("opening", {"access": Path(((2020.0, 0.0), (2026.0, 0.8)))})
ALONE, PAIRED = Setting(growth(), OPENING, None, CLOCK), Setting(growth(), OPENING, CLOSED, CLOCK)
RULE = LagRule(2026.0, 2040.0, (0.7, 0.9))
QUICK = Search(resamples=8)


def found(text: str, setting: Setting = ALONE, worlds: int = 800, seed: int = 7) -> Discovery:
    return discover(setting, read_condition(text, growth(), 2040.0), worlds, seed=seed, search=QUICK, rule=RULE)


def test_fast_worlds_are_those_with_a_high_speed() -> None:
    result = found("capability @ 2025 >= 0.35")
    region = result.regions[0]
    (limit,) = region.limits
    assert (limit.name, limit.end, limit.returns) == ("base_speed", "low", 1.0)
    assert limit.bound == pytest.approx(0.06, abs=0.0005)
    assert limit.chance < 1e-12
    assert region.is_dense and region.held.density > 0.97 and region.held.coverage > 0.97
    assert result.share == pytest.approx(0.5, abs=0.06)
    assert result.worlds == 800 and result.failed == 0


def test_limits_stand_by_how_little_they_could_be_chance_then_by_number_then_low_before_high() -> None:
    """Of three inputs the second alone tells; the third repeats the first, so that only its place tells them apart."""
    rank = np.arange(1000) / 1000
    other = (np.arange(1000) * 37 % 1000) / 1000
    cases = Cases(("one", "two", "three"), np.stack([other, rank, other]), (rank > 0.4) & (rank < 0.6))
    box = Box(np.array([0.01, 0.4, 0.01]), np.array([0.99, 0.6, 0.99]))
    region = _region(box, cases, QUICK, None)
    ends = [(limit.name, limit.end) for limit in region.limits]
    assert ends == [(name, end) for name in ("two", "one", "three") for end in ("low", "high")]
    assert region.limits[0].chance < region.limits[2].chance == region.limits[4].chance


def test_opening_delays_where_it_diverts() -> None:
    """The lag is positive only where the switch is on: the mechanism's strength must be bounded from below."""
    result = found("lag(capability) >= 12", PAIRED)
    limits = {(limit.name, limit.end) for limit in result.regions[0].limits}
    assert ("mechanism", "low") in limits
    assert ("mechanism", "high") not in limits
    assert not {name for name, _ in limits} & {"scale.tools", "scale.memory"}
    assert str(result.condition) == "lag(capability) >= 12"
    assert result.regions[0].held.density > 2 * result.share
    assert result.together.coverage >= result.regions[0].held.coverage


def test_the_same_seed_finds_the_same() -> None:
    assert found("capability >= 1.2") == found("capability >= 1.2")
    assert found("capability >= 1.2") != found("capability >= 1.2", seed=8)


def test_worlds_that_fail_are_counted_and_left_out() -> None:
    running = Setting(draining(), Regime("running"), None, Clock(2020.0, 2024.0, 1 / 4, 1 / 4))
    condition = read_condition("log_level < -1", draining(), 2024.0)
    result = discover(running, condition, 800, search=QUICK)
    assert 0 < result.failed < 3 * 800 / 2
    (limit,) = result.regions[0].limits
    assert (limit.name, limit.end) == ("drain", "low")


@pytest.mark.parametrize(("text", "said"), [("capability > 0", "holds in 800 of 800"), ("capability > 100", "holds in 0 of 800")])
def test_what_holds_everywhere_or_nowhere_has_no_region(text: str, said: str) -> None:
    with pytest.raises(RunError, match=said):
        found(text)


def test_a_search_needs_a_box() -> None:
    with pytest.raises(RunError, match="nothing can be searched"):
        replace(QUICK, boxes=0)
