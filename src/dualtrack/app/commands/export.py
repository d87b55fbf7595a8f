"""The model, or its runs in one world, as a file that other tools read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path as File
from typing import TYPE_CHECKING

from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import running
from dualtrack.app.options.options import Hidden, Json, Place, Replace, Seed, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file, sealed
from dualtrack.app.terminal.terminal import note
from dualtrack.errors import OutputError, nearest
from dualtrack.files.table import table_bytes
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import every_run
from dualtrack.targets.xmile.xmile import xmile

if TYPE_CHECKING:
    import polars


@helpful
def export(
    file: Place,
    /,
    *,
    regime: Hidden = "",
    world: World = NOMINAL,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    replace: Replace = False,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """How is it taken elsewhere? .xmile holds the model under one regime, .csv and .parquet a run of every regime.

    Example: dualtrack export {theory}.xmile --regime {treated}

    Parameters
    ----------
    file
        Where to write; the suffix is .xmile, .csv or .parquet. A table bears no mark, so that one that exists stays without
        --replace.
    regime
        The regime of an .xmile file, {past} unless named; the other formats hold all.
    """
    laboratory = bound(own, reads=False)
    target = output_file(file, replace)
    regime = regime or laboratory.past.name
    if file.suffix.lower() == ".xmile":
        note_unused(laboratory, [regime])
    size = target.write(export_bytes(file, laboratory, regime, world_of(laboratory, world, seed, tilt)))
    if json:
        show_answer("export", laboratory, {"file": str(file), "bytes": size, **world_data(world, seed, tilt)})
    else:
        note(f"written to {file}: {world_words(world, seed, tilt)}")


def export_bytes(file: File, laboratory: Laboratory, regime: str, world: Mapping[str, float] | None = None) -> bytes:
    """What the file shall hold in a world, the nominal one if none; raises `OutputError` for a suffix that no format has."""
    formats: dict[str, Callable[[], bytes]] = {
        ".xmile": lambda: sealed(xmile(laboratory.model, laboratory.regime(regime), laboratory.theory.clock, world)),
        ".csv": lambda: _csv(yearly(laboratory, world)),
        ".parquet": lambda: _parquet(yearly(laboratory, world)),
    }
    suffix = file.suffix.lower()
    if suffix not in formats:
        raise OutputError(
            f"no format has the suffix `{file.suffix}`",
            where=str(file),
            near=nearest(suffix, formats),
            fix="one of " + ", ".join(formats) + "; `dualtrack docs` writes the theory's pages",
        )
    return formats[suffix]()


def yearly(laboratory: Laboratory, world: Mapping[str, float] | None = None) -> polars.DataFrame:
    """A run of every regime in one world: one row per regime and year, one column per quantity."""
    import polars

    runs = every_run(laboratory, running(laboratory.theory, int(laboratory.theory.clock.stop)), world)
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
