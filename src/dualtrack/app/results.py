"""The files of a results folder: an xarray store, tables, the page, and the user's own inputs."""

from __future__ import annotations

from pathlib import Path as File

import numpy as np

from dualtrack.app import reading
from dualtrack.app.bind import CLOCK, Laboratory
from dualtrack.app.inputs import INPUTS
from dualtrack.app.page.document import page
from dualtrack.app.study import Study
from dualtrack.app.terminal import plain
from dualtrack.files import durable
from dualtrack.files.table import rows_bytes, table_bytes
from dualtrack.lab.ensemble_store import write_store
from dualtrack.lab.frame import NOMINAL, Variable
from dualtrack.lab.store import RESULTS

TABLES = ("differences.csv", "facts.csv", "failures.csv", "lags.csv", "levels.csv")
TOP = (INPUTS, "index.html", "outcomes.parquet", RESULTS, *TABLES)
"""What a study writes at the top of its folder, a passport aside."""
PAGE_BYTES = 4e6


def needed_bytes(laboratory: Laboratory, worlds: int) -> float:
    """The most that the files of a study take: every outcome at every saved row in the store, and once a year in a table."""
    rows = len(CLOCK.saved) + (CLOCK.stop - CLOCK.start) + 1
    return PAGE_BYTES + 8 * worlds * len(laboratory.regimes) * len(laboratory.model.outcomes) * rows


def fill(folder: File, study: Study) -> None:
    """Write every file of a study but its passport into a new folder."""
    folder.mkdir()
    (folder / "index.html").write_text(page(study.laboratory), encoding="utf-8")
    write_store(folder / RESULTS, study.ensemble, plain(study.passport), nominal_curves(study))
    years = np.unique(np.floor(study.ensemble.years))
    study.ensemble.table(years.tolist()).write_parquet(folder / "outcomes.parquet")
    failures = study.ensemble.failure_table()
    (folder / "failures.csv").write_bytes(table_bytes(failures.columns, failures.iter_rows()))
    tables = {
        "levels": reading.level_rows(study),
        "differences": reading.difference_rows(study.comparison, study.ensemble.units),
        "lags": reading.lag_rows(study.comparison),
        "facts": reading.fact_rows(study.facts),
    }
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_bytes(rows_bytes(rows))
    for name, data in study.inputs.files.items():
        durable.put(folder, name, [data])


def nominal_curves(study: Study) -> dict[str, Variable]:
    """Outcomes by regime and year in the nominal world, to stand beside the drawn ones."""
    found: dict[str, Variable] = {}
    for name, words in study.ensemble.frame().curves.items():
        values = np.array([study.nominal[regime][name] for regime in study.ensemble.paths])
        english, chinese = words["long_name"], words["long_name_zh"]
        said = {**words, "long_name": f"{english}, nominal world", "long_name_zh": f"{chinese}（名义世界）"}
        found[NOMINAL + name] = ("regime", "year"), values, said
    return found
