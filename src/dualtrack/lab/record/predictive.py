"""Where does each figure of the record lie among the worlds of a prior, before any of them is ruled out?

The band is that of the formula itself, over worlds run under the past as it was: neither the error of the figure nor that of its
definition widens it. A figure outside is no proof against the theory; that nobody has looked at it would be (Gelman, Meng and
Stern, 1996, on predictive checks).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.record.mapped import Mapped
from dualtrack.lab.record.measure import SavedRun, measured_if_any
from dualtrack.lab.statistics.band import Band, band
from dualtrack.language.model import Model
from dualtrack.language.statements.counterpart import Counterpart, Outside, names_measured, reading
from dualtrack.language.statements.ledger import Level
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

EDGE = 0.01
"""A figure lies outside where fewer worlds than this are on one side of all that it may mean: beyond the central 98 %."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """A figure beside the `band` of the worlds; `below` is the share of worlds below it, which counts a draw as half.

    `beyond` says that it lies outside the central 98 %. No band where the run does not hold the figure's period.
    """

    mapped: Mapped
    band: Band | None
    below: float | None
    beyond: bool

    @property
    def reason(self) -> Outside | None:
        """What the theory says of figures of this series and year that lie outside."""
        return self.mapped.counterpart.reason(self.mapped.middle)


@dataclass(frozen=True, repr=False)
class RecordRead(Tidy):
    """Every mapped figure beside what a `model` expects of it in so many `worlds` drawn by a `seed`."""

    model: Model
    figures: tuple[Predicted, ...]
    worlds: int
    seed: int

    @property
    def outside(self) -> tuple[Predicted, ...]:
        """The figures beyond the central 98 %."""
        return tuple(each for each in self.figures if each.beyond)

    def printed_title(self) -> str:
        return f"{len(self.figures)} figures of the record beside {self.worlds} worlds: {len(self.outside)} lie outside"

    def to_dict(self) -> Row:
        """All figures, and from how many worlds the bands are."""
        return {"worlds": self.worlds, "seed": self.seed, "figures": self.to_rows()}

    def to_rows(self) -> list[Row]:
        """One row per figure, in the order of the counterparts."""
        return [plain_row(_row(self.model, each)) for each in self.figures]


def predict(model: Model, figures: Sequence[Mapped], run: SavedRun) -> tuple[Predicted, ...]:
    """Each figure beside the `run` of many worlds, which must have saved what the formulas name; raises as `measured` does."""
    formulas = {each.counterpart.series: worked_out(model, reading(model, each.counterpart).sides[0]) for each in figures}
    found = []
    for each in figures:
        if run.years[0] <= each.start and each.stop <= run.years[-1]:
            said = formulas[each.counterpart.series](over_period(model, each.counterpart, each.start, each.stop, run))
            values = np.asarray(said, dtype=float)[run.sound]
            found.append(_predicted(each, values[np.isfinite(values)]))
        else:
            found.append(Predicted(each, None, None, False))
    return tuple(found)


def saved_for(model: Model, figures: Sequence[Mapped]) -> tuple[str, ...]:
    """Every quantity that a run must save, sorted."""
    return tuple(sorted({name for each in figures for name in names_measured(model, each.counterpart)}))


def over_period(model: Model, counterpart: Counterpart, start: float, stop: float, run: SavedRun) -> Mapping[str, Array]:
    """What the formula of a counterpart names, [world], each as a mean from `start` to `stop` or at the end.

    A ratio of flows is then that of their sums. Raises as `measured_if_any` does.
    """
    first = stop if counterpart.at_end else start
    asker = f"the counterpart of `{counterpart.series}`"
    return {name: measured_if_any(asker, Level(name, first, stop), run) for name in names_measured(model, counterpart)}


def _predicted(figure: Mapped, values: Array) -> Predicted:
    low, high = _meant(figure.counterpart, figure)
    beyond = _below(values, high) < EDGE or _below(values, low) > 1 - EDGE
    return Predicted(figure, band(values), _below(values, figure.figure.value), beyond)


def _meant(counterpart: Counterpart, figure: Mapped) -> tuple[float, float]:
    """The least and the most that the figure says of the formula."""
    low = -np.inf if counterpart.bears == "at_most" else figure.figure.low
    return low, np.inf if counterpart.bears == "at_least" else figure.figure.high


def _below(values: Array, figure: float) -> float:
    return float((np.mean(values < figure) + np.mean(values <= figure)) / 2)


def _row(model: Model, each: Predicted) -> Row:
    mapped, found = each.mapped, each.band
    return {
        "series": mapped.counterpart.series,
        "reads": mapped.counterpart.reads,
        "unit": str(reading(model, mapped.counterpart).unit or "1"),
        "start": mapped.row.start.isoformat(),
        "end": mapped.row.end.isoformat(),
        "kind": mapped.row.kind,
        "value": mapped.figure.value,
        "low": mapped.figure.low,
        "high": mapped.figure.high,
        "standing": mapped.standing,
        "q05": None if found is None else found.lowest,
        "q50": None if found is None else found.median,
        "q95": None if found is None else found.highest,
        "below": each.below,
        "outside": each.beyond,
        "cause": each.reason.cause if each.reason else "",
        "source": mapped.row.source,
    }
