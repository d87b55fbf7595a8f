"""What a laboratory was read from: every file by hash, and the user's own files whole, as they were when the work began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.evidence.merge import OwnRows
from dualtrack.files import durable
from dualtrack.files.user_file import LARGE, read_bytes
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.passport import names_apart
from dualtrack.lab.studies.study import Study
from dualtrack.targets.numeric.read_only import settle_fields

INPUTS, OWN, ROWS, RECORD, STUDY, THEORY = "inputs", "own_inputs", "rows", "record", "study", "theory"
"""The folder of copies, the entry of a passport that gives their order, the folder of a user's rows, and the entries of the
record, of a study and of a theory that a user brought; the folder of a study's file is called so too."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Hashes by name, and the content of the user's own files by the same names, in the order in which they were given.

    `rows` are the user's tables by name, and `study` the file of a study, each in a folder of their own.
    """

    hashes: Mapping[str, str]
    own: Mapping[str, bytes]
    rows: Mapping[str, bytes]
    study: Mapping[str, bytes]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def files(self) -> dict[str, bytes]:
        """The user's own files by their place in a folder of results."""
        return {f"{INPUTS}/{name}": data for name, data in {**self.own, **self.rows, **self.study}.items()}


def read_inputs(laboratory: Laboratory) -> Inputs:
    """Read every file once, so that what is hashed is what is kept; raises `OutputError` where one cannot be read."""
    read = {
        name: read_bytes(file, "input", OutputError, LARGE)
        for file, name in zip(laboratory.files, names_apart(laboratory.files), strict=True)
    }
    shipped, rows, study = len(laboratory.files) - len(laboratory.own), _rows(laboratory.added), _study(laboratory.study)
    return Inputs(
        hashes={name: durable.digest(data) for name, data in sorted((read | rows | study).items())},
        own=dict(list(read.items())[shipped:]),
        rows=rows,
        study=study,
    )


def origin_of(laboratory: Laboratory, inputs: Inputs) -> dict[str, Any]:
    """What a passport says of everything that a user brought."""
    study = laboratory.study
    return {
        OWN: list(inputs.own),
        RECORD: laboratory.recorded,
        **({} if study is None else {STUDY: study.origin}),
        **({THEORY: {"name": laboratory.theory.name, **program_seals(laboratory.programs)}} if laboratory.programs else {}),
    }


def program_seals(programs: Sequence[File]) -> dict[str, Any]:
    """A theory's files of Python, the one that defines it first, each by hash, and one hash over all of them.

    The files themselves are not kept with results: computing again would run another's program unasked. Raises `OutputError`
    where one cannot be read.
    """
    home = programs[0].parent
    files = {each.relative_to(home).as_posix(): durable.digest(read_bytes(each, "theory", OutputError)) for each in programs}
    whole = durable.digest("".join(f"{seal} {name}\n" for name, seal in sorted(files.items())).encode())
    return {"fingerprint": whole, "files": dict(sorted(files.items()))}


def _study(study: Study | None) -> dict[str, bytes]:
    """The file of a study; raises `OutputError` where it was changed since it was read."""
    if study is None:
        return {}
    data = read_bytes(study.file, "study", OutputError)
    if durable.digest(data) != study.seal:
        raise OutputError("the study was changed while it was used", where=str(study.file), fix="run it again")
    return {f"{STUDY}/{study.file.name}": data}


def _rows(added: OwnRows | None) -> dict[str, bytes]:
    """The tables of a user's rows; raises `OutputError` where one was changed since its rows were read."""
    found: dict[str, bytes] = {}
    if added is None:
        return found
    for name, seal in added.files.items():
        found[f"{ROWS}/{name}"] = data = read_bytes(added.folder / name, "table", OutputError, LARGE)
        if durable.digest(data) != seal:
            raise OutputError("the table was changed while it was used", where=str(added.folder / name), fix="run it again")
    return found
