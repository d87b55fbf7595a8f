"""What can be varied by itself? Uncertain numbers one by one, by sector or by meaning; those drawn together stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import NoMeaning
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import Quantity
from dualtrack.language.statements.display import NumberGroup

Grouping = Literal["number", "sector", "meaning"]
JOINED = " + "
REST = "rest"
"""What the numbers are called that stand in no group of one meaning."""


@dataclass(frozen=True, slots=True, repr=False)
class Factor(Printed):
    """Uncertain numbers that move together, by flat name; independent of every other factor. `is_rest`: all that are left."""

    name: str
    members: tuple[str, ...]
    label: Label
    is_rest: bool = False


def factors(model: Model, by: Grouping = "number", meanings: Sequence[NumberGroup] = ()) -> tuple[Factor, ...]:
    """Every uncertainty and switch in one factor each: a correlated group is one, and sectors that share a group are one.

    `meanings` are the groups of one meaning; the numbers in none of them are one factor more. Raises `NoMeaning` where these are
    asked for and there are none.
    """
    sets: list[list[str]] = []
    for names in (*_parts(model, by, meanings), *(list(group.names) for group in model.correlations)):
        touched = [each for each in sets if set(each) & set(names)]
        merged = list(dict.fromkeys(name for each in (*touched, names) for name in each))
        sets = [each for each in sets if each not in touched] + [merged]
    order = {name: place for place, name in enumerate(model.drawn)}
    ordered = sorted(sorted(order[name] for name in each) for each in sets)
    named = [[model.drawn[place] for place in each] for each in ordered]
    if by == "meaning":
        return tuple(_of_meanings(model, members, meanings) for members in named)
    return tuple(_factor(model, members, by) for members in named)


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


def _parts(model: Model, by: Grouping, meanings: Sequence[NumberGroup]) -> list[list[str]]:
    if by == "number":
        return [[name] for name in model.drawn]
    if by == "meaning":
        return _by_meaning(model, meanings)
    sectors = dict.fromkeys(model[name].sector for name in model.drawn)
    return [[name for name in model.drawn if model[name].sector == sector] for sector in sectors]


def _by_meaning(model: Model, meanings: Sequence[NumberGroup]) -> list[list[str]]:
    if not meanings:
        raise NoMeaning(
            "the theory groups none of its numbers by meaning",
            fix="declare groups (`Display.meanings`), or ask by number or sector",
        )
    parts = [[name for name in model.drawn if model[name].base in group.numbers] for group in meanings]
    held = {name for part in parts for name in part}
    return [part for part in (*parts, [name for name in model.drawn if name not in held]) if part]


def _of_meanings(model: Model, members: Sequence[str], meanings: Sequence[NumberGroup]) -> Factor:
    """The factor of one group, or of several that a correlation joins; all that stands in none is the rest."""
    bases = {model[name].base for name in members}
    joined = [group for group in meanings if bases & set(group.numbers)]
    if not joined:
        return Factor(REST, tuple(members), ("All other numbers together", "其余数值合计"), is_rest=True)
    en, zh = (JOINED.join(group.label[place] for group in joined) for place in (0, 1))
    return Factor(JOINED.join(group.id for group in joined), tuple(members), (en, zh))


def _factor(model: Model, members: list[str], by: Grouping) -> Factor:
    if by == "sector":
        name = JOINED.join(dict.fromkeys(model[each].sector for each in members))
        return Factor(name, tuple(members), (name, name))
    labels = [label_of(model[each]) for each in members]
    return Factor(
        JOINED.join(members), tuple(members), (JOINED.join(en for en, _ in labels), JOINED.join(zh for _, zh in labels))
    )
