"""How do the regimes differ? Levels, paired differences and lags, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.statistics.band import Band, band, spread
from dualtrack.lab.statistics.lag import Lag, LagRule, lag
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row


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
class Comparison(Tidy):
    """Every row in the order of the ensemble's regimes; `worlds` of `drawn` finished under every regime and are compared."""

    levels: tuple[LevelRow, ...]
    differences: tuple[DifferenceRow, ...]
    lags: tuple[LagRow, ...]
    worlds: int
    drawn: int
    model: Model
    regimes: tuple[str, ...]
    saved: tuple[str, ...]

    def to_dict(self) -> Row:
        """Levels, differences and lags in rows, each with its unit."""
        return plain_row(
            {
                "regimes": self.regimes,
                "levels": [self._row(each) for each in self.levels],
                "differences": self.difference_rows(),
                "lags": self.lag_rows(),
                "units": {name: str(self.model[name].unit) for name in self.saved},
                "worlds": {"drawn": self.drawn, "finished": self.worlds},
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per level, difference and lag; `reference` is None for a level, `threshold` for anything but a lag at one."""
        kinds = {
            "level": [self._row(each) for each in self.levels],
            "difference": self.difference_rows(),
            "lag": self.lag_rows(),
        }
        return [
            {"kind": kind, "regime": row["regime"], "reference": None, "outcome": row["outcome"]}
            | {"label": dict(zip(LANGUAGES, self.model[row["outcome"]].label, strict=True)), "year": None, "threshold": None}
            | row
            for kind, rows in kinds.items()
            for row in rows
        ]

    def difference_rows(self) -> list[Row]:
        """What each regime adds against each reference, in the same worlds."""
        return [self._row(each) | {"share_above": each.share_above} for each in self.differences]

    def lag_rows(self) -> list[Row]:
        """Months by which a regime is later than a reference: over all counted thresholds (`threshold` None), and at each."""
        starts = (
            ({"outcome": each.outcome, "regime": each.regime, "reference": each.reference, "unit": "month"}, each.lag)
            for each in self.lags
        )
        return [{**start, **row} for start, found in starts for row in found.to_rows()]

    def _row(self, each: LevelRow | DifferenceRow) -> Row:
        against = {"reference": each.reference} if isinstance(each, DifferenceRow) else {}
        place = {"outcome": each.outcome, "unit": str(self.model[each.outcome].unit), "year": each.year}
        return {"regime": each.regime, **against, **place, **spread(each.band)}

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
        model=ensemble.model,
        regimes=tuple(ensemble.paths),
        saved=tuple(ensemble.units),
    )


def _difference(ensemble: Ensemble, regime: str, reference: str, outcome: str, year: float) -> DifferenceRow:
    added = ensemble.at(regime, outcome, year) - ensemble.at(reference, outcome, year)
    return DifferenceRow(regime, reference, outcome, year, band(added), float(np.mean(added > 0)))


def _lag(ensemble: Ensemble, outcome: str, regime: str, reference: str, rule: LagRule | None) -> Lag:
    both, years = (ensemble.regimes[regime], ensemble.regimes[reference]), ensemble.years
    usual = LagRule.between(both, float(years[0]), float(years[-1]))
    return lag(ensemble.curves(regime, outcome), ensemble.curves(reference, outcome), years, rule or usual)
