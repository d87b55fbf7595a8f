"""The main job for programs: the same rows as the text, in one JSON value."""

from __future__ import annotations

from typing import Any

from dualtrack.app import result_rows as reading
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.lab.main_job import MainJob


def job_data(job: MainJob, folder: str) -> dict[str, Any]:
    """Everything the main job prints, and where the rest is."""
    return {
        "outcomes": reading.level_rows(job),
        "lags": reading.lag_rows(job.comparison),
        "facts": reading.fact_rows(job.facts),
        "delay": {
            "claim": job.laboratory.theory.attributed[0],
            "status": "prior only, not a verdict",
            "effects": reading.delay_rows(job.mediation),
            "unreached": reading.unreached_rows(job.mediation),
        },
        "verdicts": [_by_prior(row) for row in verdict_rows(job.laboratory)],
        "assumed": reading.assumed_row(job.laboratory),
        "units": dict(job.ensemble.units),
        "worlds": {"drawn": job.comparison.drawn, "finished": job.comparison.worlds},
        "seed": job.ensemble.worlds.seed,
        "folder": folder,
    }


def _by_prior(row: reading.Row) -> reading.Row:
    """A verdict with its shares as rows: a name of a prior is no key."""
    return {**row, "shares": [{"prior": prior, "share": share} for prior, share in row["shares"].items()]}
