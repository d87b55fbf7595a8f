"""Worlds of a laboratory: many, those of them that history leaves, or a single one by its number."""

from __future__ import annotations

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accepted_worlds
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.language.model import Model
from dualtrack.language.tilt import tilted


def worlds_of(laboratory: Laboratory, count: int, seed: int, tilt: str = "", *, accepted: bool = False) -> Worlds:
    """So many worlds drawn under a tilt, the first one unless named; with `accepted`, those of them that history leaves."""
    if accepted:
        return accepted_worlds(matching(laboratory, tilt), count, seed).worlds
    return draw(_leaning(laboratory, tilt), count, seed)


def one_world(laboratory: Laboratory, number: int, seed: int, tilt: str = "") -> dict[str, float]:
    """The uncertain numbers, by name, that any draw with this seed and prior gives the world of a number."""
    return draw(_leaning(laboratory, tilt), 1, seed, number).world(0)


def world_alone(laboratory: Laboratory, number: int | None, seed: int, tilt: str = "") -> Worlds:
    """The one world of a number, as any draw with this seed and prior has it; the nominal one where there is no number."""
    if number is None:
        return nominal(laboratory.model)
    return draw(_leaning(laboratory, tilt), 1, seed, number)


def _leaning(laboratory: Laboratory, tilt: str) -> Model:
    return tilted(laboratory.model, laboratory.tilt(tilt) if tilt else laboratory.theory.tilts[0])
