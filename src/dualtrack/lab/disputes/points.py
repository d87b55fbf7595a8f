"""In what can two studies differ? Points of four parts: what is done, believed, seen, and asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed

Part = Literal["policies", "priors", "evidence", "thresholds"]
PARTS: tuple[Part, ...] = ("policies", "priors", "evidence", "thresholds")


@dataclass(frozen=True, slots=True, order=True)
class StudyMove:
    """The least that a mixture takes from the second study: a number, a row, a claim, or one `lever` of a regime."""

    part: Part
    name: str
    lever: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class StudyPoint(Printed):
    """A single entry, by `name` and `label`, of a `part` in which two studies differ, and the `moves` that it is made of.

    A regime is one point of as many moves as it has levers that differ; every other point is one move.
    """

    part: Part
    name: str
    label: Label
    moves: tuple[StudyMove, ...]

    def printed_title(self) -> str:
        return f"{self.part}: `{self.name}`"


Mixture = frozenset[StudyMove]
"""What of the second study stands in the place of the first one's: none of it is the first, all of it the second."""
