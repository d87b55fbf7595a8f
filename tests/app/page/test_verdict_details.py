"""A claim in full: every prior's answer on a row, with what the record made of it, and a dash where nothing was found."""

from typing import Any

from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.drawn_elements import built


def reading(probability: float, **more: Any) -> dict[str, Any]:
    return {"probability": probability, "low": probability - 0.05, "high": probability + 0.05, **more}


CLAIM: dict[str, Any] = {
    "id": "X1",
    "asked": ["What is asked", "所问"],
    "verdict": "supported",
    **dict.fromkeys(("why", "number", "near"), ""),
    **dict.fromkeys(("needed", "firmness", "beside", "second_parting")),
    "turns": [],
    "existence": {},
    "evidenceFor": [],
    "evidenceAgainst": [],
    "carriedBy": [],
}
ANSWERS: list[dict[str, Any]] = [
    {"prior": "wide", "before": reading(0.4, asked=reading(0.4)), "after": reading(0.8, asked=reading(0.3)), "odds": 6.0},
    {"prior": "tilted", "before": reading(0.5, asked=reading(0.2)), "after": None, "odds": None},
]
PACK = {
    "rules": rule_row(),
    "tilts": [{"name": "tilted", "label": ["A tilted prior", "偏先验"]}],
    "attribution": {"X1": {"wide": {"mean": 9.0, "parts": []}}},
    "sources": {"s": {"title": "A source", "publisher": "A bureau", "date": "2024"}},
    "bases": {},
}


def rows(claim: dict[str, Any], caption: str) -> list[list[str]]:
    """The cells of a table, row by row, without its head."""
    pack = {**PACK, "attribution": claim.pop("attribution", {})}
    found = built("verdict_details.js", "it.verdictDetails({ pack: given.pack }, given.claim, null)", pack=pack, claim=claim)
    table = next(place for place, each in enumerate(found) if each["tag"] == "caption" and caption in each["text"])
    cells: list[list[str]] = []
    for each in found[table + 1 :]:
        if each["tag"] in ("table", "caption"):
            break
        if each["tag"] == "tr":
            cells.append([])
        elif each.get("role") in ("rowheader", "cell"):
            cells[-1].append(each["text"])
    return [row for row in cells if row]


def test_a_prior_without_worlds_left_has_neither_an_answer_after_nor_odds() -> None:
    wide, tilted = rows({**CLAIM, "answers": ANSWERS}, "X1")
    assert wide[0] == "wide" and tilted[0] == "A tilted prior"
    assert "40" in wide[1] and "80" in wide[2] and wide[3] == "×6" and "30" in wide[4]
    assert "50" in tilted[1] and tilted[2:4] == ["–", "–"] and "20" in tilted[4]


def test_what_the_effect_is_due_to_is_listed_from_the_largest_part_to_the_smallest() -> None:
    means = {"small": 1.0, "against": -7.0, "large": 9.0, "middle": 3.0}
    parts = [{"label": [name, name], "mean": mean, "low": mean - 1, "high": mean + 1} for name, mean in means.items()]
    found = rows({**CLAIM, "attribution": {"X1": {"wide": {"mean": 6.0, "parts": parts}}}}, "")
    assert [row[0] for row in found] == ["large", "against", "middle", "small"]


def test_what_a_claim_is_held_beside_is_listed_case_by_case() -> None:
    cases = {"null": [reading(0.1)], "planted": reading(0.6), "best": reading(0.9), "nothing": None, "accepted": reading(0.4)}
    quantities = {"x": {"label": ["Xes", "甲"], "unit": "1"}}
    pack = {**PACK, "quantities": quantities}
    claim = {**CLAIM, "beside": {**cases, "corner": {"x": 0.5}}, "existence": {"x": 1.5}}
    made = "{ all: () => it.besidePart(given.pack, given.claim).filter(Boolean).flatMap((each) => each.all()) }"
    found = built("verdict_beside.js", made, pack=pack, claim=claim)
    said = [each["text"] for each in found if each["tag"] == "td"]
    assert [text.split()[0] for text in said] == ["10", "60", "90"]
    words = " ".join(each["text"] for each in found if each["tag"] == "p")
    assert "Xes = 0.5" in words and "leaves 40 %" in words and "Xes ×1.5" in words


def test_of_which_worlds_a_claim_is_asked_stands_under_its_answers() -> None:
    first = {**reading(0.08), "label": ["a bubble forms", "出现泡沫"], "worlds": 4000}
    after = {**reading(0.3, asked=reading(0.3)), "worlds": 312, "given_first": first, "undefined": reading(0.25)}
    answers = [{**ANSWERS[0], "after": after}]

    def said(claim: dict[str, Any]) -> str:
        found = built("verdict_details.js", "it.verdictDetails({ pack: given.pack }, given.claim, null)", pack=PACK, claim=claim)
        return " ".join(each["text"] for each in found if each["tag"] == "p")

    words = said({**CLAIM, "answers": answers})
    assert "worlds in which a bubble forms: 312 of 4,000, a share of 8 %" in words
    assert "Undefined in 25 %" in words
    assert "worlds in which" not in said({**CLAIM, "answers": ANSWERS})


def test_a_share_of_no_world_is_a_dash() -> None:
    none = dict.fromkeys(("probability", "low", "high"))
    answers = [{**ANSWERS[0], "before": {**none, "asked": none}, "after": {**none, "asked": none}}]
    (row,) = rows({**CLAIM, "verdict": "open", "why": "no world to ask", "answers": answers}, "X1")
    assert row[1:3] == ["–", "–"]
    assert row[4] == "–"
