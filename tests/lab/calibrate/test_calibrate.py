"""A toy calibrated: a planted number and a planted switch come back, twice alike; and what fails is no result."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.calibrate import calibrate, stream
from dualtrack.lab.calibrate.calibration import Calibration, MovedNumber
from dualtrack.lab.calibrate.likelihood import Weighing
from dualtrack.lab.calibrate.temper import Tempering
from dualtrack.language.scenario import Path, Regime
from dualtrack.language.statements.ledger import Check, Fact, Level, Stated
from tests.lab.calibrate.test_likelihood import CLOCK, look, seen
from tests.lab.toys import growth
from tests.refusals import refused

OPEN = Regime("open", {"access": Path(((2020.0, 1.0),))})
SPEED, LOSS = 0.07, 0.05
"""The truth that is planted, with access open and the mechanism there: capability gains 0.07 + 0.01 - 0.05 a year."""
SETTINGS = Tempering(particles=2000, warm=4, least=10, most=20)
FACT = Fact("F", ("It grows", "增长"), "level", (Check(Level("capability", 2030.0), "at_most", Stated(0.45, "anyone"), 0.02),))
UNTOLD = replace(FACT, id="U", tests=(Check(Level("progress", 2030.0), "at_most", Stated(0.45, "anyone"), 0.02),))
FED = replace(FACT, id="I", role="input")


def weighing(exists: bool) -> Weighing:
    gain = 0.07 + 0.01 - LOSS * exists
    rows = tuple(
        replace(seen(0.05 + gain * (year + 0.5 - 2020), year, year + 1), definition=0.002, grade="A")
        for year in (2024.0, 2026.0, 2028.0)
    )
    return Weighing(growth(), OPEN, CLOCK, {"capability": rows}, (), look, 0.02)


@cache
def calibrated(exists: bool) -> Calibration:
    return calibrate(weighing(exists), 3, SETTINGS, facts=(FACT, FED, UNTOLD), tilt="plain")


def test_a_planted_switch_and_the_gain_come_back() -> None:
    there, gone = calibrated(True), calibrated(False)
    assert there.switches["mechanism"].value > 20
    assert there.switches["mechanism"].says == "strong"
    assert gone.switches["mechanism"].value < 1
    values = there.worlds.values
    gain = values["base_speed"] + values["help_of_access"] - values["loss_by_diversion"] * values["mechanism"]
    assert gain.mean() == pytest.approx(0.03, abs=0.003)
    assert gain.std() < 0.005
    assert {each.name for each in there.numbers[:4]} >= {"mechanism", "base_speed"}
    idle = {each.name: each for each in there.numbers}["scale.tools"]
    assert idle.shift == pytest.approx(0.0, abs=0.1)
    assert idle.width == pytest.approx(1.0, abs=0.1)


def test_two_runs_agree_and_their_worlds_are_a_result() -> None:
    found = calibrated(True)
    assert found.agreement.holds
    assert abs(np.subtract(*found.agreement.log_evidence)) < 0.3
    assert found.worlds.count == 4000
    assert set(found.worlds.values) == set(growth().drawn)
    assert found.worlds.seed is None
    assert not np.array_equal(found.clouds[0].state, found.clouds[1].state)


def test_a_failed_calibration_is_no_result() -> None:
    failed = replace(calibrated(True), agreement=replace(calibrated(True).agreement, typical=0.06))
    error = refused(RunError, lambda: failed.worlds)
    assert "It failed" in error.what
    refused(RunError, failed.to_arviz)
    refused(RunError, failed.to_rows)
    refused(RunError, failed.to_polars)
    assert set(failed.printed_lines()) == {"tilt", "seed", "clouds", "agreement"}
    assert {"numbers", "switches", "facts"} <= set(calibrated(True).printed_lines())
    data = failed.to_dict()
    assert data["agrees"] is False
    assert "numbers" not in data
    assert "switches" not in data


def test_facts_are_told_before_and_after_and_what_was_fed_in_is_not() -> None:
    fact, untold = calibrated(True).facts
    assert not untold.is_weighed
    assert fact.fact.id == "F"
    assert fact.before < 0.7
    assert fact.after > 0.95
    assert fact.is_weighed


def test_the_same_seed_gives_the_same_worlds() -> None:
    small = Tempering(particles=100, warm=1, least=1, most=1)
    one, same, other = (calibrate(weighing(True), seed, small) for seed in (1, 1, 2))
    assert np.array_equal(one.clouds[1].state, same.clouds[1].state)
    assert not np.array_equal(one.clouds[0].state, other.clouds[0].state)
    assert stream(1, 0).random() != stream(1, 1).random()


def test_all_of_it_is_data() -> None:
    data = calibrated(True).to_dict()
    assert data["figures_used"] == 3
    assert data["agrees"] is True
    assert {row["name"] for row in data["numbers"]} == set(growth().drawn)
    assert [row["unit"] for row in data["figures"]] == ["1"] * 3
    assert 0 <= data["within_half"] <= data["within_nine_tenths"] <= 1
    assert data["draws"][0]["rungs"][-1]["temperature"] == 1.0
    assert data["facts"][0]["after"] > data["facts"][0]["before"]
    assert len(calibrated(True).to_polars()) == len(growth().drawn)
    assert "two runs agree" in repr(calibrated(True))


def test_progress_rises_through_two_draws() -> None:
    said: list[tuple[str, int, int]] = []
    small = Tempering(particles=100, warm=1, least=1, most=1)
    calibrate(weighing(True), 1, small, progress=lambda *each: said.append(each))
    assert list(dict.fromkeys(stage for stage, _, _ in said)) == ["first draw", "second draw"]
    assert all(0 < done <= of for _, done, of in said)


def test_what_is_told_is_a_divergence() -> None:
    assert MovedNumber("a", 0.0, 1.0, (0.0, 0.0)).told == 0.0
    assert MovedNumber("a", 1.0, 0.5, (1.0, 1.0)).told == pytest.approx(0.5 * (0.25 + 1 - 1) + np.log(2))
    assert np.isfinite(MovedNumber("a", 1.0, 0.0, (1.0, 1.0)).told)
