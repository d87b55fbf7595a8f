"""Formulas as text, read into expression trees: `inshore_catch + offshore_catch <= fish_stock`.

    least(net_strength) <= landed_share <= greatest(net_strength)

A name over a dimension stands for each of its elements in turn, `net_strength.cod` for one of them; total, least and greatest
gather all; rate(x) is the net yearly change of a stock. Not like this: a name that no one defines, two dimensions at once.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from dualtrack.errors import TraceError, UnitMismatch, UnknownName, nearest
from dualtrack.language.expressions.expr import Call, Expr, Num, Op, Ref, names
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.expressions.unit import ONE, YEAR, Unit
from dualtrack.language.model import Model
from dualtrack.language.soundness.check_model import unit_of

Relation = Literal["<=", ">=", "==", "<", ">"]
SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
RELATIONS: dict[type[ast.cmpop], Relation] = {ast.LtE: "<=", ast.GtE: ">=", ast.Eq: "==", ast.Lt: "<", ast.Gt: ">"}
PAIRED = ("minimum", "maximum")
GATHERED: dict[str, Callable[[Expr, Expr], Expr]] = {
    "total": lambda a, b: Op("+", (a, b)),
    "least": lambda a, b: Call("minimum", (a, b)),
    "greatest": lambda a, b: Call("maximum", (a, b)),
}
RATE = "rate"


@dataclass(frozen=True, slots=True)
class FormulaReading:
    """One element's sides, left to right, and the relations between them; a plain value has one side and no relation."""

    element: str
    sides: tuple[Expr, ...]
    relations: tuple[Relation, ...]
    unit: Unit | None

    @property
    def is_plain(self) -> bool:
        """Whether its values have no unit, so that 1 is a size they can be held against."""
        return self.unit in (None, ONE)


def read(model: Model, text: str) -> tuple[FormulaReading, ...]:
    """The formula for each element of the dimension it runs over; raises `UnknownName`, `UnitMismatch` or `TraceError`."""
    try:
        body = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise _unreadable(text, str(error.msg)) from None
    dimensions = _dimensions(model, body)
    if len(dimensions) > 1:
        raise _unreadable(text, "it runs over " + " and ".join(sorted(each.name for each in dimensions)))
    elements = next(iter(dimensions)).elements if dimensions else ("",)
    return tuple(_Reader(model, text, element).formula(body) for element in elements)


def flat_names(model: Model, name: str) -> tuple[str, ...]:
    """A quantity, or every element of one over a dimension; raises `UnknownName`."""
    if name in model.quantities:
        return (name,)
    found = tuple(flat for flat, quantity in model.quantities.items() if quantity.base == name)
    return found or (model[name].name,)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the syntax of one formula into trees, for one element."""

    model: Model
    text: str
    element: str

    def formula(self, node: ast.expr) -> FormulaReading:
        sides, relations = [node], list[Relation]()
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            relations = [self.relation(each) for each in node.ops]
        trees = tuple(self.tree(side) for side in sides)
        return FormulaReading(self.element, trees, tuple(relations), self.unit(trees))

    def relation(self, node: ast.cmpop) -> Relation:
        if type(node) not in RELATIONS:
            raise _unreadable(self.text, "its sides must be held together by one of " + " ".join(RELATIONS.values()))
        return RELATIONS[type(node)]

    def tree(self, node: ast.expr) -> Expr:
        match node:
            case ast.Constant(value=int() | float() as value):
                return Num(float(value))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Op("*", (Num(-1.0), self.tree(operand)))
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in SIGNS:
                return Op(SIGNS[type(sign)], (self.tree(left), self.tree(right)))
            case ast.Call(func=ast.Name(id=function), args=args, keywords=[]):
                return self.call(function, args)
            case ast.Name() | ast.Attribute():
                return Ref(self.name(node))
            case _:
                raise _unreadable(self.text, f"`{ast.unparse(node)}` is neither a name, a number nor a sum of such")

    def call(self, function: str, args: Sequence[ast.expr]) -> Expr:
        match function, args:
            case (("total" | "least" | "greatest"), [inside]):
                elements = [dimension.elements for dimension in _dimensions(self.model, inside)]
                if len(elements) != 1:
                    raise _unreadable(self.text, f"`{function}` needs one dimension to gather")
                return reduce(GATHERED[function], [_Reader(self.model, self.text, each).tree(inside) for each in elements[0]])
            case "rate", [ast.Name() | ast.Attribute() as inside]:
                return self.rate(self.name(inside))
            case _ if function in PAIRED and len(args) == 2:
                return Call(function, tuple(self.tree(each) for each in args))
            case _:
                known = [*PAIRED, *GATHERED, RATE]
                raise _unreadable(self.text, f"`{function}` with {len(args)} arguments is not known", nearest(function, known))

    def rate(self, name: str) -> Expr:
        quantity = self.model[name]
        if quantity.role != "stock" or quantity.tree is None:
            raise _unreadable(self.text, f"`{name}` is a {quantity.role}, and only a stock has a rate")
        return quantity.tree

    def name(self, node: ast.expr) -> str:
        written = ast.unparse(node)
        if written == TIME or written in self.model.quantities:
            return written
        layered = f"{written}.{self.element}"
        if layered in self.model.quantities:
            return layered
        raise UnknownName(
            f"the formula `{self.text}` reads `{written}`, which the model has not",
            near=nearest(written, [*self.model.quantities, *(quantity.base for quantity in self.model.quantities.values())]),
            fix="correct the name, or declare the quantity",
        )

    def unit(self, sides: Sequence[Expr]) -> Unit | None:
        read_here = set[str]().union(*map(names, sides)) - {TIME}
        units = {TIME: YEAR} | {name: self.model.quantities[name].unit for name in read_here}
        try:
            found = [each for side in sides if (each := unit_of(side, units, self.model.curve_units)) is not None]
        except UnitMismatch as error:
            raise UnitMismatch(f"the formula `{self.text}` {error.what}", fix=error.fix) from None
        if len(set(found)) > 1:
            raise UnitMismatch(
                f"the formula `{self.text}` compares " + " with ".join(map(str, found)), fix="let its sides have one unit"
            )
        return found[0] if found else None


def _dimensions(model: Model, node: ast.expr) -> set[Dimension]:
    """The dimensions of the names that stand in no total, least or greatest."""
    match node:
        case ast.Call(func=ast.Name(id=function), args=args):
            return set() if function in GATHERED else set[Dimension]().union(*(_dimensions(model, each) for each in args))
        case ast.Name(id=base):
            dimensions = (quantity.dimension for quantity in model.quantities.values() if quantity.base == base)
            return {dimension for dimension in dimensions if dimension is not None}
        case ast.Attribute():
            return set()
        case _:
            below = (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
            return set[Dimension]().union(*(_dimensions(model, child) for child in below))


def _unreadable(text: str, why: str, near: str = "") -> TraceError:
    return TraceError(
        f"cannot read the formula `{text}`: {why}",
        near=near,
        fix="write names, numbers, + - * /, minimum, maximum, total, least, greatest, rate, and <= >= == < >",
    )
