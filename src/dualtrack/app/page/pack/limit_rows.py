"""What is counted of the limits of this page: facts missed, facts that prove nothing, weak sources, and what prices can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dualtrack.app.page.catalogue import Catalogue, pair
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label

Data = dict[str, Any]

WEAKEST = "C"


def limit_rows(laboratory: Laboratory, facts: Iterable[Data], words: Mapping[str, Catalogue]) -> list[Label]:
    """Each limit in both languages, the theory's own first; `facts` are the rows of the pack."""
    rows = list(facts)
    tests = [row for row in rows if row["isTest"]]
    matched, held = ([row for row in tests if row["heldOut"] == out] for out in (False, True))
    fed = [row["id"] for row in rows if not row["isTest"]]
    sources = laboratory.record.sources
    weak = [each for each in sources if each.grade == WEAKEST]
    panel = laboratory.theory.reactions
    return [
        *laboratory.theory.display.limits,
        _said(words, "limits.facts", len(matched), _reproduced(matched), len(held), _reproduced(held)),
        _said(words, "limits.facts_fed", len(fed), ", ".join(fed)),
        _said(words, "limits.unread", len(weak), len(sources)),
        *([] if panel is None else [panel.limits]),
    ]


def _reproduced(rows: Iterable[Data]) -> int:
    return sum(bool(row["nominal"]) for row in rows)


def _said(words: Mapping[str, Catalogue], key: str, *values: object) -> Label:
    english, chinese = pair(words, key)
    return english.format(*values), chinese.format(*values)
