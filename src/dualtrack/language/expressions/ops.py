"""The only mathematics an equation may use besides + - * / and **; on numbers it computes, on names it records."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from dualtrack.errors import TraceError
from dualtrack.language.expressions.expr import Call, Node, lift
from dualtrack.language.expressions.over_dimension import Vector


def divide(a: float, b: float) -> float:
    """a / b; a division by zero gives an infinity, and 0 / 0 is not a number."""
    try:
        return a / b
    except ZeroDivisionError:
        return math.nan if a == 0 or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1.0, b)


def _exp(x: float) -> float:
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _log(x: float) -> float:
    return math.log(x) if x > 0 else -math.inf if x == 0 else math.nan


def _power(x: float, exponent: float) -> float:
    try:
        return math.pow(x, exponent)
    except ValueError:
        if x != 0:
            return math.nan
    except OverflowError:
        pass
    return -math.inf if math.copysign(1.0, x) < 0 and exponent % 2 == 1 else math.inf


FUNCTIONS: dict[str, Callable[..., float]] = {
    "exp": _exp,
    "log": _log,
    "tanh": math.tanh,
    "power": _power,
    "minimum": lambda a, b: a if a <= b or a != a else b,
    "maximum": lambda a, b: a if a >= b or a != a else b,
    "greater": lambda a, b: 1.0 if a > b else 0.0 if a <= b else math.nan,
    "at_least": lambda a, b: 1.0 if a >= b else 0.0 if a < b else math.nan,
    "where": lambda condition, a, b: a if condition > 0 else b if condition <= 0 else math.nan,
}
"""Each function hands on what is not a number, so that it surfaces in a quantity, where every run refuses it."""


def _op(fn: str, *args: Any) -> Any:
    vectors = [a for a in args if isinstance(a, Vector)]
    if vectors:
        if any(list(v) != list(vectors[0]) for v in vectors):
            raise TraceError("two vectors over different dimensions met", fix="sum one of them first with total()")
        return Vector({k: _op(fn, *(a[k] if isinstance(a, Vector) else a for a in args)) for k in vectors[0]})
    if any(isinstance(a, Node) for a in args):
        return Call(fn, tuple(map(lift, args)))
    return FUNCTIONS[fn](*args)


def exp(x: Any) -> Any:
    """e to the power `x`, which has no unit; raises `TraceError` for vectors over different dimensions."""
    return _op("exp", x)


def log(x: Any) -> Any:
    """Natural logarithm of `x` > 0, which has no unit; raises `TraceError` for vectors over different dimensions."""
    return _op("log", x)


def tanh(x: Any) -> Any:
    """Hyperbolic tangent of `x`, which has no unit; raises `TraceError` for vectors over different dimensions."""
    return _op("tanh", x)


def power(x: Any, exponent: Any) -> Any:
    """`x` >= 0 to an `exponent`; neither has a unit. Raises `TraceError` for vectors over different dimensions."""
    return _op("power", x, exponent)


def minimum(a: Any, b: Any) -> Any:
    """The smaller of `a` and `b`, of one unit; raises `TraceError` for vectors over different dimensions."""
    return _op("minimum", a, b)


def maximum(a: Any, b: Any) -> Any:
    """The larger of `a` and `b`, of one unit; raises `TraceError` for vectors over different dimensions."""
    return _op("maximum", a, b)


def greater(a: Any, b: Any) -> Any:
    """1 where `a` > `b`, of one unit, else 0; raises `TraceError` for vectors over different dimensions."""
    return _op("greater", a, b)


def at_least(a: Any, b: Any) -> Any:
    """1 where `a` >= `b`, of one unit, else 0; raises `TraceError` for vectors over different dimensions."""
    return _op("at_least", a, b)


def where(condition: Any, if_true: Any, if_false: Any) -> Any:
    """`if_true` where the `condition` is above 0, else `if_false`; raises `TraceError` for vectors over different dimensions."""
    return _op("where", condition, if_true, if_false)


def clip(x: Any, low: Any, high: Any) -> Any:
    """`x` held between `low` and `high`, all of one unit."""
    return minimum(maximum(x, low), high)


def logistic(x: Any) -> Any:
    """1 / (1 + exp(-`x`)); `x` has no unit."""
    return 1 / (1 + exp(0 - x))


def total(vector: Vector) -> Any:
    """The sum over the elements of a `vector`."""
    first, *rest = vector.values()
    for value in rest:
        first = first + value
    return first


def smallest(vector: Vector) -> Any:
    """The least of the elements of a `vector`."""
    first, *rest = vector.values()
    for value in rest:
        first = minimum(first, value)
    return first
