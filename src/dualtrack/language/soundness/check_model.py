"""Checks on a built model: units agree in every equation, and switches gate something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from dualtrack.errors import IdleSwitch, UnitMismatch, nearest
from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref, names
from dualtrack.language.expressions.fold import ZERO, fold, substitute
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.expressions.unit import ONE, YEAR, Unit
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity


def check(model: Model) -> None:
    """Raise on the first fault: `UnitMismatch` of units, `IdleSwitch` for a switch that gates nothing."""
    for name, curve in model.curves.items():
        for unit in model.curve_units[name]:
            _base_units(curve.where, unit, model.base_units)
    units = {name: q.unit for name, q in model.quantities.items()} | {TIME: YEAR}
    for quantity in model.quantities.values():
        _base_units(quantity.where, quantity.unit, model.base_units)
        if quantity.tree is not None:
            expected = quantity.unit / YEAR if quantity.role == "stock" else quantity.unit
            _agrees(model, quantity, quantity.tree, expected, units)
        if quantity.initial is not None:
            _agrees(model, quantity, quantity.initial, quantity.unit, units)
    for name in model.switches:
        if not any(gated_by(model, name).values()):
            raise IdleSwitch(
                f"switch `{name}` gates nothing: at zero every equation still reads all it read before",
                where=model.quantities[name].where,
                fix="multiply the mechanism's terms by it, or delete it",
            )


def gated_by(model: Model, switch: str) -> dict[str, set[str]]:
    """Per equation that reads the switch, the quantities whose influence vanishes when it is zero."""
    gated = {}
    for name, quantity in model.quantities.items():
        if quantity.tree is not None and switch in model.reads[name]:
            without = fold(substitute(quantity.tree, {switch: ZERO}))
            gated[name] = {*model.reads[name]} - names(without) - {switch}
    return gated


def unit_of(expr: Expr, units: Mapping[str, Unit], curves: Mapping[str, tuple[Unit, Unit]]) -> Unit | None:
    """The unit of an expression; None for a plain zero, which fits any unit. Raises `UnitMismatch` where units do not fit."""
    match expr:
        case Num(value):
            return None if value == 0 else ONE
        case Ref(name):
            return units[name]
        case Op("*", (a, b)):
            left, right = unit_of(a, units, curves), unit_of(b, units, curves)
            return None if left is None or right is None else left * right
        case Op("/", (a, b)):
            left, right = unit_of(a, units, curves), unit_of(b, units, curves)
            return None if left is None else left / (right or ONE)
        case Op(sign, (a, b)):
            return _same([a, b], f"computes {{}} {sign} {{}}", units, curves)
        case Call("minimum" | "maximum" | "greater" | "at_least" as fn, (a, b)):
            found = _same([a, b], f"takes {fn}({{}}, {{}})", units, curves)
            return found if fn in ("minimum", "maximum") else ONE
        case Call("where", (condition, a, b)):
            _plain(condition, "where's condition", units, curves)
            return _same([a, b], "chooses between {} and {}", units, curves)
        case Call(fn, args):
            for argument in args:
                _plain(argument, fn, units, curves)
            return ONE
        case Lookup(curve, at):
            of, gives = curves[curve]
            if (found := unit_of(at, units, curves)) not in (None, of):
                raise UnitMismatch(f"reads curve `{curve}` at {found}, and it is a curve of {of}", fix="convert the argument")
            return gives
        case _:
            assert_never(expr)


def _same(pair: Iterable[Expr], phrase: str, units: Mapping[str, Unit], curves: Mapping[str, tuple[Unit, Unit]]) -> Unit | None:
    left, right = (unit_of(e, units, curves) for e in pair)
    if left is not None and right is not None and left != right:
        raise UnitMismatch(phrase.format(left, right), fix="convert one side with a declared constant")
    return left if left is not None else right


def _plain(expr: Expr, fn: str, units: Mapping[str, Unit], curves: Mapping[str, tuple[Unit, Unit]]) -> None:
    if (found := unit_of(expr, units, curves)) not in (None, ONE):
        raise UnitMismatch(f"gives {fn} a value in {found}, which must have no unit", fix="divide by a reference value")


def _agrees(model: Model, quantity: Quantity, tree: Expr, expected: Unit, units: Mapping[str, Unit]) -> None:
    try:
        found = unit_of(tree, units, model.curve_units)
    except UnitMismatch as error:
        raise UnitMismatch(f"equation `{quantity.name}` {error.what}", where=quantity.where, fix=error.fix) from None
    if found not in (None, expected):
        raise UnitMismatch(
            f"`{quantity.name}` should be {expected} here but its equation gives {found}",
            where=quantity.where,
            fix="check each term; a stock's change and a flow are per year",
        )


def _base_units(where: str, unit: Unit, known: Mapping[str, str]) -> None:
    if unknown := unit.bases - set(known):
        name = min(unknown)
        raise UnitMismatch(
            f"the unit `{unit}` uses `{name}`, which no sector declares",
            where=where,
            near=nearest(name, known),
            fix="correct it, or declare BaseUnit(...) in a sector",
        )
