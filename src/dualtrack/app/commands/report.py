"""The main job: all regimes in many worlds, the facts, and a first reading of the delay, printed and written to a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path as File

from dualtrack.app.options.command_typed import typed
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import From, Json, Output, Seed, Worlds
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.memory import check_memory
from dualtrack.app.output.results_files import TOP, fill, needed_bytes
from dualtrack.app.output.results_folder import results_folder
from dualtrack.app.summary import show_job
from dualtrack.app.summary_json import job_data
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import note
from dualtrack.files.manifest import COMMAND
from dualtrack.lab.main_job import run_main_job
from dualtrack.targets.numeric.tidy import plain


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
        The folder for results. Files that this program wrote there are replaced, unless they were changed since; all others stay.
    """
    check_count(worlds, least=2)
    laboratory = bound(from_)
    check_memory(worlds, len(laboratory.regimes), len(laboratory.model.outcomes), laboratory.theory.clock)
    with results_folder(output, TOP, needed_bytes(laboratory, worlds)) as results:
        with watched() as progress:
            job = run_main_job(laboratory, worlds, seed, progress)
        results.write(partial(fill, job=job), plain({**job.passport, COMMAND: typed()}))
    place = results.folder
    if json:
        show_answer("report", laboratory.model, job_data(job, str(place)))
    else:
        show_job(job)
    note(f"written to {place}: open {place / 'index.html'} in a browser")
