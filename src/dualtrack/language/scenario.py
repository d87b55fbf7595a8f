"""What a run is made of besides the model: a clock, a regime (lever paths) and a world (drawn numbers)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from dualtrack.errors import RegimeError, brief, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import GIVEN, Quantity

SMALL = 1e-9
"""Years by which a date may miss a step and still count as on it; a second is 3e-8 years."""
LONG_AGO = 0.0
"""A year before every run, from which a lever that no one has set keeps its default."""


@checked
@dataclass(frozen=True, slots=True)
class Clock:
    """Years from `start` to `stop`, the `step` between evaluations and the time between saved rows, `save`, all in years.

    Raises `RegimeError` for a clock that does not run forward, or whose steps or saved rows do not come out even.
    """

    start: float
    stop: float
    step: float
    save: float

    def __post_init__(self) -> None:
        if (
            not all(map(math.isfinite, (self.start, self.stop, self.step, self.save)))
            or self.step <= 0
            or self.stop <= self.start
        ):
            raise RegimeError(f"a clock must run forward in finite steps: {self}", fix="give a later stop and a step above 0")
        for parts, of in (
            (self.save / self.step, "the time between saved rows is no whole number of steps"),
            ((self.stop - self.start) / self.save, "the run is no whole number of saved rows"),
        ):
            if parts < 1 - SMALL or abs(parts - round(parts)) > SMALL:
                raise RegimeError(f"{of}: {self}", fix="use powers of two, such as a step of 1/16 year saved every 1/4")

    @property
    def steps(self) -> int:
        """Number of steps from start to stop."""
        return round((self.stop - self.start) / self.step)

    def saving(self, every: float) -> Clock:
        """The same years and steps, saved `every` so many years, or halved until that comes out even; at every step at last."""
        while every > self.step:
            parts = (every / self.step, (self.stop - self.start) / every)
            if all(abs(part - round(part)) < SMALL for part in parts):
                return replace(self, save=every)
            every /= 2
        return replace(self, save=self.step)

    @property
    def stride(self) -> int:
        """Steps between saved rows."""
        return round(self.save / self.step)

    @property
    def years(self) -> tuple[float, ...]:
        """The year at every step, start and stop included."""
        return _moments(self.start, self.step, self.steps)

    @property
    def saved(self) -> tuple[float, ...]:
        """The years of the saved rows."""
        return self.years[:: self.stride]


@lru_cache
def _moments(start: float, step: float, steps: int) -> tuple[float, ...]:
    return tuple(start + i * step for i in range(steps + 1))


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Path(Printed):
    """A value over time: `points` of a year and a value, steps at these dates, or straight lines between them if `ramp`.

    Raises `RegimeError` for dates that do not rise, none, or what is not a number.
    """

    points: tuple[tuple[float, float], ...]
    ramp: bool = False

    def __post_init__(self) -> None:
        if not self.points or any(a[0] >= b[0] for a, b in zip(self.points, self.points[1:], strict=False)):
            raise RegimeError(f"a path's dates must rise, and there must be one: {brief(self.points)}", fix="sort the dates")
        if not all(math.isfinite(x) for point in self.points for x in point):
            raise RegimeError(
                f"a path holds something that is not a number: {brief(self.points)}", fix="give finite dates and values"
            )

    def at(self, year: float) -> float:
        """The value in a `year`; before the first date the first value holds."""
        after = bisect_right(self.points, (year + SMALL, math.inf))
        if after == 0:
            return self.points[0][1]
        left, height = self.points[after - 1]
        if not self.ramp or after == len(self.points):
            return height
        right, target = self.points[after]
        return height + (target - height) * max(year - left, 0.0) / (right - left)

    def then(self, date: float, other: Path) -> Path:
        """This path until a `date`, a year, and the `other` from it on."""
        if self.ramp != other.ramp and len(other.points) > 1:
            return _as_ramp(self).then(date, _as_ramp(other))
        earlier = tuple(p for p in self.points if p[0] < date - SMALL / 2)
        if self.ramp:
            earlier = (*(p for p in earlier if p[0] < date - SMALL), self._just_before(date))
        elif not earlier:
            earlier = ((date - 1.0, self.points[0][1]),)
        return Path((*earlier, (date, other.at(date)), *(p for p in other.points if p[0] > date + SMALL)), self.ramp)

    def _just_before(self, date: float) -> tuple[float, float]:
        """The point that ends this ramp a moment before a date, whatever it does on the date itself."""
        moment = date - SMALL
        left, height = next((p for p in reversed(self.points) if p[0] < date - SMALL / 2), self.points[0])
        right, target = next((p for p in self.points if p[0] >= date - SMALL / 2), (math.inf, height))
        if right == math.inf or left >= moment:
            return moment, height
        return moment, height + (target - height) * (moment - left) / (right - left)

    def printed_title(self) -> str:
        return f"Path: {'straight lines between' if self.ramp else 'steps at'} {len(self.points)} dates"

    def printed_lines(self) -> Mapping[str, object]:
        return {f"{year:g}": value for year, value in self.points}


def _as_ramp(path: Path) -> Path:
    """The same path written with straight lines: each step becomes a rise over a moment."""
    if path.ramp:
        return path
    points = [path.points[0]]
    for (_, before), (date, value) in zip(path.points, path.points[1:], strict=False):
        points += [(date - SMALL, before), (date, value)]
    return Path(tuple(points), ramp=True)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Regime(Printed):
    """A named policy of both governments: `paths` by lever, and what it stands for; levers it omits keep their default.

    `name` is its own, `label` its name and `doc` its meaning, in English and Chinese. `parts_at` is the year in which it leaves
    its base, `base` the name of that. `edition` is that of the theory for which it was written, and `changed` says what it holds
    since then that it did not before, in both languages; none of these changes a run.
    """

    name: str
    paths: Mapping[str, Path] = field(default_factory=dict)
    label: Label = ("", "")
    doc: Label = ("", "")
    parts_at: float | None = None
    base: str = ""
    edition: int = 1
    changed: Label = ("", "")

    def __post_init__(self) -> None:
        freeze_fields(self)

    def __hash__(self) -> int:
        return hash(self.name)


def course(model: Model, regime: Regime, name: str, years: Collection[float]) -> list[float]:
    """What a lever stands at in some years: what the regime says, or its declared value where that says nothing."""
    path = regime.paths.get(name)
    return [model[name].number] * len(years) if path is None else [path.at(year) for year in years]


def check_regime(model: Model, regime: Regime) -> None:
    """Raise `RegimeError` for a path of something that is no lever or history, or leaves its range."""
    for name, path in regime.paths.items():
        if name not in model.driven:
            raise RegimeError(
                f"regime `{regime.name}` sets `{name}`, which is no lever",
                near=nearest(name, model.driven),
                fix="set a lever or a history of the model",
            )
        quantity = model[name]
        for year, value in path.points:
            if not quantity.low <= value <= quantity.high:
                raise RegimeError(
                    f"regime `{regime.name}` sets `{name}` to {value:g} in {year:g}",
                    fix=_stay(quantity),
                )


def check_world(model: Model, world: Mapping[str, Any]) -> None:
    """Raise `RegimeError` for a value of what is no number of the model, one out of range, or none of few that it can take."""
    for name, value in world.items():
        quantity = model.quantities.get(name)
        if quantity is None or quantity.role not in GIVEN:
            raise RegimeError(
                f"`{name}` is no uncertainty, switch or constant",
                near=nearest(name, model.given),
                fix="change a number that the model is given; what is computed cannot be set",
            )
        if not (math.isfinite(value) and quantity.low <= value <= quantity.high):
            raise RegimeError(f"`{name}` cannot be {value:g}", fix=_stay(quantity))
        if quantity.few_values and value not in quantity.few_values:
            choices = ", ".join(f"{each:g}" for each in quantity.few_values)
            raise RegimeError(f"`{name}` cannot be {value:g}, which no world has", fix=f"choose one of {choices}")


def check_series(model: Model, lengths: Mapping[str, int], clock: Clock) -> None:
    """Raise `RegimeError` unless every frozen quantity, and nothing that moves by itself, has one value per step."""
    for name, length in lengths.items():
        if name not in model.driven:
            raise RegimeError(
                f"a series is given for `{name}`, which nothing from outside drives",
                near=nearest(name, model.driven),
                fix="freeze(model, [name]) first",
            )
        if length != clock.steps + 1:
            raise RegimeError(
                f"the series of `{name}` has {length} values for {clock.steps + 1} moments",
                fix="save it at every step, start and stop included",
            )
    for name in model.driven:
        if model[name].value is None and name not in lengths:
            raise RegimeError(f"`{name}` is frozen and no series gives its path", fix="pass series={name: values}")


def _stay(quantity: Quantity) -> str:
    unit = "" if quantity.unit == ONE else f" {quantity.unit}"
    return f"stay between {quantity.low:g} and {quantity.high:g}{unit}"
