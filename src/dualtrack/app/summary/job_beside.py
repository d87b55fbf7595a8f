"""What a study changes in the main job: its levels, lags and facts beside those of the laboratory as it is shipped.

What each path carries and what the answer hangs on are not asked twice: they take most of the job's time, and `matter` and
`discover` hold theirs beside what is shipped. Kept verdicts stand for the shipped laboratory alone.
"""

from __future__ import annotations

from typing import Any

from dualtrack.app.options.beside_shipped import shipped_of
from dualtrack.app.options.brought import Brought
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.main_job import LevelsRead, MainJob, read_levels_of
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.studies.beside import AnswersBeside, beside
from dualtrack.targets.numeric.tidy import plain

KEYS = ("q50", "share_above", "nominal", "median", "nominal_misses", "median_misses")


def job_beside(own: Brought, job: MainJob, report: StagedProgress) -> AnswersBeside | None:
    """What a study, read of what was brought, `own`, makes of a `job`; none without a study that has priors or rows."""
    shipped = shipped_of(own, job.laboratory.study)
    if shipped is None:
        return None
    return beside(told(shipped, read_levels_of(shipped, job, report)), told(job.laboratory, job.levels), KEYS)


def told(laboratory: Laboratory, levels: LevelsRead) -> dict[str, Any]:
    """What is held beside another's, first what the first screen tells: what the treated regime changes, in the last year first.

    Lags are those over all thresholds that count.
    """
    treated = laboratory.treated.name
    lags = [row for row in levels.comparison.lag_rows() if row["threshold"] is None]
    found = {
        "lags": sorted(lags, key=lambda row: row["regime"] != treated),
        "differences": sorted(levels.comparison.difference_rows(), key=lambda row: (row["regime"] != treated, -row["year"])),
        "facts": levels.facts.to_rows(),
        "outcomes": levels.to_rows(),
    }
    return {key: plain(rows) for key, rows in found.items()}
