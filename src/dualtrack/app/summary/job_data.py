"""The main job for programs: the answer and the same rows as the tables, in one JSON value."""

from __future__ import annotations

from typing import Any

from dualtrack.app.summary.brief import brief_sources
from dualtrack.app.summary.main_answer import main_answer
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.lab.main_job import MainJob


def job_data(job: MainJob, folder: str) -> dict[str, Any]:
    """The answer, everything the tables hold, and where the files are."""
    answer = main_answer(job)
    return {
        **answer,
        "sources": brief_sources(job, answer),
        **job.to_dict(),
        "verdicts": verdict_rows(job.laboratory),
        "folder": folder,
    }
