"""Bodies of evidence: each gives its own shares and factors, the rule reads those that count, and one that differs is told."""

from dataclasses import replace

import numpy as np

from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import judge_claims, reads
from dualtrack.lab.verdicts.columns import ACCEPTED, FULL, Drawn, columns_of, factors_in
from dualtrack.lab.verdicts.reference_cases import null_columns, reference_cases
from dualtrack.lab.verdicts.ruling import verdict_of, words_of
from dualtrack.lab.verdicts.verdict import Column, Verdict
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population, left_standing, thinned
from dualtrack.language.statements.claim_test import Is
from tests.lab.coins import CLOCK, REGIMES, coins, rise
from tests.lab.toys import WORDS
from tests.lab.verdicts.test_verdict import claim

MODEL = coins()
WORLDS = draw(MODEL, 1200, 7)
TEST = claim(Is(rise(), "above", 0.9), rests_on=("slowing",))
STAGE = stage_for(MODEL, REGIMES, CLOCK, reads(TEST))
GAINED = WORLDS.values["gain"]


def columns(population: Population, drawn: Population | None = None) -> tuple[tuple[Column, ...], Verdict]:
    """Every column of the toy's claim, with the word of all."""
    (judgement,) = judge_claims(STAGE, [TEST], [population])
    cases = reference_cases(STAGE, TEST, left_standing([population], 600), WORLDS)
    factors, beside = factors_in(MODEL, population, MODEL.switches), None
    if drawn is not None:
        (other,) = judge_claims(STAGE, [TEST], [drawn])
        beside = Drawn(other, null_columns(STAGE, TEST, thinned([drawn], 600)), factors_in(MODEL, drawn.all_kept, MODEL.switches))
    found = columns_of(judgement, {"": cases.null, **cases.reread}, factors, beside)
    return found, verdict_of(found, words_of(MODEL, judgement, cases, found))


def asked(column: Column) -> float:
    """The share under the one prior."""
    (found,) = column.asked
    assert found is not None
    return found.value


PLAIN = Population("toy", WORDS, WORLDS, np.ones(WORLDS.count, dtype=bool))


def test_without_other_evidence_there_is_one_column_and_the_word_is_its_own() -> None:
    found, word = columns(PLAIN)
    assert [each.name for each in found] == [ACCEPTED]
    assert word.answer == "too small as sized"


def test_evidence_that_moves_a_share_over_the_bound_leaves_the_claim_open() -> None:
    high = replace(PLAIN, reweighed={"high": np.where(GAINED > 0.9, 30.0, 1.0)})
    found, word = columns(high)
    assert [(each.name, each.counts) for each in found] == [(ACCEPTED, False), (f"{ACCEPTED}, high", True)]
    there = (WORLDS.values["slowing"] > 0) * high.reweighed["high"]
    assert abs(asked(found[1]) - np.average(GAINED > 0.9, weights=there)) < 1e-12
    assert word.answer == "open"
    both = replace(high, reweighed={"high": high.reweighed["high"], "same": np.ones(WORLDS.count)})
    assert columns(both)[1].why == "the record moves it"


def test_worlds_drawn_by_the_full_record_have_columns_of_their_own() -> None:
    drawn = Population("toy", WORDS, WORLDS.only(GAINED > 0.85))
    found, word = columns(PLAIN, drawn)
    assert [each.name for each in found] == [ACCEPTED, FULL]
    assert asked(found[1]) > 0.5
    assert (word.answer, word.why) == ("open", "the record moves it")


def test_the_same_worlds_twice_keep_the_word() -> None:
    found, word = columns(PLAIN, Population("toy", WORDS, WORLDS))
    assert asked(found[0]) == asked(found[1])
    assert word.answer == "too small as sized"
