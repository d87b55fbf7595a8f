"""The main job for programs: the same rows as the text, in one JSON value."""

from __future__ import annotations

from typing import Any

from dualtrack.app import reading
from dualtrack.app.kept_verdicts import verdict_rows
from dualtrack.app.study import Study


def study_data(study: Study, folder: str) -> dict[str, Any]:
    """Everything the main job prints, and where the rest is."""
    return {
        "outcomes": reading.level_rows(study),
        "lags": reading.lag_rows(study.comparison),
        "facts": reading.fact_rows(study.facts),
        "claim_L5": {
            "status": "prior only, not a verdict",
            "effects": reading.delay_rows(study.mediation),
            "unreached": reading.unreached_rows(study.mediation),
        },
        "verdicts": [_by_prior(row) for row in verdict_rows(study.laboratory)],
        "assumed": reading.assumed_row(study.laboratory),
        "units": dict(study.ensemble.units),
        "worlds": {"drawn": study.comparison.drawn, "finished": study.comparison.worlds},
        "seed": study.ensemble.worlds.seed,
        "folder": folder,
    }


def _by_prior(row: reading.Row) -> reading.Row:
    """A verdict with its shares as rows: a name of a prior is no key."""
    return {**row, "shares": [{"prior": prior, "share": share} for prior, share in row["shares"].items()]}
