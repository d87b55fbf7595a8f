"""Two answers to one question beside each other: what is shipped, what a study makes of it, and the difference.

An answer is data as JSON holds it. Its parts are found again by what they are called: an entry of a list by its names, its year
and its threshold, not by its place, so that a ranking that changes order still pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed

Leaf = float | str | bool | None
Path = tuple[str, ...]
NAMING = ("year", "threshold", "check", "world", "seen", "from", "to")
"""Keys whose numbers say which entry of a list it is."""
UNNAMING = ("unit", "group", "kind", "label", "role", "relation", "why", "says")
"""Keys whose words do not tell one entry of a list from another; nor does what is asked, which may differ."""
TEXTS = ("text", "en", "zh")
"""Last words of keys under which prose stands: no part of an answer that could differ, and no name."""
SHORT = 60
"""Letters of a text that may be a name."""


@dataclass(frozen=True, slots=True)
class PartBeside:
    """One part of both answers by its `place`: what is `shipped`, what is `mine`, in a `unit` where it is told."""

    place: Path
    shipped: Leaf
    mine: Leaf
    unit: str = ""

    @property
    def difference(self) -> float | None:
        """Mine less shipped; none where one of them is no number."""
        return self.mine - self.shipped if _is_number(self.mine) and _is_number(self.shipped) else None  # type: ignore[operator]


@dataclass(frozen=True, slots=True, repr=False)
class AnswersBeside(Printed):
    """The parts that differ between two answers, `moved`, how many are the `same`, and the places that stand in one `alone`."""

    moved: tuple[PartBeside, ...]
    same: int
    alone: tuple[Path, ...]

    def __post_init__(self) -> None:
        freeze_fields(self)

    def to_rows(self) -> list[dict[str, Any]]:
        """The parts that differ: place, shipped, mine, difference and unit."""
        return [
            {
                "place": " / ".join(each.place),
                "shipped": each.shipped,
                "mine": each.mine,
                "difference": each.difference,
                "unit": each.unit,
            }
            for each in self.moved
        ]

    def printed_title(self) -> str:
        return f"Beside what is shipped: {len(self.moved)} parts differ, {self.same} are the same"


def beside(shipped: Mapping[str, Any], mine: Mapping[str, Any], keys: Sequence[str] = ()) -> AnswersBeside:
    """The parts of two answers that stand under any of the `keys`, all where none is given, paired by their places."""
    one, other = (dict(_leaves(each, (), "", frozenset(keys))) for each in (shipped, mine))
    places = [place for place in other if place in one and _is_asked(place, keys)]
    pairs = [PartBeside(place, one[place][0], other[place][0], other[place][1]) for place in places]
    moved = tuple(each for each in pairs if each.shipped != each.mine)
    alone = tuple(
        place for place in dict.fromkeys((*one, *other)) if (place in one) != (place in other) and _is_asked(place, keys)
    )
    return AnswersBeside(moved, len(pairs) - len(moved), alone)


def _leaves(value: Any, place: Path, unit: str, asked: frozenset[str]) -> Iterator[tuple[Path, tuple[Leaf, str]]]:
    match value:
        case Mapping():
            here = value.get("unit", unit)
            for key, inner in value.items():
                if key != "unit" and not _is_prose(key):
                    yield from _leaves(inner, (*place, key), here if isinstance(here, str) else unit, asked)
        case list() | tuple():
            for name, inner in _named(value, asked):
                yield from _leaves(inner, (*place, name), unit, asked)
        case _:
            yield place, (value, unit)


def _named(entries: Sequence[Any], asked: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """The entries of a list, each under a name that is its own."""
    names, seen = [_name(each, asked) for each in entries], Counter[str]()
    for place, (name, entry) in enumerate(zip(names, entries, strict=True)):
        seen[name] += 1
        yield (f"{name} ({seen[name]})" if name and seen[name] > 1 else name or str(place)), entry


def _name(entry: Any, asked: frozenset[str]) -> str:
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, Mapping):
        return ""
    words = [
        value
        for key, value in entry.items()
        if isinstance(value, str) and key not in asked.union(UNNAMING) and not _is_prose(key) and len(value) <= SHORT
    ]
    numbers = [f"{key} {entry[key]:g}" for key in NAMING if key not in asked and _is_number(entry.get(key))]
    return ", ".join((*words, *numbers))


def _is_prose(key: str) -> bool:
    return key.rpartition("_")[2] in TEXTS


def _is_asked(place: Path, keys: Sequence[str]) -> bool:
    return not keys or any(key in place for key in keys)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
