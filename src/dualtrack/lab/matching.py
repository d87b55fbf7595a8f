"""What worlds must match to be kept, bound from a laboratory; apart from it, so that a single run loads no arrays."""

from __future__ import annotations

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.accept import SPARED, Matching
from dualtrack.lab.record.figure import figures
from dualtrack.language.tilt import tilted


def matching(laboratory: Laboratory, tilt: str = "") -> Matching:
    """What worlds must match that are drawn under a tilt, the first one unless named: the past as it was, and where it leads.

    Raises `RegimeError` where the theory holds nothing beside history.
    """
    theory = laboratory.theory
    chosen = laboratory.tilt(tilt) if tilt else theory.tilts[0]
    return Matching(
        model=tilted(laboratory.model, chosen),
        regime=laboratory.past,
        clock=theory.clock,
        targets=theory.targets,
        look=figures(laboratory.record),
        bounds=theory.bounds,
        spared=min(SPARED, max(len(theory.targets) - 1, 0)),
    )
