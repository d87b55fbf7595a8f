"""Worlds looked for among those that history leaves: the witnesses of claims, and the nearest in which a regime fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dualtrack.lab.breaking.break_regime import break_regime
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.find_witness import Shown, witnesses
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import check_can_hold, read_condition
from dualtrack.lab.record.accept import accept
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.scenario import Regime
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


def find_failing(
    laboratory: Laboratory,
    regimes: tuple[Regime, Regime | None],
    condition: str,
    worlds: int,
    seed: int,
    tilt: str,
    progress: StagedProgress | None = None,
) -> Broken:
    """The nearest world in which the first of `regimes`, against the second if any, does not keep a condition as users write it.

    Where the theory holds nothing beside history, every world counts. Raises `RunError` or `UnknownName` for no condition,
    and `RunError` for one that no world can meet.
    """
    chosen, theory = laboratory.tilt(tilt) if tilt else laboratory.theory.tilts[0], laboratory.theory
    matched = matching(laboratory, chosen.name) if theory.targets else None
    setting = Setting(tilted(laboratory.model, chosen), *regimes, theory.clock, laboratory.regimes)
    read = read_condition(condition, laboratory.model, theory.clock.stop, theory.tests)
    check_can_hold(read, setting.model)
    groups = [group.levers for group in theory.display.groups]
    return break_regime(setting, read, matched, worlds, seed=seed, tilt=chosen.name, groups=groups, progress=progress)
