"""What worlds must match to be kept, bound from the laboratory; apart from it, so that a single run loads no arrays."""

from __future__ import annotations

from dualtrack.app.bind import CLOCK, PAST, Laboratory
from dualtrack.lab.accept import Matching
from dualtrack.lab.figure import figures
from dualtrack.language.tilt import tilted


def matching(laboratory: Laboratory, tilt: str = "agnostic") -> Matching:
    """What worlds drawn under a tilt must match: the past as it was, and published bounds on where it leads."""
    model = tilted(laboratory.model, laboratory.tilt(tilt))
    return Matching(model, laboratory.regime(PAST), CLOCK, laboratory.targets, figures(laboratory.record), laboratory.bounds)
