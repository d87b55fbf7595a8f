"""The panels below the charts: claims reweighted, the causal diagram by mouse, touch and keys, loops, events, and failures."""

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from dualtrack.app.bind import bind
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.app.verdicts.verdict_words import SAID, is_moved
from dualtrack.theory.dual_track.claims.statements import CLAIMS
from tests.browser.conftest import Opener
from tests.browser.reader import TABS

PATIENCE = 60_000
"""Milliseconds in which two cores run all accepted worlds, whatever else they do."""


def panel(**parts: dict[str, object]) -> str:
    """A link that opens panels in some state."""
    return f"#panel={quote(json.dumps(parts))}"


def window_of(page: Page) -> list[float]:
    """What of the causal map is in sight: left, top, width, height."""
    text = page.locator("svg.map").get_attribute("viewBox") or ""
    return [float(part) for part in text.split()]


def middle_of(page: Page) -> tuple[float, float]:
    box = page.locator("svg.map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_claim_is_listed_and_opens(open_page: Opener, language: str) -> None:
    page = open_page(f"#believe/verdicts?lang={language}").page
    claims = page.locator("#verdicts .claim")
    assert claims.count() == len(CLAIMS)
    claims.nth(9).press("Enter")
    expect(claims.nth(9)).to_have_attribute("aria-expanded", "true")
    claim = CLAIMS[9].id
    page.locator(f"#verdicts .verdict-details a[href='#argument/{claim}']").click()
    expect(page.locator(".claim-side .card-claim")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "place", "graded"), [("en", 0, "grade {0}, not read in full)"), ("zh", 1, "等级{0}，未读全文）")]
)
def test_each_piece_of_evidence_says_what_bears_on_the_claim_and_its_grade(
    open_page: Opener, language: str, place: int, graded: str
) -> None:
    page, laboratory = open_page(f"#argument/L4?lang={language}").page, bind()
    sides = laboratory.theory.evidence["L4"]
    items = page.locator(".claim-side .sides li")
    assert items.count() == len(sides.supports) + len(sides.opposes)
    for item, each in zip(items.all_inner_texts(), (*sides.supports, *sides.opposes), strict=True):
        assert item.startswith(each.relevance[place])
        assert item.endswith(graded.format(laboratory.record.source(each.source).grade))


def test_claims_are_sorted_and_filtered_by_keys(open_page: Opener) -> None:
    page = open_page("#believe/verdicts?lang=en").page
    head = page.locator("#verdicts th", has_text="True in this share")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Rival claims").press("Enter")
    expect(page.locator("#verdicts .claim").filter(has_text="H1b")).to_be_visible()
    assert all(text.startswith("H") for text in page.locator("#verdicts .claim-id").all_inner_texts())


def test_an_assumption_reweights_every_claim(open_page: Opener) -> None:
    page = open_page("#believe/verdicts?lang=en&assume=urgency_strength:0").page
    expect(page.locator("#verdicts .own-assumptions")).to_contain_text("worlds of equal weight")
    expect(page.locator("#verdicts thead")).to_contain_text("With your assumptions")
    row = page.locator("#verdicts tr", has_text="Restriction galvanises")
    expect(row.locator("td").last).to_contain_text("its mechanism is off")
    expect(page.locator("#verdicts tr", has_text="Capital prefers quick").locator("td").last).to_contain_text("%")


def test_shares_of_too_few_worlds_are_told_as_rough_and_not_refused(open_page: Opener) -> None:
    moved = "progress_rate:0.37,required_effort_growth:0.06,talent_time:4,proof_weight:0.05,refusal_threshold:1.15"
    page = open_page(f"#believe/verdicts?lang=en&assume={moved}").page
    expect(page.locator("#verdicts .own-assumptions")).to_contain_text("every share below is rough")
    expect(page.locator("#verdicts .own-share .thin").first).to_be_attached()


def test_the_map_zooms_and_moves_by_mouse_buttons_and_keys(open_page: Opener) -> None:
    page = open_page(panel(diagram={"sector": "market"})).page
    page.locator("svg.map").scroll_into_view_if_needed()
    first = window_of(page)
    page.mouse.move(*middle_of(page))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    zoomed = window_of(page)
    assert zoomed[2] < first[2]
    across, down = middle_of(page)
    page.mouse.down()
    page.mouse.move(across - 120, down - 60, steps=4)
    page.mouse.up()
    dragged = window_of(page)
    assert dragged[0] > zoomed[0]
    assert dragged[1] > zoomed[1]
    page.locator("svg.map [tabindex='0']").first.press("+")
    assert window_of(page)[2] < dragged[2]
    page.get_by_role("button", name="Show the whole map").click()
    whole = window_of(page)
    assert whole[2] > first[2], "a wide sector opens at a size to read, and this shows all of it"


def test_the_page_scrolls_over_a_map_that_has_no_focus(open_page: Opener) -> None:
    page = open_page("#method/diagram").page
    page.locator("svg.map").scroll_into_view_if_needed()
    before = window_of(page)
    page.mouse.move(*middle_of(page))
    page.mouse.wheel(0, 120)
    assert window_of(page) == before


def test_two_fingers_zoom_the_map(open_page: Opener) -> None:
    page = open_page(panel(diagram={"view": "map"}), width=390, has_touch=True).page
    page.locator("svg.map").scroll_into_view_if_needed()
    before = window_of(page)
    across, down = middle_of(page)
    touch = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 20), ("touchMove", 40), ("touchMove", 80), ("touchMove", 120)):
        points = [{"x": across - apart, "y": down, "id": 0}, {"x": across + apart, "y": down, "id": 1}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert window_of(page)[2] < 0.6 * before[2]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_quantity_tells_all_by_keys_alone(open_page: Opener, language: str) -> None:
    page = open_page(f"#method/diagram?lang={language}&panel={quote(json.dumps({'diagram': {'sector': 'belief'}}))}").page
    stop = page.locator("svg.map [data-node][tabindex='0']")
    stop.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    details = page.locator("#diagram-details")
    expect(details).to_be_focused()
    expect(details.locator("h3")).not_to_be_empty()
    expect(details.locator(".equation")).to_be_visible()
    expect(details.locator(".links .numeric").filter(has_text="%").first).to_be_visible(timeout=PATIENCE)


def test_a_phone_reads_the_diagram_as_a_list(open_page: Opener) -> None:
    page = open_page("#method/diagram?lang=en", width=360).page
    assert page.locator("svg.map").is_hidden()
    sector = page.locator(".diagram-list summary", has_text="Belief")
    sector.press("Enter")
    page.locator(".list-node", has_text="Belief in American chips").press("Enter")
    expect(page.locator("#diagram-details h3")).to_have_text("Belief in American chips")


def test_what_is_open_travels_in_the_link_and_is_no_step_of_undo(open_page: Opener) -> None:
    reader = open_page("#method/diagram?lang=en")
    page = reader.page
    page.locator("svg.map [data-sector]").first.press("Enter")
    page.locator("svg.map [data-node][tabindex='0']").press("Enter")
    reader.go("believe")
    page.locator("#claim-U5").press("Enter")
    page.get_by_role("button", name="Rival claims").press("Enter")
    chosen = page.locator("#diagram-details h3").inner_text()
    expect(page.locator("#undo")).to_have_attribute("aria-disabled", "true")
    expect(page).to_have_url(re.compile("rival"))
    page.reload()
    reader.wait_until_ready()
    expect(page.locator("#diagram-details h3")).to_have_text(chosen)
    expect(page.locator("#filter-kind-rival")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="All", exact=True).press("Enter")
    expect(page.locator("#claim-U5")).to_have_attribute("aria-expanded", "true")


def test_loop_shares_say_what_they_leave_out(open_page: Opener) -> None:
    page = open_page("#method/loop-shares?lang=en").page
    loops = page.locator("#loop-shares")
    loops.scroll_into_view_if_needed()
    expect(loops.locator("svg.loop-drawing")).to_be_visible(timeout=PATIENCE)
    expect(loops).to_contain_text("loops that someone named")
    expect(loops).to_contain_text("of the strength")
    colours = ".loop-legend .swatch"
    assert len(set(loops.locator(colours).evaluate_all("all => all.slice(0, 6).map(each => each.className)"))) == 6
    loops.get_by_role("button", name="Lines").press("Enter")
    assert loops.locator(".loop-line").count() > 2


def test_events_are_walked_by_arrow_keys_and_lead_to_their_levers(open_page: Opener) -> None:
    page = open_page("#evidence/policy-timeline?lang=en").page
    marks = page.locator("#policy-timeline [data-event]")
    marks.first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#policy-timeline .event-words").first).to_be_visible()
    page.locator("#policy-timeline summary").press("Enter")
    page.locator("#policy-timeline .event-sets button").first.press("Enter")
    expect(page.locator("#controls :focus")).to_have_count(1)


def test_a_typed_range_finds_the_box_in_words(open_page: Opener) -> None:
    page = open_page("#believe?lang=en").page
    page.locator("#failures").scroll_into_view_if_needed()
    page.locator("svg.brush").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Lowest tenth").press("Enter")
    told = page.locator("#failures .region")
    expect(told).to_contain_text("are in your selection; of all worlds", timeout=PATIENCE)
    expect(told).to_contain_text("They make up")
    page.locator("#brush-high").fill("-5")
    page.locator("#brush-high").press("Enter")
    expect(told).to_contain_text("Too few worlds", timeout=PATIENCE)


def test_a_range_is_dragged_and_moved_by_keys(open_page: Opener) -> None:
    page = open_page("#believe?lang=en").page
    page.locator("#failures").scroll_into_view_if_needed()
    page.locator("svg.brush").wait_for(timeout=PATIENCE)
    page.locator("svg.brush").scroll_into_view_if_needed()
    box = page.locator("svg.brush").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 60, steps=5)
    page.mouse.up()
    expect(page.locator("#failures")).to_contain_text("of 2,000 worlds")
    high = page.locator("#brush-high")
    before = float(high.input_value())
    page.get_by_role("slider", name="To", exact=True).press("ArrowRight")
    assert float(high.input_value()) > before


@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 1440), ("zh", "dark", 360)])
def test_axe_finds_nothing_with_every_panel_open(open_page: Opener, language: str, theme: str, width: int) -> None:
    event = "2025_05_23_design_software_halt"
    opened = {"diagram": {"node": "belief"}, "verdicts": {"open": "P1 U5 L5"}, "timeline": {"event": event}}
    link = f"#believe?lang={language}&assume=urgency_strength:0&panel={quote(json.dumps(opened))}"
    reader = open_page(link, width=width, color_scheme=theme)
    failures = reader.page.locator("#failures")
    failures.scroll_into_view_if_needed()
    expect(failures.locator("svg.brush")).to_have_count(1, timeout=PATIENCE)
    failures.locator("#brush-lowest").press("Enter", timeout=PATIENCE)
    expect(failures.locator(".region > h3")).to_be_visible(timeout=PATIENCE)
    for tab in TABS:
        reader.go(tab)
        reader.open_all()
        assert not reader.violations(), tab
        assert reader.overflow() <= 0, tab


def test_a_row_says_what_is_tested_and_whether_the_record_had_a_say(open_page: Opener) -> None:
    page = open_page("#believe/verdicts?lang=en").page
    row = page.locator("#verdicts tr", has=page.locator("#claim-C5"))
    expect(row).to_contain_text("Among five regimes")
    expect(row).to_contain_text("so before the record too")
    for kept in verdict_rows(bind()):
        shown = page.locator("#verdicts tr", has=page.locator(f"#claim-{kept['id']}"))
        expect(shown.locator(".verdict").first).to_contain_text(SAID[kept["verdict"]][0])
        expect(shown.get_by_text("if policies part in November 2023:")).to_have_count(int(is_moved(kept)))
        expect(shown.get_by_text("more worlds would tell")).to_have_count(int(bool(kept["near"])))
    expect(page.locator("#filter-verdict-contradicted")).to_contain_text("of them before the record")
    expect(page.locator("#verdicts")).to_contain_text("held out of that matching")


def test_facts_are_told_in_months_and_none_is_left_empty(open_page: Opener) -> None:
    page = open_page("#evidence/facts?lang=en", width=360).page
    facts = page.locator("#facts")
    expect(facts).to_contain_text("August 2025 to November 2025")
    assert "" not in [text.strip() for text in facts.locator("tbody td").all_inner_texts()]
    seen = facts.locator("tbody td:nth-child(2)").first.bounding_box()
    assert seen is not None
    assert seen["width"] > 250, "a phone gives what was seen a whole line"


def test_a_quantity_is_found_by_part_of_its_name(open_page: Opener) -> None:
    page = open_page("#method/diagram?lang=en").page
    field = page.get_by_label("Find a quantity")
    field.fill("independent capab")
    field.press("Enter")
    expect(page.locator("#diagram-details h3")).to_have_text("Independent capability")
    expect(page.locator("#diagram .found-words")).to_contain_text("shown: Independent capability")
    field.fill("zzz")
    field.press("Enter")
    expect(page.locator("#diagram .found-words")).to_contain_text("0 found")


def test_the_map_from_afar_explains_its_own_arrows(open_page: Opener) -> None:
    page = open_page("#method/diagram?lang=en").page
    foot = page.locator("#diagram .map-foot")
    expect(foot).to_contain_text("Grey arrows")
    expect(foot.get_by_text("more leads to more")).to_be_hidden()
    page.locator("svg.map [data-sector]").first.press("Enter")
    expect(foot.get_by_text("more leads to more")).to_be_visible()
    expect(foot.get_by_text("Grey arrows")).to_be_hidden()
