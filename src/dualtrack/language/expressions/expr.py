"""The expression tree: five kinds of node, recorded by calling an equation with names instead of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from dualtrack.errors import TraceError


class Node:
    """Arithmetic on nodes builds nodes; a truth value is refused."""

    __slots__ = ()

    def __add__(self, other: object) -> Expr:
        return Op("+", (lift(self), lift(other))) if liftable(other) else NotImplemented

    def __radd__(self, other: object) -> Expr:
        return Op("+", (lift(other), lift(self)))

    def __sub__(self, other: object) -> Expr:
        return Op("-", (lift(self), lift(other))) if liftable(other) else NotImplemented

    def __rsub__(self, other: object) -> Expr:
        return Op("-", (lift(other), lift(self)))

    def __mul__(self, other: object) -> Expr:
        return Op("*", (lift(self), lift(other))) if liftable(other) else NotImplemented

    def __rmul__(self, other: object) -> Expr:
        return Op("*", (lift(other), lift(self)))

    def __truediv__(self, other: object) -> Expr:
        return Op("/", (lift(self), lift(other))) if liftable(other) else NotImplemented

    def __rtruediv__(self, other: object) -> Expr:
        return Op("/", (lift(other), lift(self)))

    def __pow__(self, other: object) -> Expr:
        return Call("power", (lift(self), lift(other))) if liftable(other) else NotImplemented

    def __rpow__(self, other: object) -> Expr:
        return Call("power", (lift(other), lift(self)))

    def __neg__(self) -> Expr:
        return Op("*", (Num(-1.0), lift(self)))

    def __bool__(self) -> bool:
        raise TraceError(
            "an equation branched on a model variable",
            fix="write where(condition, if_true, if_false), minimum, maximum or clip instead of if, and, or, min, max",
        )

    def _refuse(self, other: object) -> bool:
        raise TraceError(
            "an equation compared model variables with <, <=, > or >=",
            fix="write greater(a, b) or at_least(a, b), which are 1 or 0",
        )

    __lt__ = __le__ = __gt__ = __ge__ = _refuse


@dataclass(frozen=True, slots=True)
class Num(Node):
    """A number written in an equation."""

    value: float


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """The value of a named quantity."""

    name: str


@dataclass(frozen=True, slots=True)
class Op(Node):
    """Arithmetic on two expressions: sign is one of + - * /."""

    sign: str
    args: tuple[Expr, Expr]


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of `ops.FUNCTIONS` applied to expressions."""

    fn: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Lookup(Node):
    """A curve of the model read at an expression, linear between its points, flat beyond them."""

    curve: str
    at: Expr


Expr = Num | Ref | Op | Call | Lookup


def liftable(value: object) -> bool:
    """Whether a value can stand in an expression."""
    return isinstance(value, (Node, int, float))


def lift(value: object) -> Expr:
    """A plain number becomes `Num`; a node stays itself; anything else raises `TraceError`."""
    match value:
        case Num() | Ref() | Op() | Call() | Lookup():
            return value
        case int() | float():
            return Num(float(value))
        case _:
            raise TraceError(f"cannot use {value!r} in an equation", fix="use numbers 0, 1, 2 and the names of quantities")


def children(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly below this one."""
    match expr:
        case Num() | Ref():
            return ()
        case Op(_, args):
            return args
        case Call(_, args):
            return args
        case Lookup(_, at):
            return (at,)
        case _:
            assert_never(expr)


def nodes(expr: Expr) -> Iterator[Expr]:
    """The expression and everything below it, in no order that matters."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(children(node))


def names(expr: Expr) -> set[str]:
    """Every quantity the expression reads."""
    return {node.name for node in nodes(expr) if isinstance(node, Ref)}


def numbers(expr: Expr) -> set[float]:
    """Every number written in the expression."""
    return {node.value for node in nodes(expr) if isinstance(node, Num)}


def curves(expr: Expr) -> set[str]:
    """Every curve the expression reads."""
    return {node.curve for node in nodes(expr) if isinstance(node, Lookup)}
