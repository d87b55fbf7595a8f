"""What worlds must match to be kept, and what weighs them, bound from a laboratory; apart: a single run loads no arrays."""

from __future__ import annotations

from dataclasses import replace

from dualtrack.lab.calibrate.likelihood import FLOOR, Weighing
from dualtrack.lab.calibrate.row_pulls import UNMAPPED, OwnFigure
from dualtrack.lab.calibrate.weighed_figures import sift, why_not
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.accept import SPARED, Matching
from dualtrack.lab.record.figure import figures
from dualtrack.lab.record.mapped import mapped_rows
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
        cluster=laboratory.cluster,
    )


def own_figures(laboratory: Laboratory, tilt: str = "", floor: float = FLOOR) -> tuple[OwnFigure, ...]:
    """The figures that a user added, each with why it weighs or not, and with what weighs worlds where it is left out."""
    if laboratory.added is None:
        return ()
    theory, model, record = laboratory.theory, laboratory.model, laboratory.record
    rows = {each.row: each for each in mapped_rows(theory, model, record)}
    found = []
    for placed in laboratory.added.observations:
        mapped = rows.get(placed.row)
        standing = UNMAPPED if mapped is None else why_not(mapped, theory.facts_clock) or "weighs"
        fewer = replace(record, observations=tuple(each for each in record.observations if each != placed.row))
        without = weighing(replace(laboratory, record=fewer), tilt, floor)
        found.append(OwnFigure(placed.place, placed.row, "" if mapped is None else mapped.counterpart.reads, standing, without))
    return tuple(found)


def weighing(laboratory: Laboratory, tilt: str = "", floor: float = FLOOR) -> Weighing:
    """What weighs worlds drawn under a tilt, the first one unless named: the record until it ends, in the past as it was.

    The model is at best a `floor` off, as a share. Raises `RegimeError` where the theory holds nothing beside history, and
    `RunError` where nothing weighs.
    """
    theory, model, record = laboratory.theory, laboratory.model, laboratory.record
    chosen = laboratory.tilt(tilt) if tilt else theory.tilts[0]
    found = sift(model, record, theory.facts_clock, mapped_rows(theory, model, record), theory.targets)
    return Weighing(
        model=tilted(model, chosen),
        regime=laboratory.past,
        clock=theory.facts_clock,
        figures=found.figures,
        targets=found.targets,
        look=figures(record),
        floor=floor,
        left_out=found.left_out,
    )
