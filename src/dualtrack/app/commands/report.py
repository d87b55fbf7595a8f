"""The main job: all regimes in many worlds, the facts, and a first reading of the delay, printed and written to a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path as File
from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.options.beside_shipped import show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.command_typed import typed
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Flag, Json, Lang, Output, Seed, Worlds, choice
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.memory import check_memory
from dualtrack.app.output.results_files import TOP, fill, needed_bytes
from dualtrack.app.output.results_folder import results_folder
from dualtrack.app.summary.brief import Language, brief
from dualtrack.app.summary.first_screen import show_first
from dualtrack.app.summary.full_tables import show_full
from dualtrack.app.summary.job_beside import job_beside
from dualtrack.app.summary.job_data import job_data
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.speech import WRITTEN, say, speak, speaking
from dualtrack.app.terminal.terminal import note, show_text
from dualtrack.files.manifest import COMMAND
from dualtrack.lab.main_job import run_main_job
from dualtrack.targets.numeric.tidy import plain


def report(
    *,
    worlds: Worlds = 2000,
    seed: Seed = 7,
    output: Output = File("dualtrack-results"),
    full: Flag = False,
    brief_: Annotated[Language | None, Parameter(name="--brief", converter=choice, show_default=False)] = None,
    own: BroughtRegimes = NO_REGIMES,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """What is the answer? Every regime in many worlds, beside the facts, and a folder with a page; the main job.

    What is printed is the answer on one screen; the folder holds every table, and the page for a memo in both languages.

    Example: dualtrack report --worlds 500 --seed 7 -o results

    Parameters
    ----------
    output
        The folder for results. Files that this program wrote there are replaced, unless they were changed since; all others stay.
    full
        Print every table after the first screen.
    brief_
        Print a page for a memo instead, in English (en) or Chinese (zh).
    """
    speak(lang)
    check_count(worlds, least=2)
    laboratory = bound(own)
    check_memory(worlds, len(laboratory.regimes), len(laboratory.model.outcomes), laboratory.theory.clock)
    with results_folder(output, TOP, needed_bytes(laboratory, worlds)) as results:
        with watched() as progress:
            job = run_main_job(laboratory, worlds, seed, progress)
            changed = job_beside(own, job, progress)
        with speaking(WRITTEN):
            results.write(partial(fill, job=job, changed=changed), plain({**job.passport, COMMAND: typed()}))
    place = results.folder
    if json:
        show_answer("report", laboratory, job_data(job, str(place)), beside=changed)
    elif brief_:
        show_text(brief(job, brief_).rstrip("\n"))
    else:
        (show_full if full else show_first)(job)
        show_beside(changed)
    page = place / "index.html"
    note(say(f"written to {place}: open {page} in a browser", f"已写入 {place}：请用浏览器打开 {page}"))
