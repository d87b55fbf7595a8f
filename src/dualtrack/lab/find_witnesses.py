"""The witnesses of every claim of a theory, looked for in worlds of one prior that history leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.find_witness import Shown, witnesses
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accept
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.language.tilt import tilted


def find_witnesses(
    laboratory: Laboratory, tests: Sequence[Test], worlds: int, seed: int, tilt: str, report: Callable[[str], None]
) -> tuple[Shown, ...]:
    """Both witnesses of every computed claim; where the theory holds nothing beside history, every world counts."""
    chosen = laboratory.tilt(tilt)
    matched = matching(laboratory, tilt) if laboratory.theory.targets else None
    drawn = draw(tilted(laboratory.model, chosen), worlds, seed)

    def source(held: Mapping[str, float]) -> Population:
        changed = hold(laboratory.model, drawn, held)
        accepted = None if matched is None else accept(matched, changed).accepted
        return Population(chosen.name, chosen.label, changed, accepted)

    asked = [each for test in tests if isinstance(test, ClaimTest) for each in reads(test)]
    stage = stage_for(laboratory.model, laboratory.regimes, laboratory.theory.clock, asked)
    return witnesses(stage, tuple(tests), source, report)
