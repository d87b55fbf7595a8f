"""Recorded trees as people wrote them: sums and minima over a dimension, clip, logistic and the minus sign, put back."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref, names
from dualtrack.language.expressions.fold import ONE, ZERO, substitute
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.model import Model

MINUS_ONE = Num(-1.0)


def over(base: str, dimension: str) -> str:
    """How any one element of a quantity is written: `maturity[layer]`."""
    return f"{base}[{dimension}]"


def dimensions(model: Model) -> tuple[Dimension, ...]:
    """The dimensions that some quantity of the model runs over, as declared."""
    return tuple(dict.fromkeys(q.dimension for q in model.quantities.values() if q.dimension is not None))


def shared_pattern(model: Model, dimension: Dimension, trees: Sequence[Expr]) -> Expr | None:
    """The one tree that those of a dimension's elements become when the element's name is the index, if there is one."""
    patterns = {_indexed(model, dimension, e, tree) for e, tree in zip(dimension.elements, trees, strict=True)}
    return patterns.pop() if len(patterns) == 1 else None


def gathered(model: Model, expr: Expr) -> Expr:
    """The tree with sums and minima over all elements of a dimension said once, as `total` and `smallest` of a pattern."""
    for word, terms in (("total", _sum(expr)), ("smallest", _least(expr))):
        for dimension in dimensions(model) if len(terms) > 1 else ():
            if len(terms) == len(dimension.elements):
                pattern = shared_pattern(model, dimension, terms)
                if pattern is not None and any(name.endswith(f"[{dimension.name}]") for name in names(pattern)):
                    return Call(word, (Ref(dimension.name), gathered(model, pattern)))
    match expr:
        case Op(sign, (a, b)):
            return Op(sign, (gathered(model, a), gathered(model, b)))
        case Call(fn, args):
            return Call(fn, tuple(gathered(model, a) for a in args))
        case Lookup(curve, at):
            return Lookup(curve, gathered(model, at))
        case _:
            return expr


def spoken(expr: Expr) -> Expr:
    """The tree with `negative`, `logistic`, `clip` and minima or maxima of many in place of what they stand for."""
    match expr:
        case Op(sign, (a, b)):
            return _spoken_operation(Op(sign, (spoken(a), spoken(b))))
        case Call(fn, args):
            return _spoken_call(Call(fn, tuple(map(spoken, args))))
        case Lookup(curve, at):
            return Lookup(curve, spoken(at))
        case _:
            return expr


def _indexed(model: Model, dimension: Dimension, element: str, tree: Expr) -> Expr:
    found = {name: model.quantities[name] for name in names(tree) if name in model.quantities}
    own = {n: q for n, q in found.items() if q.dimension == dimension and q.element == element}
    return substitute(tree, {n: Ref(over(q.base, dimension.name)) for n, q in own.items()})


def _sum(expr: Expr) -> list[Expr]:
    match expr:
        case Op("+", (a, b)):
            return [*_sum(a), b]
        case _:
            return [expr]


def _least(expr: Expr) -> list[Expr]:
    match expr:
        case Call("minimum", (a, b)):
            return [*_least(a), b]
        case _:
            return [expr]


def _spoken_operation(expr: Op) -> Expr:
    match expr:
        case Op("*", (number, x)) if number == MINUS_ONE and not isinstance(x, Num):
            return Call("negative", (x,))
        case Op("/", (top, Op("+", (one, Call("exp", (Op("-", (zero, x)),)))))) if (top, one, zero) == (ONE, ONE, ZERO):
            return Call("logistic", (x,))
        case _:
            return expr


def _spoken_call(expr: Call) -> Expr:
    match expr:
        case Call("minimum", (Call("maximum", (*inside, Num() as low)), Num() as high)):
            held = inside[0] if len(inside) == 1 else Call("maximum", tuple(inside))
            return Call("clip", (held, low, high))
        case Call("minimum" | "maximum" as fn, (Call(inner, earlier), last)) if inner == fn:
            return Call(fn, (*earlier, last))
        case _:
            return expr
