"""What if regimes had left history in another year? The same files and the same tests, with one date moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dualtrack.lab.runs.regime_file import Written
from dualtrack.language.scenario import SMALL, Path, Regime
from dualtrack.language.statements.claim_test import ClaimTest

Kind = TypeVar("Kind")
DATED = ("year", "since")
"""The fields of a test that hold a year."""


def parted(file: Written, year: float) -> Written:
    """A regime that leaves its base in another year; what the file dates otherwise keeps its date."""
    start = file.parts_at
    if start is None:
        return file
    return replace(file, parts_at=year, levers=_begun(file.levers, start, year))


def moved(regime: Regime, year: float) -> Regime:
    """A regime that is a value, leaving history in another year; what is dated otherwise keeps its date."""
    if regime.parts_at is None:
        return regime
    return replace(regime, parts_at=year, paths=_begun(regime.paths, regime.parts_at, year))


def dated(test: ClaimTest, old: float, new: float) -> ClaimTest:
    """A test whose every reading and cut of one year stands in another."""
    return _dated(test, old, new)


def _begun(paths: Mapping[str, Path], start: float, year: float) -> dict[str, Path]:
    """Paths of which those that begin with the parting begin in another year."""
    return {name: _from(path, year) if abs(path.points[0][0] - start) <= SMALL else path for name, path in paths.items()}


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
