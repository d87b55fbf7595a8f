"""A regime as a user writes it: one small TOML file, read key by key, every fault named with its file and line.

name = "limited_opening"
label = { en = "Limited opening", zh = "有限开放" }
doc = { en = "What it stands for.", zh = "它代表什么。" }
base = "history"
parts_at = 2026.9

[levers]
memory_access = 0.5                                      # from parts_at on
tool_access = [[2027.0, 0.3], [2030.0, 0.5]]             # steps
chip_volume_ceiling = { ramp = [[2026.9, 0.06], [2032.0, 0.3]] }
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from dualtrack.errors import RegimeError, nearest
from dualtrack.language.declare import Label
from dualtrack.language.scenario import SMALL, Path

KEYS = ("name", "label", "doc", "base", "parts_at", "levers", "cut_off")
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Written:
    """A regime file after reading, before its base is known; `lines` gives the line of each key."""

    file: str
    lines: Mapping[str, int]
    name: str
    label: Label
    doc: Label
    base: str
    parts_at: float | None
    levers: Mapping[str, Path]
    cut_off: float | None

    def where(self, key: str) -> str:
        """File, line and key."""
        return _where(self.file, self.lines, key)


class _Sheet:
    """A parsed file: hands out checked values, and refuses with the place of the key."""

    def __init__(self, file: File) -> None:
        try:
            text = file.read_text(encoding="utf-8")
            self.table: dict[str, Any] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RegimeError(
                f"the regime file is not TOML: {error}", where=str(file), fix="compare it with a regime that is shipped"
            ) from None
        except OSError as error:
            raise RegimeError(
                f"the regime file cannot be read: {error.strerror}", where=str(file), fix="check the path"
            ) from None
        self.file = str(file)
        keys = ((re.match(r'\s*"?([A-Za-z0-9_.-]+)"?\s*=', line), number) for number, line in enumerate(text.splitlines(), 1))
        self.lines = {found[1]: number for found, number in keys if found}

    def refuse(self, what: str, key: str, fix: str, near: str = "") -> RegimeError:
        return RegimeError(what, where=_where(self.file, self.lines, key), near=near, fix=fix)

    def text(self, key: str) -> str:
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"`{key}` must be a text", key, fix=f'write {key} = "..."')
        return value

    def words(self, key: str) -> Label:
        value = self.table.get(key)
        if (
            not isinstance(value, dict)
            or set(value) != set(LANGUAGES)
            or not all(isinstance(v, str) and v for v in value.values())
        ):
            raise self.refuse(f"`{key}` must be in English and Chinese", key, fix=f'write {key} = {{ en = "...", zh = "..." }}')
        return value["en"], value["zh"]

    def year(self, key: str) -> float | None:
        return None if key not in self.table else self.number(self.table[key], key)

    def number(self, value: object, key: str) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.refuse(f"`{key}` holds {value!r}, which is no number", key, fix="give a finite number")
        return float(value)


def read_regime(file: File) -> Written:
    """Read one file; levers' names and ranges, and the base, are checked where the model is known."""
    sheet = _Sheet(file)
    for key in sheet.table:
        if key not in KEYS:
            raise sheet.refuse(f"`{key}` is no key of a regime", key, near=nearest(key, KEYS), fix="one of " + ", ".join(KEYS))
    parts_at, cut_off = sheet.year("parts_at"), sheet.year("cut_off")
    if cut_off is not None and parts_at is not None and cut_off < parts_at - SMALL:
        raise sheet.refuse(
            f"`cut_off` is {cut_off:g}, before `parts_at` {parts_at:g}", "cut_off", fix="let it come at or after that year"
        )
    name, doc = sheet.text("name"), sheet.table.get("doc", "")
    if not re.fullmatch(r"[\w-]+", name):
        raise sheet.refuse(f"`{name}` cannot name a regime", "name", fix="use letters, digits, _ and - only")
    return Written(
        file=sheet.file,
        lines=sheet.lines,
        name=name,
        label=sheet.words("label"),
        doc=(doc, doc) if isinstance(doc, str) else sheet.words("doc"),
        base=sheet.text("base"),
        parts_at=parts_at,
        levers=_levers(sheet, parts_at),
        cut_off=cut_off,
    )


def _levers(sheet: _Sheet, parts_at: float | None) -> dict[str, Path]:
    table = sheet.table.get("levers", {})
    if not isinstance(table, dict):
        raise sheet.refuse("`levers` must be a table", "levers", fix="write [levers] on a line, then one lever per line")
    if not table:
        return {}
    if parts_at is None:
        raise sheet.refuse("the regime sets levers and has no `parts_at`", "name", fix="say from which year it leaves its base")
    return {lever: _path(sheet, lever, entry, parts_at) for lever, entry in table.items()}


def _path(sheet: _Sheet, lever: str, entry: object, parts_at: float) -> Path:
    match entry:
        case {"ramp": list(points), **others} if not others:
            path = _points(sheet, lever, points, ramp=True)
        case list(points):
            path = _points(sheet, lever, points, ramp=False)
        case dict():
            raise sheet.refuse(f"lever `{lever}` holds a table that is no ramp", lever, fix="{ ramp = [[year, value], ...] }")
        case value:
            path = Path(((parts_at, sheet.number(value, lever)),))
    if path.points[0][0] < parts_at - SMALL:
        raise sheet.refuse(
            f"lever `{lever}` is set in {path.points[0][0]:g}, before `parts_at` {parts_at:g}",
            lever,
            fix="set it later, or let the regime part earlier",
        )
    return path


def _points(sheet: _Sheet, lever: str, points: list[object], ramp: bool) -> Path:
    pairs = []
    for point in points:
        if not isinstance(point, list) or len(point) != len(("year", "value")):
            raise sheet.refuse(f"lever `{lever}` holds {point!r}, which is no date", lever, fix="write [year, value]")
        pairs.append((sheet.number(point[0], lever), sheet.number(point[1], lever)))
    try:
        return Path(tuple(pairs), ramp)
    except RegimeError as error:
        raise sheet.refuse(f"lever `{lever}`: {error.what}", lever, fix=error.fix) from None


def _where(file: str, lines: Mapping[str, int], key: str) -> str:
    return f"{file}:{lines[key]} {key}" if key in lines else f"{file} {key}"
