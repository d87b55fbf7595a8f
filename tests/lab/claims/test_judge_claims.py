"""Claims whose truth is known are measured so: shares on their side of the bounds, planted mechanisms, and a coin between."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.judge_claims import Judgement, judge_claims
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.statistics.share import Share, Side, side
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.lab.worlds.priors import Population, pooled
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Delay, Ratio
from dualtrack.language.statements.claim_test import ClaimTest, Every, Given, Is, Placebo, Some, StructureTest, Variant, Waits
from dualtrack.language.tilt import Tilt, tilted
from tests.lab.coins import CLOCK, REGIMES, coins, is_true_in, rise, slower
from tests.lab.toys import WORDS, growth

MODEL = coins()
STAGE = Stage(MODEL, REGIMES, CLOCK, LagRule(2022.0, 2030.0, (0.5, 0.6)))
WORLDS = draw(MODEL, 2000, 3)
SLOWS = slower(Arm("open"), Arm("shut"))
LATER = ClaimTest("S", WORDS, Is(SLOWS, "at_least", 3.0), SLOWS, rests_on=("slowing",))
SIDES = ("slowing", "helping")
RIVAL = ClaimTest("R", WORDS, Is(SLOWS, "at_most", -1.0), SLOWS, rests_on=("helping",))


def judged(*tests: ClaimTest, worlds: Worlds = WORLDS, accepted: np.ndarray | None = None) -> tuple[Judgement, ...]:
    return judge_claims(STAGE, tests, [Population("one", WORDS, worlds, accepted)])


def where(judgement: Judgement) -> Side:
    return side([each.last.share for each in judgement.answers])


@pytest.mark.parametrize(("truth", "expected"), [(0.02, "below"), (0.3, "between"), (0.8, "between"), (0.97, "above")])
def test_a_claim_true_in_a_known_share_of_worlds_is_measured_so(truth: float, expected: Side) -> None:
    (found,) = judged(is_true_in(truth))
    low, high = found.answers[0].before.share.interval
    assert low < truth < high
    assert high - low < 0.05
    assert where(found) == expected


def test_the_record_moves_the_answer_by_the_worlds_it_leaves() -> None:
    (found,) = judged(is_true_in(0.3), accepted=WORLDS.values["gain"] > 0.6)
    (answer,) = found.answers
    assert answer.after is not None
    assert answer.before.share.value == pytest.approx(0.3, abs=0.03)
    assert answer.after.share.value == pytest.approx(0.75, abs=0.05)
    assert answer.odds == pytest.approx(7.0, rel=0.25)
    assert answer.last is answer.after


def test_one_prior_that_disagrees_leaves_a_claim_between_the_bounds() -> None:
    high, low = (replace(WORLDS, values={**WORLDS.values, "gain": np.full(2000, gain)}) for gain in (0.9, 0.1))
    two = [Population(name, WORDS, worlds) for name, worlds in (("high", high), ("low", low))]
    assert where(judge_claims(STAGE, [is_true_in(0.5)], two)[0]) == "between"
    assert where(judge_claims(STAGE, [is_true_in(0.5)], two[:1])[0]) == "above"
    assert where(judge_claims(STAGE, [is_true_in(0.5)], two[1:])[0]) == "below"


@pytest.mark.parametrize(
    ("planted", "claim", "rival"),
    [
        ({"slowing": 1.0, "helping": 0.0}, "above", "below"),
        ({"slowing": 0.0, "helping": 1.0}, "below", "above"),
        ({"slowing": 0.0, "helping": 0.0}, "below", "below"),
    ],
)
def test_planted_worlds_answer_as_they_were_planted(planted: dict[str, float], claim: Side, rival: Side) -> None:
    found = judged(LATER, RIVAL, worlds=hold(MODEL, WORLDS.part(0, 200), planted))
    assert [where(each) for each in found] == [claim, rival]


def test_a_mechanism_that_may_not_exist_is_shown_apart() -> None:
    (found,) = judged(LATER)
    reading = found.answers[0].before
    exists = WORLDS.values["slowing"] > 0
    assert reading.given is not None
    assert reading.given.worlds == exists.sum()
    assert reading.given.true == reading.share.true


def test_a_placebo_is_led_by_what_the_claim_has_over_it() -> None:
    sure = Is(rise(), "above", -1.0)
    alike, empty = Placebo(sure, 0.3), Placebo(Is(rise(), "above", 2.0), 0.3)
    found = judged(*(ClaimTest(name, WORDS, sure, rise(), placebo=each) for name, each in (("P", alike), ("Q", empty))))
    leads = [each.answers[0].before.lead for each in found]
    assert [each and each.value for each in leads] == [0, 1]


def test_what_decides_is_the_number_that_decides() -> None:
    (found,) = judged(is_true_in(0.3))
    cruxes = found.answers[0].cruxes
    assert [each.name for each in cruxes] == ["gain"]
    assert cruxes[0].low.true == 0
    assert cruxes[0].difference == pytest.approx(0.6, abs=0.05)
    assert f"true in {100 * cruxes[0].high.value:.0f} %" in cruxes[0].words[0]


def test_both_and_either_are_what_they_say() -> None:
    high, low = Is(rise(), "above", 0.7), Is(rise(), "below", 0.2)
    both, either = (ClaimTest(name, WORDS, kind((high, low)), rise()) for name, kind in (("B", Every), ("E", Some)))
    found = judged(both, either)
    assert found[0].answers[0].before.share.true == 0
    assert found[1].answers[0].before.share.value == pytest.approx(0.5, abs=0.03)


def test_variants_are_reported_and_move_no_answer() -> None:
    plain = is_true_in(0.97)
    (found,) = judged(replace(plain, variants=(Variant(WORDS, Is(rise(), "above", 0.7)),)))
    assert where(found) == "above"
    (variant,) = found.answers[0].before.variants
    assert variant is not None
    assert variant.value == pytest.approx(0.3, abs=0.03)


@pytest.mark.parametrize(("truth", "worlds"), [(0.02, 300), (0.5, 300), (0.99, 300), (0.8, 2000), (0.2, 2000)])
def test_a_claim_of_many_runs_takes_fewer_worlds_where_they_settle_it(truth: float, worlds: int) -> None:
    many, few = judged(is_true_in(truth, "M"), replace(is_true_in(truth, "F"), most=300))
    assert [each.answers[0].before.share.worlds for each in (many, few)] == [2000, worlds]
    assert where(many) == where(few)


def test_worlds_that_history_rules_out_are_run_only_for_the_answer_before_it() -> None:
    accepted = WORLDS.values["idle"] > 0.5
    one = Population("one", WORDS, WORLDS, accepted)
    every, few = (judge_claims(STAGE, [LATER], [one], before=before)[0].answers[0] for before in (2000, 300))
    assert (every.before.share.worlds, few.before.share.worlds) == (2000, 300)
    assert few.before == judged(LATER, worlds=WORLDS.part(0, 300))[0].answers[0].before
    assert few.after == every.after
    assert few.cruxes == every.cruxes


def test_priors_that_share_their_worlds_answer_as_with_worlds_of_their_own() -> None:
    """Within four standard errors of the difference, so that one of nine comparisons fails by chance in two thousand draws."""
    tilts = [Tilt("level", WORDS), *(Tilt(n, WORDS, raised=(n,), lowered=(m,)) for n, m in (SIDES, SIDES[::-1]))]
    shared = pooled(MODEL, tilts, 6000, 3)
    shared = tuple(replace(each, accepted=shared[0].worlds.values["idle"] > 0.5) for each in shared)
    apart = [Population(each.name, WORDS, draw(tilted(MODEL, tilt), 2000, 8)) for each, tilt in zip(shared, tilts, strict=True)]
    asked = (LATER, RIVAL, is_true_in(0.3))
    for together, alone in zip(judge_claims(STAGE, asked, shared), judge_claims(STAGE, asked, apart), strict=True):
        for one, other in zip(together.answers, alone.answers, strict=True):
            a, b = one.last.share, other.last.share
            error = np.sqrt(sum(each.value * (1 - each.value) / each.worlds for each in (a, b)))
            assert abs(a.value - b.value) <= 4 * error
            assert a.worlds >= a.count / 3


def test_runs_are_shared_by_the_priors_of_one_pool() -> None:
    done: list[tuple[str, int, int]] = []
    tilts = [Tilt("level", WORDS), Tilt("slow", WORDS, raised=("slowing",))]
    judge_claims(STAGE, [LATER], pooled(MODEL, tilts, 1000, 3), lambda *each: done.append(each))
    assert done[-1] == ("every prior", 2000, 2000)


def test_what_is_not_computed_gets_no_number() -> None:
    found = judge_claims(
        STAGE, [StructureTest("P", WORDS, ("opening",)), Waits("W", WORDS, WORDS)], [Population("one", WORDS, WORLDS)]
    )
    assert [each.answers for each in found] == [(), ()]


def test_no_worlds_give_no_answer() -> None:
    with pytest.raises(RunError, match="no worlds"):
        judge_claims(STAGE, [LATER], [])
    with pytest.raises(RunError, match="no world is left"):
        judged(LATER, accepted=np.zeros(2000, dtype=bool))


def test_progress_counts_every_run() -> None:
    seen: list[tuple[str, int, int]] = []
    judge_claims(STAGE, [LATER], [Population("one", WORDS, WORLDS)], lambda *each: seen.append(each))
    assert seen[-1] == ("one", 4000, 4000)
    assert [done for _, done, _ in seen] == sorted(done for _, done, _ in seen)


def undefined(test: ClaimTest, stage: Stage = STAGE, worlds: Worlds = WORLDS) -> Share:
    found = judge_claims(stage, [test], [Population("one", WORDS, worlds)])[0].answers[0].last.undefined
    assert found is not None
    return found


def test_a_lag_is_undefined_where_every_threshold_was_passed_before_the_regimes_part() -> None:
    """It grows from .05 by a drawn speed for four years, in which it passes .25 in many worlds and .5 in none."""
    offs = {"shut": Path(((2020.0, 0.0), (2024.0, 1.0))), "as_is": Path(((2020.0, 0.0),))}
    regimes = {name: Regime(name, {"cut_off": path}) for name, path in offs.items()}
    model = growth()
    stage = Stage(model, regimes, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2024.0, 2030.0, (0.5,)))
    worlds = hold(model, draw(model, 2000, 3), {"help_of_access": 0.0, "mechanism": 0.0})
    shares = {}
    for levels in ((0.25,), (0.25, 0.5), (9.0,), ()):
        lag = Delay(Arm("shut"), Arm("as_is"), "capability", levels)
        shares[levels] = undefined(ClaimTest("T", WORDS, Is(lag, "at_least", 3.0), lag), stage, worlds).value
    passed = 0.05 + 4 * worlds.values["base_speed"] >= 0.25
    assert 0.2 < passed.mean() < 0.9
    assert shares.pop((0.25,)) == pytest.approx(passed.mean())
    assert set(shares.values()) == {0.0}, "one threshold that is left is enough, and one that is never reached is a lower bound"


def test_what_is_undefined_is_a_share_of_the_worlds_that_the_verdict_reads() -> None:
    """Two fifths gain too little for a ratio, and it is asked where the mechanism exists, or where the gain is no trifle."""
    ratio = Ratio(rise(), rise(), 0.4)
    plain = ClaimTest("T", WORDS, Is(ratio, "at_least", 0.5), ratio)
    assert undefined(plain).value == pytest.approx(0.4, abs=0.03)
    assert undefined(plain).count == 2000
    existing = replace(plain, rests_on=("slowing",))
    assert undefined(existing).count == (WORLDS.values["slowing"] > 0).sum()
    assert undefined(replace(existing, absence=True)).count == 2000
    large = Given(Is(rise(), "above", 0.2), plain.condition, WORDS)
    assert undefined(replace(plain, condition=large)).value == pytest.approx(0.25, abs=0.03)
    either = Some((plain.condition, Is(rise(), "above", -1.0)))
    assert undefined(replace(plain, condition=either)).value == pytest.approx(0.4, abs=0.03)
    assert undefined(is_true_in(0.3)).value == 0
