"""The six words: each is reached by its own grounds, none is louder than its shares, and sampling error leaves a claim open."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import judge_claims, reads
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.verdicts.columns import columns_of, factors_in
from dualtrack.lab.verdicts.existence import ExistenceFactor
from dualtrack.lab.verdicts.reference_cases import reference_cases
from dualtrack.lab.verdicts.ruling import verdict_of, words_of
from dualtrack.lab.verdicts.verdict import Answered, Grounds, Verdict, verdict_on, verdict_over
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population, left_standing
from dualtrack.language.declaration import Parameter
from dualtrack.language.declare import existence, switch
from dualtrack.language.statements.claim_measure import Arm
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Null, Some
from tests.lab.coins import CLOCK, REGIMES, coins, rise, slower
from tests.lab.toys import WORDS

OPEN, SHUT = (Arm(regime, held=(("helping", 0.0),)) for regime in ("open", "shut"))
SLOWED = Is(slower(OPEN, SHUT), "above", 0.0)
WORLDS = 600


def share(value: float, worlds: int = 2000) -> Share:
    return Share(round(value * worlds), worlds)


def sure(value: float) -> ExistenceFactor:
    return ExistenceFactor(value, (value, value))


UNSURE = ExistenceFactor(5.0, (2.0, 9.0))


def grounds(asked: float, null: float | None = 0.0, best: float = 1.0, **more: object) -> Grounds:
    given_null = [] if null is None else [share(null)]
    plain = Grounds([share(asked)], given_null, share(best), {"mechanism": sure(5.0)}, {"number": 0.1})
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (grounds(0.9), Verdict("supported")),
        (grounds(0.9, factors={}), Verdict("supported")),
        (grounds(0.9, factors={"mechanism": sure(2.9)}), Verdict("open", "the record is silent")),
        (grounds(0.9, factors={"mechanism": sure(9.0), "other": sure(1.0)}), Verdict("open", "the record is silent")),
        (grounds(0.9, factors={"mechanism": sure(0.3)}), Verdict("open", "the record speaks against it")),
        (
            grounds(0.9, factors={"mechanism": ExistenceFactor(5.0, (2.0, 9.0))}),
            Verdict("open", "the record is silent", near="existence"),
        ),
        (grounds(0.9, leads=False), Verdict("open", "many things")),
        (grounds(0.9, null=0.49), Verdict("open", "holds without it too", near="null")),
        (grounds(0.9, null=0.6), Verdict("open", "holds without it too")),
        (grounds(0.9, null=0.9), Verdict("built in")),
        (grounds(0.1), Verdict("contradicted")),
        (grounds(0.1, best=0.5), Verdict("too small as sized")),
        (grounds(0.1, best=0.5, sourced=True), Verdict("contradicted")),
        (grounds(0.1, best=0.8), Verdict("open", "many things", near="best case")),
        (grounds(0.5), Verdict("open", "many things")),
        (grounds(0.5, parts={"number": 0.39, "other": 0.41}), Verdict("open", "hangs on one number", "other")),
        (grounds(0.81), Verdict("open", "many things", near="supported")),
        (grounds(0.2), Verdict("open", "many things", near="contradicted")),
        (grounds(0.9, null=None), Verdict("structure only")),
    ],
)
def test_each_word_has_its_grounds(found: Grounds, expected: Verdict) -> None:
    assert verdict_on(found) == expected


SHARES = st.builds(share, st.floats(0, 1), st.integers(5, 5000))


@given(
    st.lists(SHARES, min_size=1, max_size=3),
    st.lists(SHARES, min_size=1, max_size=3),
    st.none() | SHARES,
    st.floats(0.01, 100),
)
def test_no_word_is_louder_than_its_shares(asked: list[Share], null: list[Share], best: Share | None, factor: float) -> None:
    found = verdict_on(Grounds(asked, null, best, {"mechanism": sure(factor)}, {}))
    if found.answer == "supported":
        assert min(each.value for each in asked) >= 0.8 and max(each.value for each in null) < 0.5 and factor >= 3
    if found.answer in ("contradicted", "too small as sized"):
        assert max(each.value for each in asked) <= 0.2
    if found.answer == "contradicted":
        assert best is not None and best.value >= 0.8
    if found.answer == "built in":
        assert min(each.value for each in (*asked, *null)) >= 0.8


@given(st.floats(0, 1), st.floats(0, 1))
def test_one_world_tells_nothing(asked: float, null: float) -> None:
    few = Grounds([share(asked, 1)], [share(null, 1)], share(1.0, 1), {"mechanism": sure(99.0)}, {})
    assert verdict_on(few).answer == "open"


def test_a_claim_is_not_judged_on_no_worlds() -> None:
    with pytest.raises(RunError, match="on no worlds"):
        verdict_on(Grounds([], [], None, {}, {}))


@pytest.mark.parametrize(
    ("factor", "said"),
    [(0.04, "strong against"), (0.3, "some against"), (1.0, "silent"), (2.9, "silent"), (3.0, "some"), (20.0, "strong")],
)
def test_a_factor_is_said_in_the_words_of_kass_and_raftery(factor: float, said: str) -> None:
    assert sure(factor).says == said


def claim(condition: Every | Is | Some, **more: object) -> ClaimTest:
    return ClaimTest("T", WORDS, condition, rise(), **more)  # type: ignore[arg-type]


TOYS: dict[str, tuple[ClaimTest, bool, Verdict]] = {
    "a mechanism that the record shows and that does it": (
        claim(SLOWED, rests_on=("slowing",)),
        True,
        Verdict("supported"),
    ),
    "the same where the record is silent": (
        claim(SLOWED, rests_on=("slowing",)),
        False,
        Verdict("open", "the record is silent"),
    ),
    "what is true in nine tenths of the worlds where it exists, and in seven of all": (
        claim(Every((SLOWED, Is(rise(), "above", 0.1))), rests_on=("slowing",)),
        True,
        Verdict("supported"),
    ),
    "what could have been true and is not": (
        claim(Is(rise(), "above", 0.95), rests_on=("slowing",), sizes=("gain",)),
        False,
        Verdict("contradicted"),
    ),
    "what no declared size makes true": (
        claim(Is(rise(), "above", 1.5), rests_on=("slowing",), sizes=("gain",)),
        False,
        Verdict("too small as sized"),
    ),
    "what is so anyhow": (
        claim(Is(rise(), "above", -1.0), rests_on=("slowing",)),
        False,
        Verdict("built in"),
    ),
    "what is mostly so without it": (
        claim(Some((SLOWED, Is(rise(), "above", 0.35))), rests_on=("slowing",)),
        False,
        Verdict("open", "holds without it too"),
    ),
    "what one number decides": (
        claim(Is(rise(), "above", 0.5), rests_on=("slowing",)),
        False,
        Verdict("open", "hangs on one number", "gain"),
    ),
    "what nothing can be taken from": (
        claim(Is(rise(), "above", 0.5)),
        False,
        Verdict("structure only"),
    ),
    "an absence": (
        claim(Is(rise(), "below", 0.9), null=Null(WORDS, held=(("gain", 1.0),)), absence=True),
        False,
        Verdict("supported"),
    ),
}


KINDS: dict[str, Callable[..., Parameter]] = {"strength": switch, "existence": existence}


def worded(test: ClaimTest, is_recorded: bool, seed: int, kind: str = "strength") -> Verdict:
    """The word of a toy, judged from drawn worlds; a record, where there is one, leaves few worlds without the mechanism.

    Its mechanisms have a strength, or exist or not.
    """
    model = coins(KINDS[kind])
    worlds = draw(model, WORLDS, seed)
    stage = stage_for(model, REGIMES, CLOCK, reads(test))
    chance = np.random.default_rng(seed).random(WORLDS)
    accepted = (worlds.values["slowing"] > 0) | (chance < 0.05) if is_recorded else None
    population = Population("toy", WORDS, worlds, accepted)
    (judgement,) = judge_claims(stage, [test], [population])
    cases = reference_cases(stage, test, left_standing([population], WORLDS), worlds)
    columns = columns_of(judgement, {"": cases.null}, factors_in(model, population, model.switches))
    return verdict_of(columns, words_of(model, judgement, cases, columns))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("toy", TOYS)
def test_a_toy_whose_word_is_known_gets_it(toy: str, kind: str) -> None:
    test, is_recorded, expected = TOYS[toy]
    assert [worded(test, is_recorded, seed, kind) for seed in range(3)] == [expected] * 3


def test_the_toys_reach_every_word() -> None:
    assert {expected.answer for _, _, expected in TOYS.values()} == set(get_args(Answered))


@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_is_judged_where_its_mechanism_exists(kind: str) -> None:
    """True in nine tenths of the worlds where it exists, it would be open by its share of all, .72."""
    test, _, _ = TOYS["what is true in nine tenths of the worlds where it exists, and in seven of all"]
    model = coins(KINDS[kind])
    population = Population("toy", WORDS, draw(model, 4000, 7))
    (judgement,) = judge_claims(stage_for(model, REGIMES, CLOCK, reads(test)), [test], [population])
    found = judgement.answers[0].last
    assert found.given is not None
    assert found.share.value == pytest.approx(0.72, abs=0.03)
    assert found.given.value == pytest.approx(0.9, abs=0.02)
    assert found.given.count == np.count_nonzero(population.worlds.values["slowing"])


def test_the_corner_of_the_best_case_is_the_end_that_favours_the_claim() -> None:
    model = coins()
    for condition, end in ((Is(rise(), "above", 1.5), 1.0), (Is(rise(), "below", -0.5), 0.0)):
        test = claim(condition, rests_on=("slowing",), sizes=("gain",))
        worlds = draw(model, 50, 7)
        cases = reference_cases(stage_for(model, REGIMES, CLOCK, reads(test)), test, [Population("toy", WORDS, worlds)], worlds)
        assert cases.corner == {"gain": end}


OPEN_WORD = Verdict("open", "many things")
CONTRADICTED_WORD = Verdict("contradicted")
OVER = {
    "one word in all": ([CONTRADICTED_WORD] * 4, CONTRADICTED_WORD),
    "none settles": ([OPEN_WORD, Verdict("open", "the record is silent")], OPEN_WORD),
    "one settles and another is clearly open": ([CONTRADICTED_WORD, OPEN_WORD], Verdict("open", "the record moves it")),
    "one settles and sampling hides it in another": (
        [CONTRADICTED_WORD, Verdict("open", "many things", near="contradicted")],
        Verdict("open", "many things", near="contradicted"),
    ),
    "another bound is near": (
        [CONTRADICTED_WORD, Verdict("open", "many things", near="supported")],
        Verdict("open", "the record moves it"),
    ),
    "two settle apart": ([Verdict("supported"), CONTRADICTED_WORD], Verdict("open", "the record moves it")),
}


@pytest.mark.parametrize("case", OVER)
def test_a_word_must_be_that_of_every_body_of_evidence(case: str) -> None:
    columns, expected = OVER[case]
    assert verdict_over(columns) == expected


@given(st.lists(st.sampled_from([Verdict(word) for word in get_args(Answered)]), min_size=1, max_size=4))
def test_no_word_is_louder_than_any_column(columns: list[Verdict]) -> None:
    found = verdict_over(columns)
    assert found.answer in ("open", "structure only") or all(each.answer == found.answer for each in columns)


def test_no_column_is_no_judgement() -> None:
    with pytest.raises(RunError, match="no evidence"):
        verdict_over([])
