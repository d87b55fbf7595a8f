"""One resolver from names to things: whatever the program speaks of, in any case, of whatever kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from unicodedata import normalize

from dualtrack.app.names.list_rows import KINDS, Noun, Row, rows_of
from dualtrack.app.options.world_option import world_named
from dualtrack.errors import UnknownName, nearest
from dualtrack.lab.laboratory import Laboratory

WORLD = "world"
OF_MODEL = ("quantities", "curves")
"""Nouns of what the model itself is made of."""
ROLES = ("levers", "uncertainties", "switches", "outcomes", "stocks", "flows", "auxiliaries", "constants", "histories")
"""Nouns that list some of the quantities, which are found as quantities."""


@dataclass(frozen=True)
class Thing:
    """Something with a name: its noun, its name as it is written in the house, and its row in the list of its kind."""

    noun: str
    name: str
    row: Row

    @property
    def kind(self) -> str:
        """The noun for one of them."""
        if self.noun == "claims":
            return str(self.row["kind"])
        return WORLD if self.noun == WORLD else KINDS[self.noun].one[0]


def things_named(laboratory: Laboratory, name: str) -> tuple[Thing, ...]:
    """Everything of this name or label, capitals or not, quantities first.

    A name is looked for before a label of either language; a noun in the plural stands for the word. Raises `UnknownName` with
    the nearest of every kind.
    """
    number = world_named(name)
    if number is not None:
        return (Thing(WORLD, str(number), {}),)
    every = list(things(laboratory))
    plural = KINDS[name.casefold()].one[0] if name.casefold() in KINDS else name
    sought = {_folded(name), _folded(plural)}
    found = tuple(thing for thing in every if _folded(thing.name) in sought) or _labelled(every, name)
    if not found:
        near = nearest(name, dict.fromkeys(thing.name for thing in every))
        raise UnknownName(
            f"nothing here is named `{name}`",
            near=near or nearest(name, dict.fromkeys(label for thing in every for label in _labels(thing))),
            fix="`dualtrack list names` shows every name; a world is named by its number, such as `world 3`",
        )
    targets = partial(_is_repeated, found)
    return tuple(thing for thing in found if not targets(thing))


def _labelled(every: list[Thing], label: str) -> tuple[Thing, ...]:
    """Everything of this label; of a quantity and its elements, which share one, the whole."""
    found = [thing for thing in every if _folded(label) in map(_folded, _labels(thing))]
    bases = {thing.name for thing in found}
    return tuple(each for each in found if "." not in each.name or each.name.partition(".")[0] not in bases)


def _labels(thing: Thing) -> list[str]:
    return [label for label in (_said(thing.row, "en"), _said(thing.row, "zh")) if label]


def _folded(text: str) -> str:
    """A text as it is compared: in any case, full-width letters as narrow ones, without a stop at its end."""
    return normalize("NFKC", text).casefold().strip().rstrip("。.")


def things(laboratory: Laboratory) -> Iterator[Thing]:
    """Everything that has a name, kind by kind in the order of the list."""
    for noun, kind in KINDS.items():
        if noun not in ROLES:
            yield from (Thing(noun, str(row[kind.key]), row) for row in rows_of(laboratory, noun))


def name_rows(laboratory: Laboratory) -> list[Row]:
    """Every name with the kinds of thing that it stands for, and what it is in both languages where that is said."""
    return [
        {"name": each.name, "kind": each.kind, "en": _said(each.row, "en"), "zh": _said(each.row, "zh")}
        for each in things(laboratory)
    ]


def listed(laboratory: Laboratory, noun: Noun) -> list[Row]:
    """The rows of a noun; `names` are those of every kind together, `kinds` what there is to list."""
    match noun:
        case "names":
            return name_rows(laboratory)
        case "kinds":
            return [{"kind": each, "count": len(rows_of(laboratory, each)), "meaning": KINDS[each].meaning[0]} for each in KINDS]
        case _:
            return rows_of(laboratory, noun)


def _is_repeated(found: tuple[Thing, ...], thing: Thing) -> bool:
    """Whether a target only repeats the fact of its name."""
    return thing.noun == "targets" and any(each.noun == "facts" for each in found)


def _said(row: Row, language: str) -> str:
    return str(row.get(language) or (row.get("title") or row.get("meaning") or "" if language == "en" else ""))
