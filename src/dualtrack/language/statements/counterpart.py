"""What of a model a series of the record measures, how far by another definition, and whether it may weigh worlds: as data.

    Counterpart("fish_landed_quarter", "inshore_catch + offshore_catch", Relative(0.1),
        ("Landings of foreign boats are counted in.", "含外国渔船卸货。"))

A line of a measurement equation, in the words of state-space models: figure = formula, give or take an error of definition. Not
like this: one series for two formulas, a part scaled up to the whole by a guess, or a reason for a figure that lies inside.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning, TraceError, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.formula import FormulaReading, read
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.expressions.unit import declared_unit
from dualtrack.language.model import Model
from dualtrack.language.quantity import GIVEN

Bearing = Literal["value", "at_least", "at_most"]
"""What a figure says of the formula: what it is, or what it is no less or no more than."""
Cause = Literal["definition", "cycle", "structure", "outlook"]
"""Why a figure lies outside: it counts something else; a swing that the theory leaves out; the equations miss it; or someone's
view of years to come, which proves nothing.
"""


@checked
@dataclass(frozen=True, slots=True)
class Relative:
    """An error of definition as a `share` of the figure, one standard deviation; raises `BadNumber` unless it is above 0."""

    share: float

    def __post_init__(self) -> None:
        _above_zero(self.share)

    def scale(self, figure: float) -> float:
        """The error of a `figure`, in its unit."""
        return self.share * abs(figure)


@checked
@dataclass(frozen=True, slots=True)
class Points:
    """An error of definition in the unit of the formula, `size`, one standard deviation; raises `BadNumber` unless it is above
    0.
    """

    size: float

    def __post_init__(self) -> None:
        _above_zero(self.size)

    def scale(self, _figure: float) -> float:
        """The same for a figure of any size."""
        return self.size


@checked
@dataclass(frozen=True, slots=True)
class Outside:
    """Why figures whose middle lies from the year `first` to `last` are where hardly any world is expected to be.

    `cause` is the kind of reason, `why` says it in both languages. Raises `NoMeaning` for one language, `BadNumber` for years
    that fall.
    """

    first: float
    last: float
    cause: Cause
    why: Label

    def __post_init__(self) -> None:
        if not all(self.why):
            raise NoMeaning(f"a figure of {self.first:g} lies outside for no reason", fix="say why in both languages")
        if not self.first <= self.last:
            raise BadNumber(f"figures from {self.first:g} to {self.last:g} are to lie outside", fix="let the years rise")


@checked
@dataclass(frozen=True, slots=True)
class Counterpart:
    """A `series` of the record, and the formula of quantities that it measures, `reads`, up to an `error` of definition.

    Exact units are converted; `scale` corrects the rest, in `per`, units of the formula per unit of the series, where no exact
    factor exists. A figure is the mean over its period of each quantity named, or their value at its end (`at_end`), and `bears`
    on the formula as a value or as a bound. `caveat` says in both languages what the series counts otherwise.

    It is `used` to weigh worlds from the year `since` to `until`, or else only shown; where it is a part of another series,
    `part_of` names that, so that no sum counts twice. `sets` names numbers of the model that rest on it already, and `outside`
    tells why figures lie where hardly any world does. Raises `NoMeaning` for a caveat in one language, `BadNumber` for a scale
    that is not above 0 or years that fall, `UnitMismatch` for a `per` that is no unit.
    """

    series: str
    reads: str
    error: Relative | Points
    caveat: Label
    scale: float = 1.0
    per: str = "1"
    bears: Bearing = "value"
    at_end: bool = False
    used: bool = True
    since: float = -math.inf
    until: float = math.inf
    part_of: str = ""
    sets: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()

    def __post_init__(self) -> None:
        declared_unit(self.per, self.series, "")
        if not all(self.caveat):
            raise NoMeaning(f"the series `{self.series}` has the caveat {self.caveat}", fix="say it in both languages")
        if not 0 < self.scale < math.inf:
            raise BadNumber(f"the series `{self.series}` is scaled by {self.scale:g}", fix="give a factor above 0")
        if not self.since < self.until:
            raise BadNumber(f"the series `{self.series}` is used from {self.since:g} to {self.until:g}", fix="let the years rise")

    def reason(self, middle: float) -> Outside | None:
        """What was written of a figure whose period has this `middle`, a decimal year."""
        return next((each for each in self.outside if each.first <= middle <= each.last), None)


def _above_zero(size: float) -> None:
    if not 0 < size < math.inf:
        raise BadNumber(f"an error of definition is {size:g}", fix="give one standard deviation, above 0: no two counts agree")


def reading(model: Model, counterpart: Counterpart) -> FormulaReading:
    """What the counterpart's formula says, for one element.

    Raises `UnknownName` for a quantity that the model has not, `UnitMismatch` where its units do not fit, and `TraceError` where
    it relates values or runs over a dimension.
    """
    found = read(model, counterpart.reads)
    if len(found) != 1 or found[0].relations:
        raise TraceError(
            f"the formula `{counterpart.reads}` is no single value", fix="name the element, `share.tools`, and compare nothing"
        )
    return found[0]


def names_measured(model: Model, counterpart: Counterpart) -> tuple[str, ...]:
    """The quantities that a counterpart's formula names, sorted; raises as `reading` does."""
    return tuple(sorted(set[str]().union(*map(names, reading(model, counterpart).sides)) - {TIME}))


def check_counterparts(model: Model, counterparts: Sequence[Counterpart]) -> None:
    """Raise for a counterpart that does not fit the model.

    `DuplicateName` for a series that has two, `UnknownName`, `UnitMismatch` or `TraceError` for a formula that cannot be read, a
    number that it sets or a series that it is part of and that is not there.
    """
    every = {each.series: each for each in counterparts}
    seen: set[str] = set()
    numbers = {quantity.base for quantity in model.quantities.values() if quantity.role in GIVEN}
    for each in counterparts:
        if each.series in seen:
            raise DuplicateName(
                f"the series `{each.series}` has two counterparts, `{every[each.series].reads}` the last",
                fix="keep one: what is weighed twice counts twice",
            )
        seen.add(each.series)
        try:
            names_measured(model, each)
        except LabError as error:
            what = f"{error.what}, in the counterpart of `{each.series}`"
            raise type(error)(what, where=error.where, near=error.near, fix=error.fix) from None
        _known(each, each.sets, numbers, "sets", "number of the model")
        _known(each, (each.part_of,) if each.part_of else (), every, "is part of", "series with a counterpart")


def _known(counterpart: Counterpart, asked: Iterable[str], known: Iterable[str], verb: str, kind: str) -> None:
    for name in asked:
        if name not in known:
            raise UnknownName(
                f"the series `{counterpart.series}` {verb} `{name}`, which is no {kind}",
                near=nearest(name, known),
                fix="correct the name",
            )
