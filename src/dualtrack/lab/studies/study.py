"""A study as a value: what its file says, read against a laboratory, and how it stands beside what is shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from dualtrack.evidence.complaints import Placed
from dualtrack.lab.runs.regime_file import Written
from dualtrack.lab.studies.own_claim import OwnClaim
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed
from dualtrack.language.restated import Restated

ONE = {
    "regimes": "regime",
    "priors": "prior",
    "claims": "claim",
    "sources": "source",
    "observations": "observation",
    "events": "event",
    "findings": "finding",
}
"""What one of a part is called."""


@dataclass(frozen=True, slots=True, repr=False)
class Study(Printed):
    """What the `file` of a user says, by `name` and `title`, and the hash of its text, `seal`.

    `regimes` are its policies as written, `priors` the numbers that it restates, `rows` its rows of the record by the place of
    their table, `claims` its own ones, and `idle` what of it says nothing new, a line each.
    """

    name: str
    title: Label
    about: Label
    file: File
    seal: str
    regimes: Mapping[str, Written] = field(default_factory=dict)
    priors: Mapping[str, Restated] = field(default_factory=dict)
    rows: Mapping[str, tuple[Placed[Any], ...]] = field(default_factory=dict)
    claims: Mapping[str, OwnClaim] = field(default_factory=dict)
    idle: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)

    @property
    def parts(self) -> dict[str, int]:
        """How many entries there are of each part."""
        counted = {name: len(rows) for name, rows in self.rows.items()}
        return {"regimes": len(self.regimes), "priors": len(self.priors), "claims": len(self.claims), **counted}

    @property
    def origin(self) -> dict[str, Any]:
        """What a passport and every answer say of it."""
        frozen = {"frozen": {name: each.origin for name, each in self.claims.items()}} if self.claims else {}
        parts = {name: count for name, count in self.parts.items() if count}
        return {"name": self.name, "file": self.file.name, "seal": self.seal, **parts, **frozen}

    def printed_title(self) -> str:
        said = ", ".join(f"{count} {part if count > 1 else ONE.get(part, part)}" for part, count in self.parts.items() if count)
        return f"Study `{self.name}`: {said or 'nothing of its own'}"
