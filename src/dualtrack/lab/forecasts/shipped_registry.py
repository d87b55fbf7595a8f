"""The registry that comes with a theory, held beside the seal that the theory states, and scored by record and rows."""

from __future__ import annotations

from pathlib import Path as File

from dualtrack.errors import RecordError
from dualtrack.lab.forecasts.score_forecasts import ScoreCard, score_forecasts
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry, read_registry
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.theory import Theory


def registry_of(theory: Theory) -> ForecastRegistry:
    """The frozen forecasts of a theory; raises `RecordError` where it has none, or where the file is not the one sealed."""
    place = theory.foretold.registry
    if place is None:
        raise RecordError(
            f"theory `{theory.name}` has frozen no forecasts", fix="freeze some: Theory(..., foretold=Foretold(questions, file))"
        )
    return read_registry(place, theory.foretold.seal)


def score_of(laboratory: Laboratory, registry: File | None, seed: int) -> ScoreCard:
    """Score the theory's registry, or another one, by the record, with a user's rows where any were added to it.

    Raises `RecordError` for a registry that is not the one sealed, and where the theory has frozen none.
    """
    record = laboratory.record
    found = registry_of(laboratory.theory) if registry is None else read_registry(registry)
    return score_forecasts(found, record.observations, record.series, seed)
