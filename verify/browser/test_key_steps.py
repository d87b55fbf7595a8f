"""Keys pressed in a row are one step to take back, keys after a rest another: by the page's own clock, which tests move."""

from playwright.sync_api import expect

from tests.browser.conftest import Opener

RESTED = 1200
"""Milliseconds of the page's own clock after which a move counts as finished."""


def test_keys_pressed_in_a_row_are_one_step_and_the_year_is_none(open_page: Opener) -> None:
    reader = open_page("#try?lang=en")
    page = reader.page
    entry = page.locator("#entry-chip_volume_ceiling")
    before = entry.input_value()
    reader.stop_clock()
    for _ in range(5):
        page.locator("#slider-chip_volume_ceiling").press("ArrowRight")
    page.locator("#year").press("ArrowLeft")
    reader.start_clock()
    expect(page.locator("#chart-1-figure caption").first).to_contain_text("2039")
    page.locator("#undo").click()
    expect(entry).to_have_value(before)
    expect(page.locator("#undo")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#chart-1-figure caption").first).to_contain_text("2039")


def test_keys_after_a_rest_are_a_step_of_their_own(open_page: Opener) -> None:
    reader = open_page("#try?lang=en")
    page, slider = reader.page, reader.page.locator("#slider-chip_volume_ceiling")
    entry = page.locator("#entry-chip_volume_ceiling")
    reader.stop_clock()
    slider.press("ArrowRight")
    page.clock.run_for(RESTED)
    after_one = entry.input_value()
    slider.press("ArrowRight")
    reader.start_clock()
    page.locator("#undo").click()
    expect(entry).to_have_value(after_one)
