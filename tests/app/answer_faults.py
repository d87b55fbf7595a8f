"""What is wrong with the shape of an answer in JSON: keys, languages, numbers without a unit or as texts."""

import re
from collections.abc import Iterator
from typing import Any

from dualtrack.app.cli import COMMANDS
from dualtrack.app.output.json_answer import VERSION

WORD = re.compile(r"\S+")
TEXTS = {
    "name",
    "version",
    "element",
    "id",
    "prior",
    "key",
    "date",
    "set",
    "there",
    "formula",
    "formulas",
    "here",
    "path",
    "day",
    "program",
    "title",
    "unit",
    "publisher",
}
"""Keys whose text may look like a number: names, dates, versions, what a user wrote, and what two passports say of one entry."""


def faults(name: str, found: Any) -> Iterator[str]:
    """What is wrong with the shape of an answer."""
    command = name.partition("-")[0] if name not in COMMANDS else name
    if list(found)[:4] != ["schema", "version", "origin", "units"]:
        yield f"it opens with {list(found)[:4]}"
        return
    if found["schema"] != f"dualtrack/{command}" or found["version"] != VERSION:
        yield f"it is {found['schema']} {found['version']}"
    if (
        set(found["origin"]) - {"study"} != {"program", "model", "record", "seed", "worlds"}
        or len(found["origin"]["model"]) != 64
    ):
        yield f"its origin is {found['origin']}"
    body = {key: value for key, value in found.items() if key not in ("schema", "version", "origin", "units")}
    yield from _faults(body, found["units"], ())


def _faults(value: Any, units: dict[str, str], place: tuple[str, ...], unit: bool = False) -> Iterator[str]:
    match value:
        case dict():
            yield from (f"{place}: key `{key}`" for key in value if not WORD.fullmatch(key) or key.endswith(("_en", "_zh")))
            if {"en", "zh"} & set(value) and set(value) != {"en", "zh"}:
                yield f"{place}: languages beside {set(value)}"
            known = unit or "unit" in value
            for key, inner in value.items():
                yield from _faults(inner, units, (*place, key), known or key in units or f"{key}_unit" in value)
        case list():
            for inner in value:
                yield from _faults(inner, units, place, unit)
        case str():
            if re.fullmatch(r"[-+−]?[0-9.]+(e-?[0-9]+)?", value) and not _is_words(place):
                yield f"{place}: the number {value} is a text"
        case bool() | None:
            return
        case _:
            if not unit:
                yield f"{place}: no unit"


def _is_words(place: tuple[str, ...]) -> bool:
    """Whether a text at this place is words, whatever it looks like: a name, a unit, or a line that is told to a person."""
    return place[-1] in TEXTS or place[-1].endswith("_unit") or "told" in place
