"""A reader moves a worded lever and reads months, certainty, causes and words; and looks up what a claim hangs on."""

from playwright.sync_api import expect

from tests.browser.conftest import Opener

FOUND = "#try-why .why-interval"


def test_a_worded_lever_is_answered_in_four_lines_and_by_its_date(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    lever = page.locator("#try-lever-memory_access")
    expect(page.locator("#try-much")).to_contain_text("No lever has been moved")
    lever.get_by_label("all generations freely").check()
    expect(page.locator("#try-figure")).to_have_attribute("aria-busy", "false", timeout=60_000)
    expect(page.locator("#try-sure")).to_contain_text("of 2,000 worlds")
    expect(page.locator("#try-words")).to_contain_text("Levers change no verdict")
    expect(page.locator(FOUND).first).to_be_attached(timeout=60_000)
    assert "hardly" not in page.locator("#try-it").inner_text()
    page.locator("#try-from-memory_access").fill("2029")
    page.locator("#try-from-memory_access").press("Enter")
    expect(page.locator("#changed .changed-last")).to_contain_text("now from 2029 instead of 2026.9", timeout=60_000)
    assert page.locator("#view-difference").get_attribute("aria-pressed") == "true"
    page.locator("#try-reset").click()
    expect(lever.locator("input:checked")).to_have_count(1)
    expect(page.locator("#try-from-memory_access")).to_be_hidden()


def test_levers_are_found_by_plain_words_and_set_where_they_are_found(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    find = page.locator("#find-lever")
    for words, named in (("EDA", "design"), ("高带宽内存", "memory"), ("entity list", "chip")):
        find.fill(words)
        expect(page.locator(".lever-hits li").first).to_contain_text(named, ignore_case=True)
    find.fill("HBM")
    page.locator(".lever-hits .set").last.click()
    expect(page.locator("#try-from-memory_access")).to_be_visible()


def test_a_claim_has_its_own_curve_and_an_extreme_is_told_as_rough_and_not_refused(open_page: Opener) -> None:
    far = "progress_rate:0.37,required_effort_growth:0.06,talent_time:4,proof_weight:0.05,refusal_threshold:1.15"
    reader = open_page(f"#believe/H5?lang=en&assume={far}")
    page = reader.page
    expect(page.locator("#believe-H5")).to_be_focused()
    panel = page.locator("article", has=page.locator("#believe-H5"))
    expect(panel.locator(".belief-says")).to_contain_text("more than half of the worlds above")
    expect(panel.locator("svg.belief-drawing")).to_be_visible()
    expect(page.locator("#believe-none li").first).to_be_attached()
    assert reader.violations() == []
    expect(page.locator("#verdicts .own-assumptions")).to_contain_text("every share below is rough")
    expect(page.locator("#verdicts .own-share").first).to_be_attached()
