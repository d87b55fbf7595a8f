"""What to cite for a name: the sources that it rests on, how good each is, and what else of the laboratory rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

from dualtrack.app.names.citation_forms import Work
from dualtrack.app.names.glossary import GRADES
from dualtrack.app.names.resolve import OF_MODEL, WORLD, Thing, things_named
from dualtrack.app.names.resting import Grounds, grounds_of, resting_on
from dualtrack.lab.laboratory import Laboratory
from dualtrack.targets.numeric.tidy import Tidy

PROGRAM = "dualtrack"
OWN = "the program's own statement, which rests on no source of the record"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cited:
    """A work as it is cited for a name: what it is to it, such as evidence for, and what of the laboratory rests on it."""

    work: Work
    role: str
    resting: Grounds


@dataclass(frozen=True, repr=False)
class Citation(Tidy):
    """What to cite for a thing of some `kind`: its sources, once for each part that they play; a `note` where it has none.

    `program` is the work that this program is, which is cited for everything that it computes.
    """

    name: str
    kind: str
    label: tuple[str, str]
    cited: tuple[Cited, ...]
    program: Work
    note: str = ""

    @property
    def works(self) -> tuple[Work, ...]:
        """Every work once, the program alone where there is no other."""
        found = {each.work.key: each.work for each in self.cited}
        return tuple(found.values()) or (self.program,)

    def to_dict(self) -> Row:
        """All of it by name."""
        return {
            "name": self.name,
            "kind": self.kind,
            "label": {"en": self.label[0], "zh": self.label[1]} if all(self.label) else None,
            "note": self.note,
            "sources": self.to_rows(),
            "program": self.program.to_row(),
        }

    def to_rows(self) -> list[Row]:
        """A row for each source in each part that it plays."""
        return [
            {
                **each.work.to_row(),
                "role": each.role,
                "grade_means": dict(zip(("en", "zh"), GRADES[each.work.grade], strict=True)) if each.work.grade else None,
                "rests_on_it": [{"what": heading, "names": list(names)} for heading, names in each.resting.items()],
            }
            for each in self.cited
        ]

    def printed_title(self) -> str:
        return f"{self.name}, {self.kind}: {len({each.work.key for each in self.cited}) or 'no'} sources"

    def printed_lines(self) -> Mapping[str, object]:
        lines = {each.key: each.sentence() for each in self.works}
        return {**({"note": self.note} if self.note else {}), **lines}


def citations(laboratory: Laboratory, name: str) -> tuple[Citation, ...]:
    """What to cite for everything of a name or label, the program by its own; raises `UnknownName` with the nearest."""
    if name.casefold() == PROGRAM:
        return (Citation(PROGRAM, "program", ("", ""), (), program_work(laboratory), "cite it for whatever it computes"),)
    looked: dict[str, Grounds] = {}
    found = []
    for thing in things_named(laboratory, name):
        grounds = {} if thing.noun == WORLD else grounds_of(laboratory, thing)
        cited = tuple(
            Cited(work_of(laboratory, key), role, looked.setdefault(key, resting_on(laboratory, key)))
            for role, keys in grounds.items()
            for key in keys
        )
        label = str(thing.row.get("en") or ""), str(thing.row.get("zh") or "")
        note = "" if cited else _without(laboratory, thing)
        shown = f"world {thing.name}" if thing.noun == WORLD else thing.name
        found.append(Citation(shown, thing.kind, label, cited, program_work(laboratory), note))
    return tuple(found)


def _without(laboratory: Laboratory, thing: Thing) -> str:
    """Why nothing but the program can be cited: a number is assumed, or the thing is the program's own word."""
    group = [each for each in laboratory.model.quantities.values() if thing.name in (each.name, each.base)]
    said = next((each.source_text for each in group if each.source_text), "")
    return said if said and thing.noun in OF_MODEL else OWN


def work_of(laboratory: Laboratory, key: str) -> Work:
    """A source of the record as a work; a page of no author is its publisher's."""
    source = laboratory.record.source(key)
    return Work(
        key=key,
        title=source.title,
        author=source.publisher,
        dated=source.date,
        url=source.url,
        grade=source.grade,
        relay=source.relay,
    )


def program_work(laboratory: Laboratory) -> Work:
    """This program as a work, by its own metadata, with the model and the record that it computes from."""
    try:
        known = metadata(PROGRAM)
        version, author, summary = known["Version"], known["Author"], known["Summary"]
    except PackageNotFoundError:
        version, author, summary = "not installed", "", ""
    record = laboratory.record.fingerprint
    return Work(
        key=PROGRAM,
        title=PROGRAM,
        author=author or f"{PROGRAM} contributors",
        dated="",
        url="",
        grade="",
        version=version,
        about=f"{summary}; model {laboratory.model.fingerprint[:12]}, record {record[:12]}",
    )


def every_work(found: Iterable[Citation]) -> tuple[Work, ...]:
    """The works of several citations, each once."""
    return tuple({work.key: work for each in found for work in each.works}.values())
