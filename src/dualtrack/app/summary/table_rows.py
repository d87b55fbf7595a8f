"""Rows for those tables of a results folder that no answer holds as they are: a lag by path, and the shares behind verdicts."""

from __future__ import annotations

from dualtrack.app.page.pack.claim_rows import VERDICT
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.main_job import MainJob
from dualtrack.targets.numeric.tidy import Row


def path_rows(job: MainJob) -> list[Row]:
    """The lag in total and by path, a row each; the ends of an interval in columns of their own."""
    question = job.mediation.question
    start = {"regime": question.treated.name, "reference": question.reference.name, "outcome": question.outcome}
    rows = []
    for row in job.mediation.to_rows():
        low, high = row.pop("mean_interval") or (None, None)
        rows.append({**start, **row, "mean_low": low, "mean_high": high})
    return rows


def verdict_shares(laboratory: Laboratory) -> list[Row]:
    """A row for each share behind each verdict, and one without a share for a claim that has none; none where they are stale."""
    rows = []
    for claim in verdict_rows(laboratory):
        start = {"id": claim["id"], "en": claim["en"], "zh": claim["zh"], **{key: claim[key] for key in VERDICT}}
        shares = [("null", each) for each in claim["null"]] + [("as drawn", each) for each in claim["drawn"]]
        shares += [("best case", claim["best"])] if claim["best"] else []
        nothing = dict.fromkeys(("prior", "share", "low", "high"))
        rows += [{**start, "case": case, **{key: each[key] for key in nothing}} for case, each in shares or [("", nothing)]]
    return rows
