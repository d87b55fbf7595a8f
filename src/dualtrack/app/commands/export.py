"""The model, or its nominal runs, as a file that other tools read."""

from __future__ import annotations

from pathlib import Path as File

from dualtrack.app.answer import show_answer
from dualtrack.app.bind import PAST
from dualtrack.app.exporting import export_bytes
from dualtrack.app.options import From, Json, Replace
from dualtrack.app.output_file import output_file
from dualtrack.app.terminal import note
from dualtrack.app.user_regimes import bound


def export(
    file: File,
    /,
    *,
    regime: str = PAST,
    from_: From = (),
    replace: Replace = False,
    json: Json = False,
) -> None:
    """Write a file by its suffix: .xmile holds the model under one regime, .csv and .parquet the nominal run of every regime.

    Example: dualtrack export dual_track.xmile --regime limited_opening

    Parameters
    ----------
    file
        Where to write; the suffix is .xmile, .csv or .parquet. A table bears no mark, so that one that exists stays without
        --replace.
    regime
        The regime of an .xmile file; the other formats hold all.
    """
    laboratory = bound(from_)
    target = output_file(file, replace)
    size = target.write(export_bytes(file, laboratory, regime))
    if json:
        show_answer("export", laboratory.model, {"file": str(file), "bytes": size})
    else:
        note(f"written to {file}")
