"""The table of truths says of every world what verdicts count: shares agree, failures are left out, examples can be named."""

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.judge_claims import judge_claims
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is, StructureTest
from tests.lab.coins import CLOCK, REGIMES, coins, is_true_in, slower
from tests.lab.toys import WORDS, draining

STAGE = Stage(coins(), REGIMES, CLOCK, LagRule(2022.0, 2030.0, (0.5, 0.6)))
WORLDS = draw(STAGE.model, 400, 3)
LATER = slower(Arm("open"), Arm("shut"))
TESTS = (is_true_in(0.3), StructureTest("P", WORDS, ("opening",)), ClaimTest("S", WORDS, Is(LATER, "at_least", 3.0), LATER))


@pytest.mark.parametrize("weighed", [False, True])
def test_shares_of_accepted_worlds_are_those_of_the_verdict(weighed: bool) -> None:
    weights = np.linspace(0.5, 1.5, 400) if weighed else None
    population = Population("one", WORDS, WORLDS, WORLDS.values["gain"] > 0.6, weights)
    truths = claim_truths(STAGE, TESTS, population)
    judged = [each for each in judge_claims(STAGE, TESTS, [population]) if each.answers]
    assert truths.claims == ("T", "S") == tuple(each.test.id for each in judged)
    assert truths.computable.all()
    for row, each in zip(truths.true, judged, strict=True):
        shares = np.average(row[truths.accepted], weights=None if weights is None else weights[truths.accepted])
        assert shares == pytest.approx(each.answers[0].last.share.value)


def test_an_example_is_the_first_accepted_world_of_its_kind() -> None:
    kept = WORLDS.only(WORLDS.values["idle"] > 0.5)
    truths = claim_truths(STAGE, TESTS, Population("one", WORDS, kept))
    for wanted in (True, False):
        found = truths.example("T", wanted)
        assert found == next(int(n) for n in kept.numbers if (WORLDS.values["gain"][n] > 0.7) == wanted)
    assert claim_truths(STAGE, [is_true_in(2.0)], Population("one", WORDS, kept)).example("T", False) is None
    with pytest.raises(UnknownName, match="`U`"):
        truths.example("U", True)


def test_a_world_that_fails_in_a_run_is_neither_true_nor_false() -> None:
    regime = Regime("running", {"opening": Path(((2020.0, 1.0),))})
    stage = Stage(draining(), {"running": regime}, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2021.0, 2029.0, (0.5,)))
    worlds = draw(stage.model, 40, 2)
    level = Gap(Point(Arm("running"), "log_level", 2030.0), Point(Arm("running"), "log_level", 2021.0))
    asked = [ClaimTest("D", WORDS, Is(level, "below", 0.0), level)]
    truths = claim_truths(stage, asked, Population("one", WORDS, worlds))
    dry = worlds.values["drain"] >= 0.1
    assert np.array_equal(truths.computable[0], ~dry)
    assert np.array_equal(truths.true[0], ~dry)
    with pytest.raises(RunError, match="no world is left"):
        claim_truths(stage, asked, Population("one", WORDS, worlds, dry))
