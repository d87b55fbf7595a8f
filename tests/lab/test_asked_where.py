"""A claim asked only where something else holds is judged in those worlds alone, and where there are none it says so."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import dualtrack as dt
from dualtrack.app.notebook import Workbench
from dualtrack.app.page.pack.claim_rows import verdict_of
from dualtrack.app.verdicts.verdict_data import judged_answer, judged_data
from dualtrack.app.verdicts.verdict_report import report_text
from dualtrack.app.verdicts.verdict_text import show_judged
from dualtrack.errors import RunError
from dualtrack.lab.believe import believe
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import Judgement, judge_claims, reads
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.claims.under_prior import ClaimReading
from dualtrack.lab.find_witnesses import find_witnesses
from dualtrack.lab.judged import Judged
from dualtrack.lab.kept_table import one_of_each_form
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest, Null, Placebo, Variant
from tests.lab.asked_where import BIG, LIKELY, NOWHERE, PLAIN, SMALL, SURE, asked_theory, claim, rise, where
from tests.lab.toys import WORDS

TESTS = (LIKELY, SURE, NOWHERE, SMALL, PLAIN)
WORLDS = 3000


@cache
def lab() -> Workbench:
    return dt.laboratory(asked_theory(*TESTS))


@cache
def judged() -> Judged:
    return lab().judge(worlds=WORLDS)


def judgement(name: str) -> Judgement:
    return next(each for each in judged().judgements if each.test.id == name)


def reading(test: ClaimTest, accepted: np.ndarray | None = None) -> ClaimReading:
    stage = stage_for(lab().model, lab().regimes, lab().theory.clock, reads(test))
    worlds = draw(lab().model, WORLDS, 3)
    return judge_claims(stage, [test], [Population("one", WORDS, worlds, accepted)])[0].answers[0].last


def share(found: Share | None) -> float:
    assert found is not None
    return found.value


def test_its_share_is_that_of_the_worlds_in_which_the_first_condition_holds() -> None:
    found = judgement("likely").answers[0].last
    assert found.first is not None
    assert found.first.value == pytest.approx(0.4, abs=0.03)
    assert found.share.value == pytest.approx(0.3, abs=0.04)
    assert found.share.count < found.first.count
    assert share(found.given) == found.share.value, "the mechanism exists wherever the gain is large"
    assert share(found.asked(LIKELY)) == found.share.value
    plain = judgement("plain").answers[0].last
    assert plain.first is None
    assert plain.share.count == found.first.count
    assert share(plain.given) == pytest.approx(0.3, abs=0.03)


def test_the_record_counts_in_both() -> None:
    accepted = draw(lab().model, WORLDS, 3).values["chance"] > 0.4
    found = reading(LIKELY, accepted)
    assert found.first is not None
    assert found.first.count == accepted.sum()
    assert found.share.count == found.first.true
    assert found.first.value == pytest.approx(0.4, abs=0.04)
    assert found.share.value == pytest.approx(0.5, abs=0.05)


def test_the_effect_is_that_of_the_worlds_asked() -> None:
    effect, every = reading(LIKELY).effect, reading(PLAIN).effect
    assert effect is not None
    assert every is not None
    assert effect.lowest > 1 > every.lowest


def test_variants_and_placebos_are_asked_of_worlds_of_their_own() -> None:
    variants = tuple(Variant(WORDS, each) for each in (where(0.5, 1.7).then, where(0.05, 1.9), where(2.0, 1.0)))
    found = reading(replace(LIKELY, variants=variants, placebo=Placebo(where(0.75, 1.9), 0.1)))
    plain, other, none = found.variants
    assert share(plain) == pytest.approx(0.24, abs=0.03)
    assert share(other) == pytest.approx(0.1, abs=0.03)
    assert none is None
    assert found.lead is not None
    assert found.lead.value == pytest.approx(0.2, abs=0.05), "where both are asked, true in .3 and in .1"
    same = reading(replace(LIKELY, placebo=Placebo(PLAIN.condition, 0.1))).lead
    assert same is not None
    assert same.value == 0
    assert reading(replace(LIKELY, placebo=Placebo(where(2.0, 1.0), 0.1))).lead is None


def test_what_decides_it_decides_where_it_is_asked() -> None:
    (answer, *_), ruling = judgement("likely").answers, judged().rulings["likely"]
    assert [each.name for each in answer.cruxes] == ["chance"]
    assert answer.explained["chance"] > 0.6
    assert answer.explained["size"] < 0.02
    assert (ruling.verdict.why, ruling.verdict.number) == ("hangs on one number", "chance")
    assert {each.level: each.value for each in ruling.turns}[0.5] == pytest.approx(0.7, abs=0.06)


def test_its_cases_are_asked_where_the_first_condition_holds_there() -> None:
    """Planted in half of worlds, at the best size in the same ones; the mechanism off it is asked of none."""
    cases = judged().rulings["likely"].cases
    assert cases is not None
    assert share(cases.planted) == pytest.approx(0.3, abs=0.08)
    assert share(cases.best) == 1
    assert cases.corner == {"chance": 1.0}
    assert cases.null == (None, None, None)
    assert cases.nothing is None


def test_without_a_world_to_ask_it_is_open_and_says_so() -> None:
    assert judgement("nowhere").answers[0].last.found is None
    for name in ("nowhere", "sure"):
        assert judged().rulings[name].verdict.answer == "open"
        assert judged().rulings[name].verdict.why == "no world to ask"
    with pytest.raises(RunError, match="asked of no world"):
        _ = judgement("nowhere").answers[0].last.share


def test_one_that_has_a_null_to_be_held_beside_may_be_supported_or_built_in() -> None:
    """True in nineteen twentieths, without chance in none, and with chance halved at zero in as many."""
    apart = (("chance", 0.0),), (("size", 1.0),)
    tests = [claim("sure", where(0.5, 1.05), null=Null(WORDS, held), rests_on=()) for held in apart]
    found = [dt.laboratory(asked_theory(test)).judge("sure", worlds=WORLDS).rulings["sure"].verdict.answer for test in tests]
    assert found == ["supported", "built in"]


def test_a_lead_over_a_placebo_that_is_asked_nowhere_is_none() -> None:
    null = Null(WORDS, (("chance", 0.0),))
    answers = {}
    for gain in (0.5, 2.0):
        test = claim("sure", where(0.5, 1.05), null=null, rests_on=(), placebo=Placebo(where(gain, 1.9), 0.3))
        answers[gain] = dt.laboratory(asked_theory(test)).judge("sure", worlds=WORLDS).rulings["sure"].verdict.answer
    assert answers == {0.5: "supported", 2.0: "open"}


def test_no_size_is_large_enough_for_what_cannot_be() -> None:
    ruling = judged().rulings["small"]
    assert ruling.verdict.answer == "too small as sized"
    assert ruling.needed is not None
    assert ruling.needed.factor is None


def test_truths_can_be_computed_only_where_it_is_asked() -> None:
    stage = stage_for(lab().model, lab().regimes, lab().theory.clock, [each for test in TESTS for each in reads(test)])
    worlds = draw(lab().model, 400, 3)
    truths = claim_truths(stage, TESTS, Population("one", WORDS, worlds))
    asked = (worlds.values["there"] > 0) & (worlds.values["size"] > 0.5)
    likely, _, nowhere, _, plain = truths.computable
    assert np.array_equal(likely, asked)
    assert not nowhere.any()
    assert plain.all()
    assert np.array_equal(truths.true[0], asked & (worlds.values["chance"] > 0.7))
    assert truths.example("nowhere", True) is None
    number = truths.example("likely", False)
    assert number is not None
    assert asked[number] and worlds.values["chance"][number] < 0.7
    true, false = judgement("likely").answers[0].examples
    drawn = judged().populations[0].worlds.values
    for number, wanted in ((true, True), (false, False)):
        assert number is not None
        assert drawn["there"][number] * drawn["size"][number] > 0.5
        assert (drawn["chance"][number] > 0.7) == wanted


def test_witnesses_are_sought_among_worlds_that_are_asked() -> None:
    """A gain so large is drawn in no world, so that the search must first bring the world to where it is asked."""
    rare = claim("rare", where(0.9999, 1.7))
    laboratory = dt.laboratory(asked_theory(rare))
    (found,) = find_witnesses(laboratory, [rare], 300, 7, "level", lambda _: None)
    for witness, wanted in ((found.true, True), (found.false, False)):
        assert witness is not None
        assert witness.held["size"] == 1.0
        assert (witness.held.get("chance", draw(laboratory.model, 300, 7).values["chance"][witness.world]) > 0.7) == wanted


def test_what_one_must_believe_is_told_in_the_worlds_asked() -> None:
    found = believe(lab(), "likely", 12_000, 7, lambda *_: None)
    assert found.leading[0].name == "chance"
    assert found.share.value == pytest.approx(0.3, abs=0.03)
    assert found.share.count == pytest.approx(0.4 * 12_000, rel=0.05)
    assert found.numbers[0].at(0.5).value == pytest.approx(0.7, abs=0.02)
    (there,) = believe(lab(), "likely", 3000, 7, lambda *_: None, numbers=["there"]).numbers
    assert there.thin == (0.0,)
    with pytest.raises(RunError, match="asked only where the gain is large"):
        believe(lab(), "nowhere", 3000, 7, lambda *_: None)


def test_a_region_is_found_among_the_worlds_asked() -> None:
    """Outside them it is neither true nor false, so that what brings a world there is no limit of the region."""
    found = lab().discover("likely", worlds=3000, seed=7)
    assert {limit.name for limit in found.regions[0].limits} == {"chance"}
    assert found.share == pytest.approx(0.3, abs=0.04)
    against = lab().discover("not likely", worlds=3000, seed=7)
    assert against.share == pytest.approx(1 - found.share)


def test_what_it_hangs_on_is_asked_where_most_worlds_can_answer() -> None:
    most = claim("most", where(0.02, 1.7), rests_on=())
    laboratory = dt.laboratory(asked_theory(most, NOWHERE))
    found = laboratory.matter("most", seed=7)
    assert found.answers[0].rows[0].factor.name == "chance"
    with pytest.raises(RunError, match="have an answer to `nowhere`"):
        laboratory.matter("nowhere", seed=7)


def test_rows_say_of_how_many_worlds_it_is_asked() -> None:
    row = next(each for each in judged_answer(judged())["verdicts"] if each["id"] == "likely")
    last = row["answers"][0]["before"]
    first = last["given_first"]
    assert first["label"] == {"en": BIG[0], "zh": BIG[1]}
    assert (first["unit"], first["worlds"]) == ("1", judgement("plain").answers[0].last.share.count)
    assert first["probability"] == pytest.approx(0.4, abs=0.03)
    assert first["interval"][0] < 0.4 < first["interval"][1]
    assert last["worlds"] < first["worlds"]
    nothing = next(each for each in judged_answer(judged())["verdicts"] if each["id"] == "nowhere")["answers"][0]["before"]
    assert (nothing["probability"], nothing["interval"], nothing["worlds"]) == (None, [None, None], 0)
    assert nothing["given_first"]["probability"] == 0
    plain = next(each for each in judged_answer(judged())["verdicts"] if each["id"] == "plain")
    assert plain["answers"][0]["before"]["given_first"] is None


def test_the_page_keeps_what_is_said_of_the_worlds_asked_and_no_more() -> None:
    kept = {row["id"]: verdict_of(row) for row in judged_data(judged())["verdicts"]}
    assert kept["likely"]["answers"][0]["before"]["given_first"]["label"] == list(BIG)
    assert kept["nowhere"]["answers"][0]["before"]["probability"] is None
    assert "given_first" not in kept["plain"]["answers"][0]["before"]
    assert "undefined" not in kept["plain"]["answers"][0]["before"]


def test_people_are_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    show_judged(judged())
    said = " ".join(capsys.readouterr().out.split())
    asked, of = judgement("likely").answers[0].last.share.count, judgement("plain").answers[0].last.share.count
    assert f"likely: asked in the {asked:,} of {of:,} worlds in which the gain is large (" in said
    assert f"nowhere: asked in none of the {of:,} worlds, since in none of them the gain is large." in said
    report = report_text(judged())
    assert f"仅在收益较大的世界中检验：{of}个世界中的{asked}个" in report
    assert "no world in which to ask it" in report


def test_a_small_judgement_holds_one_of_its_form() -> None:
    assert [each.id for each in one_of_each_form(TESTS)] == ["likely", "plain"]


def test_the_headline_is_the_same() -> None:
    assert LIKELY.headline == rise("luck")
