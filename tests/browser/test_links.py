"""A link that is older than what it names says so on the page, and one that is not says nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener

SETTLED = 1200
"""Milliseconds of the page's own clock after which the address has followed."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("language", "said"), [("en", "what it was, with memory"), ("zh", "现名“宽泛放开”（broad_opening）")])
def test_a_link_of_the_first_edition_is_told_what_changed_until_it_is_closed(
    open_page: Opener, language: str, said: str, width: int
) -> None:
    reader = open_page(f"#lang={language}&regime=limited_opening&base=as_is", width=width)
    notice = reader.page.locator(".notice")
    expect(notice.locator("p")).to_have_count(1)
    expect(notice).to_contain_text(said)
    expect(notice).to_contain_text("broad_opening")
    assert notice.locator("li").count() == 0
    assert reader.overflow() == 0
    notice.locator("button").click()
    expect(notice).to_have_count(0)
    reader.page.clock.run_for(SETTLED)
    assert "edition=2" in reader.page.evaluate("location.hash")


def test_a_link_of_this_edition_and_a_page_without_a_link_are_told_nothing(open_page: Opener) -> None:
    for link in ("#lang=en&regime=limited_opening&edition=2", ""):
        assert open_page(link).page.locator(".notice").count() == 0
