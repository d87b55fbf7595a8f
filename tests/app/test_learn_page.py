"""The page of what to find out: every number with what would measure it in both languages."""

import re
from functools import cache

from dualtrack.app.bind import bind
from dualtrack.app.learn_page import LEARN_PAGE, SHOWN
from dualtrack.app.verdicts.kept_verdicts import open_claims
from tests.house import ROOT


@cache
def page() -> str:
    """The page as it is written; `make pages` holds it beside what the theory gives."""
    return (ROOT / "docs" / "theory" / LEARN_PAGE).read_text(encoding="utf-8")


def test_every_number_that_is_shown_is_told_by_the_theory() -> None:
    """In both languages, with who says so and when: nothing there is left to an assumption's English words."""
    told = {each.number for each in bind().theory.measurables}
    numbers = re.findall(r"^\| `([^`]+)`<br>", page(), re.MULTILINE)
    assert 10 <= len(numbers) <= SHOWN
    assert set(numbers) <= told


def test_every_open_claim_stands_on_it() -> None:
    for claim in open_claims(bind()):
        assert f"\n| {claim} | " in page()
