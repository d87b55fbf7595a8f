"""What can be varied by itself? Uncertain numbers one by one or by sector; numbers that are drawn together stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import Quantity

Grouping = Literal["number", "sector"]
JOINED = " + "


@dataclass(frozen=True, slots=True, repr=False)
class Factor(Printed):
    """Uncertain numbers that move together, by flat name; independent of every other factor. `is_rest`: all that are left."""

    name: str
    members: tuple[str, ...]
    label: Label
    is_rest: bool = False


def factors(model: Model, by: Grouping = "number") -> tuple[Factor, ...]:
    """Every uncertainty and switch in one factor each: a correlated group is one, and sectors that share a group are one."""
    sets: list[list[str]] = []
    for names in (*_parts(model, by), *(list(group.names) for group in model.correlations)):
        touched = [each for each in sets if set(each) & set(names)]
        merged = list(dict.fromkeys(name for each in (*touched, names) for name in each))
        sets = [each for each in sets if each not in touched] + [merged]
    order = {name: place for place, name in enumerate(model.drawn)}
    ordered = sorted(sorted(order[name] for name in each) for each in sets)
    return tuple(_factor(model, [model.drawn[place] for place in each], by) for each in ordered)


def together(parts: Sequence[Factor]) -> Factor:
    """Several factors as one."""
    return Factor(
        f"{len(parts)} others",
        tuple(name for part in parts for name in part.members),
        (f"The other {len(parts)} together", f"其余 {len(parts)} 项合计"),
        is_rest=True,
    )


def label_of(quantity: Quantity) -> Label:
    """What a quantity is called in both languages, its element included."""
    if quantity.element is None:
        return quantity.label
    element = (quantity.element, quantity.element)
    if quantity.dimension is not None and quantity.dimension.labels:
        element = quantity.dimension.labels[quantity.dimension.elements.index(quantity.element)]
    return f"{quantity.label[0]} ({element[0].lower()})", f"{quantity.label[1]}（{element[1]}）"


def _parts(model: Model, by: Grouping) -> list[list[str]]:
    if by == "number":
        return [[name] for name in model.drawn]
    sectors = dict.fromkeys(model[name].sector for name in model.drawn)
    return [[name for name in model.drawn if model[name].sector == sector] for sector in sectors]


def _factor(model: Model, members: list[str], by: Grouping) -> Factor:
    if by == "sector":
        name = JOINED.join(dict.fromkeys(model[each].sector for each in members))
        return Factor(name, tuple(members), (name, name))
    labels = [label_of(model[each]) for each in members]
    return Factor(
        JOINED.join(members), tuple(members), (JOINED.join(en for en, _ in labels), JOINED.join(zh for _, zh in labels))
    )
