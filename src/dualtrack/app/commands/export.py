"""The model, or its runs in one world, as a file that other tools read."""

from __future__ import annotations

from dualtrack.app.bind import PAST
from dualtrack.app.exporting import export_bytes
from dualtrack.app.options.options import From, Json, Place, Replace, Seed, Text, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.terminal.terminal import note


@helpful
def export(
    file: Place,
    /,
    *,
    regime: Text = PAST,
    world: World = NOMINAL,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    from_: From = (),
    replace: Replace = False,
    json: Json = False,
) -> None:
    """Write a file by its suffix: .xmile holds the model under one regime, .csv and .parquet a run of every regime.

    Example: dualtrack export {theory}.xmile --regime {treated}

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
    if file.suffix.lower() == ".xmile":
        note_unused(laboratory, [regime])
    size = target.write(export_bytes(file, laboratory, regime, world_of(laboratory, world, seed, tilt)))
    if json:
        show_answer("export", laboratory.model, {"file": str(file), "bytes": size, **world_data(world, seed, tilt)})
    else:
        note(f"written to {file}: {world_words(world, seed, tilt)}")
