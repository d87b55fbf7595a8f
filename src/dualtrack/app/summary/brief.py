"""The answer of the main job as a page for a memo, in one of two languages: what to quote, how sure, and from which sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from dualtrack.app.summary.brief_chinese import chinese_brief
from dualtrack.app.summary.brief_english import english_brief
from dualtrack.app.summary.main_answer import main_answer, named_claims
from dualtrack.lab.main_job import MainJob
from dualtrack.targets.numeric.tidy import Row

Language = Literal["en", "zh"]
WRITERS: Mapping[str, Callable[[MainJob, Row, list[Row]], Iterator[str]]] = {"en": english_brief, "zh": chinese_brief}

PIECES = 1
"""Sources named on either side of a claim."""


def brief(job: MainJob, language: str) -> str:
    """The page in Markdown, the same wherever it is written."""
    answer = main_answer(job)
    return "\n\n".join(WRITERS[language](job, answer, brief_sources(job, answer))) + "\n"


def brief_sources(job: MainJob, answer: Row) -> list[Row]:
    """The sources behind the facts and the claims that the page names, each once, with what it stands behind.

    Of a claim the first on either side; `explain` lists all.
    """
    behind: dict[str, list[str]] = {}
    for fact in answer["how_sure"]["missed"]:
        for key in fact["sources"]:
            behind.setdefault(key, []).append(fact["id"])
    for claim in named_claims(job.laboratory):
        sides = job.laboratory.theory.evidence.get(claim)
        for piece in (*sides.supports[:PIECES], *sides.opposes[:PIECES]) if sides else ():
            behind.setdefault(piece.source, []).append(claim)
    return [{**_source(job, key), "behind": list(dict.fromkeys(names))} for key, names in behind.items()]


def _source(job: MainJob, key: str) -> dict[str, Any]:
    found = job.laboratory.record.source(key)
    return {
        "key": key,
        "title": found.title.partition("; ")[0],
        "publisher": found.publisher,
        "date": found.date or None,
        "grade": found.grade,
        "url": found.url,
    }
