"""The main job for programs: the same rows as the text, in one JSON value."""

from __future__ import annotations

from typing import Any

from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.lab.main_job import MainJob
from dualtrack.targets.numeric.tidy import Row, placed


def job_data(job: MainJob, folder: str) -> dict[str, Any]:
    """Everything the main job prints, and where the rest is."""
    verdicts = [_by_prior(row) for row in verdict_rows(job.laboratory)]
    return {**placed(job.to_dict(), "assumed", {"verdicts": verdicts}), "folder": folder}


def _by_prior(row: Row) -> Row:
    """A verdict with its shares as rows: a name of a prior is no key."""
    return {**row, "shares": [{"prior": prior, "share": share} for prior, share in row["shares"].items()]}
