"""An assumption that moves previews its bands and no verdict; two scenarios are disputed in months, with a concession."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener

SLIDER = "#slider-progress_rate"
SEND = "(slider, [kind, part]) => { const [low, high] = [Number(slider.min), Number(slider.max)];" + (
    "slider.value = String(low + part * (high - low)); slider.dispatchEvent(new Event(kind, { bubbles: true })); }"
)
LINK = "#try?lang={}&set=memory_access:1&assume=progress_rate:0.3"


def test_bands_follow_an_assumption_while_it_moves_and_verdicts_wait_until_worlds_are_run(open_page: Opener) -> None:
    page = open_page("#try?lang=en&set=memory_access:1", idle=True).page
    summary = page.locator("#chart-1-summary")
    expect(summary).to_contain_text("Nine tenths of 2,000 worlds", timeout=60_000)
    slider = page.locator(SLIDER)
    verdicts = page.locator("#verdicts").text_content()
    slider.evaluate(SEND, ["input", 0.9])
    expect(summary).to_contain_text("A preview of the bands while you move, from 500 worlds run before")
    expect(page.locator("#chart-1-figure svg.smoothed .bands")).to_be_attached()
    before = page.locator("#chart-1-figure .band-outer").get_attribute("d")
    slider.evaluate(SEND, ["input", 0.2])
    expect(page.locator("#chart-1-figure .band-outer")).not_to_have_attribute("d", before or "")
    assert page.locator("#verdicts").text_content() == verdicts
    slider.evaluate(SEND, ["change", 0.2])
    expect(summary).to_contain_text("Nine tenths of 2,000 worlds", timeout=60_000)
    expect(page.locator("#chart-1-figure svg.smoothed")).to_have_count(0)
    page.locator("#view-difference").click()
    expect(summary).to_contain_text("Nine tenths of 2,000 worlds", timeout=60_000)
    slider.evaluate(SEND, ["input", 0.6])
    expect(summary).to_contain_text("The bands are being computed")


@pytest.mark.parametrize(
    ("language", "says", "concedes"),
    [
        ("en", r"the second comes out \d+ months earlier than the first", 'takes over "Rate of progress" from the'),
        ("zh", r"方案二比方案一早\d+个月", "的“进步速率”，平均差异缩小"),
    ],
)
def test_a_dispute_is_told_in_months_with_what_would_close_it(open_page: Opener, language: str, says: str, concedes: str) -> None:
    page = open_page(LINK.format(language)).page
    page.locator("details.dispute").evaluate(
        "(node) => { for (let each = node; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true; }"
    )
    told = page.locator(".dispute-told")
    expect(told).to_contain_text(re.compile(says), timeout=60_000)
    expect(told).to_contain_text(concedes)
    expect(told.locator(".disputed").first.locator("tbody tr")).to_have_count(2)
    median = page.locator(".disputed-median")
    expect(median).to_contain_text("2,000" if language == "en" else "2000", timeout=60_000)
    ahead = r"second comes out \d+ months earlier" if language == "en" else r"方案二的中位结果为早\d+个月"
    expect(median).to_contain_text(re.compile(ahead))
