"""Exported bytes by suffix."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path as File
from typing import TYPE_CHECKING

from dualtrack.app.bind import CLOCK, Laboratory
from dualtrack.app.output_file import sealed
from dualtrack.app.settings import running
from dualtrack.errors import OutputError, nearest
from dualtrack.files.table import table_bytes
from dualtrack.targets.python import Oracle
from dualtrack.targets.xmile import xmile

if TYPE_CHECKING:
    import polars


def export_bytes(file: File, laboratory: Laboratory, regime: str) -> bytes:
    """What the file shall hold; raises `OutputError` for a suffix that no format has."""
    formats: dict[str, Callable[[], bytes]] = {
        ".xmile": lambda: sealed(xmile(laboratory.model, laboratory.regime(regime), CLOCK)),
        ".csv": lambda: _csv(yearly(laboratory)),
        ".parquet": lambda: _parquet(yearly(laboratory)),
    }
    if file.suffix not in formats:
        raise OutputError(
            f"no format has the suffix `{file.suffix}`",
            where=str(file),
            near=nearest(file.suffix, formats),
            fix="one of " + ", ".join(formats) + "; `dualtrack docs` writes the theory's pages",
        )
    return formats[file.suffix]()


def yearly(laboratory: Laboratory) -> polars.DataFrame:
    """The nominal run of every regime: one row per regime and year, one column per quantity."""
    import polars

    oracle, clock = Oracle.of(laboratory.model), running(int(CLOCK.stop))
    runs = {name: oracle.run(regime, clock) for name, regime in laboratory.regimes.items()}
    return polars.concat(
        polars.DataFrame({"regime": [name] * len(run.years), "year": run.years, **{n: list(v) for n, v in run.values.items()}})
        for name, run in runs.items()
    )


def _csv(table: polars.DataFrame) -> bytes:
    return table_bytes(table.columns, table.iter_rows())


def _parquet(table: polars.DataFrame) -> bytes:
    buffer = BytesIO()
    table.write_parquet(buffer)
    return buffer.getvalue()
