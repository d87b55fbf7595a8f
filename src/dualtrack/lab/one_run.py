"""One run in one world, by the plain interpreter: no arrays are loaded for it."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.errors import RegimeError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.theory import Theory
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


def clock_until(theory: Theory, until: float | None) -> Clock:
    """The theory's clock, with another last year where one is given; raises `RegimeError` for a year that it does not reach."""
    clock, last = theory.clock, theory.latest
    if until is None:
        return clock
    if not clock.start < until <= last:
        raise RegimeError(f"a run until {until:g} was asked for", fix=f"let it end after {clock.start:g}, by {last:g}")
    return Clock(clock.start, until, clock.step, clock.save)


def every_run(laboratory: Laboratory, clock: Clock | None = None, world: Mapping[str, float] | None = None) -> dict[str, Run]:
    """Every regime run in one world, by name."""
    oracle = Oracle.of(laboratory.model)
    return {name: oracle.run(regime, clock or laboratory.theory.clock, world) for name, regime in laboratory.regimes.items()}
