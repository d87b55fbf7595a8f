"""Whether a folder of results is as it was written, and whether computing it again gives the same."""

from __future__ import annotations

from pathlib import Path as File
from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.bind import dual_track_model
from dualtrack.app.options.options import Flag, Json, OtherTheory, Place
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.rerun import Again, rerun
from dualtrack.app.output.results_folder import place_of
from dualtrack.app.terminal.terminal import note, show_text
from dualtrack.errors import UsageError
from dualtrack.files.tree import shown
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry, read_registry
from dualtrack.lab.store.block_range import ranges_said
from dualtrack.lab.store.verify_folder import Verified, verify

THEORY_HELP = "Where the theory stands that the results were made with, if not where it stood: a folder with theory.py."


def verify_folder(
    folder: Place,
    /,
    *,
    rerun_: Annotated[Flag, Parameter(name="--rerun")] = False,
    theory: Annotated[OtherTheory, Parameter(help=THEORY_HELP)] = None,
    json: Json = False,
) -> int:
    """Is a folder as `report` or `explore` wrote it? By its own list of files; 0 only if all are.

    The fingerprint covers every file and what the numbers rest on; quote it, and whoever has the folder can check it. A file of
    frozen forecasts is held beside its hashes, and each that was altered is named.

    Example: dualtrack verify dualtrack-results

    Parameters
    ----------
    folder
        The folder of results, or a file of frozen forecasts.
    rerun_
        Compute the results again from the folder's own inputs and command, and tell the first difference.
    """
    if folder.is_file():
        return _verify_forecasts(folder, is_rerun=rerun_, json=json)
    found = verify(place_of(folder))
    again = rerun(found, theory) if rerun_ and found.is_whole else None
    if json:
        show_answer("verify", dual_track_model(), verified_data(found, again))
    else:
        show_verified(found, again)
    remarks(found, is_left_out=rerun_ and again is None)
    return int(not found.is_whole or (again is not None and not again.is_equal))


def _verify_forecasts(file: File, *, is_rerun: bool, json: bool) -> int:
    """Hold a file of forecasts beside its own hashes, and name those that were altered after the freeze."""
    if is_rerun:
        raise UsageError(
            "frozen forecasts are not computed again", fix="leave out --rerun: `dualtrack score` holds them beside what came"
        )
    found = read_registry(file)
    if json:
        show_answer("verify", dual_track_model(), forecasts_data(file, found))
    else:
        lines = [f"altered       {name}" for name in found.altered]
        kept = f"{len(found.forecasts)} forecasts are as they were frozen on {found.frozen}"
        show_text("\n".join([*lines, f"{'whole' if not found.altered else 'rest':<14}{kept}", f"fingerprint   {found.seal}"]))
    return int(bool(found.altered))


def forecasts_data(file: File, found: ForecastRegistry) -> dict[str, Any]:
    """The same as the text, ready for JSON, in the form of a folder's answer."""
    return {
        "folder": str(file),
        "kind": "forecasts",
        "whole": not found.altered,
        "fingerprint": found.seal,
        "files": 1,
        "missing": [],
        "changed": [{"file": name, "now": "altered after the freeze"} for name in found.altered],
        "added": [],
        "unfinished": None,
        "loose": [],
        "drafts": [],
        "rerun": None,
    }


def verified_data(found: Verified, again: Again | None) -> dict[str, Any]:
    """The same as the text, ready for JSON."""
    return {
        "folder": str(found.folder),
        "kind": found.kind or None,
        "whole": found.is_whole,
        "fingerprint": found.fingerprint or None,
        "files": found.files,
        "missing": list(found.missing),
        "changed": [{"file": name, "now": now} for name, now in found.changed.items()],
        "added": [{"file": name, "what": what} for name, what in found.added.items()],
        "unfinished": None
        if found.blocks is None
        else {"blocks": found.blocks[0], "of": found.blocks[1], "missing": found.absent},
        "loose": list(found.loose),
        "drafts": list(found.on_the_way),
        "rerun": None if again is None else _again_data(again),
    }


def show_verified(found: Verified, again: Again | None) -> None:
    """One line for each thing found; the fingerprint where all is whole."""
    if found.blocks is not None:
        done, every = found.blocks
        missing = f"; missing: {ranges_said(found.absent)}" if found.absent else ""
        show_text(f"unfinished    {done} of {every or 'an unknown number of'} blocks are finished{missing}")
    lines = [f"missing       {shown(name)}" for name in found.missing]
    lines += [f"changed       {shown(name)}: {now}" for name, now in found.changed.items()]
    lines += [f"added         {name}: {what}" for name, what in found.added.items()]
    lines += [f"draft         {name}" for name in found.on_the_way]
    if found.loose:
        lines.append(f"not recorded  {len(found.loose)} files of blocks that are not finished, or whose record is damaged")
    if found.is_whole:
        lines += [f"whole         all {found.files} files are as they were written", f"fingerprint   {found.fingerprint}"]
    if again is not None:
        lines += [f"rerun         {line}" for line in _again_lines(again)]
    show_text("\n".join(lines))


def remarks(found: Verified, *, is_left_out: bool) -> None:
    """What to do about it, for the person."""
    if found.blocks is not None:
        note("the ensemble is not finished\n  fix   run its command again with --resume")
    if found.missing or found.changed:
        count, of = len(found.missing) + len(found.changed), max(found.files, len(found.missing) + len(found.changed))
        mend = "`dualtrack explore` with --resume makes them again" if found.kind == "explore" else "make the results again"
        note(f"{count} of {of} files are not as they were written\n  fix   put them back from a copy; {mend}")
    if found.on_the_way:
        note("a run goes on in the folder, or was killed there; the next run into it clears what is left")
    if is_left_out:
        note("not computed again: the folder is not whole")


def _again_lines(again: Again) -> list[str]:
    lines = [f"{each.name} is {each.there} in the folder and {each.here} here" for each in again.origin]
    if again.files:
        lines.append(f"{len(again.files)} files differ; the first is {again.files[0]}{again.first}")
    return [*lines, "equal: every file is the same again"] if again.is_equal else lines


def _again_data(again: Again) -> dict[str, Any]:
    return {
        "equal": again.is_equal,
        "origin": [{"name": each.name, "there": each.there, "here": each.here} for each in again.origin],
        "files": list(again.files),
        "first": again.first or None,
    }
