"""Tests of claims as data: what they read, which runs they compare, and every name that is refused."""

import math
from dataclasses import replace

import pytest

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName
from dualtrack.language.in_full import in_full
from dualtrack.language.statements.check_claims import arms_of, check_groups, check_tests
from dualtrack.language.statements.claim_measure import (
    Arm,
    Chosen,
    Delay,
    Fall,
    Frozen,
    Peak,
    Set,
    Size,
    Sum,
    line,
    quantity_of,
    readings,
    runs_of,
)
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.statements.claim_test import (
    ClaimTest,
    Condition,
    Every,
    Given,
    Is,
    MechanismGroup,
    Null,
    Placebo,
    Some,
    StructureTest,
    Test,
    Variant,
    Waits,
    measures,
)
from dualtrack.language.statements.ledger import Claim
from tests.lab.coins import coins, rise, slower
from tests.lab.toys import WORDS

OPEN, SHUT = Arm("open"), Arm("shut")
FROZEN = Arm("open", frozen=(Frozen(("drag",), SHUT),))
TEST = ClaimTest("T", WORDS, Is(slower(OPEN, SHUT), "above", 0.5), rise(), rests_on=("slowing",))
CLAIM = Claim("T", "claim", WORDS, ("level",))
NONE_FOUND = {"T": Sides((), ())}


def check(test: Test) -> None:
    check_tests(coins(), ["open", "shut"], [CLAIM], [test], NONE_FOUND)


def test_a_line_ends_at_both_regimes() -> None:
    arms = line("shut", "open", 21, held=(("gain", 1.0),))
    assert [share for share, _ in arms][::10] == [0.0, 0.5, 1.0]
    assert {(arm.regime, arm.towards, arm.held) for _, arm in arms} == {("shut", "open", (("gain", 1.0),))}
    assert len({arm for _, arm in arms}) == 21


def test_everything_that_is_read_is_found() -> None:
    delay, gap = slower(OPEN, SHUT), rise()
    condition = Every((Is(Size(delay), "above", 0.0), Some((Is(Sum(((1.0, gap), (2.0, delay))), "below", 1.0),))))
    found = measures([condition])
    assert found == (Size(delay), Sum(((1.0, gap), (2.0, delay))))
    assert [each for measure in found for each in readings(measure)] == [delay, gap.of, gap.against, delay]
    assert readings(Peak(((0.0, gap), (1.0, delay)), (0.1, 0.9))) == (gap.of, gap.against, delay)
    assert readings(Chosen(((gap, delay),))) == (gap.of, gap.against, delay)


def test_the_runs_of_a_test_are_those_of_all_its_conditions() -> None:
    other = Is(slower(FROZEN, SHUT), "above", 0.0)
    whole = replace(TEST, variants=(Variant(WORDS, other),), placebo=Placebo(Is(rise(held=(("gain", 0.0),)), "above", 0.0), 0.3))
    assert set(arms_of(whole)) == {OPEN, SHUT, FROZEN, Arm("open", held=(("gain", 0.0),))}


def test_a_test_that_fits_is_taken() -> None:
    for test in (TEST, StructureTest("T", WORDS, ("opening",)), Waits("T", WORDS, WORDS)):
        check(test)


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (replace(TEST, id="U"), "claim `U`"),
        (replace(TEST, rests_on=("slowness",)), "switch `slowness`"),
        (replace(TEST, condition=Is(rise(Arm("opened")), "above", 0.0)), "regime `opened`"),
        (replace(TEST, condition=Is(rise(Arm("open", towards="shutt")), "above", 0.0)), "regime `shutt`"),
        (replace(TEST, condition=Is(rise(dials=("openning",)), "above", 0.0)), "lever `openning`"),
        (replace(TEST, condition=Is(rise(levers=(Set("level", 1.0),)), "above", 0.0)), "lever `level`"),
        (replace(TEST, condition=Is(rise(held=(("opening", 1.0),)), "above", 0.0)), "number `opening`"),
        (replace(TEST, condition=Is(rise(frozen=(Frozen(("dragg",), SHUT),)), "above", 0.0)), "quantity `dragg`"),
        (replace(TEST, condition=Is(rise(frozen=(Frozen(("drag",), Arm("ajar")),)), "above", 0.0)), "regime `ajar`"),
        (replace(TEST, condition=Is(rise(frozen=(Frozen((), SHUT, links=(("drag", "progres"),)),)), "above", 0.0)), "`progres`"),
        (
            replace(TEST, condition=Is(rise(frozen=(Frozen((), SHUT, links=(("level", "progress"),)),)), "above", 0.0)),
            "no equation",
        ),
        (replace(TEST, headline=Delay(OPEN, SHUT, "capabilty")), "quantity `capabilty`"),
        (replace(TEST, headline=Fall(OPEN, "levl", 0.3, 2.0, 2022.0)), "quantity `levl`"),
        (replace(TEST, headline=Fall(Arm("ajar"), "level", 0.3, 2.0, 2022.0)), "regime `ajar`"),
        (replace(TEST, condition=Given(Is(rise(Arm("opened")), "above", 0.0), TEST.condition, WORDS)), "regime `opened`"),
        (StructureTest("T", WORDS, ("opener",)), "lever `opener`"),
    ],
)
def test_unknown_names_never_pass(test: Test, said: str) -> None:
    with pytest.raises(UnknownName, match=said):
        check(test)


def test_every_claim_has_one_test_and_its_evidence() -> None:
    with pytest.raises(DuplicateName, match="two tests"):
        check_tests(coins(), ["open", "shut"], [CLAIM], [TEST, TEST], NONE_FOUND)
    with pytest.raises(UnknownName, match="has no test"):
        check_tests(coins(), ["open", "shut"], [CLAIM], [], NONE_FOUND)
    with pytest.raises(UnknownName, match="has no evidence"):
        check_tests(coins(), ["open", "shut"], [CLAIM], [TEST], {})


def test_every_switch_has_one_group() -> None:
    both, one = MechanismGroup("both", WORDS, ("slowing", "helping")), MechanismGroup("one", WORDS, ("helping",))
    check_groups(coins(), [both])
    with pytest.raises(DuplicateName, match="0 groups"):
        check_groups(coins(), [one])
    with pytest.raises(DuplicateName, match="2 groups"):
        check_groups(coins(), [both, one])
    with pytest.raises(UnknownName, match="`helpful`"):
        check_groups(coins(), [MechanismGroup("one", WORDS, ("helpful",))])


def test_a_bound_is_a_number() -> None:
    with pytest.raises(BadNumber, match="finite bound"):
        Is(rise(), "above", float("nan"))


def test_a_claim_is_held_beside_its_null_and_without_one_beside_its_own_switches_off() -> None:
    assert TEST.against is not None and TEST.against.held == (("slowing", 0.0),)
    declared = Null(WORDS, held=(("gain", 0.0),))
    assert replace(TEST, null=declared).against is declared
    assert replace(TEST, rests_on=()).against is None
    with pytest.raises(BadNumber, match="takes nothing away"):
        Null(WORDS)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"null": Null(WORDS, held=(("gian", 0.0),))}, "gian"),
        ({"null": Null(WORDS, condition=Is(rise(held=(("gian", 0.0),)), "above", 0.5))}, "gian"),
        ({"partners": ("gain",)}, "gain"),
        ({"partners_off": ("gain",)}, "gain"),
        ({"sizes": ("slowing",)}, "slowing"),
        ({"sizes": ("gian",)}, "gian"),
    ],
)
def test_null_partners_and_sizes_name_what_is_there_and_of_its_kind(wrong: dict[str, object], named: str) -> None:
    with pytest.raises(UnknownName, match=named):
        check(replace(TEST, **wrong))  # type: ignore[arg-type]


def test_a_switch_is_not_planted_on_and_off() -> None:
    with pytest.raises(DuplicateName, match="on and off"):
        check(replace(TEST, partners_off=("slowing",)))


def test_a_size_on_which_nothing_that_is_read_depends_is_refused() -> None:
    with pytest.raises(NoMeaning, match="on which nothing that it reads depends"):
        check(replace(TEST, headline=slower(OPEN, SHUT), sizes=("gain",)))
    check(replace(TEST, sizes=("gain",)))


FALL = Fall(OPEN, "level", 0.3, 2.0, 2022.0)
GIVEN = Given(Is(FALL, "below", 2030.0), Is(rise(), "above", 0.0), WORDS)


def test_a_fall_is_read_off_one_run() -> None:
    assert readings(Sum(((1.0, FALL), (-1.0, rise())))) == (FALL, rise().of, rise().against)
    assert [(runs_of(each), quantity_of(each)) for each in (FALL, slower(OPEN, SHUT), rise().of)] == [
        ((OPEN,), "level"),
        ((OPEN, SHUT), "capability"),
        ((OPEN,), "level"),
    ]
    assert arms_of(replace(TEST, condition=Is(FALL, "below", 2030.0), headline=FALL)) == (OPEN,)
    check(replace(TEST, headline=FALL, sizes=("gain",)))


@pytest.mark.parametrize(
    ("by", "within", "since"),
    [
        *((by, 2.0, 2022.0) for by in (0.0, 1.0, -0.3, math.nan)),
        *((0.3, within, 2022.0) for within in (0.0, -1.0, math.inf)),
        (0.3, 2.0, math.nan),
    ],
)
def test_a_fall_is_by_a_share_within_some_years(by: float, within: float, since: float) -> None:
    with pytest.raises(BadNumber, match="a fall of `level`"):
        Fall(OPEN, "level", by, within, since)


@pytest.mark.parametrize("kind", [lambda inner: Every((inner,)), lambda inner: Some((TEST.condition, inner))])
def test_what_is_asked_only_where_something_holds_stands_at_the_top(kind: object) -> None:
    for wrong in (kind, lambda inner: Given(inner, TEST.condition, WORDS), lambda inner: Given(TEST.condition, inner, WORDS)):
        with pytest.raises(NoMeaning, match="asked only where another holds") as raised:
            wrong(GIVEN)  # type: ignore[operator]
        assert "part" in raised.value.where
        assert raised.value.near == WORDS[0]
        assert "at the top" in raised.value.fix


def test_what_a_first_condition_reads_is_read_too() -> None:
    conditions: list[Condition] = [GIVEN]
    assert measures(conditions) == (FALL, rise())
    whole = replace(TEST, condition=GIVEN, rests_on=(), null=Null(WORDS, condition=GIVEN), placebo=Placebo(GIVEN, 0.1))
    check(replace(whole, variants=(Variant(WORDS, GIVEN),)))
    assert OPEN in arms_of(whole)


@pytest.mark.parametrize("step", [0.0, -0.25, math.inf, math.nan])
def test_a_step_is_a_time(step: float) -> None:
    with pytest.raises(BadNumber, match="takes steps of"):
        Arm("open", step=step)


def test_a_run_and_the_one_it_follows_have_one_step() -> None:
    fine = Arm("shut", step=1 / 32)
    for like, step in ((fine, None), (SHUT, 1 / 32), (fine, 1 / 64)):
        with pytest.raises(BadNumber, match="follows one of `shut`"):
            Arm("open", frozen=(Frozen(("drag",), like),), step=step)
    assert Arm("open", frozen=(Frozen(("drag",), fine),), step=1 / 32).frozen[0].like is fine


def test_a_step_that_is_not_said_leaves_no_trace_in_a_hash() -> None:
    assert "step" not in in_full(OPEN)
    assert "step=0.03125" in in_full(Arm("open", step=1 / 32))
    assert {arm.step for _, arm in line("shut", "open", 3, step=1 / 32)} == {1 / 32}
