"""What a laboratory was read from: every file by hash, and the user's own files whole, as they were when the work began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.errors import OutputError
from dualtrack.files import durable
from dualtrack.files.user_file import LARGE, read_bytes
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.passport import names_apart
from dualtrack.targets.numeric.read_only import settle_fields

INPUTS, OWN = "inputs", "own_inputs"
"""The folder of copies, and the entry of a passport that gives their order."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Hashes by name, and the content of the user's own files by the same names, in the order in which they were given."""

    hashes: Mapping[str, str]
    own: Mapping[str, bytes]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def files(self) -> dict[str, bytes]:
        """The user's own files by their place in a folder of results."""
        return {f"{INPUTS}/{name}": data for name, data in self.own.items()}


def read_inputs(laboratory: Laboratory) -> Inputs:
    """Read every file once, so that what is hashed is what is kept; raises `OutputError` where one cannot be read."""
    read = {
        name: read_bytes(file, "input", OutputError, LARGE)
        for file, name in zip(laboratory.files, names_apart(laboratory.files), strict=True)
    }
    shipped = len(laboratory.files) - len(laboratory.own)
    return Inputs(
        hashes={name: durable.digest(data) for name, data in sorted(read.items())},
        own=dict(list(read.items())[shipped:]),
    )
