"""Reality checks as data: what a declaration must say, and what it is refused for before anything runs."""

import math

import pytest

from dualtrack.errors import BadNumber, DuplicateName, LabError, TraceError, UnknownName
from dualtrack.language.statements.reality_check import (
    Bounded,
    Check,
    Conserved,
    Fixed,
    Holds,
    Response,
    Sweep,
    Switches,
    check_checks,
    formulas,
)
from tests.refusals import refused
from tests.toys import two_sectors

WORDS = ("Nobody adopts twice.", "无人采用两次。")
FINE: tuple[Check, ...] = (
    Bounded(("All is bounded.", "皆有界。")),
    Holds(WORDS, "adopters <= firms"),
    Holds(("Both hold.", "两者皆然。"), ("weakest <= 1", "served >= 0"), where="subsidy > 0"),
    Holds(
        ("Later too.", "日后亦然。"),
        "served >= 0",
        given=(Fixed("subsidy", 1.0, 2025.0), Switches(0.5)),
        lasting=True,
        since=2026.0,
    ),
    Conserved(("Firms add up.", "企业守恒。"), "adopters", "adoption - leaving"),
    Response(("A push pulls.", "推动有拉力。"), Sweep("subsidy", (0.0, 1.0)), "higher", ("urge", "adoption")),
)


def test_sound_checks_pass() -> None:
    check_checks(two_sectors(), FINE)


def test_a_check_names_every_formula_it_reads() -> None:
    assert [formulas(check) for check in FINE] == [
        (),
        ("adopters <= firms",),
        ("weakest <= 1", "served >= 0", "subsidy > 0"),
        ("served >= 0",),
        ("adopters", "adoption - leaving"),
        ("urge", "adoption"),
    ]


@pytest.mark.parametrize(
    ("kind", "check"),
    [
        (BadNumber, Holds(("Only English.", " "), "weakest <= 1")),
        (UnknownName, Holds(WORDS, "adoptors <= firms")),
        (TraceError, Holds(WORDS, "adopters")),
        (TraceError, Holds(WORDS, "weakest <= 1", where="weakest")),
        (TraceError, Conserved(WORDS, "all_adopters", "orders")),
        (TraceError, Conserved(WORDS, "served", "adoption")),
        (TraceError, Response(WORDS, Sweep("subsidy", (0.0, 1.0)), "higher", ("weakest <= 1",))),
        (BadNumber, Response(WORDS, Sweep("subsidy", ()), "higher", ("urge",))),
        (BadNumber, Response(WORDS, Sweep("subsidy", (1.0, 0.0)), "higher", ("urge",))),
        (BadNumber, Response(WORDS, Sweep("subsidy", (0.0, 2.0)), "higher", ("urge",))),
        (BadNumber, Response(WORDS, Sweep("subsidy", (0.0, math.nan)), "higher", ("urge",))),
        (UnknownName, Response(WORDS, Sweep("subsdy", (0.0, 1.0)), "higher", ("urge",))),
        (BadNumber, Response(WORDS, Sweep("subsidy", (0.0, 1.0), 2025.0), "higher", ("urge",))),
        (BadNumber, Holds(WORDS, "weakest <= 1", given=(Fixed("imitation", 9.0),))),
        (BadNumber, Holds(WORDS, "weakest <= 1", given=(Switches(1.5),))),
        (BadNumber, Holds(WORDS, "weakest <= 1", given=(Fixed("imitation", 0.3, 2025.0),), lasting=True)),
    ],
)
def test_a_faulty_check_is_refused_by_its_sentence(kind: type[LabError], check: Check) -> None:
    assert check.sentence[0] in refused(kind, lambda: check_checks(two_sectors(), [check])).what


def test_a_sentence_is_said_once() -> None:
    refused(DuplicateName, lambda: check_checks(two_sectors(), [*FINE, Holds(WORDS, "weakest <= 1")]))
