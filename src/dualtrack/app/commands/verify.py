"""Whether a folder of results is as it was written, and whether computing it again gives the same."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.bind import dual_track_model
from dualtrack.app.options.options import Flag, Json, Place
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.rerun import rerun
from dualtrack.app.output.results_folder import place_of
from dualtrack.app.verifying import remarks, show_verified, verified_data
from dualtrack.lab.store.verify_folder import verify


def verify_folder(
    folder: Place,
    /,
    *,
    rerun_: Annotated[Flag, Parameter(name="--rerun")] = False,
    json: Json = False,
) -> int:
    """Hold a folder that `report` or `explore` wrote beside its own list of files; 0 only if all are as they were written.

    The fingerprint covers every file and what the numbers rest on; quote it, and whoever has the folder can check it.

    Example: dualtrack verify dualtrack-results

    Parameters
    ----------
    folder
        The folder of results.
    rerun
        Compute the results again from the folder's own inputs and command, and tell the first difference.
    """
    found = verify(place_of(folder))
    again = rerun(found) if rerun_ and found.is_whole else None
    if json:
        show_answer("verify", dual_track_model(), verified_data(found, again))
    else:
        show_verified(found, again)
    remarks(found, is_left_out=rerun_ and again is None)
    return int(not found.is_whole or (again is not None and not again.is_equal))
