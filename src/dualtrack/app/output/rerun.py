"""A folder's results computed again from the inputs and the command that the folder keeps, and held beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path as File
from tempfile import TemporaryDirectory
from typing import Any

from cyclopts import CycloptsError

from dualtrack.app.cli import COMMANDS, MAIN, build
from dualtrack.app.commands.explore import beside, check_room, measured, plan_of
from dualtrack.app.options.brought import BroughtRegimes
from dualtrack.app.options.user_regimes import read_unsaid
from dualtrack.app.output.results_files import TOP, fill, needed_bytes
from dualtrack.app.output.results_folder import REPORT, results_folder
from dualtrack.app.output.theory_again import theory_again
from dualtrack.app.summary.job_beside import job_beside
from dualtrack.app.terminal.progress import watched
from dualtrack.errors import OutputError
from dualtrack.files.manifest import COMMAND, FILES, SEAL, files_of, read_passport
from dualtrack.files.tree import shown
from dualtrack.lab.inputs import INPUTS, OWN, ROWS, STUDY
from dualtrack.lab.main_job import run_main_job
from dualtrack.lab.runs.passport import differences
from dualtrack.lab.store.closing import EXPLORE
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import value_at
from dualtrack.lab.store.verify_folder import Verified, recorded_files
from dualtrack.targets.numeric.tidy import plain

SHOWN = 60
"""Letters of a line that are shown."""
TEXTS = (".csv", ".html", ".json", ".md", ".toml", ".txt")
Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry of two passports that is not the same: a version, a library, an input, a number of the plan."""

    name: str
    there: str
    here: str


@dataclass(frozen=True, slots=True)
class Again:
    """What computing again gave: entries of the origin and files that differ, and where the first of these files does."""

    origin: tuple[Difference, ...]
    files: tuple[str, ...]
    first: str

    @property
    def is_equal(self) -> bool:
        """Whether every file is the same to the byte."""
        return not self.files


def rerun(found: Verified, theory: File | None = None) -> Again:
    """Compute a whole folder again in a temporary place, with the theory at a place where it was not the shipped one.

    Raises `OutputError` where the folder does not say how it was computed, or its theory is not to be found.
    """
    passport = read_passport(found.folder)
    command = list(passport.get(COMMAND, ()))
    words = _words(command, found.kind, found.folder)
    place = theory_again(found.folder, passport, words["own"].theory, theory)
    inputs, study = found.folder / INPUTS, passport.get(STUDY)
    # Rows of a study stand in its file, so that a passport may tell of rows where no folder of them was brought.
    has_rows = any(name.startswith(f"{INPUTS}/{ROWS}/") for name in {**recorded_files(found.folder), **files_of(passport)})
    own = BroughtRegimes(
        record=inputs / ROWS if has_rows else None,
        study=None if study is None else inputs / STUDY / study["file"],
        theory=place,
        from_=tuple(inputs / name for name in passport.get(OWN, ())),
    )
    with TemporaryDirectory(prefix="dualtrack-") as above:
        here = File(above) / "again"
        WORK[found.kind](own, words, command, here)
        return compared(found.folder, here)


def compared(there: File, here: File) -> Again:
    """Two folders of one kind held beside each other."""
    one, other = read_passport(there), read_passport(here)
    names = [name for name in differences(one, other) if name.partition(".")[0] not in (COMMAND, SEAL, FILES)]
    files = [{**recorded_files(place), **files_of(passport)} for place, passport in ((there, one), (here, other))]
    hashes = [{name: content.sha256 for name, content in each.items()} for each in files]
    unlike = sorted(name for name in {*hashes[0], *hashes[1]} if hashes[0].get(name) != hashes[1].get(name))
    return Again(
        origin=tuple(Difference(name, *(_short(value_at(each, name)) for each in (one, other))) for name in names),
        files=tuple(unlike),
        first=_first_line(there / unlike[0], here / unlike[0]) if unlike else "",
    )


def _report(own: BroughtRegimes, words: Words, command: list[str], place: File) -> None:
    laboratory = read_unsaid(own)
    with results_folder(place, TOP, needed_bytes(laboratory, words["worlds"])) as results:
        with watched() as progress:
            job = run_main_job(laboratory, words["worlds"], words["seed"], progress)
            changed = job_beside(own, job, progress)
        results.write(partial(fill, job=job, changed=changed), plain({**job.passport, COMMAND: command}))


def _explore(own: BroughtRegimes, words: Words, command: list[str], place: File) -> None:
    laboratory = read_unsaid(own)
    plan = plan_of(laboratory, *(words[name] for name in ("worlds", "regimes", "outcomes", "seed", "design")))
    check_room(laboratory, plan, place)
    with measured(plan) as progress:
        explore(laboratory.model, plan, place, progress=progress, beside=beside(laboratory, command))


WORK: dict[str, Callable[[BroughtRegimes, Words, list[str], File], None]] = {REPORT: _report, EXPLORE: _explore}


def _words(command: list[str], kind: str, folder: File) -> Words:
    """The options of the command that a folder keeps, those left out by their defaults."""
    words = command[1:]
    try:
        if not command:
            raise ValueError("it has none, as an ensemble of the Python interface has none")
        named = words if words[:1] and words[0] in COMMANDS else [MAIN, *words]
        if named[0] != kind:
            raise ValueError(f"it is of `{named[0]}`")
        _, bound, *_ = build().parse_args(named, exit_on_error=False, print_error=False)
    except (CycloptsError, ValueError) as error:
        raise OutputError(
            f"the folder's command cannot be run again: {error}", where=str(folder), fix="compute it again where it was written"
        ) from None
    bound.apply_defaults()
    return {"own": BroughtRegimes(), **bound.arguments}


def _first_line(there: File, here: File) -> str:
    """Where two files part, in words: the line of a text, the byte of anything else, or which of the two is not there."""
    if not (there.exists() and here.exists()):
        return ", which is only in the folder" if there.exists() else ", which is only in what was computed again"
    if there.suffix not in TEXTS:
        return ""
    with there.open(encoding="utf-8") as one, here.open(encoding="utf-8") as other:
        pairs = enumerate(zip_longest(one, other, fillvalue=""), 1)
        line, (a, b) = next((line, pair) for line, pair in pairs if pair[0] != pair[1])
    return f", line {line}: `{_short(a)}` in the folder and `{_short(b)}` here"


def _short(value: object) -> str:
    said = shown(str(value).rstrip("\n"))
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}..."
