"""The files of a results folder: an xarray store, tables, the passport and the page."""

from __future__ import annotations

import json
from pathlib import Path as File
from typing import TYPE_CHECKING

import numpy as np

from dualtrack.app import reading
from dualtrack.app.folder import MARK
from dualtrack.app.page.document import page
from dualtrack.app.study import Study
from dualtrack.app.terminal import plain

if TYPE_CHECKING:
    import xarray


def fill(folder: File, study: Study) -> None:
    """Write every file of a study into a new folder."""
    import polars

    folder.mkdir()
    (folder / "index.html").write_text(page(study.laboratory), encoding="utf-8")
    store(study).to_zarr(folder / "results.zarr", zarr_format=2, consolidated=True)
    years = np.unique(np.floor(study.ensemble.years))
    study.ensemble.table(years.tolist()).write_parquet(folder / "outcomes.parquet")
    study.ensemble.failure_table().write_csv(folder / "failures.csv")
    tables = {
        "levels": reading.level_rows(study),
        "differences": reading.difference_rows(study.comparison),
        "lags": reading.lag_rows(study.comparison),
        "facts": reading.fact_rows(study.facts),
    }
    for name, rows in tables.items():
        polars.DataFrame(rows, infer_schema_length=None).write_csv(folder / f"{name}.csv")
    (folder / MARK).write_text(json.dumps(plain(study.passport), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def store(study: Study) -> xarray.Dataset:
    """Outcomes over regime, world and year, with the nominal world beside them over regime and year."""
    import xarray

    drawn = study.ensemble.dataset()
    nominal = {
        f"nominal_{name}": (
            ("regime", "year"),
            np.array([study.nominal[regime][name] for regime in study.ensemble.paths]),
            dict(drawn[name].attrs),
        )
        for name in study.ensemble.units
    }
    whole = drawn.assign(xarray.Dataset(nominal).data_vars)
    return whole.assign_attrs(seed=study.ensemble.worlds.seed, model=study.laboratory.model.fingerprint)
