"""Does a laboratory's model do what must hold in every world, and is its step short enough?"""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.lab.checks.try_checks import Checked, check
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.halving import Halving, halve_step
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.scenario import Regime


def check_laboratory(
    laboratory: Laboratory, regimes: Sequence[Regime], worlds: int | Worlds, seed: int, report: StagedProgress
) -> tuple[Checked, Halving]:
    """Every sentence of the theory tried in so many worlds, or in those given, and what halving the step moves."""
    model, theory = laboratory.model, laboratory.theory
    drawn = draw(model, worlds, seed) if isinstance(worlds, int) else worlds
    found = check(model, theory.checks, regimes, drawn, theory.clock, progress=lambda done, of: report("checks", done, of))
    report("step", 0, 1)
    return found, halve_step(model, regimes, drawn, theory.clock, theory.outcomes)
