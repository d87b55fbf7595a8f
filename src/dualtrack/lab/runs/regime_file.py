"""A regime as a user writes it: one small TOML file, read key by key, every fault named with its file and line.

name = "half_open"
label = { en = "Half open", zh = "半开放" }              # or label = "Half open": one language does for both
doc = { en = "What it stands for.", zh = "它代表什么。" }
base = "history"
parts_at = 2026.9

[levers]
tariff = 0.5                                             # from parts_at on
quota = [[2027.0, 0.3], [2030.0, 0.5]]                   # steps
subsidy = { ramp = [[2026.9, 0.06], [2032.0, 0.3]] }

A file says with `edition = 2` for which edition of the theory it was written, the first unless it does. A regime whose content
changed says what, as `changed = { en = "...", zh = "..." }`, and a file of an earlier edition that rests on it is told.
A lever that the model declares as `dated` may stand above, as a key with the year from which it is on: `embargo = 2030.0`.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from dualtrack.errors import RegimeError, brief, nearest, shorten
from dualtrack.evidence.dates import decimal_year
from dualtrack.files.toml_lines import Place, key_lines, line_of
from dualtrack.files.user_file import read_toml
from dualtrack.language.declaration import Label
from dualtrack.language.scenario import SMALL, Path

KEYS = ("name", "label", "doc", "base", "parts_at", "levers", "edition", "changed")
LANGUAGES = ("en", "zh")
LONGEST_NAME = 80
"""Characters: a name becomes a folder's, and a column's head."""
LONGEST_LABEL = 200
LONGEST_DOC = 4000
Span = tuple[float, float]
"""The first and the last year that a run may cover."""


@dataclass(frozen=True, slots=True)
class Written:
    """A regime file after reading, before its base is known; `dated` holds years of levers, `lines` the line of each key.

    A regime of a study stands `inside` a table of a larger file.
    """

    file: str
    lines: dict[Place, int]
    name: str
    label: Label
    doc: Label
    base: str
    parts_at: float | None
    levers: dict[str, Path]
    dated: dict[str, float]
    edition: int = 1
    changed: Label = ("", "")
    inside: Place = ()

    def where(self, *place: str) -> str:
        """File, line and key."""
        return _where(self.file, self.lines, (*self.inside, *place))


@dataclass(frozen=True, slots=True)
class RegimeTable:
    """A parsed table of a `file`: hands out checked values, and refuses with the place of the key.

    `lines` are those of the file's keys, `span` the years that a run may cover, `inside` the keys that lead to the table, none
    for a file that is a regime.
    """

    table: Mapping[str, Any]
    file: str
    lines: dict[Place, int]
    span: Span | None = None
    inside: Place = ()

    def refuse(self, what: str, place: Place, fix: str, near: str = "") -> RegimeError:
        """The refusal of a key at its `place` in the table."""
        return RegimeError(what, where=_where(self.file, self.lines, (*self.inside, *place)), near=near, fix=fix)

    def text(self, key: str) -> str:
        """A text that says something; else raises `RegimeError`."""
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"`{key}` must be a text", (key,), fix=f'write {key} = "..."')
        return value

    def words(self, key: str, most: int) -> Label:
        """A text per language, or one for both, in one line where it is short enough to be a label; else raises `RegimeError`."""
        value = self.table.get(key)
        fix = f'write {key} = "...", or {key} = {{ en = "...", zh = "..." }}'
        if isinstance(value, str) and value.strip():
            value = dict.fromkeys(LANGUAGES, value)
        if not isinstance(value, dict) or not value or not all(isinstance(each, str) for each in value.values()):
            raise self.refuse(f"`{key}` must be a text, or one in English and one in Chinese", (key,), fix=fix)
        if not set(value) <= set(LANGUAGES) or not all(each.strip() for each in value.values()):
            near = ", ".join(sorted(set(value) - set(LANGUAGES)))
            raise self.refuse(f"`{key}` must be in English, Chinese or both, and in nothing else", (key,), fix=fix, near=near)
        for language, each in value.items():
            self._check_length(each, (key, language), most)
        only = next(iter(value.values()))
        return value.get("en", only), value.get("zh", only)

    def doc(self) -> Label:
        """What the regime stands for: one text for both languages, a text for each, or nothing at all."""
        value = self.table.get("doc")
        if value is None:
            return "", ""
        return self.words("doc", LONGEST_DOC)

    def edition(self) -> int:
        """For which edition of the theory the file was written, the first unless said; raises `RegimeError` for no number."""
        value = self.table.get("edition", 1)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.refuse(f"`edition` holds {brief(value)}", ("edition",), fix="write the number of the edition, such as 2")
        return value

    def changed(self) -> Label:
        """What the regime holds since its edition that it did not before."""
        return self.words("changed", LONGEST_DOC) if "changed" in self.table else ("", "")

    def _check_length(self, text: str, place: Place, most: int) -> None:
        if len(text) > most:
            raise self.refuse(f"`{'.'.join(place)}` has {len(text)} characters", place, fix=f"say it in {most} at most")
        if most <= LONGEST_LABEL and re.search(r"[\t\n]", text):
            raise self.refuse(f"`{'.'.join(place)}` holds a tab or a second line", place, fix="write it in one line")

    def year(self, key: str) -> float | None:
        return None if key not in self.table else self.date(self.table[key], (key,))

    def date(self, value: object, place: Place) -> float:
        """A year in which a run can be; raises `RegimeError` for another, and for a calendar date with the year that it is."""
        if isinstance(value, datetime.date):
            raise self.refuse(f"`{place[-1]}` holds {brief(value)}", place, fix=f"write the year: {decimal_year(value):.4f}")
        year = self.number(value, place)
        if self.span is not None and not self.span[0] - SMALL <= year < self.span[1] - SMALL:
            first, last = self.span
            raise self.refuse(
                f"`{place[-1]}` is dated {year:.10g}, when no run can be",
                place,
                fix=f"give a year from {first:g} up to, not including, {last:g}",
            )
        return year

    def number(self, value: object, place: Place) -> float:
        """A finite number; raises `RegimeError` for what only reads like one."""
        try:
            found = float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else math.nan
        except OverflowError:
            found = math.nan
        if not math.isfinite(found):
            raise self.refuse(f"`{place[-1]}` holds {brief(value)}, which is no finite number", place, fix="give a finite number")
        return found + 0.0


def read_regime(file: File, span: Span | None = None, dated: Sequence[str] = ()) -> Written:
    """Read one file; levers' names and ranges, and the base, are checked where the model is known.

    With a `span`, the years that a run may cover, every date outside it is refused: it could never act. `dated` names the levers
    of which a file may give the date alone. Raises `RegimeError` with file, line and key.
    """
    table, text = read_toml(file, "regime file", RegimeError)
    sheet = RegimeTable(table, str(file), key_lines(text), span)
    return regime_in(sheet, _name(sheet), dated)


def regime_in(sheet: RegimeTable, name: str, dated: Sequence[str] = ()) -> Written:
    """The regime of a parsed table under a `name`; raises `RegimeError` as `read_regime` does."""
    keys = KEYS if not sheet.inside else tuple(key for key in KEYS if key != "name")
    known = (*keys, *(name for name in dated if name not in keys))
    for key in sheet.table:
        if key not in known:
            near = nearest(key, known)
            raise sheet.refuse(f"`{shorten(key)}` is no key of a regime", (key,), near=near, fix="one of " + ", ".join(known))
    parts_at = sheet.year("parts_at")
    dates = _dates(sheet, known[len(keys) :], parts_at)
    return Written(
        file=sheet.file,
        lines=sheet.lines,
        name=name,
        label=sheet.words("label", LONGEST_LABEL),
        doc=sheet.doc(),
        base=sheet.text("base"),
        parts_at=parts_at,
        levers=_levers(sheet, parts_at, dates),
        dated=dates,
        edition=sheet.edition(),
        changed=sheet.changed(),
        inside=sheet.inside,
    )


def _dates(sheet: RegimeTable, names: Sequence[str], parts_at: float | None) -> dict[str, float]:
    """The years of levers of which the date alone is given, none before the regime parts."""
    years = {name: year for name in names if (year := sheet.year(name)) is not None}
    for name, year in years.items():
        if parts_at is not None and year < parts_at - SMALL:
            raise sheet.refuse(
                f"`{name}` is {year:g}, before `parts_at` {parts_at:g}", (name,), fix="let it come at or after that year"
            )
    return years


def _name(sheet: RegimeTable) -> str:
    return check_name(sheet, sheet.text("name"), ("name",))


def check_name(sheet: RegimeTable, name: str, place: Place = ()) -> str:
    """A name that a folder and a column can bear; raises `RegimeError` for another."""
    if not re.fullmatch(r"\w[\w-]*", name) or len(name) > LONGEST_NAME:
        raise sheet.refuse(
            f"`{shorten(name)}` cannot name a regime",
            place,
            fix=f"use letters, digits, _ and - only, {LONGEST_NAME} at most, and no - in front",
        )
    return name


def _levers(sheet: RegimeTable, parts_at: float | None, dates: Mapping[str, float]) -> dict[str, Path]:
    table = sheet.table.get("levers", {})
    if not isinstance(table, dict):
        raise sheet.refuse("`levers` must be a table", ("levers",), fix="write [levers] on a line, then one lever per line")
    if not table:
        return {}
    if parts_at is None:
        raise sheet.refuse(
            "the regime sets levers and has no `parts_at`",
            () if sheet.inside else ("name",),
            fix="say from which year it leaves its base",
        )
    for name in dates:
        if name in table:
            raise sheet.refuse(f"`{name}` is dated and set as a lever too", ("levers", name), fix="keep one of them")
    return {lever: _path(sheet, lever, entry, parts_at) for lever, entry in table.items()}


def _path(sheet: RegimeTable, lever: str, entry: Any, parts_at: float) -> Path:
    place = ("levers", lever)
    match entry:
        case {"ramp": list(points), **others} if not others:
            path = _points(sheet, place, points, ramp=True)
        case list(points):
            path = _points(sheet, place, points, ramp=False)
        case dict():
            inner = next(iter(entry), "")
            raise sheet.refuse(
                f"lever `{lever}` holds a table that is no ramp",
                place,
                near=f'"{lever}.{inner}"' if inner else "",
                fix="write { ramp = [[year, value], ...] }, and a lever with a dot in its name in quotes",
            )
        case value:
            path = Path(((parts_at, sheet.number(value, place)),))
    if path.points[0][0] < parts_at - SMALL:
        raise sheet.refuse(
            f"lever `{lever}` is set in {path.points[0][0]:g}, before `parts_at` {parts_at:g}",
            place,
            fix="set it later, or let the regime part earlier",
        )
    return path


def _points(sheet: RegimeTable, place: Place, points: list[Any], ramp: bool) -> Path:
    pairs = []
    for point in points:
        if not isinstance(point, list) or len(point) != len(("year", "value")):
            raise sheet.refuse(f"lever `{place[-1]}` holds {brief(point)}, which is no date", place, fix="write [year, value]")
        pairs.append((sheet.date(point[0], place), sheet.number(point[1], place)))
    try:
        return Path(tuple(pairs), ramp)
    except RegimeError as error:
        raise sheet.refuse(f"lever `{place[-1]}`: {error.what}", place, fix=error.fix) from None


def _where(file: str, lines: dict[Place, int], place: Place) -> str:
    line, key = line_of(lines, place), shorten(place[-1] if place else "")
    return f"{file}:{line} {key}" if line is not None else f"{file} {key}"
