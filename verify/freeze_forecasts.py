"""Freeze the theory's forecasts: `python -m verify.freeze_forecasts 2026-11-30` writes the sealed file and says its seal.

It draws worlds by the full record first, which takes minutes. A registry that stands is never written over.
"""

import sys
from datetime import date

from dualtrack.app.bind import bind
from dualtrack.lab.confront import draw_by_record
from dualtrack.lab.forecasts.freeze_forecasts import SEED, FreezeRequest, freeze_forecasts
from dualtrack.lab.forecasts.sealed_registry import read_registry, sealed_text

DRAWN = 2000
"""Worlds in each of the two draws by the full record."""


def main(day: str) -> None:
    """Write the file, once, and print what the theory must be told."""
    laboratory = bind()
    place = laboratory.theory.foretold.registry
    assert place is not None
    assert not place.exists(), f"{place} is frozen: a new freeze needs a file of its own"
    drawn = draw_by_record(laboratory, DRAWN, SEED).worlds
    place.write_text(
        sealed_text(freeze_forecasts(laboratory, FreezeRequest(date.fromisoformat(day), drawn=drawn))), encoding="utf-8"
    )
    sys.stdout.write(f"SEAL = {read_registry(place).seal!r}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
