"""Ten questions that readers bring, each answered from the page as it opens: in few acts, in both languages, and rightly.

An act is a click, a choice, a typed text or a pressed key; scrolling and reading are none, nor is opening a file. What the page
says is held against the laboratory's own runs, or against the table that was found before the page was written.
"""

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from dualtrack.app.bind import THEORY
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.claim_rows import bits_read
from dualtrack.app.page.pack.found import read_found
from dualtrack.app.page.pack.whole import pack
from dualtrack.app.verdicts.verdict_words import SAID
from dualtrack.lab.loop_study import named_circuits, scored
from dualtrack.lab.loops.outcome_drivers import drive
from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share
from dualtrack.lab.story.pathway_runs import pathway_runs
from dualtrack.lab.story.story_runs import StoryRuns, runs_for
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.language.scenario import Path as Course
from dualtrack.targets.numeric.scheme import EULER
from tests.app.page.laboratory import laboratory
from tests.browser.conftest import Opener
from tests.browser.reader import READY

LANGUAGES, SIDES, BOUNDS = ("en", "zh"), ("below", "between", "above"), (CONTRADICTED, SUPPORTED)
MOST = {"effect": 7, "why": 1, "sure": 1, "claim": 3, "share": 7, "source": 3, "extreme": 3, "slide": 1, "table": 2, "loop": 5}
"""Acts that each question took on the page of the first edition. Two were left open there: why, which is asked of an answer that
stands there and so may cost what its sureness did; and the loop, on which its readers spent five acts in vain."""
PATIENCE, SETTLED = 120_000, 1200
"""Milliseconds in which two cores run every world; and of the page's own clock, after which the address has followed."""
THUMB = 16
"""Pixels across a slider's thumb, whose middle stands at the value."""
CAPABILITY, FREE_FROM, LAST = "independent_capability", 2027.0, 2040
FEW, AT_AN_END = 300, 200
"""Worlds over which the page shares pathways out; and those at one end of a number, a tenth of all."""
PICTURED = """() => Object.defineProperty(HTMLImageElement.prototype, "src", {
  set(address) { globalThis.pictured = address; this.setAttribute("src", address); },
})"""
"""Keeps what is drawn into a picture, so that its words can be read."""


class Newcomer:
    """Someone who knows nothing of the page, and whose every act on it is counted."""

    def __init__(self, open_page: Opener, language: str) -> None:
        self.page, self.language, self.acts = open_page(f"#lang={language}").page, language, 0

    def does(self, act: Any, *given: str) -> None:
        self.acts += 1
        act(*given)

    def opens(self, tab: str) -> None:
        self.does(self.page.get_by_role("link", name=self.says(f"tab.{tab}"), exact=True).click)

    def slides(self, slider: Locator, part: float) -> None:
        width, height = slider.evaluate("(each) => [each.offsetWidth, each.offsetHeight]")
        self.does(lambda: slider.click(position={"x": THUMB / 2 + part * (width - THUMB), "y": height / 2}))

    def reads(self, place: str) -> str:
        """What stands in a place for everyone to see."""
        expect(self.page.locator(place)).to_be_visible()
        return self.page.locator(place).inner_text()

    def says(self, key: str, *given: object) -> str:
        return catalogues()[self.language][key].format(*given)

    def named(self, label: Any) -> str:
        return str(label[LANGUAGES.index(self.language)])

    def apart(self, months: float) -> str:
        """Months as the page tells them."""
        size = f"{abs(months):.0f}"
        return self.says(f"months.{'earlier' if months > 0 else 'later'}{'ByOne' if size == '1' else ''}", size)


@pytest.fixture(params=LANGUAGES)
def newcomer(open_page: Opener, request: pytest.FixtureRequest) -> Newcomer:
    return Newcomer(open_page, request.param)


def plain(text: str) -> str:
    return re.sub(r"\s+%", "%", text.replace("\u2212", "-"))


def tells(text: str, *words: str) -> bool:
    """Whether all these words stand in a text, none of them as a part of a longer figure."""
    return all(re.search(rf"(?<![\d.]){re.escape(plain(each))}(?!\d)", plain(text)) for each in words)


def percent(part: float) -> str:
    return f"{100 * part:.0f}%" if part > 0.0995 else f"{100 * part:.1f}%".replace(".0%", "%")


@cache
def known() -> dict[str, Any]:
    return pack(laboratory(), read_found(laboratory()), catalogues())


@cache
def worlds() -> Worlds:
    drawn = draw(laboratory().model, max(known()["accepted"]) + 1, known()["seed"])
    return drawn.only(np.isin(drawn.numbers, known()["accepted"]))


@cache
def freed() -> StoryRuns:
    """The rules as they are, but with high-bandwidth memory sold freely, beside the rules as they are."""
    as_is = laboratory().regimes["as_is"]
    memory = as_is.paths["memory_access"].then(FREE_FROM, Course(((FREE_FROM, 1.0),)))
    pair = (replace(as_is, name="freed", paths={**as_is.paths, "memory_access": memory}), as_is)
    return runs_for(laboratory().model, pair, THEORY.clock, CAPABILITY, FREE_FROM)


def free_memory(newcomer: Newcomer) -> int:
    """Have memory sold freely and wait for every world; gives the acts that it took."""
    newcomer.opens("try")
    lever = newcomer.page.locator("#try-lever-memory_access")
    newcomer.does(lever.get_by_role("radio").last.click)
    newcomer.does(lever.get_by_role("textbox").fill, f"{FREE_FROM:.0f}")
    newcomer.does(newcomer.page.keyboard.press, "Enter")
    expect(newcomer.page.locator("#try-figure")).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
    return newcomer.acts


def test_what_freeing_memory_in_2027_does_is_told_in_months_and_levels(newcomer: Newcomer) -> None:
    acts, told, story = free_memory(newcomer), newcomer.reads("#try-much"), freed()
    assert tells(told, newcomer.apart(np.median(story.months(worlds(), [LAST]))), str(LAST))
    for regime in story.pair:
        run = story.runner.run(regime, THEORY.clock, worlds().values, [CAPABILITY], scheme=EULER)
        assert tells(told, f"{np.median(run.values[CAPABILITY][:, -1]):.3g}")
    assert acts <= MOST["effect"]


def test_why_is_told_by_pathways_that_sum_to_the_whole(newcomer: Newcomer) -> None:
    acts, page, cap, ways = free_memory(newcomer), newcomer.page, known()["story"]["cap"], known()["pathways"]["parts"]
    expect(page.locator("#try-why .why-interval").first).to_be_visible(timeout=PATIENCE)
    said = plain(page.locator("#try-why > p").first.inner_text())
    whole, low, high, *parts = map(float, re.findall(r"[+-]\d+\.\d", said))
    assert sum(parts) == pytest.approx(whole, abs=0.05 * (len(ways) + 2)), "each is rounded"
    some = worlds().numbers[np.arange(FEW) * worlds().count // FEW]
    months = pathway_runs(freed(), THEORY.pathways).months(worlds().only(np.isin(worlds().numbers, some)), LAST).clip(-cap, cap)
    assert low < whole < high and whole == pytest.approx(months[-1].mean(), abs=0.051)
    expected = {newcomer.named(way["label"]): mean for way, mean in zip(ways, shares(months).mean(axis=1), strict=True)}
    names, ranges = (page.locator(f"#try-why .why-{each}").all_inner_texts() for each in ("name", "interval"))
    for name, reach in zip(names, ranges, strict=True):
        low, high = (float(each) for each in re.findall(r"[+-]\d+\.\d|\b0\b", plain(reach)))
        assert low - 0.05 <= expected[name] <= high + 0.05, f"{name}: all orders of the same worlds say {expected[name]:.1f}"
    assert newcomer.acts - acts <= MOST["why"]


def test_how_sure_it_is_is_told_in_shares_of_worlds(newcomer: Newcomer) -> None:
    acts, told, bound = free_memory(newcomer), newcomer.reads("#try-sure"), known()["story"]["bound"]
    months = freed().months(worlds(), [LAST])
    assert tells(told, *(percent(hold.mean()) for hold in (months < 0, months > 0, months <= -bound, months >= bound)))
    assert tells(told, *(newcomer.apart(end) for end in np.quantile(months, [0.05, 0.95])))
    assert newcomer.acts - acts <= MOST["sure"]


def test_whether_scattering_delays_and_on_what_that_hangs_is_found_from_the_first_screen(newcomer: Newcomer) -> None:
    page, claim = newcomer.page, next(each for each in known()["claims"] if each["id"] == "L5")
    verdict, share = newcomer.named(SAID[claim["verdict"]]), percent(claim["answers"][0]["after"]["asked"]["probability"])
    finding, decides = page.locator(".finding", has_text="L5"), claim["cruxes"][:3]
    names = [newcomer.named(known()["bases"][each["name"]]["label"]) for each in decides]
    assert tells(finding.inner_text(), verdict, share, names[0], *(percent(decides[0][end]) for end in ("low", "high")))
    newcomer.does(finding.get_by_role("link").click)
    newcomer.does(page.get_by_role("link", name=newcomer.says("card.allNumbers")).click)
    told = newcomer.reads("#verdicts .verdict-details")
    assert tells(told, verdict, share, *names)
    assert newcomer.acts <= MOST["claim"]


def headline(newcomer: Newcomer) -> str:
    """By how many months the two policies of the first screen stand apart."""
    story = known()["story"]
    return newcomer.apart(story["all"]["quantiles"][story["years"].index(story["at"])][2])


def told_apart(newcomer: Newcomer) -> tuple[str, str]:
    """The state and what is said of it, once these two are compared."""
    expect(newcomer.page.locator("#try-title")).to_contain_text(headline(newcomer), timeout=PATIENCE)
    newcomer.page.clock.run_for(SETTLED)
    return newcomer.page.evaluate("location.hash"), newcomer.reads("#try-much")


def test_two_scenarios_compared_open_alike_in_a_copy_elsewhere(newcomer: Newcomer, page_file: Path, tmp_path: Path) -> None:
    page, story, copy = newcomer.page, known()["story"], tmp_path / "又一处.html"
    treated, reference = (newcomer.named(known()["regimes"][story[each]]["label"]) for each in ("treated", "reference"))
    newcomer.opens("try")
    newcomer.does(page.get_by_role("radio", name=treated, exact=True).click)
    newcomer.does(page.get_by_label(newcomer.says("options.baseline"), exact=True).select_option, reference)
    sent = told_apart(newcomer)
    newcomer.does(page.get_by_role("button", name=newcomer.says("link.copy")).click)
    expect(page.locator("#share-said p")).to_have_text(newcomer.says("own.copiedPart"))
    shutil.copy(page_file, copy)
    page.goto(f"{copy.as_uri()}#lang={newcomer.language}")
    page.wait_for_selector(READY, state="attached")
    newcomer.does(page.get_by_text(newcomer.says("own.summary"), exact=True).click)
    newcomer.does(page.get_by_label(newcomer.says("own.caption")).press, "Control+v")
    newcomer.does(page.get_by_role("button", name=newcomer.says("own.open"), exact=True).click)
    assert told_apart(newcomer) == sent and tells(sent[1], headline(newcomer), str(story["at"]))
    assert newcomer.acts <= MOST["share"]


def test_a_figure_of_the_record_and_an_assumed_number_say_where_they_come_from(newcomer: Newcomer) -> None:
    page, series, number = newcomer.page, known()["series"]["nvidia_market_value"], known()["bases"]["progress_rate"]
    *_, figure = series["figures"]
    source = known()["sources"][figure["source"]]
    newcomer.opens("try")
    newcomer.does(page.get_by_text(newcomer.says("point.list", len(series["figures"])), exact=True).click)
    told = page.locator(".record-list li", has_text=f"{figure['value'] / 1000:.3g}").inner_text()
    assert tells(told, newcomer.named(series["label"]), source["publisher"], source["date"])
    newcomer.does(page.get_by_role("tab", name=newcomer.says("controls.assumptions")).click)
    newcomer.does(page.locator("#control-progress_rate").get_by_text(newcomer.says("control.more"), exact=True).click)
    told = newcomer.reads("#control-progress_rate")
    assert tells(told, *(newcomer.named(number["source"][each]) for each in ("why", "measure")))
    assert tells(told, str(laboratory().model["progress_rate"].value))
    assert newcomer.acts - 1 <= MOST["source"], "who asks for the second alone does not open the list of the record"


def sides_at_the_top(name: str) -> dict[str, tuple[str, str, bool]]:
    """By claim its side over all worlds, that in the tenth of them where a number is largest, and whether it surely changed."""
    top = np.argsort(np.argsort(worlds().values[name])) >= worlds().count - AT_AN_END
    found = {}
    for claim in (each for each in known()["claims"] if each["id"] in known()["truth"]["claims"]):
        holds, asked = (bits_read(known()["truth"][each][claim["id"]], worlds().count) for each in ("claims", "computable"))
        asked = np.logical_and.reduce([asked, *(worlds().values[each] > 0 for each in claim["mechanisms"])])
        everywhere, there = (Share(holds[each].sum(), each.sum()) for each in (asked, asked & top))
        (least, most), (low, high), now = (
            np.digitize(each, BOUNDS) for each in (everywhere.interval, there.interval, there.value)
        )
        before = least if least == most else SIDES.index("between")
        found[claim["id"]] = SIDES[before], SIDES[now], before not in range(low, high + 1)
    return found


def test_the_claims_that_change_sides_at_an_extreme_are_listed(newcomer: Newcomer) -> None:
    page, name, bounds = newcomer.page, "required_effort_growth", [percent(each) for each in reversed(BOUNDS)]
    newcomer.opens("try")
    newcomer.does(page.get_by_role("tab", name=newcomer.says("controls.assumptions")).click)
    newcomer.slides(page.get_by_role("slider", name=newcomer.named(known()["bases"][name]["label"]), exact=True), 1.0)
    expect(page.locator(f"#entry-{name}")).to_have_value(str(laboratory().model[name].high))
    expect(page.locator("#try-words li").first).to_be_visible(timeout=PATIENCE)
    told = {re.split("[:：]", each)[0]: plain(each) for each in page.locator("#try-words li").all_inner_texts()}
    sides = sides_at_the_top(name)
    assert {claim for claim, (*_, is_sure) in sides.items() if is_sure} <= told.keys()
    for claim, words in told.items():
        said = (newcomer.says(f"try.side.{each}", *bounds) for each in sides[claim][:2])
        assert words == plain(newcomer.says("try.words.one", claim, *said))
    assert newcomer.acts <= MOST["extreme"]


def test_a_slide_has_the_finding_as_its_title_and_says_where_it_comes_from(newcomer: Newcomer) -> None:
    page, title = newcomer.page, newcomer.reads(".finding-title").replace("\n", " ")
    page.evaluate(PICTURED)
    with page.expect_download() as waiting:
        newcomer.does(page.locator(".story-tools").get_by_text("16:9").click)
    width, height = np.frombuffer(waiting.value.path().read_bytes(), ">u4", count=2, offset=16)
    assert 9 * width == 16 * height >= 16 * 720
    words = re.findall(r">([^<>]+)</text>", unquote(page.evaluate("globalThis.pictured")))
    assert "".join(words).replace(" ", "").startswith(title.replace(" ", "")) and tells(title, headline(newcomer))
    assert words[-1] == newcomer.says("figure.origin", known()["version"], known()["fingerprint"][:12])
    assert newcomer.language == "en" or not re.search(r"[,;:()]", "".join(words)), "Chinese has its own signs"
    assert newcomer.acts <= MOST["slide"]


def test_a_chart_is_read_by_its_table_alone(newcomer: Newcomer) -> None:
    page, story = newcomer.page, known()["story"]
    newcomer.does(page.locator(".story-tools").get_by_text(newcomer.says("figure.table"), exact=True).click)
    rows = page.locator(".story-tools tbody tr").all()
    assert [row.get_by_role("rowheader").inner_text() for row in rows] == [str(year) for year in story["years"]]
    told = [[float(plain(cell)) for cell in row.get_by_role("cell").all_inner_texts()] for row in rows]
    np.testing.assert_allclose(told, story["all"]["quantiles"], rtol=0.005, atol=0.00005)
    assert newcomer.acts <= MOST["table"]


def test_the_loop_that_drives_dependence_in_2030_stands_first(newcomer: Newcomer) -> None:
    page, model, year = newcomer.page, laboratory().model, 2030
    newcomer.opens("method")
    newcomer.does(page.locator("#diagram-year").fill, str(year))
    newcomer.does(page.get_by_label(newcomer.says("diagram.find"), exact=True).fill, newcomer.named(["dependence", "依赖"]))
    newcomer.does(page.keyboard.press, "Enter")
    first = page.locator("#diagram-details .loops li").first
    expect(first).to_contain_text("%", timeout=PATIENCE)
    assert tells(newcomer.reads("#diagram-details"), newcomer.says("diagram.loops", year))
    as_is, circuits = laboratory().regimes["as_is"], named_circuits(laboratory())
    (found,) = drive(model, as_is, nominal(model), scored(THEORY), circuits, ["dependence"], [(year - 0.5, year)])
    loop = next(each for each in known()["loops"] if each["id"] == found.periods[0].leader)
    assert first.inner_text().startswith(f"{loop['id']} {newcomer.named(loop['label'])}")
    assert newcomer.acts <= MOST["loop"]
