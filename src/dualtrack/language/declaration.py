"""What a declaration is: a number with its range and source, a curve, the facts of an equation; the words are in declare.py."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from dualtrack.language.checked import checked
from dualtrack.language.distribution import Prior
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.frozen import freeze_fields

Label = tuple[str, str]
Values = float | Mapping[str, float]
EquationRole = Literal["stock", "flow", "auxiliary", "outcome", "smooth", "delay"]
ParameterRole = Literal["constant", "uncertainty", "switch", "lever", "history"]
Direction = Literal["higher", "lower", "neutral"]
Sector = ModuleType | type
"""What holds declarations by name: a module, or in a notebook a class that is never made."""


@checked
@dataclass(frozen=True, slots=True)
class Assumed:
    """The source of a number that no study gives: `why` this value, and what would `measure` it."""

    why: str
    measure: str


@checked
@dataclass(frozen=True, slots=True)
class Definition:
    """The source of a number that is true by definition, such as months per year, and `why`."""

    why: str


Source = str | Assumed | Definition


@checked
@dataclass(frozen=True, slots=True)
class BaseUnit:
    """A unit that is no product of others, by `name`, with its meaning, `doc`."""

    name: str
    doc: str


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A number that equations read by name, or one per element of the dimension it is declared `over`.

    `role` says what may change it; `value`, `low` and `high` are in `unit`, and `prior` is what is believed of it. `source`,
    `label` and `doc` say whence it is, what it is called in English and Chinese, and what it means; one that is `dated` is set by
    a date alone.
    """

    role: ParameterRole
    unit: str
    value: Values
    low: Values
    high: Values
    source: Source | Mapping[str, Source]
    label: Label
    doc: str
    over: Dimension | None = None
    prior: Prior | None = None
    dated: bool = False
    where: str = field(init=False)
    sector: str = field(init=False)

    def __post_init__(self) -> None:
        freeze_fields(self)
        remember_place(self)

    def at(self, element: str | None) -> tuple[float, float, float, Source]:
        """Value, low, high and source for one element."""
        value, low, high = (v[element] if isinstance(v, Mapping) else v for v in (self.value, self.low, self.high))  # type: ignore[index]
        source = self.source[element] if isinstance(self.source, Mapping) else self.source  # type: ignore[index]
        return value, low, high, source


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A table of `points`, from a quantity of unit `of` to one of `unit`; an equation calls it: `effect_curve(ratio)`.

    `source`, `label` and `doc` say whence it is, what it is called in English and Chinese, and what it means.
    """

    unit: str
    of: str
    points: tuple[tuple[float, float], ...]
    source: Source
    label: Label
    doc: str
    where: str = field(init=False)
    sector: str = field(init=False)

    def __post_init__(self) -> None:
        remember_place(self)

    def __call__(self, at: float) -> float:
        """The value at a plain number, linear between points, flat beyond them."""
        (left, height), *others = self.points
        if at <= left:
            return height
        if math.isnan(at):
            return math.nan
        for x, y in others:
            if at < x:
                return height + (y - height) * (at - left) / (x - left)
            left, height = x, y
        return height


WITHIN = (f"{Path(__file__).parent}", "<string>")
"""Where the words themselves stand; a dataclass is made in no file."""


def remember_place(declaration: object) -> None:
    """Note the file, line and module of the call that declared it: the first above the words of the language."""
    frame = sys._getframe(1)
    while frame.f_code.co_filename.startswith(WITHIN) and frame.f_back is not None:
        frame = frame.f_back
    object.__setattr__(declaration, "where", f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
    object.__setattr__(declaration, "sector", frame.f_globals.get("__name__", ""))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a decorator attaches to an equation."""

    role: EquationRole
    unit: str
    label: Label
    source: Source | None
    over: Dimension | None
    bounds: tuple[float, float]
    initial: Parameter | Callable[..., Any] | float | None = None
    time: Parameter | None = None
    order: int = 1
    direction: Direction = "neutral"
