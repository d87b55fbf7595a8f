"""The page of the record tells every mapped figure, marks those outside and says why, in both languages."""

from functools import cache

from dualtrack.app.bind import bind
from dualtrack.app.record_page import SEED, WORLDS, record_page
from dualtrack.lab.confront import read_record
from tests.house import ROOT


@cache
def page() -> str:
    return record_page(bind())


def test_the_written_page_is_the_one_that_the_theory_gives() -> None:
    assert (ROOT / "docs" / "theory" / "record.md").read_text(encoding="utf-8") == page()


def test_every_series_stands_with_its_caveat_and_every_figure_outside_with_its_reason() -> None:
    for each in bind().theory.counterparts:
        assert f"`{each.series}`" in page()
        assert all(words in page() for words in each.caveat)
    outside = read_record(bind(), WORLDS, SEED).outside
    assert f"## Outside / 落在之外 ({len(outside)})" in page()
    for figure in outside:
        assert figure.reason is not None
        assert all(words in page() for words in figure.reason.why)
