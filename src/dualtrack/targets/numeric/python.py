"""The oracle: one run of one world in plain Python floats, slow and clear; every other target must agree with it."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from dualtrack.errors import NotANumber, RunError, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref
from dualtrack.language.expressions.ops import FUNCTIONS, divide
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime, check_regime, check_series, check_world
from dualtrack.language.soundness.pace import check_step
from dualtrack.targets.numeric.program import Program, compile_program
from dualtrack.targets.numeric.quantity_words import words_of
from dualtrack.targets.numeric.scheme import EULER, Scheme, stepped
from dualtrack.targets.numeric.source import PYTHON
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

if TYPE_CHECKING:
    import xarray

Series = Mapping[str, Sequence[float]]
ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": divide}


@dataclass(frozen=True, slots=True, repr=False)
class Run(Tidy):
    """One world under one regime: a tuple of values per quantity, one per saved year; `model` says what they are."""

    regime: str
    years: tuple[float, ...]
    values: Mapping[str, tuple[float, ...]]
    model: Model | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        freeze_fields(self)

    def __getitem__(self, name: str) -> tuple[float, ...]:
        if name not in self.values:
            raise UnknownName(
                f"the run has no quantity `{name}`", near=nearest(name, self.values), fix="name a quantity of the model"
            )
        return self.values[name]

    def at(self, name: str, year: float) -> float:
        """The value in a year, linear between saved rows; raises `RunError` outside the run."""
        row, years = self[name], self.years
        if not years[0] <= year <= years[-1]:
            raise RunError(f"the run covers {years[0]:g} to {years[-1]:g}, not {year:g}", fix="ask for a year inside it")
        right = next(i for i, y in enumerate(years) if y >= year)
        if years[right] == year:
            return row[right]
        part = (year - years[right - 1]) / (years[right] - years[right - 1])
        return row[right - 1] + part * (row[right] - row[right - 1])

    def printed_title(self) -> str:
        return f"Run under `{self.regime}`: {len(self.values)} quantities in {len(self.years)} rows"

    def to_dict(self) -> Row:
        """Every quantity by saved year, and its unit."""
        units = {} if self.model is None else {name: str(self.model[name].unit) for name in self.values}
        return plain_row({"regime": self.regime, "years": self.years, "units": units, "values": self.values})

    def to_rows(self) -> list[Row]:
        """One row per saved year, one column per quantity."""
        return [{"year": year} | {n: row[place] for n, row in self.values.items()} for place, year in enumerate(self.years)]

    def to_xarray(self) -> xarray.Dataset:
        """Every quantity by year, with its unit and its name in both languages."""
        import xarray

        words = {} if self.model is None else {name: words_of(self.model[name]) for name in self.values}
        data = {name: (("year",), list(row), words.get(name, {})) for name, row in self.values.items()}
        return xarray.Dataset(
            data, coords={"year": (("year",), list(self.years), {"units": "year"})}, attrs={"regime": self.regime}
        )


@dataclass(frozen=True, slots=True, repr=False)
class Oracle(Printed):
    """A `model` compiled to a `program`; `run` steps one world through time."""

    model: Model
    program: Program

    @classmethod
    @checked
    def of(cls, model: Model) -> Oracle:
        """Print the `model` as Python and compile it."""
        curves = {f"curve_{name}": curve for name, curve in model.curves.items()}
        return cls(model, compile_program(model, PYTHON, {**FUNCTIONS, "divide": divide, **curves}))

    @checked
    def run(
        self,
        regime: Regime,
        clock: Clock,
        world: Mapping[str, float] | None = None,
        *,
        scheme: Scheme = EULER,
        series: Series | None = None,
    ) -> Run:
        """One run under a `regime` over the years of `clock`; `world` changes drawn numbers by name.

        `series` gives frozen quantities a value per step; `scheme` is the rule by which a step is taken. Raises `RegimeError` for
        names it does not know and values out of range, `NotANumber` with the quantity and the year where something leaves the
        numbers, and `RunError` for a step longer than a stock takes to drain.
        """
        model, program = self.model, self.program
        check_step(model, clock.step)
        check_regime(model, regime)
        check_world(model, world or {})
        check_series(model, {n: len(row) for n, row in (series or {}).items()}, clock)
        given = [(world or {}).get(n, model.quantities[n].number) for n in program.given]
        rows: dict[str, list[float]] = {n: [] for n in (*program.stocks, *program.computed, *program.driven)}
        stocks = program.begin(given)
        for index, year in enumerate(clock.years):
            driven = [self._driven(n, regime, year, index, series or {}) for n in program.driven]
            saved = index % clock.stride == 0
            slopes, computed = self._observe(stocks, given, driven, year, regime, saved=saved)
            if saved:
                for name, value in zip(rows, (*stocks, *computed, *driven), strict=True):
                    rows[name].append(value)
            if index < clock.steps:
                stocks = self._step(stocks, slopes, given, driven, year, clock.step, scheme, regime)
        fixed = {n: (v,) * len(clock.saved) for n, v in zip(program.given, given, strict=True)}
        return Run(regime.name, clock.saved, {**{n: tuple(r) for n, r in rows.items()}, **fixed}, model)

    def _driven(self, name: str, regime: Regime, year: float, index: int, series: Series) -> float:
        if name in series:
            return series[name][index]
        return regime.paths[name].at(year) if name in regime.paths else self.model.quantities[name].number

    def _step(
        self,
        stocks: list[float],
        first: list[float],
        given: list[float],
        driven: list[float],
        year: float,
        length: float,
        scheme: Scheme,
        regime: Regime,
    ) -> list[float]:
        """The stocks one step later; levers hold still within a step."""

        def slopes_at(here: list[float], part: float) -> list[float]:
            return self._observe(here, given, driven, year + part, regime, saved=False)[0]

        return stepped(scheme, stocks, first, length, slopes_at)

    def _observe(
        self, stocks: list[float], given: list[float], driven: list[float], year: float, regime: Regime, *, saved: bool
    ) -> tuple[list[float], list[float]]:
        """Net changes, and on a saved row everything computed, else what moves the stocks."""
        program = self.program
        slopes, computed = (program.observe if saved else program.move)(stocks, given, driven, year)
        if all(map(math.isfinite, (*stocks, *driven, *slopes, *computed))):
            return slopes, computed
        values = dict(zip((*program.stocks, *program.driven, *program.given), (*stocks, *driven, *given), strict=True))
        raise self._culprit({**values, TIME: year}, regime, program.computed if saved else program.moving)

    def _culprit(self, values: dict[str, float], regime: Regime, computed: Sequence[str]) -> NotANumber:
        """Name the first quantity, in order of evaluation, that is not a finite number."""
        moment = f"in {values[TIME]:g} under regime `{regime.name}`"
        for name in (*self.program.stocks, *self.program.driven):
            if not math.isfinite(values[name]):
                return NotANumber(
                    f"`{name}` is not a number {moment}: it is {values[name]}",
                    name,
                    values[TIME],
                    where=self.model.quantities[name].where,
                    fix="shorten the step, or change what it starts from or follows",
                )
        for name in (*computed, *self.model.stocks):
            tree = self.model.quantities[name].tree
            assert tree is not None
            found = evaluate(tree, values, self.model)
            if not math.isfinite(found):
                break
            if name not in self.model.stocks:
                values[name] = found
        role = "the change of " if name in self.model.stocks else ""
        return NotANumber(
            f"{role}`{name}` is not a number {moment}: it is {found}",
            name,
            values[TIME],
            where=self.model.quantities[name].where,
            fix="its equation read " + ", ".join(f"{n} = {values[n]:.6g}" for n in self.model.causes(name)),
        )


def evaluate(expr: Expr, values: Mapping[str, float], model: Model) -> float:
    """An expression's value by walking its tree."""
    match expr:
        case Num(value):
            return value
        case Ref(name):
            return values[name]
        case Op(sign, (a, b)):
            return ARITHMETIC[sign](evaluate(a, values, model), evaluate(b, values, model))
        case Call(fn, args):
            return FUNCTIONS[fn](*(evaluate(a, values, model) for a in args))
        case Lookup(curve, at):
            return model.curves[curve](evaluate(at, values, model))
        case _:
            assert_never(expr)
