"""A table of a study, key by key: checked values, and refusals that say where the key stands and what is near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from dualtrack.errors import LabError, RegimeError, StudyError, brief, nearest, shorten
from dualtrack.files.toml_lines import line_of
from dualtrack.lab.runs.regime_file import RegimeTable
from dualtrack.language.declaration import Label

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a study's file, on its `sheet`, which knows the file, its lines and the keys that lead to the table."""

    sheet: RegimeTable

    @property
    def table(self) -> Mapping[str, Any]:
        """What stands in it."""
        return self.sheet.table

    def __contains__(self, key: str) -> bool:
        return key in self.sheet.table

    def where(self, *place: str) -> str:
        """File and line of a key of the table, or of the table itself."""
        whole = (*self.sheet.inside, *place)
        return f"{self.sheet.file}:{line_of(self.sheet.lines, whole) or 1} {shorten('.'.join(whole))}"

    def refuse(self, what: str, *place: str, fix: str, near: str = "") -> StudyError:
        """The refusal of a key."""
        return StudyError(what, where=self.where(*place), near=near, fix=fix)

    @contextmanager
    def placed(self, *place: str) -> Iterator[None]:
        """What the language refuses inside is told with the place of a key, as a `StudyError`."""
        try:
            yield
        except StudyError:
            raise
        except LabError as error:
            raise StudyError(error.what, where=self.where(*place), near=error.near, fix=error.fix) from None

    def refuse_key(self, key: str, known: Iterable[str], what: str) -> StudyError:
        """The refusal of a key that has no meaning in the table."""
        names = list(known)
        return self.refuse(
            f"`{shorten(key)}` is no key of {what}", key, near=nearest(key, names), fix="one of " + ", ".join(names)
        )

    def check_keys(self, known: Iterable[str], what: str) -> None:
        """Raise `StudyError` for the first key that is none of the `known`."""
        names = list(known)
        for key in self.table:
            if key not in names:
                raise self.refuse_key(key, names, what)

    def need(self, key: str, fix: str) -> Any:
        """What stands under a key; raises `StudyError` where nothing does."""
        if key not in self.table:
            raise self.refuse(f"`{key}` is not said", fix=fix)
        return self.table[key]

    def number(self, key: str) -> float:
        """A finite number; raises `StudyError` for none."""
        value = self.need(key, f"write {key} = NUMBER")
        return self._same(key, lambda: self.sheet.number(value, (key,)))

    def year(self, key: str, first: float, last: float) -> float:
        """A year of the run, its first and its last included; raises `StudyError` for another."""
        value = self.need(key, f"write {key} = YEAR")
        year = self._same(key, lambda: self.sheet.date(value, (key,)))
        if not first <= year <= last:
            raise self.refuse(f"`{key}` is {year:.10g}, outside the run", key, fix=f"give a year from {first:g} to {last:g}")
        return year

    def text(self, key: str, fix: str) -> str:
        """A text that says something; raises `StudyError` for none."""
        value = self.need(key, fix)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"`{key}` holds {brief(value)}, which is no text", key, fix=fix)
        return value

    def word(self, key: str, known: Iterable[str]) -> str:
        """One of a few words; raises `StudyError` for another."""
        names = list(known)
        fix = "one of " + ", ".join(f'"{each}"' for each in names)
        value = self.text(key, f"write {key} = ...: {fix}")
        if value not in names:
            raise self.refuse(f"`{key}` holds {brief(value)}", key, near=nearest(value, names), fix=fix)
        return value

    def label(self, key: str, most: int) -> Label:
        """A text in one language, which does for both, or in each.

        Raises `StudyError` for none, or one of more than so many characters.
        """
        return self._same(key, lambda: self.sheet.words(key, most))

    def flag(self, key: str) -> bool:
        """Yes or no, no where nothing is said; raises `StudyError` for what is neither."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(f"`{key}` holds {brief(value)}", key, fix=f"write {key} = true, or leave it out")
        return value

    def names(self, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Different names of things that are known, none where nothing is said; raises `StudyError` for others."""
        names, value = list(known), self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refuse(f"`{key}` holds {brief(value)}", key, fix=f'write {key} = ["NAME", ...]')
        for each in value:
            if each not in names:
                raise self.refuse(
                    f"`{shorten(each)}` is no {what}", key, near=nearest(each, names), fix=f"name a {what} of the model"
                )
        if len(set(value)) < len(value):
            raise self.refuse(f"`{key}` names one {what} twice", key, fix="name each once")
        return tuple(value)

    def inner(self, key: str, fix: str) -> Entry:
        """The table under a key; raises `StudyError` where there is none."""
        return self._table(self.need(key, fix), (key,), fix)

    def each(self, key: str, fix: str) -> tuple[Entry, ...]:
        """The tables in a list; raises `StudyError` where there are none."""
        value = self.need(key, fix)
        if not isinstance(value, list) or not value:
            raise self.refuse(f"`{key}` holds {brief(value)}", key, fix=fix)
        return tuple(self._table(each, (key, str(place)), fix) for place, each in enumerate(value))

    def _table(self, value: Any, place: tuple[str, ...], fix: str) -> Entry:
        if not isinstance(value, dict):
            raise self.refuse(f"`{place[0]}` holds {brief(value)}, which is no table", *place, fix=fix)
        sheet = self.sheet
        return Entry(RegimeTable(value, sheet.file, sheet.lines, sheet.span, (*sheet.inside, *place)))

    def _same(self, key: str, read: Callable[[], Read]) -> Read:
        """What the sheet reads, its refusals as those of a study."""
        try:
            return read()
        except RegimeError as error:
            raise StudyError(error.what, where=self.where(key), near=error.near, fix=error.fix) from None
