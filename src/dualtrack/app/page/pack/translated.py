"""What the theory and the record say in English alone, beside its Chinese: one table of translations, by the English text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dualtrack.errors import DuplicateName, NoMeaning
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import frozen


def told(text: str) -> Label:
    """A text in both languages; the second is empty where no one has translated it, or the English has changed since."""
    said = normal(text)
    return said, translations().get(said, "")


def titled(title: str) -> Label:
    """A source's title in both languages, piece by piece where it lists several; the second empty unless all are translated."""
    pieces = [told(piece) for piece in title.split("; ")]
    chinese = [each for _, each in pieces]
    return normal(title), "；".join(chinese) if all(chinese) else ""


def normal(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


@cache
def translations() -> Mapping[str, str]:
    """Chinese by English, from every table of translations; raises for a text translated twice, or into nothing."""
    found: dict[str, str] = {}
    folder = files("dualtrack.app.page").joinpath("translations")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        for english, chinese in (pair for table in tables.values() for pair in table.items()):
            if found.setdefault(english, chinese) != chinese:
                raise DuplicateName(f"`{english[:60]}` is translated twice", where=file.name, fix="keep one")
            if not isinstance(chinese, str) or not chinese:
                raise NoMeaning(f"`{english[:60]}` is translated into nothing", where=file.name, fix="write the Chinese")
    return frozen(found)
