"""A claim in a question has the truth that judging it gives, world by world, whatever is asked beside it."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.effect import Subset, holds
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.questions.answer import Desk
from dualtrack.lab.questions.asked import Asked, AskedClaim, AskedLevel, Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import discover, discover_in
from dualtrack.lab.questions.discovery import Search
from dualtrack.lab.questions.matter import Method, matter
from dualtrack.lab.questions.pick_freeze import PickFreeze
from dualtrack.lab.questions.screen import Screen
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_measure import Arm, Delay, Size, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Some
from dualtrack.targets.numeric.arrays import Array, Mask
from tests.lab.coins import CLOCK, OPEN, REGIMES, SHUT, coins, is_true_in, rise
from tests.lab.toys import WORDS

LATER = Delay(Arm("open"), Arm("shut"), "capability")
TIMED = ClaimTest("D", WORDS, Every((Is(LATER, "at_least", 3.0), Is(rise(), "above", 0.2))), LATER)
SETTING = Setting(coins(), OPEN, None, CLOCK, REGIMES)
QUICK = Search(boxes=1, resamples=0)


def truth(setting: Setting, test: ClaimTest, worlds: int, seed: int) -> tuple[Mask, Mask]:
    """What judging the claim finds, and where it can be found."""
    stage = stage_for(setting.model, setting.regimes, setting.clock, reads(test))
    found = claim_truths(stage, [test], Population("all", WORDS, draw(setting.model, worlds, seed)))
    return found.true[0], found.computable[0]


def answered(setting: Setting, asked: tuple[Asked, ...], worlds: int, seed: int) -> Array:
    desk = Desk.of(setting)
    ran = desk.run(draw(setting.model, worlds, seed).values, asked)
    return desk.read(ran, asked).values


@pytest.mark.parametrize("test", [is_true_in(0.3), TIMED], ids=lambda test: test.id)
def test_a_claim_is_true_in_a_question_where_it_is_true_for_the_judge(test: ClaimTest) -> None:
    true, computable = truth(SETTING, test, 500, 3)
    assert computable.all()
    for beside in ((), (AskedLevel("level", 2025.0),)):
        found = answered(SETTING, (AskedClaim(test), *beside), 500, 3)
        assert found[0].tolist() == true.astype(float).tolist()
    assert 50 < true.sum() < 450


def test_a_claim_of_the_theory_is_true_in_a_question_where_it_is_true_for_the_judge() -> None:
    laboratory = bind()
    (test,) = (each for each in laboratory.theory.tests if each.id == "L5")
    assert isinstance(test, ClaimTest)
    setting = Setting(laboratory.model, laboratory.past, None, laboratory.theory.clock, laboratory.regimes)
    true, computable = truth(setting, test, 200, 3)
    found = answered(setting, (AskedClaim(test),), 200, 3)[0]
    assert found[computable].tolist() == true[computable].astype(float).tolist()
    assert np.isnan(found[~computable]).all()


def test_a_lag_in_a_world_does_not_hang_on_other_worlds() -> None:
    stage = stage_for(SETTING.model, REGIMES, CLOCK, [LATER])
    seen = stage.see([LATER, *reads(is_true_in(0.3))], draw(SETTING.model, 400, 3))
    everyone = Subset(seen, np.arange(400), stage.rule.thresholds)
    nested = Some((Is(Size(Sum(((2.0, LATER), (1.0, LATER)))), "above", 5.0), TIMED.condition))
    slow = np.flatnonzero(draw(SETTING.model, 400, 3).values["slowing"] > 0.5)
    for condition in (TIMED.condition, nested):
        whole = holds(condition, everyone)
        assert holds(condition, replace(everyone, worlds=slow)).tolist() == whole[slow].tolist()


def test_a_region_of_a_claim_is_bounded_by_what_decides_it_in_new_worlds_and_in_kept_ones() -> None:
    condition = read_condition("not T", coins(), 2030.0, [is_true_in(0.3)])
    found = discover(SETTING, condition, 300, seed=3, search=QUICK)
    (limit,) = found.regions[0].limits
    assert (limit.name, limit.end) == ("gain", "high")
    assert limit.bound == pytest.approx(0.7, abs=0.05)
    ensemble = run_ensemble(coins(), [SHUT], draw(coins(), 900, 3), CLOCK, ["level"])
    assert discover_in(SETTING, condition, ensemble, search=QUICK).regions == found.regions


def test_a_claim_matters_by_the_number_that_decides_it() -> None:
    method = Method(PickFreeze(most=256, least=128), Screen(worlds=400, pairs=16))
    (found,) = matter(SETTING, [AskedClaim(is_true_in(0.3))], method).answers
    assert found.rows[0].factor.name == "gain"
    assert found.rows[0].first.low > 0.9
    assert found.indices.mean == pytest.approx(0.3, abs=0.1)
