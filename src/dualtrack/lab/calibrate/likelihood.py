"""How likely is the record in each world? Every figure beside what the world gives in the same years, and every target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.figure_errors import DatedFigure, Scale
from dualtrack.lab.calibrate.formula_block import BoundBlock, ValueBlock, forgiving
from dualtrack.lab.record.figure import Look, target
from dualtrack.lab.record.judge_facts import gap
from dualtrack.lab.record.measure import SavedRun, measured_if_any, seen
from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.language.checked import checked
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.formula import read
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.statements.ledger import Level, names_read
from dualtrack.language.statements.target import Target, check_targets
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out
from dualtrack.targets.numeric.scheme import EULER

BLOCK = 4096
"""Worlds run together, so that memory stays bounded."""
FLOOR = 0.2
"""How far the model is off at best, as a share: it knows one vendor, one spender and no business cycle."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Weighing(Printed):
    """The `figures` by the formula that they measure, and the `targets`, by which worlds of a `model` are weighed.

    Worlds are run under a `regime` over the years of `clock`; `look` finds the figures of targets. The model is at best a `floor`
    off, as a share; `left_out` counts the figures and targets that weigh nothing, by why. Raises `RegimeError` for dates that
    never act, `UnknownName` for what the model has not, and `RunError` where nothing is weighed or a floor is not above 0.
    """

    model: Model
    regime: Regime
    clock: Clock
    figures: Mapping[str, tuple[DatedFigure, ...]]
    targets: tuple[Target, ...]
    look: Look
    floor: float = FLOOR
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_acting(self.regime, self.clock)
        check_targets(self.model, self.targets)
        if not any(self.figures.values()) and not self.targets:
            raise RunError("no figure and no target weighs worlds", fix="declare which series of the record measures what")
        if not 0 < self.floor < np.inf:
            raise RunError(f"the model is taken to be {self.floor:g} off at best", fix="give a share above 0, such as 0.2")


@dataclass(frozen=True, slots=True)
class FormulaRead:
    """A block of figures beside its formula: what it names, how it is worked out, and each year's weight, `weights[row, year]`.

    `years` are those of the saved rows that have any weight.
    """

    block: ValueBlock | BoundBlock
    names: tuple[str, ...]
    work: Callable[[Mapping[str, Array]], Array]
    years: slice
    weights: Array

    @classmethod
    def of(cls, block: ValueBlock | BoundBlock, model: Model, reads: str, clock: Clock) -> FormulaRead:
        """The block beside the formula that its figures measure."""
        side = read(model, reads)[0].sides[0]
        weights = _weights(clock, block.figures)
        used = np.flatnonzero(weights.any(axis=0))
        years = slice(int(used[0]), int(used[-1]) + 1)
        named = tuple(sorted(names(side) - {TIME}))
        return cls(block, named, worked_out(model, side), years, np.ascontiguousarray(weights[:, years]))

    def whitened(self, rows: SavedRun) -> Array:
        """What worlds say, in independent errors of size 1: [row, world]."""
        return self.block.whitened(self._over_periods(rows))

    def compared(self, rows: SavedRun) -> Array:
        """What worlds say where it is compared: [row, world]."""
        return self.block.said(self._over_periods(rows))

    def _over_periods(self, rows: SavedRun) -> Array:
        """The formula of each quantity's mean over the period of each figure: a ratio of flows is that of their sums."""
        said = self.work({name: self._mean(rows.values[name]) for name in self.names})
        return np.broadcast_to(np.asarray(said, dtype=float), (len(self.weights), len(rows.sound)))

    def _mean(self, values: Array) -> Array:
        return np.asarray(np.einsum("ij,kj->ik", self.weights, values[:, self.years]))


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely each term is in each world, `parts[row, world]`, and all that worlds say, `whitened[row, world]`."""

    parts: Array
    whitened: Array


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A weighing made ready: blocks beside their formulas, the model compiled, and the quantities that a run must save."""

    weighing: Weighing
    beside: tuple[FormulaRead, ...]
    runner: Runner
    save: tuple[str, ...]

    @classmethod
    def of(cls, weighing: Weighing) -> Likelihood:
        """Raises `RunError` for a figure of years that the run does not hold; figures count alike in any order."""
        beside = tuple(each for reads in sorted(weighing.figures) for each in _besides(weighing, reads))
        read_here = {name for each in beside for name in each.names}
        asked = names_read([each.measure for each in weighing.targets])
        return cls(weighing, beside, engine(weighing.model).runner, tuple(sorted({*read_here, *asked})))

    @property
    def terms(self) -> tuple[str, ...]:
        """The name of each term: the formulas, the series of bounds, and the targets."""
        return (*(each.block.name for each in self.beside), *(each.id for each in self.weighing.targets))

    def run(self, worlds: Mapping[str, Array], more: Iterable[str] = ()) -> SavedRun:
        """What is weighed of `worlds[name][world]`, and what is saved besides."""
        save, weighing = tuple(dict.fromkeys((*self.save, *more))), self.weighing
        return seen(self.runner.run(weighing.regime, weighing.clock, worlds, save, scheme=EULER))

    def weigh(self, rows: SavedRun) -> Weighed:
        """Every term in every world of a run; a world that failed, or in which a term has no number, has minus infinity."""
        with np.errstate(all="ignore"):
            said = [each.whitened(rows) for each in self.beside]
            parts = [each.block.log_density(row) for each, row in zip(self.beside, said, strict=True)]
            missed = [self._missed(each, rows) for each in self.weighing.targets]
            parts += [forgiving(row) for row in missed]
            found = np.stack(parts)
        found[:, ~rows.sound] = -np.inf
        found[np.isnan(found)] = -np.inf
        return Weighed(found, np.concatenate([*said, np.array(missed).reshape(len(missed), len(rows.sound))]))

    def log_likelihood(self, worlds: Mapping[str, Array]) -> Array:
        """The sum over all terms in each of `worlds[name][world]`, run block by block: [world]."""
        count = len(next(iter(worlds.values())))
        starts = range(0, count, BLOCK)
        parts = [{name: each[start : start + BLOCK] for name, each in worlds.items()} for start in starts]
        return np.concatenate([self.weigh(self.run(part)).parts.sum(axis=0) for part in parts])

    def _missed(self, each: Target, rows: SavedRun) -> Array:
        """By how many of its own errors a target is missed, [world]; no number where its measure has none."""
        found = target(each.yardstick, self.weighing.look)
        values = measured_if_any(f"target {each.id}", each.measure, rows)
        return np.where(np.isnan(values), np.nan, gap(each.relation, found, values) / each.errors.scale(found.value))


def scale_of(model: Model, reads: str, figures: Iterable[DatedFigure]) -> Scale:
    """Log odds for a pure number all of whose figures lie within 0 and 1, which is a share; else the logarithm."""
    unit = read(model, reads)[0].unit or ONE
    return "log odds" if unit == ONE and all(0 <= each.low <= each.high <= 1 for each in figures) else "log"


def _besides(weighing: Weighing, reads: str) -> Iterable[FormulaRead]:
    """One block for the values of a formula, and one for the bounds of each series."""
    figures = sorted(weighing.figures[reads], key=lambda each: (each.series, each.start, each.stop, each.value))
    if not figures:
        return
    scale = scale_of(weighing.model, reads, figures)
    blocks: list[ValueBlock | BoundBlock] = []
    if values := [each for each in figures if each.bears == "value"]:
        blocks.append(ValueBlock.of(reads, scale, values, weighing.floor))
    bounds = [each for each in figures if each.bears != "value"]
    blocks += [BoundBlock.of(series, scale, list(rows), weighing.floor) for series, rows in groupby(bounds, _series)]
    for block in blocks:
        yield FormulaRead.of(block, weighing.model, reads, weighing.clock)


def _series(figure: DatedFigure) -> str:
    return figure.series


def _weights(clock: Clock, figures: Sequence[DatedFigure]) -> Array:
    """What part each saved year has in the mean over a figure's period, [row, year]: the same mean that facts are held beside."""
    years = np.array(clock.saved)
    rows = SavedRun(years, {"year": np.eye(len(years))}, np.ones(len(years), dtype=bool))
    spans = [Level("year", each.stop if each.at_end else each.start, each.stop) for each in figures]
    askers = [f"the figure of `{each.series}`" for each in figures]
    return np.stack([measured_if_any(asker, span, rows) for asker, span in zip(askers, spans, strict=True)])
