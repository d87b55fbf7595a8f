"""Algebra that needs no numbers: put values in place of names and drop what they make vanish."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import assert_never

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref
from dualtrack.language.expressions.ops import FUNCTIONS, divide

ZERO, ONE = Num(0.0), Num(1.0)


def substitute(expr: Expr, values: Mapping[str, Expr]) -> Expr:
    """The expression with names replaced, and nothing else changed."""
    match expr:
        case Num():
            return expr
        case Ref(name):
            return values.get(name, expr)
        case Op(sign, (a, b)):
            return Op(sign, (substitute(a, values), substitute(b, values)))
        case Call(fn, args):
            return Call(fn, tuple(substitute(a, values) for a in args))
        case Lookup(curve, at):
            return Lookup(curve, substitute(at, values))
        case _:
            assert_never(expr)


def fold(expr: Expr) -> Expr:
    """The expression without terms that 0 and 1 make vanish: 0 * x, x + 0, 1 * x, x ** 0.

    Where the expression has a finite value on finite parts, the folded one has the same.
    """
    match expr:
        case Num() | Ref():
            return expr
        case Op(sign, (a, b)):
            return _arithmetic(sign, fold(a), fold(b))
        case Call("power", (a, b)):
            base, exponent = fold(a), fold(b)
            if exponent == ZERO or base == ONE:
                return ONE
            return base if exponent == ONE else _known("power", (base, exponent))
        case Call("where", (condition, a, b)):
            test = fold(condition)
            if isinstance(test, Num):
                return fold(a) if test.value > 0 else fold(b)
            return Call("where", (test, fold(a), fold(b)))
        case Call(fn, args):
            return _known(fn, tuple(map(fold, args)))
        case Lookup(curve, at):
            return Lookup(curve, fold(at))
        case _:
            assert_never(expr)


def _known(fn: str, args: tuple[Expr, ...]) -> Expr:
    """A function of numbers is a number, unless that would hide what is not one."""
    if fn in ("minimum", "maximum") and args[0] == args[1]:
        return args[0]
    found = FUNCTIONS[fn](*(a.value for a in args if isinstance(a, Num))) if all(isinstance(a, Num) for a in args) else math.nan
    return Num(found) if math.isfinite(found) else Call(fn, args)


def _arithmetic(sign: str, a: Expr, b: Expr) -> Expr:
    if isinstance(a, Num) and isinstance(b, Num):
        found = {"+": a.value + b.value, "-": a.value - b.value, "*": a.value * b.value, "/": divide(a.value, b.value)}[sign]
        return Num(found) if math.isfinite(found) else Op(sign, (a, b))
    match sign:
        case "+":
            return b if a == ZERO else a if b == ZERO else Op("+", (a, b))
        case "-":
            return a if b == ZERO else ZERO if a == b else Op("-", (a, b))
        case "*":
            if ZERO in (a, b):
                return ZERO
            return b if a == ONE else a if b == ONE else Op("*", (a, b))
        case _:
            return ZERO if a == ZERO else a if b == ONE else Op("/", (a, b))
