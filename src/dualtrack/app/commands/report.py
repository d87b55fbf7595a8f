"""The main job: all regimes in many worlds, the facts, and a first reading of claim L5, printed and written to a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path as File

from dualtrack.app.bind import bind
from dualtrack.app.folder import check_place, write_whole
from dualtrack.app.options import From, Json, Output, Seed, Worlds
from dualtrack.app.progress import watched
from dualtrack.app.results import fill
from dualtrack.app.settings import check_count
from dualtrack.app.study import run_study
from dualtrack.app.summary import show_study
from dualtrack.app.summary_json import study_data
from dualtrack.app.terminal import note, show_json


def report(
    *,
    worlds: Worlds = 2000,
    seed: Seed = 7,
    output: Output = File("dualtrack-results"),
    from_: From = (),
    json: Json = False,
) -> None:
    """Run every regime in many worlds, hold them beside the facts, and write a folder with a page; the main job.

    Example: dualtrack report --worlds 500 --seed 7 -o results

    Parameters
    ----------
    output
        The folder for results; one that this program wrote is replaced.
    """
    check_count(worlds, least=2)
    place, laboratory = check_place(output), bind(from_)
    with watched() as progress:
        study = run_study(laboratory, worlds, seed, progress)
    write_whole(place, partial(fill, study=study))
    if json:
        show_json(study_data(study, str(place)))
    else:
        show_study(study)
    note(f"written to {place}: open {place / 'index.html'} in a browser")
