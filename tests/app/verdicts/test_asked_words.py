"""Of which worlds a claim is asked, in words: counts, the share with its interval, and only where there is something to say."""

from typing import Any

from dualtrack.app.verdicts.asked_words import asked_labels

FIRST = {"label": ["a bubble forms", "出现泡沫"], "probability": 0.078, "low": 0.07, "high": 0.087, "worlds": 4000}


def reading(**more: Any) -> dict[str, Any]:
    return {"worlds": 312, **more}


def test_the_worlds_asked_are_counted_among_all() -> None:
    ((en, zh),) = asked_labels(reading(given_first=FIRST))
    assert en == "asked in the 312 of 4,000 worlds in which a bubble forms (8 %, 95 % interval 7–9 %)"
    assert zh == "仅在出现泡沫的世界中检验：4000个世界中的312个（8%，95%区间7%至9%）"


def test_none_is_said_as_none() -> None:
    ((en, zh),) = asked_labels({"worlds": 0, "given_first": {**FIRST, "probability": 0.0, "low": 0.0}})
    assert en == "asked in none of the 4,000 worlds, since in none of them a bubble forms"
    assert zh == "4,000个世界中没有一个出现泡沫，无从检验"


def test_what_has_no_number_is_said_where_there_is_some() -> None:
    def said(value: float) -> list[str]:
        return [en for en, _ in asked_labels(reading(undefined={"probability": value}))]

    assert said(0.0) == []
    assert said(0.004) == ["undefined in under 1 % of worlds, which count as not true"]
    assert said(0.126) == ["undefined in 13 % of worlds, which count as not true"]
    assert asked_labels(reading()) == asked_labels(reading(undefined=None, given_first=None)) == []
    assert len(asked_labels(reading(given_first=FIRST, undefined={"probability": 0.1}))) == 2
