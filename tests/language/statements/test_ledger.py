"""Facts as data: what a declaration refuses, and what it says a run must save."""

from types import ModuleType

import pytest

from dualtrack.errors import BadNumber, DuplicateName, UnknownName
from dualtrack.language.build import build
from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import auxiliary, uncertainty
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import (
    Change,
    Check,
    Fact,
    Level,
    Moment,
    Observed,
    Stated,
    check_facts,
    span,
    variables,
)

WORDS = ("Share", "份额")


def shares() -> Model:
    sector = ModuleType("shares")
    sector.__doc__ = "Two numbers and their ratio."
    part, whole = (
        uncertainty(value, "1", low=0.1, high=2.0, source=Assumed("toy", "nothing"), label=WORDS, doc="A number.")
        for value in (0.5, 1.0)
    )

    def share(part, whole):
        """The part in the whole."""
        return part / whole

    vars(sector).update(part=part, whole=whole, share=auxiliary("1", label=WORDS)(share))
    return build(sector)


def fact(*tests: Check, id: str = "F1") -> Fact:
    return Fact(id, ("It is half.", "它是一半。"), "level", tests)


HALF = Check(Level("share", 2025.0), "within", Stated(0.5, "anyone_2025"), 0.1)


def test_a_run_must_save_what_is_measured_and_what_divides_it() -> None:
    ratio = Check(Change("share", 2020.0, 2025.0, per="part"), "at_least", Observed("shares", 2025, since=2020), 0.1)
    assert variables([fact(HALF, ratio)]) == ("part", "share")
    check_facts(shares(), [fact(HALF, ratio)])


def test_an_unknown_variable_is_refused_with_the_nearest() -> None:
    wrong = Check(Level("shore", 2025.0), "within", Stated(0.5, "anyone_2025"), 0.1)
    with pytest.raises(UnknownName, match="fact F1 checks `shore`") as caught:
        check_facts(shares(), [fact(wrong)])
    assert "share" in caught.value.near


def test_a_fact_is_declared_once() -> None:
    with pytest.raises(DuplicateName, match="F1"):
        check_facts(shares(), [fact(HALF), fact(HALF)])


def test_a_fact_that_is_fed_in_needs_no_check_and_proves_nothing() -> None:
    assert not Fact("F7", ("A rule.", "一条规则。"), "input", ()).is_test
    assert fact(HALF).is_test


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: fact(),
        lambda: Fact("F1", ("Only English.", ""), "level", (HALF,)),
        lambda: Stated(0.5, ""),
        lambda: Observed("shares", 2025, times=0.0),
        lambda: Observed("shares", float("nan")),
        lambda: Stated(float("nan"), "anyone_2025"),
        lambda: Stated(0.5, "anyone_2025", low=0.6),
        lambda: Check(HALF.measure, "within", HALF.yardstick, 0.0),
        lambda: Check(HALF.measure, "within", HALF.yardstick, float("nan")),
        lambda: Check(Level("share", 2025.0, 2024.0), "within", HALF.yardstick, 0.1),
        lambda: Check(Moment("share", "peak", 2024.0, 2024.0), "within", HALF.yardstick, 0.1),
    ],
)
def test_a_declaration_without_sense_is_refused(wrong) -> None:
    with pytest.raises(BadNumber) as caught:
        wrong()
    assert caught.value.fix


def test_a_span_holds_every_year_that_is_read() -> None:
    assert span(Level("share", 2025.0)) == (2025.0, 2025.0)
    assert span(Level("share", 2025.0, 2026.0)) == (2025.0, 2026.0)
    assert span(Change("share", 2020.0, 2025.0)) == (2020.0, 2025.0)
