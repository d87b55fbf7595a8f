"""A laboratory in a notebook: methods answer as the functions they call, take what one has, and refuse what makes no sense."""

import runpy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import dualtrack as dt
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw
from tests.lab.calibrate.test_calibrate import calibrated

RECIPE = Path(__file__).parents[2] / "docs" / "recipes" / "own_theory.py"
WORLDS = 90


@cache
def pond() -> dt.Workbench:
    """The toy of the recipe: a stock of fish, and whether fishing hard ends in a smaller catch."""
    found = runpy.run_path(str(RECIPE))["lab"]
    assert isinstance(found, dt.Workbench)
    return found


def test_a_run_of_a_world_is_that_world_of_an_ensemble() -> None:
    lab = pond()
    many = lab.ensemble("hard", worlds=5, outcomes=["fish", "catch"])
    for world in range(5):
        one = lab.run("HARD", world=world)
        for name in ("fish", "catch"):
            np.testing.assert_allclose(one[name], many["hard"].values[name][world], rtol=1e-12)


def test_a_calibration_is_asked_of_the_laboratory(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def answer(*given: Any) -> Calibration:
        asked.extend(given)
        return calibrated(True)

    monkeypatch.setattr("dualtrack.app.record_bench.draw_by_record", answer)
    found = pond().calibrate(worlds=300, seed=4, tilt="plain", floor=0.4)
    assert asked == [pond(), 300, 4, "plain", 0.4]
    assert found.worlds.count == 4000
    with pytest.raises(dt.LabError, match="99 worlds"):
        pond().calibrate(worlds=99)


def test_a_theory_beside_no_record_has_nothing_to_calibrate_by() -> None:
    with pytest.raises(dt.LabError):
        pond().calibrate(worlds=100)


def test_an_ensemble_is_compared_as_its_regimes_are() -> None:
    lab = pond()
    worlds = lab.worlds(WORLDS)
    one, other = lab.compare("calm", "hard", worlds=worlds), lab.compare(lab.ensemble("calm", "hard", worlds=worlds))
    assert one.to_polars().equals(other.to_polars())
    assert (worlds.seed, worlds.count) == (7, WORLDS)


def test_a_regime_is_broken_where_it_first_fails() -> None:
    """Fishing hard ends in a smaller catch; the pond stands beside no record, so that every world counts."""
    lab = pond()
    middle = float(lab.break_regime("hard", "catch > 0", worlds=60).middle_answers[0])
    found = lab.break_regime("hard", f"catch > {0.9 * middle}", worlds=60)
    assert found.nearest is not None and 0 < found.nearest.distance < 4
    assert found.counted.accepted == found.counted.drawn == 60
    run = lab.run("hard", world=found.nearest.values)
    assert run["catch"][-1] <= 0.9 * middle * (1 + 1e-9)
    assert found.to_polars().height == len(found.told.off) if found.told else False


def test_a_region_found_in_an_ensemble_is_the_one_found_in_the_same_worlds() -> None:
    lab = pond()
    condition = "difference(catch) < 0"
    drawn = lab.discover(condition, regime="hard", against="calm", worlds=WORLDS)
    kept = lab.discover(condition, regime="hard", against="calm", ensemble=lab.ensemble(worlds=3 * WORLDS))
    assert (drawn.share, drawn.regions, drawn.together) == (kept.share, kept.regions, kept.together)


def test_an_ensemble_of_another_regime_by_the_name_is_refused() -> None:
    lab = pond()
    other = replace(lab.policy("hard", {"effort": 0.2}), name="hard")
    with pytest.raises(dt.LabError, match="another regime by the name `hard`"):
        lab.discover("catch > 0.05", regime="hard", ensemble=lab.ensemble(other, worlds=3 * WORLDS))


def test_a_claim_is_judged_as_its_equilibrium_says() -> None:
    """At rest the catch is effort * (1 - effort / regrowth): 0.3 gives less than 0.1 where regrowth is below 0.4."""
    lab = pond()
    judged = lab.judge("f1", worlds=600)
    (found,) = judged.judgements
    regrowth = draw(lab.model, 600, 7).values["regrowth"]
    assert found.answers[0].last.share.value == pytest.approx(float((regrowth < 0.4).mean()), abs=0.1)
    assert judged.rulings[found.test.id].verdict.answer == "structure only", "it has no null"


def test_worlds_that_one_has_are_judged_and_no_others() -> None:
    lab = pond()
    worlds = lab.worlds(300, seed=3)
    fewer = worlds.only(worlds.values["regrowth"] < 0.3)
    (found,) = lab.judge(worlds=fewer).judgements
    assert found.answers[0].last.share.value == 1.0
    assert lab.judge(worlds=fewer).worlds == fewer.count


def test_nothing_is_held_beside_a_theory_without_a_record() -> None:
    lab = pond()
    assert lab.record.observations == () and lab.history == {}
    with pytest.raises(dt.LabError, match="does not say which regime is held beside the record"):
        lab.worlds(10, accepted=True)


def test_the_shipped_theory_and_its_record_are_the_usual_laboratory() -> None:
    lab = dt.laboratory()
    assert lab.theory.name == "dual_track" and lab.record == dt.load_record()
    assert lab.model.fingerprint == dt.bind().model.fingerprint
    assert len(lab.worlds(60, accepted=True).numbers) < 60


def test_a_lever_set_makes_a_policy_with_a_name_of_its_own() -> None:
    lab = pond()
    mine = lab.policy("calm", {"effort": 0.4}, since=2030.0, name="later")
    assert (mine.name, mine.paths["effort"].at(2029.9), mine.paths["effort"].at(2030.0)) == ("later", 0.1, 0.4)
    assert lab.regime("calm").paths["effort"].at(2035.0) == 0.1
    assert lab.explain_change("calm", mine).splits


NONSENSE: dict[str, Any] = {
    "an unknown regime": lambda lab: lab.run("hrad"),
    "an unknown quantity": lambda lab: lab.ensemble("hard", outcomes=["cacth"]),
    "an unknown lever": lambda lab: lab.policy("hard", {"efort": 0.1}),
    "a lever out of range": lambda lab: lab.policy("hard", {"effort": 7.0}),
    "an unknown claim": lambda lab: lab.judge("F2"),
    "an unknown name": lambda lab: lab.explain("cacth"),
    "an unknown scheme": lambda lab: lab.run("hard", scheme="euler2"),
    "a year beyond the theory": lambda lab: lab.run("hard", until=2050.0),
    "one regime to compare": lambda lab: lab.compare("hard"),
    "an ensemble and a regime": lambda lab: lab.compare(lab.ensemble(worlds=2), "hard"),
    "no worlds": lambda lab: lab.ensemble("hard", worlds=0),
    "worlds as a text": lambda lab: lab.ensemble("hard", worlds="many"),
    "a loop against itself": lambda lab: lab.loops("calm", against="calm"),
    "a regime that is no part": lambda lab: lab.matter("catch", against="hard"),
}


@pytest.mark.parametrize("what", NONSENSE)
def test_what_makes_no_sense_is_refused_with_what_mends_it(what: str) -> None:
    with pytest.raises(dt.LabError) as caught:
        NONSENSE[what](pond())
    assert caught.value.what and caught.value.fix


def test_a_lag_is_counted_from_when_the_regimes_part_to_the_end_of_the_theory() -> None:
    lab = pond()
    assert LagRule.between(list(lab.regimes.values()), lab.theory.clock.start, lab.theory.clock.stop).stop == 2040.0
