"""On which line does a key of a TOML file stand? For texts that the parser took: quoted, dotted and tabled keys alike."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

Place = tuple[str, ...]
"""The keys that lead to a value, from the outside in: ("levers", "memory_access")."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
ASSIGNMENT = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'|#[^\n]*|[\n\[\]{}]|[^\"'#\n\[\]{}]+",
    re.DOTALL,
)
"""What a value may be made of: the strings first, since brackets and marks inside them mean nothing."""


def key_lines(text: str) -> dict[Place, int]:
    """The line of every key that begins a line, and of every table's header; keys inside a value stand where it begins.

    The tables of an array, each under a header in two brackets, stand under their numbers: ("observations", "0", "value").
    """
    found: dict[Place, int] = {}
    table: Place = ()
    counts: Counter[Place] = Counter()
    for start, line in _statements(text):
        if (header := HEADER.match(text, start)) is not None:
            table = _parts(header[2])
            found.setdefault(table, line)
            if header[1] == "[[":
                counts[table] += 1
                table = (*table, str(counts[table] - 1))
                found[table] = line
        elif (assignment := ASSIGNMENT.match(text, start)) is not None:
            keys = _parts(assignment[1])
            for depth in range(1, len(keys) + 1):
                found.setdefault((*table, *keys[:depth]), line)
    return found


def line_of(lines: dict[Place, int], place: Place) -> int | None:
    """The line of a key, or of the nearest key around it; None where neither stands on one."""
    return next((lines[place[:depth]] for depth in range(len(place), 0, -1) if place[:depth] in lines), None)


def header_of(line: str) -> Place | None:
    """The table that a line opens, by its keys; None for any other line, and for a header in two brackets."""
    found = HEADER.match(line)
    return _parts(found[2]) if found is not None and found[1] == "[" else None


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins that is not inside a value, and its number."""
    depth, line = 0, 1
    yield 0, line
    for token in TOKEN.finditer(text):
        line += token[0].count("\n")
        match token[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
            case "\n" if depth == 0:
                yield token.end(), line


def _parts(dotted: str) -> Place:
    """The keys of a dotted key, without their quotes."""
    inner, found = tomllib.loads(f"{dotted} = 0"), []
    while isinstance(inner, dict):
        ((key, inner),) = inner.items()
        found.append(key)
    return tuple(found)
