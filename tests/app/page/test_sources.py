"""A source in brief: who published it and when, else its title; a link only where it has an address on the web."""

from typing import Any

import pytest

from tests.app.page.drawn_elements import built

WHOLE = {"publisher": "A bureau", "date": "2024-05", "title": "Chips counted", "url": "https://example.org/chips"}


def cited(**changed: str) -> dict[str, Any]:
    return built("sources.js", "it.citation(given.pack, 'counted')", pack={"sources": {"counted": {**WHOLE, **changed}}})[0]


@pytest.mark.parametrize(
    ("changed", "brief"),
    [
        ({}, "A bureau, 2024-05"),
        ({"date": ""}, "A bureau"),
        ({"publisher": ""}, "2024-05"),
        ({"publisher": "", "date": ""}, "Chips counted"),
    ],
)
def test_a_source_is_named_by_publisher_and_date_else_by_its_title(changed: dict[str, str], brief: str) -> None:
    for url in (WHOLE["url"], ""):
        found = cited(**changed, url=url)
        assert found["text"] == brief
        assert found["title"] == "Chips counted"


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("ftp://example.org", False),
        ("javascript:alert(1)//https://", False),
        ("", False),
    ],
)
def test_only_an_address_on_the_web_is_a_link(url: str, is_link: bool) -> None:
    found = cited(url=url)
    assert (found["tag"] == "a") == is_link
    assert found.get("href") == (url if is_link else None)


def test_a_source_that_is_not_there_is_named_by_its_key() -> None:
    (found,) = built("sources.js", "it.citation({ sources: {} }, 'counted')")
    assert found["text"] == "counted"
    assert found["tag"] == "span"
