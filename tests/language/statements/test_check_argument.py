"""What a theory tells of its argument fits the theory: one of each kind of misfit is refused by name."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning, UnknownName
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.argument import ArgumentGroup, KeyFinding, TourStep, WordedLever, WordedValue
from dualtrack.language.statements.argument_map import ArgumentMap, MapArrow, MapBox
from dualtrack.language.statements.check_argument import check_argument, check_read_at, check_remarks
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is, StructureTest, Test
from dualtrack.language.statements.display import Display
from dualtrack.language.statements.ledger import Claim
from tests.lab.toys import growth

MODEL = growth()
WORDS = ("Words", "词")
CLAIMS = tuple(Claim(name, "claim", WORDS, ("capability",)) for name in ("K1", "K2", "K3"))
GAIN = Gap(Point(Arm("open"), "capability", 2030.0), Point(Arm("shut"), "capability", 2030.0))
TESTS: tuple[Test, ...] = (
    StructureTest("K1", WORDS, ("access",)),
    *(ClaimTest(name, WORDS, Is(GAIN, "above", 0.0), headline=GAIN) for name in ("K2", "K3")),
)
BOX = MapBox("box", WORDS, 0, 0, 10, 10, "home")
ARROWS = tuple(MapArrow(name, WORDS, (((0, y), (10, y)),), (5, y), "b") for name, y in (("K2", 2), ("K3", 4)))
DRAWN = ArgumentMap(10, 10, (), (BOX,), ARROWS)
LEVER = WordedLever("access", "home", WORDS, (WordedValue(0.0, WORDS), WordedValue(1.0, WORDS)))
GROUPS = (ArgumentGroup("first", WORDS, ("K1",)), ArgumentGroup("rest", WORDS, ("K2", "K3")))
WHOLE = Display(
    question=WORDS,
    findings=(KeyFinding("K2", WORDS),),
    argument=GROUPS,
    argument_map=DRAWN,
    tour=(TourStep(WORDS, WORDS, ("K1", "K3")), TourStep(WORDS, WORDS)),
    sides={"home": WORDS},
    worded=(LEVER,),
)


def check(display: Display) -> None:
    check_argument(MODEL, display, CLAIMS, TESTS)


def test_what_fits_is_taken_and_so_is_nothing_at_all() -> None:
    check(WHOLE)
    check(Display())


@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ({"findings": (KeyFinding("K9", WORDS),)}, UnknownName, "a finding tells `K9`"),
        ({"argument": (*GROUPS, ArgumentGroup("more", WORDS, ("K9",)))}, UnknownName, "a group of the argument holds `K9`"),
        ({"argument": (*GROUPS, ArgumentGroup("more", WORDS, ("K1",)))}, DuplicateName, "claim K1 stands in 2 groups"),
        ({"argument": GROUPS[1:]}, DuplicateName, "claim K1 stands in 0 groups"),
        ({"tour": (TourStep(WORDS, WORDS, ("K9",)),)}, UnknownName, "the tour speaks of `K9`"),
        ({"argument_map": replace(DRAWN, arrows=(*ARROWS, replace(ARROWS[0], claim="K9")))}, UnknownName, "for `K9`"),
        ({"argument_map": replace(DRAWN, arrows=ARROWS[1:])}, NoMeaning, "K2 states an effect, and the map has no arrow"),
        ({"argument_map": replace(DRAWN, boxes=(replace(BOX, side="abroad"),))}, UnknownName, "`abroad`, which is no side"),
        ({"worded": (replace(LEVER, lever="acess"),)}, UnknownName, "`acess`, which is no lever"),
        ({"worded": (replace(LEVER, lever="mechanism"),)}, UnknownName, "`mechanism`, which is no lever"),
        ({"worded": (replace(LEVER, beside=("acess",)),)}, UnknownName, "words stand beside `acess`, which is no lever"),
        ({"worded": (replace(LEVER, side="abroad"),)}, UnknownName, "`abroad`, which is no side"),
        ({"worded": (LEVER, LEVER)}, DuplicateName, "`access` is worded twice"),
        ({"worded": (replace(LEVER, words=(*LEVER.words, WordedValue(1.5, WORDS))),)}, BadNumber, "has words at 1.5"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(changed: dict[str, Any], kind: type[LabError], said: str) -> None:
    with pytest.raises(kind) as caught:
        check(replace(WHOLE, **changed))
    assert said in str(caught.value)
    assert caught.value.fix


def test_a_claim_that_states_no_effect_needs_no_arrow() -> None:
    assert "K1" not in {arrow.claim for arrow in DRAWN.arrows}
    check(WHOLE)


def test_words_in_one_language_are_refused() -> None:
    for changed in ({"question": ("Why?", "")}, {"sides": {"home": ("", "本方")}}):
        with pytest.raises(NoMeaning, match="in one language"):
            replace(WHOLE, **changed)


@pytest.mark.parametrize(("year", "fits"), [(2026, False), (2027, True), (2040, True), (2041, False)])
def test_the_first_screen_is_read_after_the_parting_and_by_the_end(year: int, fits: bool) -> None:
    clock, display = Clock(2020.0, 2040.0, 1 / 4, 1 / 4), replace(WHOLE, read_at=year)
    if fits:
        check_read_at(display, clock, 2026.0)
    else:
        with pytest.raises(BadNumber, match=str(year)):
            check_read_at(display, clock, 2026.0)


def test_a_remark_is_made_on_a_claim_and_a_variant_is_a_tests() -> None:
    check_remarks(replace(WHOLE, remarks={"K1": WORDS}), CLAIMS, TESTS)
    with pytest.raises(UnknownName, match="`K9`"):
        check_remarks(replace(WHOLE, remarks={"K9": WORDS}), CLAIMS, TESTS)
    with pytest.raises(UnknownName, match="no claim has a variant"):
        check_remarks(replace(WHOLE, asked_again=WORDS), CLAIMS, TESTS)
