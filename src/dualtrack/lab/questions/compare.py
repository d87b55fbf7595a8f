"""How do the regimes differ? Levels, paired differences and lags, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.lag import Lag, LagRule, lag
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed

if TYPE_CHECKING:
    import polars


@dataclass(frozen=True, slots=True)
class LevelRow:
    """An outcome under a regime in a year, over worlds."""

    regime: str
    outcome: str
    year: float
    band: Band


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What a regime adds to an outcome against a reference in the same worlds, and the share of worlds in which it is more."""

    regime: str
    reference: str
    outcome: str
    year: float
    band: Band
    share_above: float


@dataclass(frozen=True, slots=True, repr=False)
class LagRow(Printed):
    """How many months later a regime brings an outcome to its thresholds than a reference does."""

    regime: str
    reference: str
    outcome: str
    lag: Lag


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Printed):
    """Every row in the order of the ensemble's regimes; `worlds` of `drawn` finished under every regime and are compared."""

    levels: tuple[LevelRow, ...]
    differences: tuple[DifferenceRow, ...]
    lags: tuple[LagRow, ...]
    worlds: int
    drawn: int

    def table(self) -> polars.DataFrame:
        """One row per level and difference; `reference` is empty for a level."""
        import polars

        rows = [(row.regime, "", row.outcome, row.year, *row.band.numbers, None) for row in self.levels]
        differences = [
            (row.regime, row.reference, row.outcome, row.year, *row.band.numbers, row.share_above) for row in self.differences
        ]
        columns = ["regime", "reference", "outcome", "year", "q05", "q25", "q50", "q75", "q95", "share_above"]
        return polars.DataFrame([*rows, *differences], schema=columns, orient="row", infer_schema_length=None)

    def printed_title(self) -> str:
        return f"Comparison in {self.worlds} of {self.drawn} worlds"


@checked
def compare(
    ensemble: Ensemble,
    outcomes: Sequence[str],
    years: Sequence[float],
    references: Sequence[str],
    *,
    lagged: Sequence[str] = (),
    rule: LagRule | None = None,
) -> Comparison:
    """Regimes of an `ensemble` side by side in some `years`, each against each of the `references`, world by world.

    `outcomes` are names of saved quantities; `lagged` are those of which it is also asked by how many months one comes later, by
    `rule`, the usual one unless given. Shares are from 0 to 1. Raises `RunError` for no outcome or year, `UnknownName` for one
    that was not saved, and `RegimeError` for a reference that was not run.
    """
    if not (outcomes or lagged) or (outcomes and not years):
        raise RunError(f"{len(outcomes)} outcomes were asked for in {len(years)} years", fix="name at least one of each")
    for name in (*outcomes, *lagged):
        if name not in ensemble.units:
            raise UnknownName(
                f"the ensemble did not save `{name}`", near=nearest(name, ensemble.units), fix="save it, and run again"
            )
    for reference in references:
        ensemble[reference]
    pairs = [(regime, reference) for reference in references for regime in ensemble.paths if regime != reference]
    cells = [(outcome, year) for outcome in outcomes for year in years]
    lags = ((outcome, regime, reference) for outcome in lagged for regime, reference in pairs)
    return Comparison(
        levels=tuple(LevelRow(r, o, y, band(ensemble.at(r, o, y))) for o, y in cells for r in ensemble.paths),
        differences=tuple(_difference(ensemble, *pair, *cell) for cell in cells for pair in pairs),
        lags=tuple(LagRow(r, q, o, _lag(ensemble, o, r, q, rule)) for o, r, q in lags),
        worlds=int(ensemble.sound.sum()),
        drawn=len(ensemble.sound),
    )


def _difference(ensemble: Ensemble, regime: str, reference: str, outcome: str, year: float) -> DifferenceRow:
    added = ensemble.at(regime, outcome, year) - ensemble.at(reference, outcome, year)
    return DifferenceRow(regime, reference, outcome, year, band(added), float(np.mean(added > 0)))


def _lag(ensemble: Ensemble, outcome: str, regime: str, reference: str, rule: LagRule | None) -> Lag:
    both, years = (ensemble.regimes[regime], ensemble.regimes[reference]), ensemble.years
    usual = LagRule.between(both, float(years[0]), float(years[-1]))
    return lag(ensemble.curves(regime, outcome), ensemble.curves(reference, outcome), years, rule or usual)
