"""Many worlds at once with NumPy: every quantity is an array over worlds, and time is one loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError, UnknownName, nearest
from dualtrack.language.declaration import Curve
from dualtrack.language.expressions.expr import Expr
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime, check_regime, check_series, check_world
from dualtrack.language.soundness.pace import check_step
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.program import Program, Values, compile_program
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER, Scheme, stepped
from dualtrack.targets.numeric.source import NUMPY, source


@dataclass(frozen=True, slots=True, repr=False)
class Ended(Printed):
    """Where stocks stood at the end of a run: `values[place, world]`, each in the place of its name among `stocks`."""

    stocks: tuple[str, ...] = ()
    values: Array = field(default_factory=lambda: np.empty((0, 0)))

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Ended: {len(self.stocks)} stocks in {self.values.shape[1]} worlds"

    def of(self, stocks: Sequence[str]) -> Array:
        """Where these stood: [place, world]."""
        return self.values if tuple(stocks) == self.stocks else self.values[[self.stocks.index(name) for name in stocks]]


@dataclass(frozen=True, slots=True, repr=False)
class Paths(Printed):
    """Saved quantities of one regime over worlds, `values[name][world, year]`, in `years[year]`.

    `failed[world]` marks worlds that left the numbers; `failed_step[world]` counts the clock's steps until each did, or is -1.
    `ended` is where each stock stood in the last year, no number in worlds that had failed before.
    """

    regime: str
    years: Array
    values: Mapping[str, Array]
    failed: NDArray[np.bool_]
    failed_step: NDArray[np.int64]
    ended: Ended = field(default_factory=Ended)

    @classmethod
    def of(
        cls,
        regime: str,
        clock: Clock,
        values: Mapping[str, Array],
        failed_step: NDArray[np.int64],
        ended: Ended,
        before: Paths | None = None,
    ) -> Paths:
        """A run over the years of a `clock`: `values[name][world, year]`, `failed_step[world]`, and `ended` as stocks came out.

        A run `before` ended where the clock starts, and the stocks started where it left them; if it saved the same quantities,
        its rows come first, but for the last, which was worked out anew.
        """
        years, steps = np.asarray(clock.saved), clock.steps
        if before is not None:
            begun = round((clock.start - before.years[0]) / clock.step)
            lost = before.failed & (before.failed_step < begun)
            failed_step = np.where(lost, before.failed_step, np.where(failed_step < 0, -1, failed_step + begun))
            years, steps = np.concatenate([before.years[: rows_before(before, values)], years]), begun + steps
        lost = (failed_step >= 0) & (failed_step < steps)
        if lost.any():
            ended = Ended(ended.stocks, np.where(lost, np.nan, ended.values))
        return cls(regime, years, values, failed_step >= 0, failed_step, ended)

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Paths under `{self.regime}`: {len(self.values)} quantities in {len(self.failed)} worlds"


@dataclass(frozen=True, slots=True)
class Many:
    """A compiled model; `run` steps all worlds of an ensemble together."""

    model: Model
    program: Program

    @classmethod
    def of(cls, model: Model) -> Many:
        """Print the model as NumPy and compile it."""
        return cls(model, compile_program(model, NUMPY, _scope(model)))

    def __reduce__(self) -> tuple[object, ...]:
        """A copy in another process is compiled there."""
        return Many.of, (self.model,)

    def run(
        self,
        regime: Regime,
        clock: Clock,
        worlds: Mapping[str, Array],
        save: Sequence[str],
        *,
        scheme: Scheme = EULER,
        series: Mapping[str, Array] | None = None,
        before: Paths | None = None,
    ) -> Paths:
        """Run every world; `worlds[name][world]` holds drawn numbers, `series[name][world, step]` frozen quantities.

        A run `before` is gone on from (`Paths.of`). A quantity may be saved at every step by a clock whose save equals its step.
        Raises `UnknownName` for one to save that is not there, `RegimeError` for what does not fit the model.
        """
        model, program = self.model, self.program
        check_step(model, clock.step)
        check_regime(model, regime)
        check_series(model, {n: rows.shape[-1] for n, rows in (series or {}).items()}, clock)
        count = count_worlds(model, worlds, series or {})
        where_kept, (kept, earlier) = _where_kept(program, save), _rows(before, save, count, len(clock.saved))
        failed = np.full(count, -1, dtype=np.int64)
        with np.errstate(all="ignore"):
            given: Values = [np.asarray(worlds.get(n, model.quantities[n].number), dtype=np.float64)[()] for n in program.given]
            starts = program.begin(given) if before is None else before.ended.of(program.stocks)
            stocks = [np.broadcast_to(np.asarray(s, dtype=np.float64), (count,)) for s in starts]
            for index, year in enumerate(clock.years):
                driven = [self._driven(n, regime, year, index, series or {}) for n in program.driven]
                finite, saved = np.ones(count, dtype=np.bool_), index % clock.stride == 0
                slopes, computed = self._observe(stocks, given, driven, year, finite, saved=saved)
                if saved:
                    groups = (stocks, computed, driven, given)
                    for name, (group, place) in where_kept.items():
                        kept[name][:, earlier + index // clock.stride] = groups[group][place]
                if index < clock.steps:
                    stocks = self._step(stocks, slopes, given, driven, year, clock.step, scheme, finite)
                failed[(failed < 0) & ~finite] = index
        return Paths.of(regime.name, clock, kept, failed, Ended(program.stocks, np.array(stocks).reshape(-1, count)), before)

    def _observe(
        self, stocks: Values, given: Values, driven: Values, year: float, finite: NDArray[np.bool_], *, saved: bool
    ) -> tuple[Values, Values]:
        """What the program gives, on a saved row or off it; worlds in which something is not a number leave `finite`."""
        work_out = self.program.observe if saved else self.program.move
        slopes, computed = work_out(stocks, given, driven, np.float64(year))
        for value in (*stocks, *driven, *slopes, *computed):
            finite &= np.isfinite(value)
        return slopes, computed

    def _driven(self, name: str, regime: Regime, year: float, index: int, series: Mapping[str, Array]) -> float | Array:
        if name in series:
            return series[name][:, index]
        return np.float64(regime.paths[name].at(year) if name in regime.paths else self.model.quantities[name].number)

    def _step(
        self,
        stocks: Values,
        first: Values,
        given: Values,
        driven: Values,
        year: float,
        length: float,
        scheme: Scheme,
        finite: NDArray[np.bool_],
    ) -> Values:
        """The stocks one step later; levers hold still within a step."""

        def slopes_at(here: Values, part: float) -> Values:
            return self._observe(here, given, driven, year + part, finite, saved=False)[0]

        return stepped(scheme, stocks, first, length, slopes_at)


def rows_before(before: Paths | None, save: Iterable[str]) -> int:
    """How many rows of an earlier run come before those of the one that goes on from it."""
    return 0 if before is None or not before.values.keys() >= set(save) else len(before.years) - 1


def _rows(before: Paths | None, save: Sequence[str], count: int, saved: int) -> tuple[dict[str, Array], int]:
    """Room for values, [world, row], and how many rows of an earlier run stand there already."""
    earlier = rows_before(before, save)
    kept = {name: np.empty((count, earlier + saved)) for name in save}
    if before is not None and earlier:
        for name, rows in kept.items():
            rows[:, :earlier] = before.values[name][:, :earlier]
    return kept, earlier


def count_worlds(model: Model, worlds: Mapping[str, Array], series: Mapping[str, Array]) -> int:
    """How many worlds there are in `worlds[name][world]` and `series[name][world, step]`, one if none is given.

    Raises `RegimeError` where arrays disagree or a value is out of range.
    """
    counts = {n: len(a) for n, a in worlds.items()} | {n: len(a) for n, a in series.items()}
    if len(set(counts.values())) > 1 or 0 in counts.values():
        raise RegimeError(f"every array needs the same number of worlds, not {counts}", fix="draw all of them together")
    if tangled := [n for n, a in worlds.items() if a.ndim != 1] + [n for n, a in series.items() if a.ndim != 2]:
        raise RegimeError(
            f"the array of `{tangled[0]}` has the wrong number of axes", fix="give [world], and series [world, step]"
        )
    count = next(iter(counts.values()), 1)
    extremes = (np.minimum.reduce, np.maximum.reduce) if count > 1 else (itemgetter(0),)
    for extreme in extremes:
        check_world(model, {n: float(extreme(values)) for n, values in worlds.items()})
    return count


def _where_kept(program: Program, save: Sequence[str]) -> dict[str, tuple[int, int]]:
    """For each saved quantity, its group among stocks, computed, driven and given, and its place there."""
    groups = (program.stocks, program.computed, program.driven, program.given)
    places = {name: (group, place) for group, names in enumerate(groups) for place, name in enumerate(names)}
    for name in save:
        if name not in places:
            raise UnknownName(
                f"the model has no quantity `{name}` to save",
                near=nearest(name, places),
                fix="save a quantity of the model",
            )
    return {name: places[name] for name in save}


def worked_out(model: Model, expr: Expr) -> Callable[[Mapping[str, Any]], Array]:
    """An expression over the model's names as a function of their values, which are arrays or numbers by name."""
    text = source(expr, NUMPY, lambda name: f"values[{name!r}]")
    function: Callable[[Mapping[str, Any]], Array] = eval(f"lambda values: {text}", _scope(model))
    return function


def _scope(model: Model) -> dict[str, Any]:
    return {**SCOPE, **{f"curve_{name}": _interpolate(curve) for name, curve in model.curves.items()}}


def _where(condition: Array, a: Array, b: Array) -> Array:
    return np.where(np.isnan(condition), np.nan, np.where(condition > 0.0, a, b))


def _greater(a: Array, b: Array) -> Array:
    return np.where(np.isnan(a) | np.isnan(b), np.nan, np.greater(a, b))


def _at_least(a: Array, b: Array) -> Array:
    return np.where(np.isnan(a) | np.isnan(b), np.nan, np.greater_equal(a, b))


def _interpolate(curve: Curve) -> Callable[[Array], Array]:
    x, y = (np.array(axis) for axis in zip(*curve.points, strict=True))
    return lambda at: np.interp(at, x, y)


SCOPE = {"xp": np, "where": _where, "greater": _greater, "at_least": _at_least}
