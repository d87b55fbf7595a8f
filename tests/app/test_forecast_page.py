"""The page tells each forecast beside its baselines, apart where they differ; the blind and one vintage stand apart."""

from functools import cache

from dualtrack.app.bind import bind
from dualtrack.app.forecast_page import forecast_page
from dualtrack.lab.forecasts.shipped_registry import registry_of
from tests.house import ROOT


@cache
def page() -> str:
    return forecast_page(bind())


def test_the_written_page_is_the_one_that_the_theory_gives() -> None:
    assert (ROOT / "docs" / "theory" / "forecasts.md").read_text(encoding="utf-8") == page()


def test_every_forecast_stands_once_and_the_blind_apart() -> None:
    registry = registry_of(bind().theory)
    before, _, blind = page().partition("## Blind, not prospective")
    for each in registry.forecasts:
        label = f"{each.label[0]} / {each.label[1]}"
        assert label in (blind if each.batch == "blind" else before)
    assert registry.seal in page()


def test_the_vintage_says_what_it_cannot_show_in_both_languages() -> None:
    assert "written in 2026, with the boom in view" in page()
    assert "先验范围写于2026年" in page()
