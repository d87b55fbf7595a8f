"""A lever's path as XMILE says it: jumps as comparisons with the time, straight lines as a graphical function of it.

Not as STEP terms: tools let a STEP come up to half a time step before its date.
"""

from __future__ import annotations

from itertools import pairwise

from dualtrack.language.scenario import SMALL, Path

Points = tuple[tuple[float, float], ...]


def path_equation(path: Path) -> tuple[str, Points]:
    """The equation of a path, and the points of the graphical function that reads it, if it needs one.

    Dates lie a moment early, as in `Path.at`, so that a tool that adds up its time with rounding still meets them on the step.
    """
    (_, first), *others = path.points
    if path.ramp and others:
        return "TIME", tuple((date - SMALL, value) for date, value in path.points)
    jumps = [(date, after - before) for (_, before), (date, after) in pairwise(path.points)]
    terms = [f"+ (IF TIME >= {date - SMALL!r} THEN {height!r} ELSE 0)" for date, height in jumps if height]
    return " ".join([repr(float(first)), *terms]), ()
