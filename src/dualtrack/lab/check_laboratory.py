"""Does a laboratory's model do what must hold in every world, and is its step short enough?"""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.lab.checks.try_checks import Checked, check
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.halving import Halving, halve_step
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Regime


def check_laboratory(
    laboratory: Laboratory, regimes: Sequence[Regime], worlds: int, seed: int, report: StagedProgress
) -> tuple[Checked, Halving]:
    """Every sentence of the theory tried in so many worlds under the regimes, and what halving the step moves."""
    model, theory, drawn = laboratory.model, laboratory.theory, draw(laboratory.model, worlds, seed)
    found = check(model, theory.checks, regimes, drawn, theory.clock, progress=lambda done, of: report("checks", done, of))
    report("step", 0, 1)
    return found, halve_step(model, regimes, drawn, theory.clock, theory.outcomes)
