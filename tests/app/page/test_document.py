"""The page: nothing fetched, both languages complete, every drawing explained, no user's word taken for markup."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dualtrack.app.bind import OUTCOMES
from dualtrack.app.page import words
from dualtrack.app.page.document import PARTS, document
from tests.app.conftest import Job

FETCHING = {"src", "srcset", "data", "poster", "action", "background", "manifest", "ping"}
PLACES = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "d", "viewbox"}
VOID = {"meta", "line", "circle", "path", "rect"}


class Page(HTMLParser):
    """The elements of a page, each with its attributes and the chain of elements around it; raises for a bad nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((tuple(f"{tag}:{attributes.get('lang', '')}" for tag, attributes in self.open), data))

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="session")
def text(job: Job) -> str:
    return (job.folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def page(text: str) -> Page:
    return Page(text)


def test_the_page_fetches_nothing(page: Page, text: str) -> None:
    assert not [attributes for _, attributes in page.elements if FETCHING & set(attributes)]
    assert not {"link", "iframe", "img", "object", "embed", "base"} & {name for name, _ in page.elements}
    assert "@import" not in text and "url(" not in text and "fetch(" not in text
    assert page.named("meta")[1]["content"].startswith("default-src 'none'")
    links = [each["href"] for each in page.named("a")]
    assert all(each.startswith(("#", "https://", "http://")) for each in links)
    assert {each[1:] for each in links if each.startswith("#")} == set(PARTS) <= {e["id"] for e in page.named("section")}


def test_every_word_stands_in_both_languages(page: Page) -> None:
    for tag in ("span", "text"):
        found = Counter(attributes.get("lang") for attributes in page.named(tag))
        assert found["en"] == found["zh"] > 0
    said = {
        language: [t for chain, t in page.texts if any(c.endswith(f":{language}") for c in chain[1:])]
        for language in ("en", "zh")
    }
    assert len(said["en"]) == len(said["zh"])
    assert not [t for t in said["en"] if any("\u4e00" <= sign <= "\u9fff" for sign in t)]


def test_the_pages_own_words_are_all_in_chinese_too() -> None:
    pairs = [value for name, value in vars(words).items() if name.isupper()]
    flat = [pair for value in pairs for pair in (value.values() if isinstance(value, dict) else [value])]
    for english, chinese in flat:
        assert english and chinese
        assert english == chinese or any("\u4e00" <= sign <= "\u9fff" for sign in chinese)
        assert english.count("{") == chinese.count("{")


def test_every_drawing_has_words_a_legend_a_source_and_a_table(page: Page, text: str) -> None:
    drawings = [each for each in page.named("svg") if each.get("role") == "img"]
    figures = len(page.named("figure"))
    assert len(drawings) == figures == 3 * len(OUTCOMES) + 3
    for drawing in drawings:
        assert drawing["aria-label"] == drawing["data-en"]
        assert any("\u4e00" <= sign <= "\u9fff" for sign in drawing["data-zh"])
    for figure in text.split("<figure>")[1:]:
        body = figure.partition("</figure>")[0]
        for part in ("<h3>", 'class="unit"', "95 %", 'class="source"', "<details>", "<table>"):
            assert part in body


def test_no_drawing_holds_what_is_not_a_number(page: Page) -> None:
    places = [attributes[key] for _, attributes in page.elements for key in PLACES & set(attributes)]
    assert len(places) > 1000
    assert not [each for each in places if "nan" in each or "inf" in each]


def test_the_page_says_what_it_is_not(text: str) -> None:
    for label in (words.PRIOR_ONLY, words.LIMITS, words.LEAD):
        assert all(each.replace("'", "&#x27;") in text for each in label)


def test_the_same_study_gives_the_same_bytes(job: Job, text: str) -> None:
    assert document(job.study) == text


def test_a_regimes_words_are_never_markup(job: Job) -> None:
    ensemble = job.study.ensemble
    named = {name: replace(regime, label=("<script>alert(1)</script>", '"><b>')) for name, regime in ensemble.regimes.items()}
    changed = document(replace(job.study, ensemble=replace(ensemble, regimes=named)))
    assert changed.count("<script>") == 1
    assert "<b>" not in changed
    Page(changed)
