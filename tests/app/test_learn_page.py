"""The page of what to find out: as the theory gives it, every number with what would measure it in both languages."""

import re
from functools import cache

from dualtrack.app.bind import bind
from dualtrack.app.learn_page import SHOWN, learn_page
from dualtrack.app.verdicts.kept_verdicts import open_claims
from tests.house import ROOT


@cache
def page() -> str:
    return learn_page(bind())


def test_the_written_page_is_the_one_that_the_theory_gives() -> None:
    assert (ROOT / "docs" / "theory" / "learn.md").read_text(encoding="utf-8") == page()


def test_every_number_that_is_shown_is_told_by_the_theory() -> None:
    """In both languages, with who says so and when: nothing there is left to an assumption's English words."""
    told = {each.number for each in bind().theory.measurables}
    numbers = re.findall(r"^\| `([^`]+)`<br>", page(), re.MULTILINE)
    assert 10 <= len(numbers) <= SHOWN
    assert set(numbers) <= told


def test_every_open_claim_stands_on_it() -> None:
    for claim in open_claims(bind()):
        assert f"\n| {claim} | " in page()
