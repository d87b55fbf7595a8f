"""Evidence beside a claim: one sentence in each language, a source once on a side, and a claim that is there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dualtrack.errors import DuplicateName, LabError, NoMeaning, RecordError, UnknownName, WrongArgument
from dualtrack.evidence.record import EMPTY
from dualtrack.evidence.rows import Source
from dualtrack.lab.record.record_fits import check_sources
from dualtrack.language.statements.claim_sides import Evidence, Sides, check_evidence
from dualtrack.language.statements.ledger import Claim
from tests.lab.toys import WORDS
from tests.refusals import refused

SAID = ("Landings fell by 3.5 percent in 2024.", "2024年上岸量下降3.5%。")
PIECE = Evidence("harbour_2024", SAID)
CLAIM = Claim("K1", "claim", WORDS, ("level",))


@pytest.mark.parametrize(
    ("made", "error", "said"),
    [
        (lambda: Evidence("harbour_2024", ("", SAID[1])), NoMeaning, "one sentence in English"),
        (lambda: Evidence("harbour_2024", (SAID[0], "")), NoMeaning, "one sentence in Chinese"),
        (lambda: Evidence("harbour_2024", ("Landings fell", SAID[1])), NoMeaning, "full stop"),
        (lambda: Evidence("harbour_2024", ("Landings fell. Prices rose.", SAID[1])), NoMeaning, "one sentence in English"),
        (lambda: Evidence("harbour_2024", ("Did landings fall? They did.", SAID[1])), NoMeaning, "one sentence in English"),
        (lambda: Evidence("harbour_2024", (SAID[0], "上岸量下降。价格上升。")), NoMeaning, "one sentence in Chinese"),
        (lambda: Evidence("harbour_2024", ("Landings\nfell.", SAID[1])), NoMeaning, "one sentence in English"),
        (lambda: Evidence("", SAID), NoMeaning, "names no source"),
        (lambda: Sides((PIECE, replace(PIECE, is_read=True)), ()), DuplicateName, "`harbour_2024` stands twice"),
        (lambda: Sides((), (PIECE, PIECE)), DuplicateName, "`harbour_2024` stands twice"),
        (lambda: Sides(("harbour_2024",), ()), WrongArgument, "Evidence"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_evidence_is_refused(made: Callable[[], object], error: type[LabError], said: str) -> None:
    with pytest.raises(error) as caught:
        made()
    assert said in str(caught.value)


def test_a_source_may_speak_for_one_thing_and_against_another() -> None:
    other = Evidence("market_2025", SAID)
    assert Sides((PIECE,), (PIECE, other)).sources == ("harbour_2024", "market_2025")


def test_evidence_on_a_claim_that_is_not_there_is_refused_with_the_nearest() -> None:
    check_evidence([CLAIM], {"K1": Sides((PIECE,), ())})
    error = refused(UnknownName, lambda: check_evidence([CLAIM], {"K11": Sides((PIECE,), ())}))
    assert "K11" in str(error)
    assert error.near == "K1"


def test_a_source_that_is_not_on_record_is_refused_with_the_nearest() -> None:
    source = Source("harbour_2024", "Landings", "Harbour office", "2024", "https://example.org", "A", "", "")
    record = replace(EMPTY, sources=(source,))
    check_sources(record, {"K1": Sides((PIECE,), ())})
    misspelt = {"K1": Sides((), (replace(PIECE, source="harbor_2024"),))}
    error = refused(RecordError, lambda: check_sources(record, misspelt))
    assert "claim K1" in str(error)
    assert error.near == "harbour_2024"
