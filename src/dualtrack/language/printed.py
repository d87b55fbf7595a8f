"""How a large value shows itself: a title and a few lines, as plain text and as a small table for a notebook.

    @dataclass(frozen=True, repr=False)
    class Catch(Printed): ...

The fields are the lines unless the class gives others; whatever they hold, the whole stays within a screen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as Several
from dataclasses import fields, is_dataclass
from html import escape
from itertools import islice
from types import ModuleType
from typing import Any

LINES = 18
"""Lines below the title; what is more is counted."""
WIDE, NARROW = 72, 24
"""Characters of a line, and of the label in front of it."""
NAMED = 8
"""Names of a collection that are looked at; a line holds fewer."""
PAIR = 2


class Printed:
    """Gives a value its short text and its table; for classes of data with names for their fields."""

    __slots__ = ()

    def printed_title(self) -> str:
        """What it is, in a line."""
        name = name_of(self)
        return f"{type(self).__name__} `{name}`" if name else type(self).__name__

    def printed_lines(self) -> Mapping[str, object]:
        """What it holds, by label."""
        data: Any = self
        return {field.name: getattr(data, field.name) for field in fields(data) if field.repr}

    def __repr__(self) -> str:
        lines = _lines(self)
        width = max((len(label) for label, _ in lines), default=0)
        return "\n".join([_cut(self.printed_title(), WIDE + NARROW), *(f"  {label:<{width}}  {said}" for label, said in lines)])

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><th>{escape(label)}</th><td>{escape(said)}</td></tr>" for label, said in _lines(self))
        return f"<table><caption>{escape(_cut(self.printed_title(), WIDE + NARROW))}</caption>{rows}</table>"


def told(value: object) -> str:
    """Any value in a few words: a name, a number, or how many things of what name; empty where there is nothing."""
    match value:
        case Printed():
            return value.printed_title()
        case str():
            return value
        case float():
            return f"{value:g}"
        case bool() | int():
            return str(value)
        case None:
            return ""
        case (str(english), str(chinese)) if not chinese.isascii():
            return f"{english} / {chinese}"
        case Mapping() | tuple() | list() | Several():
            return _listed(value)
        case _:
            return _array(value) or _other(value)


def name_of(value: object) -> str:
    """The name by which a value goes; empty where it has none."""
    if isinstance(value, ModuleType):
        return value.__name__.rpartition(".")[2]
    found = (getattr(value, field, None) for field in ("name", "id", "key", "circuit", "claim"))
    return next((each for each in found if isinstance(each, str)), "")


def _lines(value: Printed) -> list[tuple[str, str]]:
    """The lines that say something, cut to a screen."""
    every = [(_cut(str(label), NARROW), _cut(told(held), WIDE)) for label, held in value.printed_lines().items()]
    said = [(label, text) for label, text in every if text]
    left = len(said) - LINES
    return said if left <= 0 else [*said[: LINES - 1], ("...", f"{left + 1} more")]


def _listed(values: Collection[object]) -> str:
    """How many, and the first by name; by their kind where they have none."""
    first, count = list(islice(values, NAMED)), len(values)
    if not count:
        return ""
    if all(isinstance(each, (int, float)) for each in first) and count <= NAMED:
        return " to ".join(map(told, first)) if count == PAIR else ", ".join(map(told, first))
    if all(isinstance(each, (int, float)) for each in first):
        return f"{count}: {', '.join(map(told, first))}, ..."
    if any(not name_of(each) and not isinstance(each, (str, tuple, Printed)) for each in first):
        return f"{count} of {type(first[0]).__name__}"
    return f"{count}: {', '.join(name_of(each) or told(each) for each in first)}{', ...' if count > len(first) else ''}"


def _array(value: Any) -> str:
    """An array by its lengths and its ends; a mask by how many places it marks."""
    shape, kind = getattr(value, "shape", None), getattr(value, "dtype", None)
    if not isinstance(shape, tuple) or kind is None:
        return ""
    if str(kind) == "bool":
        return f"{int(value.sum())} of {value.size} marked"
    known = value[value == value]
    ends = f", {float(known.min()):g} to {float(known.max()):g}" if known.size else ""
    return f"{' by '.join(map(str, shape)) or 'one'} of {kind}{ends}"


def _other(value: object) -> str:
    name = name_of(value)
    if is_dataclass(value) and name:
        return f"{type(value).__name__} `{name}`"
    if callable(value) and not is_dataclass(value):
        return "a function"
    return str(value)


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 4]} ..."
