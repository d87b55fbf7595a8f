"""Algebra that needs no numbers: put values in place of names and drop what they make vanish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from dualtrack.language.expr import Call, Expr, Lookup, Num, Op, Ref

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
    """The expression without terms that 0 and 1 make vanish: 0 * x, x + 0, 1 * x, x ** 0."""
    match expr:
        case Num() | Ref():
            return expr
        case Op(sign, (a, b)):
            return _arithmetic(sign, fold(a), fold(b))
        case Call("power", (a, b)):
            base, exponent = fold(a), fold(b)
            return ONE if exponent == ZERO or base == ONE else base if exponent == ONE else Call("power", (base, exponent))
        case Call("where", (condition, a, b)):
            test = fold(condition)
            if isinstance(test, Num):
                return fold(a) if test.value > 0 else fold(b)
            return Call("where", (test, fold(a), fold(b)))
        case Call(("minimum" | "maximum") as fn, (a, b)):
            left, right = fold(a), fold(b)
            return left if left == right else Call(fn, (left, right))
        case Call("exp" | "log" | "tanh" as fn, (a,)):
            return _known(fn, fold(a))
        case Call(fn, args):
            return Call(fn, tuple(map(fold, args)))
        case Lookup(curve, at):
            return Lookup(curve, fold(at))
        case _:
            assert_never(expr)


def _known(fn: str, a: Expr) -> Expr:
    if a == ZERO and fn != "log":
        return ONE if fn == "exp" else ZERO
    return ZERO if fn == "log" and a == ONE else Call(fn, (a,))


def _arithmetic(sign: str, a: Expr, b: Expr) -> Expr:
    if isinstance(a, Num) and isinstance(b, Num) and not (sign == "/" and b.value == 0):
        return Num({"+": a.value + b.value, "-": a.value - b.value, "*": a.value * b.value}.get(sign, a.value / (b.value or 1.0)))
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
