"""A study on the page as a reader has it: opened from a disk, changed by a lever, saved back, and refused where it is wrong."""

from pathlib import Path

from playwright.sync_api import Page, expect

from dualtrack.lab.studies.study_file import read_study
from tests.app.page.laboratory import laboratory
from tests.browser.conftest import Opener

STUDY = """name = "memory"
title = { en = "Memory back", zh = "内存恢复" }

# kept as it is written
[regimes.back]
label = { en = "Memory back", zh = "内存恢复" }
base = "near_embargo"
edition = 2
parts_at = 2028.0
levers = { memory_access = 0.5 }   # half

[priors.progress_rate]
held = 0.3
why = "two audits"
"""
WRONG = STUDY.replace("memory_access", "memory_acess")


def opened(page: Page, folder: Path, text: str) -> None:
    file = folder / "memory.toml"
    file.write_text(text, encoding="utf-8")
    if not page.locator(".opening-box").evaluate("box => box.open"):
        page.locator(".opening-box > summary").click()
    page.locator("#study-file").set_input_files(file)


def saved(page: Page, folder: Path) -> str:
    with page.expect_download() as waiting:
        page.locator("#save-study").click()
    waiting.value.save_as(folder / waiting.value.suggested_filename)
    return (folder / "memory.toml").read_text(encoding="utf-8")


def test_a_study_is_opened_changed_and_saved_with_all_else_as_it_was_written(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("#try?lang=en").page
    opened(page, tmp_path, STUDY)
    expect(page.locator("#study-said")).to_contain_text('Your scenario is its regime "Memory back"')
    expect(page.locator("#study-open")).to_contain_text("Open: memory.toml")
    assert page.locator("#study-name").input_value() == "back"
    assert saved(page, tmp_path) == STUDY
    expect(page.locator("#study-said")).to_contain_text("nothing was changed here")
    page.locator("#slider-chip_frontier_share_ceiling").press("End")
    changed = saved(page, tmp_path)
    expect(page.locator("#study-said")).to_contain_text("Lines changed:")
    assert "# kept as it is written" in changed and 'why = "two audits"' in changed
    assert "chip_frontier_share_ceiling" in changed and "memory_access" in changed
    again = read_study(tmp_path / "memory.toml", laboratory())
    assert [*again.regimes] == ["back"]


def test_a_study_with_a_mistake_is_refused_with_its_line_and_moves_nothing(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("#try?lang=zh").page
    before = page.evaluate("location.hash")
    opened(page, tmp_path, WRONG)
    expect(page.locator("#study-said")).not_to_be_empty()
    expect(page.locator("#study-open")).to_be_empty()
    expect(page.get_by_text("memory_acess").first).to_be_visible()
    assert page.evaluate("location.hash") == before
