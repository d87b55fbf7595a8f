"""Regimes of a laboratory beside each other: run in the same worlds, and each held against one of them."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.errors import RegimeError, WrongArgument
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import lagged_of
from dualtrack.lab.questions.compare import Comparison, compare
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.scenario import Regime


def regimes_in_worlds(
    laboratory: Laboratory,
    regimes: Sequence[Regime],
    worlds: Worlds,
    outcomes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Ensemble:
    """The regimes run in the same worlds; the main outcomes are kept unless others are named."""
    save = tuple(outcomes) or laboratory.theory.outcomes
    clock, cluster = laboratory.theory.clock, laboratory.cluster
    return run_ensemble(laboratory.model, regimes, worlds, clock, save, progress=progress, cluster=cluster)


def against_first(laboratory: Laboratory, ensemble: Ensemble) -> Comparison:
    """What every regime adds to the first one, in the years that the theory compares, and how much later it comes."""
    theory = laboratory.theory
    return compare(ensemble, theory.outcomes, theory.years, [next(iter(ensemble.paths))], lagged=lagged_of(theory))


def regimes_or_ensemble(given: Sequence[str | Regime | Ensemble]) -> tuple[list[str | Regime], Ensemble | None]:
    """What may be compared: regimes, or one ensemble by itself.

    Raises `RegimeError` for fewer than two regimes, `WrongArgument` for an ensemble beside anything else.
    """
    ensembles = [each for each in given if isinstance(each, Ensemble)]
    if ensembles and len(given) > 1:
        raise WrongArgument("an ensemble is compared by itself", where="compare(...)", fix="give one ensemble, or regimes")
    if not ensembles and len(given) < 2:
        raise RegimeError(f"{len(given)} regimes were named", fix="name two or more, the first to hold the others against")
    return [each for each in given if not isinstance(each, Ensemble)], ensembles[0] if ensembles else None
