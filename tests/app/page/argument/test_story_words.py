"""The first screen says what was found and no more: each sentence is held against the numbers that it tells."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from tests.app.page.argument.stories import dial, pack, part, story
from tests.app.page.asking import asked_of_node, script
from tests.app.page.drawn_elements import built

LANGUAGES = ("en", "zh")
SIDES = {"en": ("earlier", "later"), "zh": ("早", "晚")}
each_language = pytest.mark.parametrize("language", LANGUAGES)


def said(what: str, given: dict[str, Any], language: str = "en") -> Any:
    """What a function of the words of the story says of a pack."""
    place = script("words.js").as_uri()
    body = f"""
    const words = await import("{place}");
    words.setCatalogues(given.words);
    words.setLanguage(given.language);
    console.log(JSON.stringify({what}));
    """
    return asked_of_node("story_words.js", body, {"pack": given, "language": language, "words": catalogues()})


def answer(given: dict[str, Any], language: str = "en") -> str:
    """The answer, all its words."""
    module = script("dom.js").as_uri()
    made = f'(async () => (await import("{module}")).h("p", null, it.answerNodes(given.pack)))()'
    words: str = built("story_words.js", made, language=language, pack=given)[0]["text"]
    return words


@each_language
@pytest.mark.parametrize("median", [0.0, 0.2, -0.4])
def test_a_median_of_no_month_is_not_told_as_earlier_or_later(language: str, median: float) -> None:
    given = pack(story(part(median)))
    title = said("it.findingTitle(given.pack, given.pack.story.all)", given, language)
    assert not any(word in title for word in SIDES[language]), title
    assert "same time" in title or "不到一个月" in title
    assert "the same time" in answer(given) and "不到一个月" in answer(given, "zh")


@each_language
@pytest.mark.parametrize(("median", "figure", "side"), [(7.2, "7", 0), (-1.3, "1", 1), (12.6, "13", 0), (-0.8, "0.8", 1)])
def test_the_title_tells_the_median_on_its_side(language: str, median: float, figure: str, side: int) -> None:
    title = said("it.findingTitle(given.pack, given.pack.story.all)", pack(story(part(median))), language)
    assert SIDES[language][side] in title
    assert SIDES[language][1 - side] not in title
    assert figure in title and "2034" in title


def test_one_month_is_singular() -> None:
    title = said("it.findingTitle(given.pack, given.pack.story.all)", pack(story(part(1.2))))
    assert title == "By 2034, own skill comes out 1 month earlier under wide opening than under closing"


@each_language
@pytest.mark.parametrize(("later", "earlier"), [(0.22, 0.35), (0.004, 0.916), (0.0, 1.0)])
def test_shares_of_worlds_are_told_as_they_are(language: str, later: float, earlier: float) -> None:
    gap = " " if language == "en" else ""
    figures = {0.22: "22", 0.35: "35", 0.004: "0.4", 0.916: "92", 0.0: "0", 1.0: "100"}
    words = answer(pack(story(part(4.0, later=later, earlier=earlier))), language)
    agreed = said("it.agreementSentence(given.pack, null)", pack(story(part(4.0, later=later, earlier=earlier))), language)
    for text in (words, agreed):
        assert f"{figures[later]}{gap}%" in text and f"{figures[earlier]}{gap}%" in text, text
    first, second = (figures[later], figures[earlier])
    assert words.index(f"{first}{gap}%") < words.index(f"{second}{gap}%"), "later stands first, and so does its share"


def test_the_bound_and_the_worlds_are_those_of_the_story() -> None:
    given = pack(story(part(4.0, worlds=1234), bound=6))
    assert "At least 6 months later" in answer(given) or "at least 6 months later" in answer(given)
    assert "1,234 worlds" in answer(given)
    assert "1234个世界" in answer(given, "zh")


def test_nine_tenths_are_told_with_their_sides() -> None:
    agreed = said("it.agreementSentence(given.pack, null)", pack(story(part(4.0, spread=10.0))))
    assert agreed.endswith("nine tenths lie between 6 months later and 14 months earlier.")


def test_worlds_without_a_number_are_told() -> None:
    given = pack(story(part(4.0), failed=3, worlds=203))
    assert said("it.agreementSentence(given.pack, null)", given).endswith("3 of 203 worlds gave no number.")
    assert said("it.agreementSentence(given.pack, null)", given, "zh").endswith("203个世界中有3个没有数值。")


TURNS = {"value": 0.1, "low": 0.06, "high": 0.17}


@pytest.mark.parametrize(
    ("dialled", "told"),
    [
        (None, "No single number decides it"),
        (dial(5.0, 9.0), "at no value of it does the median change sides"),
        (dial(-2.0, 9.0, turns=TURNS), "above about 10 % (6 % to 17 %) the median is earlier, below it later"),
        (dial(9.0, -2.0, turns=TURNS), "above about 10 % (6 % to 17 %) the median is later, below it earlier"),
    ],
)
def test_the_answer_says_what_it_turns_on_and_which_way(dialled: dict[str, Any] | None, told: str) -> None:
    words = answer(pack(story(part(4.0), dialled)))
    assert told in words
    assert ("Loss by denial" in words) is (dialled is not None)
    assert ("31 %" in words) is (dialled is not None and dialled["turns"] is None)


def test_a_part_of_the_dial_tells_its_own_worlds() -> None:
    given = pack(story(part(4.0), dial(-2.0, 9.0, turns=TURNS)))
    first, second = (said(f"it.findingTitle(given.pack, given.pack.story.dial.bins[{place}])", given) for place in (0, 1))
    assert "2 months later" in first and "9 months earlier" in second
    assert said("it.agreementSentence(given.pack, 1)", given).startswith('Of the 200 worlds in which "Loss by denial" is 10 % to 20 %, ')
    assert said("it.agreementSentence(given.pack, 1)", given, "zh").startswith("在“断供损失”为10%至20%的200个世界中")


def test_the_turn_is_marked_where_it_lies_among_the_parts() -> None:
    given = pack(story(part(4.0), dial(-2.0, 1.0, 9.0)))
    places = said("[0, 0.05, 0.15, 0.25, 9].map((value) => it.partOfDial(given.pack.story.dial.bins, value))", given)
    assert places == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.0])


@each_language
def test_the_split_adds_up_and_shows_the_rest(language: str) -> None:
    given = pack(story(part(4.0), dial(-2.0, 9.0)))
    for place in ("null", "0", "1"):
        rows = asked_of_words("story_why.js", f"it.whyRows(given.pack.story, {place})", given, language)
        assert [row["id"] for row in rows] == ["access", "orders", "rest", "sum"]
        assert sum(row["months"] for row in rows[:-1]) == pytest.approx(rows[-1]["months"])
        assert all(row["words"] for row in rows)


def asked_of_words(module: str, what: str, given: dict[str, Any], language: str) -> Any:
    """What an expression over a script gives, in a language."""
    body = f"""
    const words = await import("{script("words.js").as_uri()}");
    words.setCatalogues(given.words);
    words.setLanguage(given.language);
    console.log(JSON.stringify({what}));
    """
    return asked_of_node(module, body, {"pack": given, "language": language, "words": catalogues()})


def claim(probability: float | None, **more: Any) -> dict[str, Any]:
    """A claim as the pack tells it."""
    asked = {"probability": probability, "low": 0.18, "high": 0.27, "worlds": 900}
    plain = {"id": "K1", "verdict": "open", "test": "computed", "answers": [{"prior": "wide", "before": {"asked": asked}, "after": {"asked": asked}}]}
    return {**plain, "beside": None, "variants": [], **more}


def test_a_finding_tells_its_share_its_null_its_best_case_and_what_happens_if_taken_up() -> None:
    beside = {"null": [{"probability": 0.01}, {"probability": 0.04}], "best": {"probability": 0.78}, "planted": None, "nothing": None}
    variants = [{"label": ["if taken up", "若接纳"], "probability": 0.51}, {"label": ["otherwise", "另问"], "probability": 0.99}]
    given = pack(story(part(4.0)), claim=claim(0.22, beside=beside, variants=variants))
    told = asked_of_words("finding_cards.js", "it.findingSentence(given.pack.claim, given.pack)", given, "en")
    assert told.startswith("True in 22 % of worlds (18 % to 27 %).")
    assert all(part in told for part in ("4 % without what it affirms", "78 % at the sizes", "51 % if taken up"))
    assert "99" not in told
    chinese = asked_of_words("finding_cards.js", "it.findingSentence(given.pack.claim, given.pack)", given, "zh")
    assert "22%" in chinese and "4%" in chinese and "78%" in chinese and "若接纳为51%" in chinese


def test_a_finding_without_a_share_says_so() -> None:
    none = claim(None) | {"answers": []}
    tell = "it.findingSentence(given.pack.claim, given.pack)"
    assert "not been judged" in asked_of_words("finding_cards.js", tell, pack(story(part(4.0)), claim=none), "en")
    structure = pack(story(part(4.0)), claim=none | {"test": "structure"})
    assert "No share of worlds" in asked_of_words("finding_cards.js", tell, structure, "en")


def test_a_share_of_some_worlds_alone_names_these() -> None:
    asked = claim(0.22)
    asked["answers"][0]["after"]["given_first"] = {"label": ["a bubble forms", "出现泡沫"]}
    given = pack(story(part(4.0)), claim=asked)
    told = asked_of_words("finding_cards.js", "it.findingSentence(given.pack.claim, given.pack)", given, "en")
    assert told.startswith("Of the worlds in which a bubble forms, it is true in 22 %")
