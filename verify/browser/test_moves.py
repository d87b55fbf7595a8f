"""A reader moves things: by keys, by typing, by links; takes moves back, keeps them, and carries charts away."""

import csv
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

PNG = b"\x89PNG\r\n\x1a\n"
OWN = "#chart-1-figure .legend-own td"
STATE = "location.hash"
SETTLED = 1200
"""Milliseconds of the page's own clock after which the address has followed a move."""


def settled(page: Page) -> str:
    page.clock.run_for(SETTLED)
    text: str = page.evaluate(STATE)
    return text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lever_moves_by_keys_and_its_effect_is_told(open_page: Opener, language: str) -> None:
    page = open_page(f"#try?lang={language}").page
    slider = page.locator("#slider-chip_frontier_share_ceiling")
    before = slider.input_value()
    slider.press("ArrowRight")
    assert slider.input_value() != before
    expect(page.locator("#control-chip_frontier_share_ceiling")).to_have_class("control moved")
    name = page.locator("#control-chip_frontier_share_ceiling .control-head label").inner_text()
    last, why = page.locator("#changed .changed-last"), page.locator("#changed .why").first
    expect(last).to_contain_text(name, timeout=20_000)
    slider.press("End")
    expect(why).to_contain_text(name, timeout=20_000)


def test_what_shows_as_nothing_is_told_to_hardly_differ(open_page: Opener) -> None:
    """A step of sales in volume binds no one in the world of the middle, and a few a little."""
    page = open_page("#try?lang=en").page
    page.locator("#slider-chip_volume_ceiling").press("ArrowRight")
    why = page.locator("#changed .why").first
    expect(why).to_contain_text("hardly differs from As is (0 in the nominal world)", timeout=20_000)
    expect(why).not_to_contain_text("differs by 0")
    expect(why).to_contain_text("of 2,000 worlds", timeout=60_000)
    expect(why).to_contain_text("hardly differs")


def test_a_typed_value_is_taken_and_one_out_of_range_is_refused_with_its_reason(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    entry, fault = page.locator("#entry-chip_volume_ceiling"), page.locator("#fault-chip_volume_ceiling")
    entry.fill("0.75")
    entry.press("Enter")
    assert "set=chip_volume_ceiling%3A0.75%402026.9" in settled(page)
    for typed in ("1.5", "-1", "NaN", "many"):
        entry.fill(typed)
        entry.press("Enter")
        expect(fault).to_contain_text("0 to 1")
        expect(entry).to_have_attribute("aria-invalid", "true")
        assert "set=chip_volume_ceiling%3A0.75%402026.9" in settled(page)


def test_a_decimal_comma_moves_nothing_and_its_refusal_goes_with_the_next_move(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    entry, fault = page.locator("#entry-chip_performance_ceiling"), page.locator("#fault-chip_performance_ceiling")
    entry.fill("1,5")
    entry.press("Enter")
    expect(fault).to_contain_text("Write 1.5")
    assert "chip_performance_ceiling" not in settled(page)
    page.locator("#slider-chip_volume_ceiling").press("End")
    expect(fault).to_have_text("")


def test_assumptions_stand_apart_and_are_found_by_name(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    page.locator("#tab-policy").press("ArrowRight")
    expect(page.locator("#tab-assumptions")).to_be_focused()
    page.get_by_label("Find an assumption").fill("denied inputs")
    page.locator(".found button").first.press("Enter")
    expect(page.locator("#slider-denial_strength")).to_be_focused()
    page.keyboard.press("Home")
    assert "assume=denial_strength%3A0" in settled(page)


def test_a_regime_takes_the_levers_and_leaves_the_assumptions(open_page: Opener) -> None:
    page = open_page("#try?lang=en&regime=as_is&set=chip_volume_ceiling:0.5@2026.9&assume=denial_strength:0").page
    page.locator("#regime-near_embargo").check(force=True)
    link = settled(page)
    assert "regime=near_embargo" in link and "assume=denial_strength" in link and "set=" not in link
    expect(page.locator("#presets .preset-said")).to_contain_text("One lever that you had set was let go")
    page.locator("#undo").click()
    expect(page.locator("#presets .preset-said")).to_have_text("")


def test_two_hundred_random_moves_are_undone_to_the_start(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    start, chance = settled(page), Random(7)
    page.eval_on_selector_all("#dials-policy .dial-group", "(groups) => groups.forEach((group) => { group.open = true; })")
    expect(page.locator("#dials-policy input[type=range]")).to_have_count(35)
    drawn = [(chance.random(), chance.randrange(35), chance.random()) for _ in range(200)]
    moves = page.evaluate(
        """(drawn) => {
          const sliders = [...document.querySelectorAll("#dials-policy input[type=range]")];
          const send = (node, kind) => node.dispatchEvent(new Event(kind, { bubbles: true }));
          const choose = (node, share) => { node.selectedIndex = Math.floor(share * node.options.length); send(node, "change"); };
          for (const [kind, place, share] of drawn) {
            const slider = sliders[place];
            if (kind < 0.6) {
              slider.value = String(Number(slider.min) + share * (slider.max - slider.min));
              send(slider, "input");
              send(slider, "change");
            } else if (kind < 0.7) choose(document.getElementById(share < 0.5 ? "chart-1" : "chart-2"), share);
            else if (kind < 0.75) choose(document.getElementById("baseline"), share);
            else if (kind < 0.8) document.querySelectorAll("#presets input")[place % 9].click();
            else if (kind < 0.85) document.getElementById("bands").click();
            else if (kind < 0.9) document.getElementById(share < 0.5 ? "view-level" : "view-difference").click();
            else if (kind < 0.95) document.getElementById("keep-now").click();
            else document.getElementById("undo").click();
          }
          let undone = 0;
          while (document.getElementById("undo").getAttribute("aria-disabled") === "false") {
            document.getElementById("undo").click();
            undone += 1;
          }
          return undone;
        }""",
        drawn,
    )
    assert moves > 100
    assert settled(page) == start


def test_undo_and_redo_answer_to_the_keyboard_and_replay_shows_before_and_after(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    entry = page.locator("#entry-chip_volume_ceiling")
    before = entry.input_value()
    page.locator("#slider-chip_volume_ceiling").press("End")
    page.keyboard.press("Control+z")
    expect(entry).to_have_value(before)
    page.keyboard.press("Control+Shift+z")
    expect(entry).to_have_value("1")
    page.locator("#replay").click()
    expect(entry).to_have_value(before)
    expect(entry).to_have_value("1")


def test_a_scenario_is_kept_once_and_two_without_names_are_told_apart(open_page: Opener) -> None:
    page = open_page("#try?lang=en&regime=as_is&set=chip_volume_ceiling:0.5@2026.9").page
    keep, said = page.locator("#keep-now"), page.locator(".steps-said")
    keep.click()
    keep.click()
    expect(said).to_have_text("This is kept already: 1. As is, one change.")
    page.locator("#slider-chip_volume_ceiling").press("End")
    keep.click()
    names = page.locator(".kept-list tbody th").all_inner_texts()
    assert [name.strip() for name in names[1:3]] == ["1. As is, one change", "2. As is, one change"]


def test_two_keys_pass_over_the_head_of_the_page(open_page: Opener) -> None:
    page = open_page("#argument?lang=en").page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#tab-argument :focus")).to_have_count(1)


def test_a_link_opens_to_the_same_page(open_page: Opener) -> None:
    page = open_page(
        "#try?lang=zh&regime=free_trade&set=chip_volume_ceiling:0.3@2028&assume=denial_strength:0.9&view=difference&year=2033"
    ).page
    page.locator("#scenario-name").fill("甲 & <b>乙</b>")
    page.locator("#keep").click()
    link = settled(page)
    again = open_page(link).page
    assert settled(again) == link
    assert again.locator(OWN).first.inner_text() == page.locator(OWN).first.inner_text()
    expect(again.locator(".kept-list")).to_contain_text("甲 & <b>乙</b>")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_hostile_link_runs_nothing_and_says_what_it_left_out(open_page: Opener, language: str) -> None:
    script = "%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E%3Cscript%3Ewindow.harmed%3D1%3C%2Fscript%3E"
    parts = (
        f"regime={script}",
        f"set=chip_volume_ceiling:9@2027,{script}:1",
        f"name={script}",
        f"view={script}",
        f"{script}=1",
        f"panel={script}",
    )
    page = open_page(f"#try?lang={language}&{'&'.join(parts)}").page
    notice = page.locator("#notices")
    expect(notice.locator("li")).to_have_count(6)
    assert page.evaluate("window.harmed") is None
    expect(page.locator("#chart-1-figure .legend-own")).to_contain_text("<img src=x")
    notice.get_by_role("button").click()
    expect(notice.locator("li")).to_have_count(0)


def test_charts_are_carried_away_and_open_again(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("#try?lang=zh&keep=regime%3Dfree_trade").page
    page.locator("#chart-1-figure").scroll_into_view_if_needed()
    page.wait_for_selector("#chart-1-figure .bands", timeout=60_000)
    for figure in ("#chart-1-figure", "#four-figure", "#small"):
        for kind in ("csv", "svg", "png"):
            with page.expect_download() as waiting:
                page.locator(f"{figure} .figure-buttons button", has_text=kind.upper()).click()
            file = tmp_path / f"{figure[1:]}.{kind}"
            waiting.value.save_as(file)
            check_file(file)


def test_a_difference_is_policy_alone_and_its_file_says_of_what_with_bands(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("#try?lang=en&regime=limited_opening&assume=denial_strength:1&view=difference").page
    figure = page.locator("#chart-1-figure")
    with page.expect_download(timeout=60_000) as waiting:
        figure.locator(".figure-buttons button", has_text="CSV").click()
    expect(figure.locator("caption").first).to_contain_text("under the same assumptions")
    assert waiting.value.suggested_filename.endswith("-difference.csv")
    waiting.value.save_as(tmp_path / "difference.csv")
    with (tmp_path / "difference.csv").open(encoding="utf-8-sig") as lines:
        head, *rows = csv.reader(lines)
    assert "minus As is under the same assumptions" in head[1] and sum("of worlds below" in each for each in head) == 4
    assert all(float(row[1]) == 0 for row in rows if float(row[0]) < 2026.9)
    assert float(rows[-1][1]) != 0
    first = dict(zip(head, rows[0], strict=True))
    assert "Denied inputs slow" in first["Scenario"] and "assume=denial_strength" in first["Link"] and first["Model"]


def check_file(file: Path) -> None:
    match file.suffix:
        case ".csv":
            lines = file.read_text(encoding="utf-8-sig").splitlines()
            assert len(lines) > 80 and len({line.count(",") for line in lines if '"' not in line}) == 1
            assert float(lines[1].split(",")[1]) is not None
        case ".svg":
            root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
            paths = root.findall(".//{http://www.w3.org/2000/svg}path")
            assert any(path.get("stroke", "").startswith("rgb") for path in paths) and not root.findall(".//*[@class]")
        case _:
            picture = file.read_bytes()
            across, down = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
            assert picture.startswith(PNG) and len(picture) > 10_000
            assert across * 9 == down * 16


def test_a_chart_is_also_a_table_and_a_sentence(open_page: Opener) -> None:
    page = open_page("#try?lang=en&year=2035").page
    figure = page.locator("#chart-1-figure")
    expect(figure.locator(".chart-summary")).to_contain_text("In 2035 it is")
    figure.locator(".figure-table summary").press("Enter")
    expect(figure.get_by_role("rowheader", name="2035")).to_be_visible()
    described = figure.locator("svg.chart-drawing").get_attribute("aria-describedby")
    assert described == "chart-1-summary"


def test_the_nominal_world_is_told_beside_the_median_and_how_many_worlds_agree(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("#try?lang=en&regime=free_trade").page
    figure = page.locator("#chart-2-figure")
    with page.expect_download(timeout=60_000) as waiting:
        figure.locator(".figure-buttons button", has_text="SVG").click()
    waiting.value.save_as(tmp_path / "chart.svg")
    expect(figure.locator("caption").first).to_contain_text("nominal world")
    expect(figure.locator(".legend-median")).to_contain_text(" to ")
    drawn = " ".join(ElementTree.parse(tmp_path / "chart.svg").getroot().itertext())
    assert "Median of worlds, 5 to 95 %: USD " in drawn and "baseline: As is" in drawn
    expect(page.locator("#changed .why").first).to_contain_text("nine tenths of all", timeout=60_000)


def test_the_year_is_read_off_by_keys_and_by_a_click(open_page: Opener) -> None:
    page = open_page("#try?lang=en").page
    page.locator("#year").press("ArrowLeft")
    expect(page.locator("#chart-1-figure caption").first).to_contain_text("2039")
    page.locator("#chart-1-figure .chart-canvas").click(position={"x": 60, "y": 60})
    expect(page.locator("#chart-2-figure caption").first).to_contain_text("2019")


def test_the_code_to_reproduce_follows_the_scenario(open_page: Opener) -> None:
    page = open_page("#try?lang=en&regime=as_is").page
    page.locator("#slider-chip_volume_ceiling").press("End")
    expect(page.locator("#reproduce-code")).to_contain_text(
        'set_lever(laboratory.model, regime, "chip_volume_ceiling", 1.0, 2026.9)'
    )
    expect(page.locator("#reproduce-command")).to_have_text("dualtrack run as_is --set chip_volume_ceiling=1")


def test_a_phone_shows_charts_first_and_dials_in_a_sheet(open_page: Opener) -> None:
    page = open_page("#try?lang=en", width=360, height=740).page
    expect(page.locator("#slider-chip_volume_ceiling")).to_be_hidden()
    page.get_by_role("button", name="Policies and assumptions").press("Enter")
    expect(page.locator("#slider-chip_volume_ceiling")).to_be_visible()
    expect(page.locator("#chart-1")).to_be_in_viewport()
