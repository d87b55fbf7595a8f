"""Cut tests: what a link adds is known here by hand; the rule counts months, tenths and halves of the worlds as it says."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_cut import CutEffect, CutQuestion, Cuts, cut_tests, interaction
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.language.cut import Edge
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import draining, growth
from tests.refusals import refused

OPEN, CLOSED = Regime("open", {"access": Path(((2020.0, 1.0),))}), Regime("closed", {"access": Path(((2020.0, 0.0),))})
CLOCK = Clock(2020.0, 2060.0, 1 / 16, 1 / 4)
RULE = LagRule(2026.9, 2060.0, (0.6, 0.7), resamples=50)
QUESTION = CutQuestion(OPEN, CLOSED, "capability", "capability", 2032.0)
EDGES: dict[str, Edge] = {name: (f"diverted_effort.{name}", "progress") for name in ("tools", "memory")}
CUTS = {**{name: [edge] for name, edge in EDGES.items()}, "both": list(EDGES.values())}
FIXED = {"base_speed": 0.06, "help_of_access": 0.01, "loss_by_diversion": 0.05, "mechanism": 1.0}
SPEED = {"closed": 0.06, "open": 0.06 + 0.01 - 0.05, "tools": 0.06 + 0.01 - 0.025, "both": 0.06 + 0.01}
"""Capability gained in a year: access helps, and each of two links carries half of what it drives away."""


def run_cuts(worlds: Worlds | None = None) -> Cuts:
    one = Worlds({name: np.array([value]) for name, value in FIXED.items()}, None, 0, 1)
    return cut_tests(growth(), QUESTION, CUTS, worlds or one, CLOCK, rule=RULE)


def waits(name: str) -> np.ndarray:
    """Years from 2026.9 to each threshold, from a capability of 0.05 in 2020."""
    return np.array([(threshold - 0.05) / SPEED[name] - 6.9 for threshold in RULE.thresholds])


def level(name: str) -> float:
    return float(np.log(0.05 + 12 * SPEED[name]))


def test_a_link_adds_the_lag_that_its_cut_takes_away() -> None:
    found = run_cuts()
    assert found.lag.months[0] == pytest.approx(12 * (waits("open") - waits("closed")).mean())
    for cut in ("tools", "both"):
        assert found.effects[cut].months[0] == pytest.approx(12 * (waits("open") - waits(cut)).mean())
        assert found.effects[cut].lag.months[0] == pytest.approx(12 * (waits(cut) - waits("closed")).mean())
    assert found.effects["memory"].months[0] == pytest.approx(found.effects["tools"].months[0])


def test_the_valued_outcome_changes_by_what_the_link_carried() -> None:
    found = run_cuts()
    for cut in ("tools", "both"):
        assert found.effects[cut].change[0] == pytest.approx(level("open") - level(cut))
        assert found.effects[cut].effect[0] == pytest.approx(level("open") - level("closed"))


def test_what_two_tracks_add_only_together_is_what_is_left_of_their_sum() -> None:
    both = interaction(run_cuts(), "tools", "memory", "both")
    joint = waits("open") - 2 * waits("tools") + waits("both")
    assert both.joint_months[0] == pytest.approx(12 * joint.mean())
    assert both.joint_value[0] == pytest.approx(level("open") - 2 * level("tools") + level("both"))
    hazards = np.log(waits("open")) - 2 * np.log(waits("tools")) + np.log(waits("both"))
    assert both.joint_hazard[0] == pytest.approx(-hazards.mean())
    assert both.first_months[0] > 1 > 0.01 > both.second_value[0]
    assert both.support() == 0.0
    assert both.support(value=-10.0) == 1.0


def test_a_mechanism_that_is_off_carries_nothing() -> None:
    worlds = Worlds({name: np.array([value]) for name, value in (FIXED | {"mechanism": 0.0}).items()}, None, 0, 1)
    effect = run_cuts(worlds).effects["both"]
    assert (effect.months[0], effect.change[0], effect.either, effect.matters) == (0.0, 0.0, 0.0, False)


def test_worlds_in_blocks_are_the_worlds_together() -> None:
    worlds = hold(growth(), draw(growth(), 520, 7), {"loss_by_diversion": 0.03})
    whole, part = run_cuts(worlds), run_cuts(worlds.part(505, 515))
    np.testing.assert_allclose(part.effects["both"].change, whole.effects["both"].change[505:515], rtol=1e-12)


def effect(months: list[float], change: list[float], of: list[float]) -> CutEffect:
    return CutEffect((), run_cuts().lag, np.array(months), np.array(change), np.array(of))


def test_the_rule_counts_three_months_or_a_tenth_in_half_of_the_worlds() -> None:
    found = effect([3.0, -3.1, 2.9, np.nan], [0.1, 0.0, -0.11, 0.09], [1.0, 0.0, 1.0, -1.0])
    assert (found.by_lag, found.by_value, found.either) == (0.5, 0.5, 0.75)
    assert found.matters
    assert not effect([3.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]).matters
    assert effect([0.0, 0.0], [-0.1, 0.0], [1.0, 1.0]).matters


def test_what_is_less_than_one_per_cent_has_no_tenth() -> None:
    assert effect([0.0], [0.009], [0.009]).by_value == 0.0
    assert effect([0.0], [0.009], [-0.011]).by_value == 1.0


def test_a_world_without_a_lag_has_no_months() -> None:
    assert effect([np.nan], [0.0], [0.0]).months_band is None
    band = effect([np.nan, 2.0], [0.0, 0.0], [0.0, 0.0]).months_band
    assert band is not None
    assert band.median == 2.0


def test_a_cut_that_takes_nothing_away_is_refused() -> None:
    refused(RunError, lambda: cut_tests(growth(), QUESTION, {"none": []}, draw(growth(), 2, 7), CLOCK, rule=RULE))


def test_an_outcome_without_a_logarithm_is_refused() -> None:
    question = replace(QUESTION, valued="diverted_share")
    error = refused(RunError, lambda: cut_tests(growth(), question, CUTS, draw(growth(), 2, 7), CLOCK, rule=RULE))
    assert "diverted_share" in error.what


def test_worlds_that_fail_are_left_out_and_none_left_is_refused() -> None:
    model, clock = draining(), Clock(2020.0, 2028.0, 1 / 16, 1 / 4)
    shut, wide = Regime("shut", {"opening": Path(((2020.0, 0.0),))}), Regime("wide", {"opening": Path(((2020.0, 1.0),))})
    question = CutQuestion(wide, shut, "level", "level", 2022.0)
    worlds, rule = Worlds({"drain": np.array([0.05, 0.3])}, None, 0, 2), LagRule(2020.5, 2028.0, (0.9,), 50)
    cuts = {"drain": [("outflow", "level")]}
    assert cut_tests(model, question, cuts, worlds, clock, rule=rule).sound.tolist() == [True, False]
    refused(RunError, lambda: cut_tests(model, question, cuts, worlds.part(1, 2), clock, rule=rule))
