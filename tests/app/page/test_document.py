"""The page as a file: one script under its own policy, nothing fetched, and no text of anybody that becomes markup."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.document import document, page
from dualtrack.app.page.pack.whole import json_text
from dualtrack.errors import ModelError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.statements.claim_sides import Evidence, Sides

MOST_BYTES = 5_000_000
HOSTILE = "</script><script>alert(1)</script><!--<script>&\u2028]]>"
FETCHING = {"src", "srcset", "data", "poster", "action", "background", "manifest", "ping"}


class Elements(HTMLParser):
    """Every element with its attributes and the text right inside it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.inside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = []
        self.found.append((tag, {key: value or "" for key, value in attrs}, self.inside))

    def handle_endtag(self, tag: str) -> None:
        self.inside = []

    def handle_data(self, data: str) -> None:
        self.inside.append(data)

    def named(self, tag: str) -> list[tuple[dict[str, str], str]]:
        return [(attributes, "".join(said)) for name, attributes, said in self.found if name == tag]

    def policy(self) -> str:
        return next(attributes["content"] for attributes, _ in self.named("meta") if "http-equiv" in attributes)


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


@pytest.fixture(scope="module")
def text(laboratory: Laboratory) -> str:
    return page(laboratory)


def digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_page_is_one_small_file(text: str) -> None:
    assert len(text.encode()) <= MOST_BYTES
    assert "\r" not in text and text.startswith("<!doctype html>\n")


def test_the_same_laboratory_gives_the_same_bytes(text: str, laboratory: Laboratory) -> None:
    assert page(laboratory) == text


def test_nothing_is_fetched(text: str) -> None:
    elements = Elements(text)
    assert not [attributes for _, attributes, _ in elements.found if FETCHING & attributes.keys()]
    assert [attributes for attributes, _ in elements.named("link")] == [{"rel": "icon", "href": "data:,"}]
    style, script = elements.named("style")[0][1], elements.named("script")[-1][1]
    assert "@import" not in style and not re.search(r"url\(\s*[\"']?(?!data:|#)", style)
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|importScripts|sendBeacon)\b\(?|\bimport\(", script)


def test_the_policy_allows_this_script_and_this_style_and_no_other(text: str) -> None:
    elements = Elements(text)
    (attributes, script), (_, style) = elements.named("script")[-1], elements.named("style")[0]
    assert attributes == {"type": "module", "id": "program"}
    policy = dict(part.split(" ", 1) for part in elements.policy().split("; "))
    assert policy.pop("script-src") == digest(script)
    assert policy.pop("style-src") == digest(style)
    assert policy == {
        "default-src": "'none'",
        "worker-src": "blob:",
        "img-src": "data: blob:",
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not [each for _, each, _ in elements.found if "style" in each or any(key.startswith("on") for key in each)]


def test_hostile_words_stay_words() -> None:
    data: dict[str, Any] = {HOSTILE: [HOSTILE]}
    elements = Elements(document(json_text(data), catalogues(), "startPage();", "p{}"))
    kinds = [(each.get("type"), each.get("id")) for each, _ in elements.named("script")]
    assert kinds == [("application/json", "pack"), ("application/json", "words"), ("module", "program")]
    assert "<" not in elements.named("script")[0][1]


def test_a_regimes_words_are_never_markup(laboratory: Laboratory) -> None:
    named = {name: replace(regime, label=(HOSTILE, HOSTILE)) for name, regime in laboratory.regimes.items()}
    changed = Elements(page(replace(laboratory, regimes=named)))
    assert len(changed.named("script")) == 3
    assert len(changed.named("title")) == len(changed.named("style")) == 1


def test_what_a_source_says_of_a_claim_is_never_markup(laboratory: Laboratory) -> None:
    piece = Evidence(laboratory.record.sources[0].key, (f"{HOSTILE}.", f"{HOSTILE}。"))
    evidence = {**laboratory.theory.evidence, "P1": Sides((piece,), ())}
    changed = Elements(page(replace(laboratory, theory=replace(laboratory.theory, evidence=evidence))))
    assert len(changed.named("script")) == 3
    data = changed.named("script")[0][1]
    assert "<" not in data
    (claim,) = [each for each in json.loads(data)["claims"] if each["id"] == "P1"]
    assert claim["evidenceFor"] == [{"source": piece.source, "text": list(piece.relevance), "isRead": False}]


def test_a_style_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(ModelError, match="end of its own element"):
        document("{}", catalogues(), "startPage();", "p{}</STYLE >")


def test_a_reader_without_script_is_told_so_in_both_languages(text: str) -> None:
    said = text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "JavaScript" in said and "浏览器" in said
