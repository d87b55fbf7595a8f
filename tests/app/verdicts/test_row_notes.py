"""What stands in a claim's row: the share where it is asked again, the side it lies on where that differs, and a remark."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.verdicts.row_notes import note_lines, noted
from dualtrack.errors import UnknownName
from dualtrack.language.theory import model_of

AGAIN = bind().theory.display.asked_again


def share(value: float, reach: float = 0.02) -> dict[str, Any]:
    return {"probability": value, "interval": [value - reach, value + reach], "worlds": 900, "worth": 900.0}


def row(claim: str, drawn: float, *variants: tuple[str, float]) -> dict[str, Any]:
    rows = [{"en": en, "zh": AGAIN[1], **share(value)} for en, value in variants]
    last = {**share(drawn), "asked": share(drawn), "variants": rows}
    return {"id": claim, "answers": [{"prior": "agnostic", "before": last, "after": last}]}


def lines(*given: Any) -> list[str]:
    return note_lines(noted(bind(), row(*given)))


@pytest.mark.parametrize(
    ("drawn", "again", "said"),
    [
        (0.09, 0.5, f"{AGAIN[0]}: 50 % of all, neither high nor low"),
        (0.09, 0.9, f"{AGAIN[0]}: 90 % of all, high"),
        (0.5, 0.1, f"{AGAIN[0]}: 10 % of all, low"),
        (0.09, 0.1, f"{AGAIN[0]}: 10 % of all"),
        (0.09, 0.19, f"{AGAIN[0]}: 19 % of all, neither high nor low"),
    ],
)
def test_the_side_is_told_only_where_it_is_another_and_sure(drawn: float, again: float, said: str) -> None:
    assert lines("L5", drawn, ("strong form", 0.3), (AGAIN[0], again)) == [said]


def test_a_claim_that_is_not_asked_again_has_no_line_and_a_remark_stands_by_its_claim() -> None:
    assert lines("L5", 0.5, ("strong form", 0.3)) == []
    assert noted(bind(), {"id": "P1", "answers": []}) == {"id": "P1", "answers": [], "again": None, "remark": None}
    for claim in ("P5", "C5"):
        (said,) = lines(claim, 0.1)
        assert "first edition's test" in said
        assert "第一版" in noted(bind(), row(claim, 0.1))["remark"]["zh"]


@pytest.mark.parametrize(
    ("changed", "near"), [({"remarks": {"L55": ("So", "是")}}, "L5"), ({"asked_again": ("if Beijing takes up", "若")}, AGAIN[0])]
)
def test_a_remark_on_no_claim_and_a_variant_that_no_test_has_are_refused(changed: dict[str, Any], near: str) -> None:
    theory = bind().theory
    with pytest.raises(UnknownName) as caught:
        model_of(replace(theory, display=replace(theory.display, **changed)))
    assert near in str(caught.value)
