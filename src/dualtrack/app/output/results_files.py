"""The files of a results folder: an xarray store, tables, the page, and the user's own inputs."""

from __future__ import annotations

from pathlib import Path as File
from typing import get_args

import numpy as np

from dualtrack.app.page.document import page
from dualtrack.app.summary.brief import Language, brief
from dualtrack.app.summary.full_tables import report_text
from dualtrack.app.summary.table_rows import path_rows, verdict_shares
from dualtrack.files import durable
from dualtrack.files.table import rows_bytes, table_bytes
from dualtrack.lab.inputs import INPUTS
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.runs.frame import NOMINAL, Variable
from dualtrack.lab.store.ensemble_folder import RESULTS
from dualtrack.lab.store.ensemble_store import write_store
from dualtrack.lab.studies.beside import AnswersBeside
from dualtrack.targets.numeric.tidy import plain

BESIDE = "beside.csv"
"""What a study changes, where one was laid on."""
TABLES = (BESIDE, "differences.csv", "facts.csv", "failures.csv", "lags.csv", "levels.csv", "paths.csv", "verdicts.csv")
TEXTS = ("brief.en.md", "brief.zh.md", "report.txt")
TOP = (INPUTS, "index.html", "outcomes.parquet", RESULTS, *TABLES, *TEXTS)
"""What a job writes at the top of its folder, a passport aside."""
PAGE_BYTES = 4e6


def needed_bytes(laboratory: Laboratory, worlds: int) -> float:
    """The most that the files of a job take: every outcome at every saved row in the store, and once a year in a table."""
    clock = laboratory.theory.clock
    rows = len(clock.saved) + (clock.stop - clock.start) + 1
    return PAGE_BYTES + 8 * worlds * len(laboratory.regimes) * len(laboratory.model.outcomes) * rows


def fill(folder: File, job: MainJob, changed: AnswersBeside | None = None) -> None:
    """Write every file of a job but its passport into a new folder, and what a study `changed` in it."""
    folder.mkdir()
    (folder / "index.html").write_text(page(job.laboratory), encoding="utf-8")
    write_store(folder / RESULTS, job.ensemble, plain(job.passport), nominal_curves(job))
    years = np.unique(np.floor(job.ensemble.years))
    job.ensemble.table(years.tolist()).write_parquet(folder / "outcomes.parquet")
    failures = job.ensemble.failure_table()
    (folder / "failures.csv").write_bytes(table_bytes(failures.columns, failures.iter_rows()))
    tables = {
        "levels": job.to_rows(),
        "differences": job.comparison.difference_rows(),
        "lags": job.comparison.lag_rows(),
        "facts": job.facts.to_rows(),
        "paths": path_rows(job),
        "verdicts": verdict_shares(job.laboratory),
    }
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_bytes(rows_bytes(rows))
    if changed is not None:
        (folder / BESIDE).write_bytes(rows_bytes(changed.to_rows()))
    for language in get_args(Language):
        (folder / f"brief.{language}.md").write_text(brief(job, language), encoding="utf-8")
    (folder / "report.txt").write_text(report_text(job), encoding="utf-8")
    for name, data in job.inputs.files.items():
        durable.put(folder, name, [data])


def nominal_curves(job: MainJob) -> dict[str, Variable]:
    """Outcomes by regime and year in the nominal world, to stand beside the drawn ones."""
    found: dict[str, Variable] = {}
    for name, words in job.ensemble.frame().curves.items():
        values = np.array([job.nominal[regime][name] for regime in job.ensemble.paths])
        english, chinese = words["long_name"], words["long_name_zh"]
        said = {**words, "long_name": f"{english}, nominal world", "long_name_zh": f"{chinese}（默认参数世界）"}
        found[NOMINAL + name] = ("regime", "year"), values, said
    return found
