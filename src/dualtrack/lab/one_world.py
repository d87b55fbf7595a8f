"""One drawn world by its number: the numbers that any draw with its seed and prior gives it."""

from __future__ import annotations

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.tilt import tilted


def one_world(laboratory: Laboratory, number: int, seed: int, tilt: str = "") -> dict[str, float]:
    """Every uncertain number by name; `tilt` is the first one unless named."""
    chosen = laboratory.tilt(tilt) if tilt else laboratory.theory.tilts[0]
    return draw(tilted(laboratory.model, chosen), 1, seed, number).world(0)
