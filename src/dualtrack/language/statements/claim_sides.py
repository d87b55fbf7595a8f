"""What is on record for and against a claim: pieces of evidence, each with its source and what in it bears on the claim.

    Sides(
        supports=(Evidence("harbour_2024", ("Landings fell by a third once the harbour was open.", "开港后上岸量减三分之一。")),),
        opposes=(),
    )

Not like this: a sentence on what the source is, one that is louder than the source, or the same source twice on one side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dualtrack.errors import DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.language.statements.ledger import Claim

ONE_SENTENCE = (re.compile(r"\S(?:(?![.!?]\s)[^\n])*\."), re.compile(r"[^。！？\n]*\S。"))
"""English and Chinese: it ends with a full stop, and nothing before it ends a sentence."""


@checked
@dataclass(frozen=True, slots=True)
class Evidence:
    """A `source`, by its key in the record, and in one sentence of each language its `relevance`: what in it bears on the claim.

    `is_read` says that the source's whole text was read; where not, the sentence rests on a part of it, or on the record's rows.
    Raises `NoMeaning` where no source is named, or `relevance` is not one sentence in each language.
    """

    source: str
    relevance: Label
    is_read: bool = False

    def __post_init__(self) -> None:
        if not self.source:
            raise NoMeaning(f"evidence names no source: {self.relevance[0]}", fix="give the source's key in the record")
        for form, said, language in zip(ONE_SENTENCE, self.relevance, ("English", "Chinese"), strict=True):
            if not form.fullmatch(said):
                raise NoMeaning(
                    f"what `{self.source}` says of a claim is not one sentence in {language}: `{said}`",
                    fix="write one sentence in each language, with its full stop",
                )


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Sides(Printed):
    """Evidence that `supports` a claim and that `opposes` it; an empty side says that none was found.

    Raises `DuplicateName` where a source stands twice on one side.
    """

    supports: tuple[Evidence, ...]
    opposes: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        for side in (self.supports, self.opposes):
            keys = [each.source for each in side]
            for key in keys:
                if keys.count(key) > 1:
                    raise DuplicateName(
                        f"source `{key}` stands twice on one side of a claim", fix="say in one sentence what it shows"
                    )

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of every source cited, each once."""
        return tuple(dict.fromkeys(each.source for each in (*self.supports, *self.opposes)))


def check_evidence(claims: Iterable[Claim], evidence: Mapping[str, Sides]) -> None:
    """Raise `UnknownName` for evidence beside a claim that is not there."""
    ids = [claim.id for claim in claims]
    for name in evidence:
        if name not in ids:
            raise UnknownName(
                f"there is evidence on claim {name}, which is not there",
                near=nearest(name, ids),
                fix="correct the id, or declare it",
            )
