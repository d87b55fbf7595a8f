"""Words in a box of the diagram: two lines that say what the label says, or as much of it as fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.page.asking import asked_of_node, script

BODY = """
const words = await import(given.place);
words.setLanguage(given.language);
console.log(JSON.stringify(given.asked.map(([text, letters]) => it.wrappedWords(text, letters))));
"""
LETTERS = 12
ENGLISH = st.lists(st.text("abcdefg", min_size=1, max_size=LETTERS - 1), min_size=1, max_size=5).map(" ".join)
CHINESE = st.text("国产芯片能力存储软件", min_size=1, max_size=2 * LETTERS + 4)


def wrapped(language: str, texts: list[str], letters: int = LETTERS) -> list[list[str]]:
    asked = [(text, letters) for text in texts]
    place = script("words.js").as_uri()
    found: list[list[str]] = asked_of_node("diagram_words.js", BODY, {"language": language, "asked": asked, "place": place})
    return found


def texts_of(language: str) -> st.SearchStrategy[list[str]]:
    return st.lists(ENGLISH if language == "en" else CHINESE, min_size=60, max_size=60)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lines_say_the_text_and_fit(language: str) -> None:
    between = " " if language == "en" else ""

    @settings(max_examples=5)
    @given(texts_of(language))
    def holds(texts: list[str]) -> None:
        for text, lines in zip(texts, wrapped(language, texts), strict=True):
            said = between.join(lines)
            assert len(lines) <= 2
            assert all(len(line) <= LETTERS for line in lines)
            assert said == text or (said.endswith("…") and text.startswith(said[:-1]))
            assert (len(lines) == 1) == (len(text) <= LETTERS)

    holds()


def test_no_english_word_is_broken_that_fits_on_the_first_line() -> None:
    assert wrapped("en", ["trained engineers abroad"], 12) == [["trained", "engineers a…"]]
    assert wrapped("en", ["tool access", "tool accesses"], 12) == [["tool access"], ["tool", "accesses"]]
