"""A theory refuses what does not fit by itself, before any model is built of it."""

from dataclasses import replace

import pytest

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName
from dualtrack.language.theory import Theory
from dualtrack.theory.dual_track import THEORY

WRONG = [
    ({"central": ("L5", "L99")}, UnknownName, "claim L99 is to have its verdict told first, and nothing computes it"),
    ({"central": ("P1",)}, UnknownName, "claim P1 is to have its verdict told first"),
    ({"attributed": ("P1",)}, UnknownName, "claim P1 is to have its effect shared out"),
    ({"question": ("Would it?", "")}, NoMeaning, "asks its question in one language"),
    ({"outcomes": ()}, UnknownName, "is shown by nothing"),
    ({"years": (2041.0,)}, BadNumber, "names the year 2041, outside its clock"),
    ({"tilts": ()}, DuplicateName, "has the tilts"),
]


@pytest.mark.parametrize(("changed", "error", "words"), WRONG, ids=lambda each: str(each)[:40])
def test_what_does_not_fit_a_theory_is_refused_with_what_to_do(
    changed: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match="fix") as refused:
        replace(THEORY, **changed)  # type: ignore[arg-type]
    assert words in str(refused.value)


def test_a_claim_that_the_question_is_about_takes_runs_and_is_one_of_the_theorys() -> None:
    found: Theory = replace(THEORY, central=("T1",))
    assert found.central == ("T1",)
