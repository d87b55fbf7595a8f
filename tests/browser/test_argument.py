"""The argument as a reader meets it: the first screen within one window, the map by keys, the list on a phone, and the tour."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

SETTLED = 1200
"""Milliseconds of the page's own clock after which the address has followed."""


def foot(page: Page, place: str) -> float:
    """How far down the page the last element of a place ends."""
    bottom: float = page.locator(place).last.evaluate("(node) => node.getBoundingClientRect().bottom + scrollY")
    return bottom


def held(page: Page) -> dict[str, Any]:
    """What has the focus."""
    found: dict[str, Any] = page.evaluate(
        "({ claim: document.activeElement.dataset.claim ?? '', words: document.activeElement.textContent })"
    )
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_screen_holds_the_answer_and_what_to_touch(open_page: Opener, language: str) -> None:
    wide = open_page(f"#argument?lang={language}").page
    assert wide.locator("h1:visible").count() == 1
    for part in (".answer", ".touch", ".story-canvas svg", ".why-list", ".finding"):
        assert foot(wide, part) <= 900, part
    assert wide.locator(".finding").count() == 3
    phone = open_page(f"#argument?lang={language}", width=390, height=740)
    assert foot(phone.page, ".touch") <= 740
    assert phone.overflow() <= 0


def test_the_map_is_walked_by_keys_and_opens_a_card_with_its_address(open_page: Opener) -> None:
    reader = open_page("#argument/map?lang=en")
    page = reader.page
    drawing = page.locator(".argument-map")
    assert drawing.locator("[tabindex='0']").count() == 1
    drawing.locator("[tabindex='0']").focus()
    first = held(page)["claim"]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    fourth = held(page)["claim"]
    assert fourth not in ("", first)
    page.keyboard.press("End")
    last = held(page)["claim"]
    page.keyboard.press("ArrowDown")
    assert held(page)["claim"] == last, "the walk stops at its end"
    page.keyboard.press("Home")
    assert held(page)["claim"] == first
    before = drawing.bounding_box()
    page.keyboard.press("Enter")
    heading = page.locator(".claim-side .card-claim")
    expect(heading).to_be_focused()
    assert page.evaluate("location.hash").startswith(f"#argument/{first}?")
    assert drawing.bounding_box() == before, "a card moves no map"
    page.keyboard.press("Escape")
    assert held(page)["claim"] == first
    names = drawing.locator("[data-claim][role=button]")
    for place in range(names.count()):
        node = names.nth(place)
        name = node.get_attribute("aria-label") or ""
        words = node.locator(".map-label").text_content() or ""
        assert name.startswith(node.get_attribute("data-claim") or "-") and words in name
    page.go_back()
    expect(page.locator("#map-title")).to_be_in_viewport()


def test_a_card_tells_what_lies_behind_its_arrow_when_it_is_opened(open_page: Opener) -> None:
    page = open_page("#argument/L5?lang=en").page
    card = page.locator(".claim-side .card")
    expect(card.locator(".card-claim")).to_be_in_viewport()
    assert card.locator(".equation").count() == 0
    card.locator(".card-behind > summary").click()
    expect(card.locator(".behind .links .numeric").filter(has_text="%").first).to_be_visible(timeout=60_000)
    assert card.locator(".equation").count() > 0
    card.locator(".carrier .link-name").first.click()
    expect(page.locator("#diagram-details h3")).to_be_visible()


def test_a_state_lights_its_claims_and_rivals_can_be_hidden(open_page: Opener) -> None:
    page = open_page("#argument/map?lang=en").page
    counts = [int(text) for text in page.locator(".state-filters b").all_inner_texts()]
    assert sum(counts) == page.locator(".claim-list .claim-item").count()
    page.locator("#state-open").click()
    expect(page.locator("#state-open")).to_have_attribute("aria-pressed", "true")
    lit = page.locator(".map-claim:not(.dim)")
    assert lit.count() > 0 and all("open" in (text or "") for text in lit.evaluate_all("(all) => all.map((e) => e.getAttribute('aria-label'))"))
    page.locator("#map-rivals").click()
    assert page.locator(".map-claim.rival:visible").count() == 0
    page.locator("#map-view").click()
    expect(page.locator(".claim-item").first).to_be_visible()
    expect(page.locator(".argument-map")).to_be_hidden()


def test_a_phone_reads_a_list_and_the_tour_filters_it(open_page: Opener) -> None:
    reader = open_page("#argument?lang=zh", width=390, height=844)
    page = reader.page
    assert page.locator(".argument-map:visible").count() == 0
    everything = page.locator(".claim-item:visible").count()
    page.locator("#list-L5").click()
    card = page.locator(".claim-item[open] .card")
    expect(card).to_be_visible()
    expect(page.locator("#list-L5")).to_be_in_viewport()
    assert page.evaluate("location.hash").startswith("#argument/L5?")
    assert reader.overflow() <= 0
    page.locator(".map-lead a").click()
    expect(page.locator(".tour")).to_be_visible()
    assert 0 < page.locator(".claim-item:visible").count() < everything
    page.locator("#tour-next").click()
    page.clock.run_for(SETTLED)
    assert page.evaluate("location.hash").startswith("#argument/tour-2?")
    page.keyboard.press("Escape")
    expect(page.locator(".tour")).to_be_hidden()
    assert page.locator(".claim-item:visible").count() == everything
    assert not reader.violations()


def test_paper_has_every_claim_and_the_map(open_page: Opener) -> None:
    page = open_page("#argument?lang=en").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".argument-map")).to_be_visible()
    cards = page.locator(".claim-list .card")
    assert cards.count() == page.locator(".claim-list .claim-item").count() > 0
    assert all(cards.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height > 40)"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".claim-item[open]").count() == 0
