"""How fast does a stock drain by itself, and does the step keep up?

A stock that closes a gap, or empties, over a time is followed well by steps of a third of that time or less, roughly by steps up
to the whole of it, and beyond it swings to the other side of where it should settle. A delay has a time per stage.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

from dualtrack.errors import RunError
from dualtrack.language.expressions.expr import Expr, Num, Op, Ref
from dualtrack.language.quantity import COMPUTED, Quantity

USUAL = 3.0
"""Steps in the shortest time constant, by the field's rule."""
ROUNDING = 1e-9


class Wired(Protocol):
    """What of a model is read here: its equations, who reads whom, and the times once they are found."""

    @property
    def quantities(self) -> Mapping[str, Quantity]: ...
    @property
    def stocks(self) -> tuple[str, ...]: ...
    @property
    def reads(self) -> Mapping[str, frozenset[str]]: ...
    @property
    def shortest_times(self) -> Mapping[str, float]: ...


def shortest_times(model: Wired) -> dict[str, float]:
    """Per stock that surely drains by itself the shortest time over which it does, in years, at any value of the ranges.

    Sure is a term of its change, or of a flow in it, in which the stock, or a gap to it, is multiplied and divided by given
    numbers and levers alone; what hangs on more is found by halving the step.
    """
    rates = {name: _pull(model, model.quantities[name].tree, name, 1) for name in model.stocks}
    return {name: 1 / rate if rate < math.inf else 0.0 for name, rate in rates.items() if rate > 0}


def check_step(model: Wired, step: float) -> None:
    """Raise `RunError` where a step is longer than the time over which some stock drains."""
    for name, time in model.shortest_times.items():
        if step > time * (1 + ROUNDING):
            raise RunError(
                f"`{name}` can drain within {time:.3g} year, and a step of {step:g} year is longer: it would overshoot",
                where=model.quantities[name].where,
                fix=f"step by {time / USUAL:.2g} year or less, or raise the least of the time that it is divided by",
            )


def hurried(model: Wired, step: float) -> Mapping[str, float]:
    """The stocks for which a step is longer than a third of the time over which they can drain, with that time."""
    return {name: time for name, time in model.shortest_times.items() if USUAL * step > time * (1 + ROUNDING)}


def _pull(model: Wired, expr: Expr | None, stock: str, sign: int) -> float:
    """The greatest rate per year at which some term surely drains the stock; 0 where none does."""
    match expr:
        case Op("+" | "-" as joins, (a, b)):
            return max(_pull(model, a, stock, sign), _pull(model, b, stock, sign if joins == "+" else -sign))
        case Op("*", (a, b)):
            return max(_scaled(model, a, b, stock, sign), _scaled(model, b, a, stock, sign))
        case Op("/", (a, b)):
            pull = _pull(model, a, stock, sign)
            return pull and _over(pull, _range(model, b)[0])
        case Ref(name) if name == stock:
            return float(sign < 0)
        case Ref(name) if name in model.quantities and model.quantities[name].role in COMPUTED and stock in model.reads[name]:
            return _pull(model, model.quantities[name].tree, stock, sign)
        case _:
            return 0.0


def _scaled(model: Wired, factor: Expr, of: Expr, stock: str, sign: int) -> float:
    """The pull of an expression that is multiplied by a given number."""
    low, high = _range(model, factor)
    if math.isinf(high) or not (low >= 0 or high <= 0):
        return 0.0
    greatest = max(abs(low), abs(high))
    return greatest and greatest * _pull(model, of, stock, sign if low >= 0 else -sign)


def _range(model: Wired, expr: Expr) -> tuple[float, float]:
    """The least and the greatest value of a product of given numbers and levers; (inf, inf) where it is made of anything else."""
    match expr:
        case Num(value):
            return value, value
        case Ref(name) if name in model.quantities and model.quantities[name].value is not None:
            return model.quantities[name].low, model.quantities[name].high
        case Op("*", (a, b)):
            corners = [one * other for one in _range(model, a) for other in _range(model, b)]
            return (min(corners), max(corners)) if all(map(math.isfinite, corners)) else (math.inf, math.inf)
        case Op("/", (a, b)):
            (low, high), (least, most) = _range(model, a), _range(model, b)
            return (_over(low, most), _over(high, least)) if 0 <= low < math.inf and least > 0 else (math.inf, math.inf)
        case _:
            return math.inf, math.inf


def _over(value: float, by: float) -> float:
    """A rate from a time: at the least 0, and without end where the time may be 0."""
    return 0.0 if math.isinf(by) or by < 0 else value / by if by else math.inf
