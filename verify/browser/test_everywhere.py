"""What is true of the page wherever a reader looks, and however: out of sight, on paper, in the system's colours, fourfold."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.reader import TABS

PATIENCE = 120_000
"""Milliseconds in which two cores work out all that the page tells, whatever else they do."""
REFERENCES = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  const known = new Set(ids);
  const AFTER = ["labelledby", "describedby", "controls", "owns", "details", "errormessage"];
  const names = ["for", "list", ...AFTER.map((each) => `aria-${each}`)];
  const of = (name) => [...document.querySelectorAll(`[${name}]`)];
  const dangling = names.flatMap((name) => of(name).flatMap((each) =>
    each.getAttribute(name).split(/\\s+/).filter((id) => !known.has(id)).map((id) => `${name}=${id}`)));
  return { twice: ids.filter((id, place) => ids.indexOf(id) !== place), dangling };
}"""
EMPTY = """[...document.querySelectorAll("main :is(h2, h3)")].filter((head) => {
  const part = head.parentElement;
  return head.checkVisibility() && head.innerText !== "" && part.innerText.trim() === head.innerText.trim();
}).map((head) => head.innerText)"""
CHOSEN = """(selector) => [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0)
  .map((each) => {
  const style = getComputedStyle(each);
  return [each.id || each.textContent, style.borderTopWidth, style.borderTopStyle, style.borderTopColor, style.outlineStyle];
})"""
DRAWN = """async ([address, frames]) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  brush.drawImage(picture, 0, 0);
  return frames.map(({ left, top, width, height }) => {
    const { data } = brush.getImageData(left, top, width, height);
    const colours = Array.from({ length: width * height }, (_, at) => data.slice(4 * at, 4 * at + 3).join());
    const ground = colours[0];
    const inked = (x) => colours.filter((each, at) => at % width === x && each !== ground).length;
    const columns = Array.from({ length: width }, (_, x) => inked(x));
    return { drawn: columns.filter((count) => count > 0).length / width, tallest: Math.max(...columns) };
  });
}"""
PRESSED = '[aria-pressed="{0}"], [role="tab"][aria-selected="{0}"]'


KEPT = """[...document.querySelectorAll("body *")]
  .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position))
  .filter((each) => getComputedStyle(each.parentElement).position !== "fixed")
  .map((each) => each.getBoundingClientRect())
  .filter(({ top, bottom, height }) => height > 0 && bottom > 0 && top < innerHeight)
  .reduce((sum, { top, bottom }) => sum + Math.min(bottom, innerHeight) - Math.max(top, 0), 0)"""
MOVING = """[...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter((style) =>
  style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0) ||
  style.animationName !== "none" || style.scrollBehavior === "smooth").length"""


def wait_until_told(page: Page) -> None:
    """Until nothing on the page says that it is still being worked out."""
    expect(page.locator("#loop-shares svg.loop-drawing")).to_have_count(1, timeout=PATIENCE)
    expect(page.locator("svg.brush")).to_have_count(1, timeout=PATIENCE)
    expect(page.locator("main .waiting")).to_have_count(0, timeout=PATIENCE)


def looks(found: list[list[str]]) -> set[tuple[str, ...]]:
    """How the edges of what was found are drawn."""
    return {tuple(each[1:]) for each in found}


def print_event(page: Page, name: str) -> None:
    page.evaluate("(name) => dispatchEvent(new Event(name))", name)


def test_what_is_out_of_sight_is_worked_out_too_and_paper_gets_it_all(open_page: Opener) -> None:
    page = open_page("#argument?lang=en", idle=True).page
    print_event(page, "beforeprint")
    told = page.locator("main .waiting").all_text_contents()
    assert told and set(told) == {"Not worked out yet when this was printed."}
    print_event(page, "afterprint")
    wait_until_told(page)
    expect(page.locator("#chart-1-summary")).to_contain_text("2,000 worlds")
    before = page.locator("body").evaluate("(body) => body.outerHTML")
    print_event(page, "beforeprint")
    print_event(page, "afterprint")
    assert page.locator("body").evaluate("(body) => body.outerHTML") == before
    page.emulate_media(media="print")
    print_event(page, "beforeprint")
    assert all(page.locator(f"#tab-{tab}-title").is_visible() for tab in TABS)
    assert page.evaluate(EMPTY) == []


def test_a_move_is_told_in_a_tab_that_is_not_shown(open_page: Opener) -> None:
    reader = open_page("#try?lang=en", idle=True)
    page, tiles = reader.page, reader.page.locator("#small .small-multiples")
    before = tiles.text_content() or ""
    page.locator("#slider-chip_volume_ceiling").press("End")
    reader.go("argument")
    expect(tiles).not_to_have_text(before, timeout=PATIENCE)
    page.evaluate("document.getElementById('undo').click()")
    expect(tiles).to_have_text(before, timeout=PATIENCE)
    wait_until_told(page)


def test_every_name_is_of_one_thing_and_no_reference_leads_nowhere(open_page: Opener) -> None:
    reader = open_page("#try?lang=en")
    page = reader.page
    page.locator("#tab-assumptions").click()
    for _ in range(2):
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert page.evaluate(REFERENCES) == {"twice": [], "dangling": []}
    last = page.locator("#dials-assumptions label[for^='slider-']").last
    slider = last.get_attribute("for")
    last.click()
    expect(page.locator(f"#{slider}")).to_be_focused()


def test_what_is_chosen_is_seen_in_the_systems_own_colours(open_page: Opener) -> None:
    reader = open_page("#try?lang=en", forced_colors="active")
    page = reader.page
    for tab in TABS:
        reader.go(tab)
        for pair in (PRESSED, "[role='radio'][aria-checked='{0}']"):
            chosen, others = (page.evaluate(CHOSEN, pair.format(state)) for state in ("true", "false"))
            assert not looks(chosen) & looks(others), (tab, pair)
        chosen, others = (page.evaluate(CHOSEN, f"input[type=radio]:{state} + label") for state in ("checked", "not(:checked)"))
        assert not looks(chosen) & looks(others), tab
    bottom = CHOSEN.replace("borderTop", "borderBottom")
    chosen, others = (page.evaluate(bottom, f".tab-bar a:{state}") for state in ("is([aria-current])", "not([aria-current])"))
    assert looks(chosen) and not looks(chosen) & looks(others)


@pytest.mark.parametrize("tab", ["try", "method"])
def test_every_track_and_its_thumb_are_drawn_in_the_systems_own_colours(open_page: Opener, tab: str) -> None:
    page = open_page(f"#{tab}?lang=en", forced_colors="active").page
    page.locator("input[type=range]:visible").first.scroll_into_view_if_needed()
    frames: list[dict[str, Any]] = page.evaluate(
        """[...document.querySelectorAll("input[type=range]")].map((each) => each.getBoundingClientRect())
          .filter(({ width, top, bottom }) => width > 0 && top > 0 && bottom < innerHeight)
          .map(({ left, top, width, height }) => ({ left, top, width, height }))"""
    )
    frames = [{name: round(value) for name, value in each.items()} for each in frames]
    assert frames
    picture = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    for found in page.evaluate(DRAWN, [picture, frames]):
        assert found["drawn"] > 0.95, "the track is seen from end to end"
        assert found["tallest"] >= 16, "and on it the thumb"


def test_at_four_times_the_size_nothing_that_stays_takes_a_fifth_of_the_window(open_page: Opener) -> None:
    reader = open_page("#try?lang=en", width=320, height=256)
    page = reader.page
    for tab in TABS:
        reader.go(tab)
        page.evaluate("window.scrollTo(0, 600)")
        kept: float = page.evaluate(KEPT)
        assert kept <= 256 / 5, tab
        assert reader.overflow() <= 0, tab


def test_a_point_of_the_record_is_read_by_keys_in_plain_words(open_page: Opener) -> None:
    page = open_page("#try?lang=en&charts=us_ai_valuation").page
    points = page.locator("#chart-1-figure .record-list")
    points.locator("summary").press("Enter")
    told = points.locator("li").all_inner_texts()
    assert told
    assert not [each for each in told if "_" in each], "a source is named by its title and publisher"
    expect(points.locator("li a.citation").first).to_be_visible()


def test_nothing_moves_where_a_reader_wants_no_motion(open_page: Opener) -> None:
    page = open_page("#try?lang=en", reduced_motion="reduce").page
    assert page.evaluate(MOVING) == 0
