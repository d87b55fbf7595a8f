"""Settings carried from page to page: by a copied address, a pasted one, a file in another folder; and taken back by Back."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.reader import READY, TABS

OWN = "#chart-1-figure .legend-own td"
SETTLED = 1200
"""Milliseconds of the page's own clock after which the address has followed a move."""
MOVED = "try?lang=en&regime=free_trade&set=chip_volume_ceiling:0.3@2028&assume=progress_rate:0.3&year=2033"


def settled(page: Page) -> str:
    page.clock.run_for(SETTLED)
    text: str = page.evaluate("location.hash")
    return text


def shown(page: Page) -> list[str]:
    return page.locator(OWN).all_inner_texts()


def open_box(page: Page, pasted: str) -> None:
    page.locator(".opening-name").click()
    page.locator("#pasted").fill(pasted)


def test_a_page_on_a_disk_copies_what_others_can_open(open_page: Opener) -> None:
    page = open_page(f"#{MOVED}").page
    page.locator("#copy-link").click()
    expect(page.locator("#link-text")).to_have_text(settled(page))
    expect(page.locator("#share-said")).to_contain_text("#")


def test_a_pasted_link_opens_and_says_what_it_left_out(open_page: Opener) -> None:
    page = open_page("#argument?lang=en&theme=dark").page
    open_box(page, f"file:///else/where.html#{MOVED.replace('lang=en', 'lang=zh')}&harm=1&regime2=x")
    page.locator("#open-pasted").click()
    expect(page.locator("#notices li")).to_have_count(2)
    expect(page.locator("#notices")).to_contain_text("harm")
    link = settled(page)
    assert "set=chip_volume_ceiling%3A0.3%402028" in link and "year=2033" in link
    assert "lang=en" in link and "theme=dark" in link, "how one reads stays as it was"
    page.locator(".opening-name").click()
    page.locator("#open-pasted").click()
    expect(page.locator("#pasted-said")).to_contain_text("Nothing was pasted")
    page.keyboard.press("Escape")
    expect(page.locator(".opening-name")).to_be_focused()
    expect(page.locator("#pasted")).to_be_hidden()


def test_several_pasted_links_stand_in_one_table_once_each(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    links = [f"#try?regime={name}" for name in ("as_is", "near_embargo", "as_is")]
    open_box(page, "\n".join(links))
    page.locator("#open-pasted").click()
    expect(page.locator("#pasted-said")).to_contain_text("3 links")
    page.locator("#keep-pasted").click()
    expect(page.locator("#pasted-said")).to_contain_text("1 stood there already")
    assert settled(page).count("keep=") == 2
    open_box_again = "\n".join(f"#try?set=chip_volume_ceiling:0.{size}@2028" for size in (1, 2, 3))
    page.locator("#pasted").fill(open_box_again)
    page.locator("#keep-pasted").click()
    expect(page.locator("#pasted-said")).to_contain_text("1 found no room")
    page.locator("#undo").click(force=True)
    assert settled(page).count("keep=") == 2


def test_a_saved_page_opens_from_another_folder_as_it_was_saved(open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"#{MOVED}").page
    link, figures = settled(page), shown(page)
    page.locator(".opening-name").click()
    with page.expect_download() as waiting:
        page.locator("#save-page").click()
    saved = tmp_path / "else where" / "saved.html"
    waiting.value.save_as(saved)
    page.goto(saved.as_uri())
    page.wait_for_selector(READY, state="attached")
    assert settled(page) == link
    assert shown(page) == figures
    page.goto("about:blank")
    page.goto(saved.as_uri() + "#try?lang=zh&regime=as_is")
    page.wait_for_selector(READY, state="attached")
    assert "regime=as_is" in settled(page), "an address wins over what was saved"
    page.locator(".opening-name").click()
    with page.expect_download() as waiting:
        page.locator("#save-page").click()
    waiting.value.save_as(tmp_path / "again.html")
    text = (tmp_path / "again.html").read_text(encoding="utf-8")
    assert text.count('id="saved"') == 1 and "regime=as_is" in text.partition('id="saved"')[2][:200]


def test_a_link_opens_in_a_copy_of_the_file_in_another_folder(open_page: Opener, page_file: Path, tmp_path: Path) -> None:
    page = open_page(f"#{MOVED}").page
    link, figures = settled(page), shown(page)
    copy = tmp_path / "又一处" / "page.html"
    copy.parent.mkdir()
    shutil.copy(page_file, copy)
    page.goto(copy.as_uri() + link)
    page.wait_for_selector(READY, state="attached")
    assert settled(page) == link
    assert shown(page) == figures


def test_every_link_to_a_room_shows_its_heading_with_the_focus_under_its_own_address(open_page: Opener) -> None:
    reader = open_page("#argument?lang=en", height=700)
    page = reader.page
    for tab in TABS:
        reader.go(tab)
        expect(page.locator(f"#tab-{tab}-title")).to_be_focused()
        for way in page.locator(f"#tab-{tab} .ways a").all():
            address = way.get_attribute("href") or ""
            way.click()
            heading = page.locator(":focus")
            expect(heading).to_have_text(way.inner_text())
            expect(heading).to_be_in_viewport(ratio=1)
            covered = heading.evaluate(
                "(each) => { const { left, top } = each.getBoundingClientRect(); "
                "return !each.contains(document.elementFromPoint(left + 2, top + 2)); }"
            )
            assert not covered, f"nothing lies over the heading of {address}"
            assert page.evaluate("location.hash").startswith(f"{address}?")
            page.evaluate("window.scrollTo(0, 0)")


def test_back_takes_back_a_regime_and_a_tab_before_it_leaves(open_page: Opener) -> None:
    reader = open_page("#try?lang=en&regime=as_is")
    page = reader.page
    settled(page)
    page.locator("#regime-near_embargo").check(force=True)
    settled(page)
    page.locator("#slider-chip_volume_ceiling").press("End")
    settled(page)
    reader.go("method")
    page.go_back()
    expect(page.locator("#tab-try")).to_be_visible()
    assert "set=chip_volume_ceiling" in page.evaluate("location.hash"), "a move is no step of its own"
    page.go_back()
    expect(page.locator("#regime-as_is")).to_be_checked()
    assert "set=" not in page.evaluate("location.hash")
    page.go_forward()
    expect(page.locator("#regime-near_embargo")).to_be_checked()
