"""The page's own words, one catalogue per language: the same keys with the same slots in each, or none is given."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dualtrack.errors import DuplicateName, NoMeaning, OutputError
from dualtrack.language.declaration import Label

LANGUAGES = ("en", "zh")
Catalogue = Mapping[str, str]
_SLOT = re.compile(r"\{\d+\}")


def catalogues(folder: Traversable | None = None) -> dict[str, Catalogue]:
    """Every language's texts by dotted key; raises `NoMeaning` where one language lacks a key or a slot of another."""
    place = files("dualtrack.app.page").joinpath("catalogue") if folder is None else folder
    found: dict[str, Catalogue] = {language: _joined(place.joinpath(language)) for language in LANGUAGES}
    if faults := list(uneven(found)):
        raise NoMeaning("the catalogues differ: " + "; ".join(faults), where=str(place), fix="give every text in both languages")
    return found


def uneven(found: Mapping[str, Catalogue]) -> Iterator[str]:
    """What one language has and another lacks: keys, and slots inside texts."""
    for key in sorted({key for texts in found.values() for key in texts}):
        says = any(texts.get(key, "").strip() for texts in found.values())
        lacking = [language for language, texts in found.items() if key not in texts or (says and not texts[key])]
        if lacking:
            yield f"`{key}` is missing in {', '.join(lacking)}"
        elif len({frozenset(_SLOT.findall(texts[key])) for texts in found.values()}) > 1:
            yield f"`{key}` has other slots"


def pair(found: Mapping[str, Catalogue], key: str) -> Label:
    """One text in both languages; raises `NoMeaning` for a key that no catalogue holds."""
    if key not in found["en"]:
        raise NoMeaning(f"the catalogues have no text `{key}`", fix="write it in both")
    return found["en"][key], found["zh"][key]


def _joined(folder: Traversable) -> dict[str, str]:
    """The texts of a language's files, whose keys must differ."""
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise OutputError(f"the catalogue cannot be read: {error}", where=str(file), fix="correct the line") from None
        for key, text in _flat(table, "", str(file)):
            if key in texts:
                raise DuplicateName(f"the text `{key}` stands in two files", where=str(file), fix="keep one")
            texts[key] = text
    return texts


def _flat(table: Mapping[str, Any], above: str, where: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.", where)
        elif isinstance(value, str):
            yield f"{above}{key}", value
        else:
            raise NoMeaning(f"`{above}{key}` is no text", where=where, fix="write it in quotation marks")
