"""What if regimes had left history in another year? The same files and the same tests, with one date moved."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dualtrack.lab.regime_file import Written
from dualtrack.language.claim_test import ClaimTest
from dualtrack.language.scenario import SMALL, Path

Kind = TypeVar("Kind")
DATED = ("year", "since")
"""The fields of a test that hold a year."""


def parted(file: Written, year: float) -> Written:
    """A regime that leaves its base in another year; what the file dates otherwise keeps its date."""
    start = file.parts_at
    if start is None:
        return file
    levers = {name: _from(path, year) if abs(path.points[0][0] - start) <= SMALL else path for name, path in file.levers.items()}
    return replace(file, parts_at=year, levers=levers)


def dated(test: ClaimTest, old: float, new: float) -> ClaimTest:
    """A test whose every reading and cut of one year stands in another."""
    return _dated(test, old, new)


def _from(path: Path, year: float) -> Path:
    later = tuple(point for point in path.points[1:] if point[0] > year)
    return Path(((year, path.points[0][1]), *later), path.ramp)


def _dated(each: Kind, old: float, new: float) -> Kind:
    if isinstance(each, tuple):
        return type(each)(_dated(part, old, new) for part in each)
    if not is_dataclass(each) or isinstance(each, type):
        return each
    changes = {}
    for place in fields(each):
        value = getattr(each, place.name)
        is_that_year = place.name in DATED and value is not None and abs(value - old) <= SMALL
        changes[place.name] = new if is_that_year else _dated(value, old, new)
    return replace(each, **changes)
