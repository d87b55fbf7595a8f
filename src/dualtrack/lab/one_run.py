"""One run in one world, by the plain interpreter: no arrays are loaded for it."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle, Run
from dualtrack.targets.numeric.scheme import EULER, Scheme


def one_run(
    laboratory: Laboratory,
    regime: str | Regime,
    clock: Clock | None = None,
    world: Mapping[str, float] | None = None,
    scheme: Scheme = EULER,
) -> Run:
    """A regime, by name or as a value, run in a world: the nominal one if none, on the theory's clock unless another is given."""
    chosen = laboratory.regime(regime) if isinstance(regime, str) else regime
    return Oracle.of(laboratory.model).run(chosen, clock or laboratory.theory.clock, world, scheme=scheme)


def every_run(laboratory: Laboratory, clock: Clock | None = None, world: Mapping[str, float] | None = None) -> dict[str, Run]:
    """Every regime run in one world, by name."""
    oracle = Oracle.of(laboratory.model)
    return {name: oracle.run(regime, clock or laboratory.theory.clock, world) for name, regime in laboratory.regimes.items()}
