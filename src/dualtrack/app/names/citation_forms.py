"""Works in the forms that reference managers read: BibTeX, RIS and CSL JSON; the grade of a source goes along as a note."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: rf"\{letter}" for letter in "&%$#_"},
}
IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
"""Letters that would end a braced field early or be read as a command, as addresses write them."""


@dataclass(frozen=True, slots=True)
class Work:
    """A source or the program: `dated` as exact as it says of itself, as 2024, 2024-05 or 2024-05-28, empty where it does not.

    The day on which it was read is not on record for any source; `relay` is whom it relayed, `version` and `about` are a
    program's.
    """

    key: str
    title: str
    author: str
    dated: str
    url: str
    grade: str
    relay: str = ""
    version: str = ""
    about: str = ""

    @property
    def is_program(self) -> bool:
        """Whether it is a program and no page or paper."""
        return bool(self.version)

    def to_row(self) -> dict[str, Any]:
        """All of it by name; what does not apply is empty, what is not known None."""
        return {
            "key": self.key,
            "title": self.title,
            "publisher": self.author,
            "date": self.dated,
            "url": self.url,
            "grade": self.grade,
            "relay": self.relay,
            "version": self.version,
            "about": self.about,
            "accessed": None,
        }

    def sentence(self) -> str:
        """One line to quote: who, when and what; the address stands apart."""
        version = f", version {self.version}" if self.version else ""
        return f"{self.author} ({self.dated or 'undated'}). {self.title}{version}."

    def note(self) -> str:
        """What a reader should know of it: its grade and whom it relays, or what the program was when it was asked."""
        grade = f"grade {self.grade}" if self.grade else ""
        relay = f"relays {self.relay}" if self.relay else ""
        return "; ".join(part for part in (grade, relay, self.about) if part)


def bibtex(works: Iterable[Work]) -> str:
    """An entry for each work."""
    return "\n\n".join(map(_entry, works))


def ris(works: Iterable[Work]) -> str:
    """A record for each work; a field is a line."""
    return "\n".join(line for work in works for line in _record(work))


def csl(works: Iterable[Work]) -> str:
    """A JSON array with an item for each work."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=2)


def _entry(work: Work) -> str:
    year, month, day = _parts(work.dated)
    fields = {
        "title": f"{{{{{_latex(work.title)}}}}}",
        "author": f"{{{{{_latex(work.author)}}}}}",
        "year": f"{{{year}}}" if year else "",
        "month": MONTHS[int(month) - 1] if month else "",
        "day": f"{{{int(day)}}}" if day else "",
        "url": f"{{{_address(work.url)}}}" if work.url else "",
        "version": f"{{{_latex(work.version)}}}" if work.version else "",
        "note": f"{{{_latex(work.note())}}}" if work.note() else "",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@{'software' if work.is_program else 'online'}{{{work.key},", *lines, "}"])


def _record(work: Work) -> list[str]:
    year, month, day = _parts(work.dated)
    fields = {
        "TY": "COMP" if work.is_program else "ELEC",
        "ID": work.key,
        "TI": work.title,
        "AU": work.author,
        "PY": year,
        "DA": "/".join(part for part in (year, month, day) if part) if year else "",
        "UR": work.url,
        "ET": work.version,
        "N1": work.note(),
    }
    return [*(f"{tag}  - {' '.join(value.split())}" for tag, value in fields.items() if value), "ER  - "]


def _item(work: Work) -> dict[str, Any]:
    dated = [int(part) for part in _parts(work.dated) if part]
    fields = {
        "id": work.key,
        "type": "software" if work.is_program else "webpage",
        "title": work.title,
        "author": [{"literal": work.author}],
        "issued": {"date-parts": [dated]} if dated else None,
        "URL": work.url,
        "version": work.version,
        "note": work.note(),
    }
    return {name: value for name, value in fields.items() if value}


def _parts(dated: str) -> tuple[str, str, str]:
    """Year, month and day of a date that may end early; each empty where it is not told."""
    year, month, day, *_ = [*dated.split("-"), "", "", ""]
    return year, month, day


def _latex(text: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in " ".join(text.split()))


def _address(url: str) -> str:
    return "".join(IN_ADDRESS.get(letter, letter) for letter in url)
