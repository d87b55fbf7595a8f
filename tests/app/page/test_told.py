"""What theory and record say in English is said in Chinese too: no sentence without its translation, and none left over."""

import re
from collections.abc import Iterator

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack import told
from dualtrack.app.page.pack.finding import UNJUDGED
from dualtrack.app.page.pack.whole import pack

BLANK = {"fingerprint": "", "seed": 7, "worlds": 0, "accepted": [], "facts": {}, "loopCoverage": {}, "diagram": {}, "matter": {}}


def pairs(data: object) -> Iterator[tuple[str, str]]:
    """Every pair of two texts anywhere in the data."""
    match data:
        case [str(english), str(chinese)]:
            yield english, chinese
        case dict():
            for value in data.values():
                yield from pairs(value)
        case list():
            for value in data:
                yield from pairs(value)


@pytest.fixture(scope="module")
def said() -> list[tuple[str, str]]:
    laboratory = bind()
    found = {
        **BLANK,
        "verdicts": {claim.id: UNJUDGED for claim in laboratory.claims},
        "truth": {"claims": {}, "computable": {}},
    }
    return list(pairs(pack(laboratory, found, catalogues())))


def test_every_sentence_has_its_translation(said: list[tuple[str, str]]) -> None:
    assert sorted({english for english, chinese in said if english and not chinese}) == []


def test_every_translation_has_its_sentence(said: list[tuple[str, str]]) -> None:
    assert sorted(told.translations().keys() - {english for english, _ in said}) == []


def test_a_translation_keeps_the_years_and_shares() -> None:
    for english, chinese in told.translations().items():
        kept = re.findall(r"\b(?:19|20)\d\d\b|\b\d+(?= ?(?:%|percent))", english)
        assert [each for each in kept if each not in chinese] == [], (english, chinese)


def test_a_translation_is_chinese() -> None:
    for english, chinese in told.translations().items():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese) or not re.search(r"[a-z]{3}", english), english
