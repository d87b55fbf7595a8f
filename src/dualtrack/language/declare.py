"""How a modeller writes a model: decorators and values that carry facts and change nothing.

A decorated equation is still the plain function it was, so `adoption(1.0, 2.0)` is a number:

    @flow("firm/year", label=("Adoption", "采用"), source="bass_1969")
    def adoption(potential_adopters, innovation):
        "Firms that switch each year, unprompted."
        return potential_adopters * innovation

Not like this: a bare number (`* 0.03`), an `if` on a variable, a name that no sector declares.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, TypeVar

from dualtrack.errors import BadNumber, DuplicateName
from dualtrack.language.declaration import Curve, Direction, Facts, Label, Parameter, Source, Values
from dualtrack.language.distribution import Category, PointMass, Prior, Uniform
from dualtrack.language.expressions.over_dimension import Dimension

Equation = TypeVar("Equation", bound=Callable[..., Any])
ANY = (-math.inf, math.inf)
POSITIVE = (0.0, math.inf)
SHARE = (0.0, 1.0)


def _attach(facts: Facts) -> Callable[[Equation], Equation]:
    def attach(equation: Equation) -> Equation:
        if hasattr(equation, "facts"):
            raise DuplicateName(f"`{equation.__name__}` is declared twice by its decorators", fix="keep one")
        equation.facts = facts  # type: ignore[attr-defined]
        return equation

    return attach


def stock(
    unit: str,
    *,
    initial: Parameter | Callable[..., Any] | float,
    label: Label,
    source: Source | None = None,
    over: Dimension | None = None,
    bounds: tuple[float, float] = POSITIVE,
) -> Callable[[Equation], Equation]:
    """A quantity that accumulates, in `unit`; the equation gives its net change per year.

    `initial` is where it starts: a declared number, a function of such, or 0. `label` is its name in English and Chinese,
    `source` the key of what the equation rests on, `over` a dimension of which each element has one, `bounds` the least and the
    greatest value that make sense. Raises `DuplicateName` for an equation that is declared twice.
    """
    return _attach(Facts("stock", unit, label, source, over, bounds, initial))


def flow(
    unit: str,
    *,
    label: Label,
    source: Source | None = None,
    over: Dimension | None = None,
    bounds: tuple[float, float] = POSITIVE,
) -> Callable[[Equation], Equation]:
    """A change per year; its `unit` is a stock's unit per year.

    `label`, `source`, `over` and `bounds` are as in `stock`, and so is what raises `DuplicateName`.
    """
    return _attach(Facts("flow", unit, label, source, over, bounds))


def auxiliary(
    unit: str, *, label: Label, source: Source | None = None, over: Dimension | None = None, bounds: tuple[float, float] = ANY
) -> Callable[[Equation], Equation]:
    """A quantity, in `unit`, that follows at once from others.

    `label`, `source`, `over` and `bounds` are as in `stock`, and so is what raises `DuplicateName`.
    """
    return _attach(Facts("auxiliary", unit, label, source, over, bounds))


def outcome(
    unit: str, *, label: Label, direction: Direction, source: Source | None = None, bounds: tuple[float, float] = ANY
) -> Callable[[Equation], Equation]:
    """An auxiliary, in `unit`, that regimes are judged by.

    `direction` is which way counts as more of what its name says: higher, lower or neutral. `label`, `source` and `bounds` are as
    in `stock`, and so is what raises `DuplicateName`.
    """
    return _attach(Facts("outcome", unit, label, source, None, bounds, direction=direction))


def smooth(
    unit: str,
    *,
    time: Parameter,
    initial: Parameter | Callable[..., Any] | float,
    label: Label,
    source: Source | None = None,
    over: Dimension | None = None,
    bounds: tuple[float, float] = ANY,
) -> Callable[[Equation], Equation]:
    """A stock, in `unit`, that follows what the equation returns, closing the gap over `time`, a declared number in years.

    `initial`, `label`, `source`, `over` and `bounds` are as in `stock`, and so is what raises `DuplicateName`.
    """
    return _attach(Facts("smooth", unit, label, source, over, bounds, initial, time))


def delay(
    unit: str,
    *,
    time: Parameter,
    order: int,
    initial: Parameter | Callable[..., Any] | float,
    label: Label,
    source: Source | None = None,
    bounds: tuple[float, float] = POSITIVE,
) -> Callable[[Equation], Equation]:
    """A flow, in `unit`, that leaves `time`, a declared number in years, after it entered, on average; nothing is lost.

    It passes `order` stages: the more, the less the times differ. `initial`, `label`, `source` and `bounds` are as in `stock`,
    and so is what raises `DuplicateName`.
    """
    return _attach(Facts("delay", unit, label, source, None, bounds, initial, time, order))


def constant(
    value: Values,
    unit: str,
    *,
    source: Source,
    label: Label,
    doc: str,
    low: Values | None = None,
    high: Values | None = None,
    over: Dimension | None = None,
) -> Parameter:
    """A number, `value` in `unit`, held the same in every world; without `low` and `high` it must be a definition or a coding.

    `source` is the key of a study, `Assumed` or `Definition`; `label` is its name in English and Chinese, `doc` its meaning.
    `over` a dimension, `value`, `low`, `high` and `source` may be given by element.
    """
    return Parameter(
        "constant", unit, value, value if low is None else low, value if high is None else high, source, label, doc, over
    )


def uncertainty(
    value: Values,
    unit: str,
    *,
    low: Values,
    high: Values,
    source: Source | Mapping[str, Source],
    label: Label,
    doc: str,
    over: Dimension | None = None,
    prior: Prior | None = None,
) -> Parameter:
    """A number in `unit` that differs between worlds, from `low` to `high`; its `prior` is triangular unless another is given.

    `value` is the nominal one; `source`, `label`, `doc` and `over` are as in `constant`.
    """
    return Parameter("uncertainty", unit, value, low, high, source, label, doc, over, prior)


NOT_THERE = 0.2
"""The share of the prior in which a mechanism does not exist: four to one that it does, for every switch alike."""
SWITCH_PRIOR = PointMass(0.0, NOT_THERE, Uniform(0.0, 1.0))
SWITCH_NOMINAL = 0.4
"""The prior's mean, the same for every switch, so that the nominal world takes no side."""


def switch(*, source: Source, label: Label, doc: str) -> Parameter:
    """The strength of a mechanism in [0, 1]; exactly 0, with a fifth of the prior, means that it does not exist.

    `source`, `label` and `doc` are as in `constant`.
    """
    return Parameter("switch", "1", SWITCH_NOMINAL, 0.0, 1.0, source, label, doc, None, SWITCH_PRIOR)


EXISTENCE_PRIOR = Category((0.0, 1.0), (NOT_THERE, 1 - NOT_THERE))
EXISTENCE_NOMINAL = 1.0
"""The likelier of its two values, the same for every such switch: no world has a part of a mechanism (decision note 018)."""


def existence(*, source: Source, label: Label, doc: str) -> Parameter:
    """A mechanism that exists or not: 1 in four fifths of the prior, else exactly 0, and nothing between.

    How large it is where it exists stands in other numbers, each with its own unit, range and source; one that has no such number
    beside it is a `switch`. `source`, `label` and `doc` are as in `constant`.
    """
    return Parameter("switch", "1", EXISTENCE_NOMINAL, 0.0, 1.0, source, label, doc, None, EXISTENCE_PRIOR)


def lever(
    value: Values,
    unit: str,
    *,
    low: Values,
    high: Values,
    source: Source,
    label: Label,
    doc: str,
    over: Dimension | None = None,
    dated: bool = False,
) -> Parameter:
    """What a government can set, over time, from `low` to `high` in `unit`; `value` holds where a regime says nothing.

    One that is `dated` is off at its value and on at its high end, so that a regime may give the date of the change alone.
    `source`, `label`, `doc` and `over` are as in `constant`.
    """
    return Parameter("lever", unit, value, low, high, source, label, doc, over, dated=dated)


def history(value: float, unit: str, *, low: float, high: float, source: Source, label: Label, doc: str) -> Parameter:
    """A series in `unit` that the record gives and no regime changes; `value` holds where the record is silent.

    It stays from `low` to `high`; `source`, `label` and `doc` are as in `constant`.
    """
    return Parameter("history", unit, value, low, high, source, label, doc)


def curve(points: tuple[tuple[float, float], ...], unit: str, *, of: str, source: Source, label: Label, doc: str) -> Curve:
    """A table from a quantity of unit `of` to one of `unit`; `source`, `label` and `doc` are as in `constant`.

    `points` of x and y must rise in x, and there must be two: raises `BadNumber` otherwise, or for what is not finite.
    """
    if len(points) < 2 or any(a[0] >= b[0] for a, b in pairwise(points)):
        raise BadNumber(f"a curve's points must rise in x, and there must be two: {points}", fix="sort the points")
    if not all(math.isfinite(number) for point in points for number in point):
        raise BadNumber(f"a curve holds something that is not a number: {points}", fix="give finite points")
    return Curve(unit, of, points, source, label, doc)
