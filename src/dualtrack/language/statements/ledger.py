"""What a model must answer for, as data: facts it should reproduce, each with checks that a run passes or fails.

    Fact("S1", ("Farmed fish reach two fifths of sales", "养殖鱼占销量的四成"), "level", tests=(
        Check(Level("farmed_share", 2025.0, 2026.0), "within", Observed("farmed_share_of_sales", 2025), 0.08),))

Not like this: a bound without a source, a tolerance of zero, or a fact without a check.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.unit import ONE, YEAR, Unit
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed

FactRole = Literal["level", "direction", "timing", "reaction", "input", "parameter"]
"""What kind of thing a fact says; an `input` is fed to the model and a `parameter` set one, so neither is a test."""
Relation = Literal["within", "at_most", "at_least"]
Turn = Literal["peak", "trough", "fastest_rise", "fastest_fall"]


@checked
@dataclass(frozen=True, slots=True)
class Level:
    """A `variable` in a `year`, or its mean from `year` to `until`; divided by `per` where named."""

    variable: str
    year: float
    until: float | None = None
    per: str = ""


@checked
@dataclass(frozen=True, slots=True)
class Change:
    """The change of a `variable` from the year `start` to `stop`, divided by `per`; as a share of the first where `relative`."""

    variable: str
    start: float
    stop: float
    relative: bool = False
    per: str = ""


@checked
@dataclass(frozen=True, slots=True)
class Moment:
    """The first year from `start` to `stop` in which a `variable`, divided by `per`, takes a `turn`: peak, trough, or fastest."""

    variable: str
    turn: Turn
    start: float
    stop: float
    per: str = ""


@checked
@dataclass(frozen=True, slots=True)
class Observed:
    """A figure of the record, of a `series` in a `year`, or its change `since` an earlier date, `relative` or not.

    `per` is a series that divides it, `times` turns it into the model's unit. A whole number asks for the figure that speaks for
    the year, a broken one (2025.6) for the quarter or day that holds it. Raises `BadNumber` for no year, or a factor not above 0.
    """

    series: str
    year: float
    since: float | None = None
    relative: bool = False
    per: str = ""
    times: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.times < math.inf or not math.isfinite(self.year):
            raise BadNumber(f"a figure of the record is asked for by {self}", fix="give a year, and a factor above 0")


@checked
@dataclass(frozen=True, slots=True)
class Stated:
    """A bound, `value`, that a `source` states in words; `low` and `high` where it gives a range.

    Raises `BadNumber` for no source, or a value outside its range.
    """

    value: float
    source: str
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        low, high = self.range
        if not self.source or not -math.inf < low <= self.value <= high < math.inf:
            raise BadNumber(f"a stated bound is {self}", fix="give a source key, and a finite value inside its range")

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest value that the source allows."""
        return (self.value if self.low is None else self.low), (self.value if self.high is None else self.high)


Measure = Level | Change | Moment
Yardstick = Observed | Stated


@checked
@dataclass(frozen=True, slots=True)
class Check:
    """A `measure` of a run beside a `yardstick`, by a `relation`.

    `within`: no further than `tolerance`, in the measure's unit, outside the yardstick's range. `at_most` and `at_least` are hard
    bounds, and the tolerance is only the length in which a miss is counted. Raises `BadNumber` for no tolerance, or years that do
    not rise.
    """

    measure: Measure
    relation: Relation
    yardstick: Yardstick
    tolerance: float

    def __post_init__(self) -> None:
        if not 0 < self.tolerance < math.inf:
            raise BadNumber(
                f"the check of `{self.measure.variable}` has the tolerance {self.tolerance:g}",
                fix="give the distance, in the measure's unit, at which a miss begins to count",
            )
        start, stop = span(self.measure)
        if not start <= stop or (not isinstance(self.measure, Level) and start == stop):
            raise BadNumber(f"the check of `{self.measure.variable}` runs from {start:g} to {stop:g}", fix="let the years rise")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Fact(Printed):
    """Something that happened, by `id`: its `statement` in both languages, its `role`, and the `tests` that it is held to.

    `held_out` keeps it from tuning. Raises `BadNumber` for a fact without its words or its check.
    """

    id: str
    statement: Label
    role: FactRole
    tests: tuple[Check, ...]
    held_out: bool = False

    def __post_init__(self) -> None:
        if self.is_test and not self.tests:
            raise BadNumber(f"fact {self.id} has no check", fix="give one, or say that it is an input or a parameter")
        if not all(self.statement):
            raise BadNumber(f"fact {self.id} lacks its statement in English or Chinese", fix="write both")

    @property
    def is_test(self) -> bool:
        """Whether the model could fail it: what was fed in or set from it proves nothing."""
        return self.role not in ("input", "parameter")


def span(measure: Measure) -> tuple[float, float]:
    """The first and the last year that a measure reads."""
    match measure:
        case Level(_, year, until):
            return year, (year if until is None else until)
        case Change(_, start, stop) | Moment(_, _, start, stop):
            return start, stop


def measured_unit(model: Model, measure: Measure) -> Unit:
    """The unit in which a measure of a run is told."""
    match measure:
        case Moment():
            return YEAR
        case Change(relative=True):
            return ONE
        case Level() | Change():
            unit = model[measure.variable].unit
            return unit / model[measure.per].unit if measure.per else unit


def variables(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Every quantity that the checks read, sorted: what a run must save."""
    return names_read(check.measure for fact in facts for check in fact.tests)


def names_read(measures: Iterable[Measure]) -> tuple[str, ...]:
    """Every quantity that some measures read, sorted."""
    return tuple(sorted({name for measure in measures for name in (measure.variable, measure.per) if name}))


def check_facts(model: Model, facts: Iterable[Fact]) -> None:
    """Raise `DuplicateName` for a fact declared twice, `UnknownName` for a check of something that the model has not."""
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise DuplicateName(f"fact {fact.id} is declared twice", fix="rename one")
        seen.add(fact.id)
        for name in variables([fact]):
            if name not in model.quantities:
                raise UnknownName(
                    f"fact {fact.id} checks `{name}`, which the model has not",
                    near=nearest(name, model.quantities),
                    fix="correct the name, or declare the quantity",
                )


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Claim(Printed):
    """What a story or its critics assert, by `id` and `kind`: the `statement` in both languages.

    It is `carried_by` the quantities of its mechanism, or `waits_for` what is missing. Raises `BadNumber` for a claim without its
    words, or that points to nothing.
    """

    id: str
    kind: Literal["claim", "rival"]
    statement: Label
    carried_by: tuple[str, ...]
    waits_for: str = ""

    def __post_init__(self) -> None:
        if not all(self.statement):
            raise BadNumber(f"claim {self.id} lacks its statement in English or Chinese", fix="write both")
        if not self.carried_by and not self.waits_for:
            raise BadNumber(f"claim {self.id} points to nothing", fix="name the quantities that carry it, or what it waits for")


def check_claims(model: Model, claims: Iterable[Claim]) -> None:
    """Raise `DuplicateName` for a claim declared twice, `UnknownName` where something carries it that the model has not."""
    bases = {quantity.base for quantity in model.quantities.values()}
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            raise DuplicateName(f"claim {claim.id} is declared twice", fix="rename one")
        seen.add(claim.id)
        for name in claim.carried_by:
            if name not in bases:
                raise UnknownName(
                    f"claim {claim.id} is carried by `{name}`, which the model has not",
                    near=nearest(name, bases),
                    fix="correct the name, or declare the quantity",
                )
