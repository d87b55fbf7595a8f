"""What each declaration says, once per name: smooths and delays as they were declared, dimensions as an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from dualtrack.language.expressions.expr import Expr, Num, Op, curves, names
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.soundness.check_model import gated_by
from dualtrack.language.tongue import ENGLISH, Tongue
from dualtrack.targets.print.idiom import gathered, over, shared_pattern
from dualtrack.targets.print.latex import by_name, latex
from dualtrack.targets.print.plain import Spell, plain


@dataclass(frozen=True, slots=True)
class Statement:
    """An equation: `body` is the value of `name`, its net change per year, or what a smooth or a delay takes in."""

    name: str
    kind: Literal["value", "change", "smooth", "delay"]
    body: Expr
    initial: Expr | None = None
    time: Expr | None = None
    order: int = 1

    @property
    def parts(self) -> tuple[Expr, ...]:
        """Every expression it is made of."""
        return tuple(part for part in (self.body, self.initial, self.time) if part is not None)


def declared(model: Model) -> dict[str, tuple[Quantity, ...]]:
    """The quantities of each declared name, one per element; the stages of a delay are part of the delay."""
    found: dict[str, list[Quantity]] = {}
    for quantity in model.quantities.values():
        if not is_stage(quantity):
            found.setdefault(quantity.base, []).append(quantity)
    return {base: tuple(group) for base, group in found.items()}


def is_stage(quantity: Quantity) -> bool:
    """Whether it is one of the stocks that a delay passes through."""
    return quantity.expanded_from == "delay" and quantity.role == "stock"


def statements(model: Model, group: tuple[Quantity, ...]) -> tuple[Statement, ...]:
    """The equations of one declared name: one with an index where its elements say the same, else one per element."""
    each = [found for quantity in group if (found := _recovered(model, quantity)) is not None]
    shared = _shared(model, group, each) if 1 < len(group) == len(each) else None
    return tuple(_gathered(model, s) for s in ([shared] if shared is not None else each))


def in_text(statement: Statement, spell: Spell = str, say: Tongue = ENGLISH) -> Iterator[str]:
    """The equation, and where it starts, as lines of text."""
    name, body = spell(statement.name), plain(statement.body, spell)
    time = "" if statement.time is None else plain(statement.time, spell)
    match statement.kind:
        case "value":
            yield f"{name} = {body}"
        case "change":
            yield say(f"change of {name} per year = {body}", f"{name} 每年的变化 = {body}")
        case "smooth":
            yield f"{name} = smooth({body}, time={time})"
        case "delay":
            yield f"{name} = delay({body}, time={time}, order={statement.order})"
        case _:
            assert_never(statement.kind)
    if statement.initial is not None:
        initial = plain(statement.initial, spell)
        yield say(f"{name} starts at {initial}", f"{name} 的初始值：{initial}")


def in_latex(statement: Statement, spell: Spell = by_name) -> Iterator[str]:
    """The equation, and where it starts, as LaTeX formulas."""
    name, body = spell(statement.name), latex(statement.body, spell)
    time = "" if statement.time is None else latex(statement.time, spell)
    match statement.kind:
        case "value":
            yield f"{name} = {body}"
        case "change":
            yield rf"\frac{{\mathrm{{d}}}}{{\mathrm{{d}}t}} {name} = {body}"
        case "smooth":
            yield rf"{name} = \mathrm{{smooth}}\left( {body}, \text{{ over }} {time} \right)"
        case "delay":
            stages = rf"\text{{ in {statement.order} stage{'s' * (statement.order > 1)}}}"
            yield rf"{name} = \mathrm{{delay}}\left( {body}, \text{{ by }} {time}, {stages} \right)"
        case _:
            assert_never(statement.kind)
    if statement.initial is not None:
        yield rf"{name} \text{{ starts at }} {latex(statement.initial, spell)}"


def causes(model: Model) -> dict[str, tuple[str, ...]]:
    """Per declared name, the declared names and curves that its equation, its start or its time reads."""
    found = {}
    for base, group in declared(model).items():
        parts = [part for quantity in group if (s := _recovered(model, quantity)) is not None for part in s.parts]
        read = {model.quantities[n].base for part in parts for n in names(part) if n in model.quantities}
        found[base] = tuple(sorted(read.union(*map(curves, parts))))
    return found


def effects(model: Model) -> dict[str, tuple[str, ...]]:
    """Per declared name or curve, the declared names that read it."""
    read_by = causes(model)
    return {name: tuple(b for b, read in read_by.items() if name in read) for name in (*read_by, *model.curves)}


def gates(model: Model) -> dict[str, dict[str, tuple[str, ...]]]:
    """Per switch and declared name that reads it, the declared names whose influence vanishes when the switch is zero."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name in model.switches:
        vanishing: dict[str, set[str]] = {}
        for reader, gone in gated_by(model, name).items():
            bases = {model.quantities[n].base if n in model.quantities else n for n in gone}
            vanishing.setdefault(model.quantities[reader].base, set()).update(bases)
        found[name] = {reader: tuple(sorted(gone)) for reader, gone in vanishing.items() if gone}
    return found


def _recovered(model: Model, quantity: Quantity) -> Statement | None:
    """What was declared; the stocks that stand for a smooth or a delay are read back into it."""
    tree, first = quantity.tree, model.quantities.get(f"{quantity.name}.stage_1")
    match quantity.expanded_from, tree:
        case _, None:
            return None
        case "smooth", Op("/", (Op("-", (followed, _)), time)):
            return Statement(quantity.name, "smooth", followed, quantity.initial, time)
        case "delay", Op("/", (_, Op("/", (time, Num(order))))) if first is not None:
            match first.tree, first.initial:
                case Op("-", (entering, _)), Op("*", (initial, _)):
                    return Statement(quantity.name, "delay", entering, initial, time, int(order))
        case _:
            pass
    return Statement(quantity.name, "change" if quantity.role == "stock" else "value", tree, quantity.initial)


def _shared(model: Model, group: tuple[Quantity, ...], each: list[Statement]) -> Statement | None:
    dimension = group[0].dimension
    if dimension is None or len({(s.kind, s.order, len(s.parts)) for s in each}) != 1:
        return None
    patterns = [shared_pattern(model, dimension, parts) for parts in zip(*(s.parts for s in each), strict=True)]
    if None in patterns:
        return None
    body, initial, time = [*patterns, None, None][:3]
    assert body is not None
    return Statement(over(group[0].base, dimension.name), each[0].kind, body, initial, time, each[0].order)


def _gathered(model: Model, statement: Statement) -> Statement:
    body, initial, time = (
        None if part is None else gathered(model, part) for part in (statement.body, statement.initial, statement.time)
    )
    assert body is not None
    return Statement(statement.name, statement.kind, body, initial, time, statement.order)


def is_number(group: tuple[Quantity, ...]) -> bool:
    """Whether a declared name is given from outside instead of computed."""
    return all(quantity.tree is None for quantity in group)
