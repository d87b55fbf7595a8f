"""What was seen is told in months, and a bound of zero as a direction."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.evidence.dates import decimal_year
from tests.app.page.asking import asked_of_node, script

WORDS = repr(script("words.js").as_uri())
PACK = {"quantities": {"share": {"base": "share", "label": ["Share", "份额"], "unit": "1", "role": "outcome"}}}


def told(language: str, module: str, call: str, **given: Any) -> str:
    body = f"""
    const words = await import({WORDS});
    words.setCatalogues(given.words);
    words.setLanguage(given.language);
    console.log(JSON.stringify({call}));
    """
    found: str = asked_of_node(module, body, {"language": language, "words": catalogues(), **given})
    return found


@pytest.mark.parametrize(
    ("start", "stop", "whole", "english", "chinese"),
    [
        (2025.6, 2025.9, True, "August 2025 to November 2025", "2025年8月至2025年11月"),
        (2025.0, 2026.0, True, "2025", "2025年"),
        (2023.0, 2026.0, True, "2023 to 2025", "2023年至2025年"),
        (2024.0, 2026.0, False, "January 2024 to January 2026", "2024年1月至2026年1月"),
        (2026.5, 2026.5, True, "July 2026", "2026年7月"),
    ],
)
def test_a_span_is_told_in_months(start: float, stop: float, whole: bool, english: str, chinese: str) -> None:
    call = "it.spanWords(given.start, given.stop, given.whole)"
    asked = {"start": start, "stop": stop, "whole": whole}
    assert told("en", "moments.js", call, **asked) == english
    assert told("zh", "moments.js", call, **asked) == chinese


def test_every_day_of_the_record_lies_in_its_own_month_and_a_period_ends_with_its_last() -> None:
    """Dates come as the pack writes them: years to four decimals, and a period with the day behind its last."""
    firsts = [date(year, month, 1) for year in (2019, 2020, 2024, 2025) for month in range(1, 13)]
    lasts = [(each.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) for each in firsts]
    days = [*firsts, *lasts]
    moments = told("en", "moments.js", "given.at.map(it.momentWords)", at=[round(decimal_year(each), 4) for each in days])
    assert list(moments) == [f"{each:%B %Y}" for each in days]
    ends = [(first, last + timedelta(days=1)) for first, last in zip(firsts, lasts, strict=True)]
    spans = [[round(decimal_year(each), 4) for each in pair] for pair in ends]
    assert list(told("en", "moments.js", "given.at.map(([from, to]) => it.periodWords(from, to))", at=spans)) == [
        f"{each:%B %Y}" for each in firsts
    ]
    assert told("en", "moments.js", "it.periodWords(2024, 2026)") == "2024 to 2025"


def check(**changed: Any) -> dict[str, Any]:
    usual = {"quantity": "share", "per": "", "measure": "change", "start": 2025.25, "stop": 2026.0, "turn": None}
    return {**usual, "relative": False, "relation": "at_least", "value": 0, "tolerance": 0.25, **changed}


@pytest.mark.parametrize(
    ("given", "english"),
    [
        (check(), "Share, April 2025 to January 2026: rises"),
        (check(relation="at_most"), "Share, April 2025 to January 2026: falls"),
        (
            check(measure="moment", turn="peak", relation="within", value=2025.5),
            "Peak of Share, April 2025 to January 2026: July 2025 ± 3 months",
        ),
    ],
)
def test_a_check_reads_as_a_sentence(given: dict[str, Any], english: str) -> None:
    assert told("en", "record.js", "it.checkWords(given.pack, given.check)", pack=PACK, check=given) == english
