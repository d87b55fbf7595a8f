"""The main job for programs: the answer and the same rows as the tables, in one JSON value."""

from __future__ import annotations

from typing import Any

from dualtrack.app.summary.brief import brief_sources
from dualtrack.app.summary.main_answer import main_answer
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.verdicts.verdict_units import verdict_with_units


def job_data(job: MainJob, folder: str) -> dict[str, Any]:
    """The answer, everything the tables hold, and where the files are."""
    answer = main_answer(job)
    return {
        **answer,
        "answer": {**answer["answer"], "named": _told(job, answer["answer"]["named"])},
        "sources": brief_sources(job, answer),
        **job.to_dict(),
        "verdicts": _told(job, verdict_rows(job.laboratory)),
        "folder": folder,
    }


def _told(job: MainJob, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Kept verdicts with the unit of every number."""
    return [verdict_with_units(job.laboratory.model, row) for row in rows]
