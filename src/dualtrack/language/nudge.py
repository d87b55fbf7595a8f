"""A nudge: those who read a quantity read it larger or smaller by a part of itself, while the nudge is in force.

    nudgeable(model, {"effort": [("effort", "catch"), ("effort", "fleet_share.inshore")]})

Many nudges are built into one model, each moved by a number of its own that is 0 unless a world says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dualtrack.language.cut import Edge, check_edge
from dualtrack.language.expressions.expr import Expr, Num, Op, Ref
from dualtrack.language.expressions.fold import substitute
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity

IN_FORCE = "nudge.in_force"
"""The history that says when nudges act: 1 while they do, else 0."""


def size_name(nudge: str) -> str:
    """The number that says by what part of itself a nudged quantity is read larger."""
    return f"{nudge}.nudged_by"


def nudgeable(model: Model, nudges: Mapping[str, Sequence[Edge]]) -> Model:
    """The model in which any of some nudges may act, each on edges of its own; an edge in several adds them up.

    Raises `UnknownName` or `RegimeError` for what is no edge between moving quantities.
    """
    acting: dict[Edge, list[str]] = {}
    for nudge, edges in nudges.items():
        for edge in edges:
            check_edge(model, edge)
            acting.setdefault(edge, []).append(nudge)
    given = {size_name(nudge): _number(model, edges[0], size_name(nudge)) for nudge, edges in nudges.items() if edges}
    if given:
        given[IN_FORCE] = replace(next(iter(given.values())), name=IN_FORCE, base=IN_FORCE, role="history", low=0.0)
    factors = {_factor_name(own): _factor(next(iter(given.values())), own) for own in map(tuple, acting.values())}
    quantities = {**model.quantities, **given, **factors}
    for effect in dict.fromkeys(effect for _, effect in acting):
        tree = quantities[effect].tree
        assert tree is not None
        larger = {a: _larger(a, _factor_name(tuple(own))) for (a, b), own in acting.items() if b == effect}
        quantities[effect] = replace(quantities[effect], tree=substitute(tree, larger))
    return replace(model, quantities=quantities)


def _larger(cause: str, factor: str) -> Expr:
    return Op("*", (Ref(cause), Ref(factor)))


def _factor_name(nudges: tuple[str, ...]) -> str:
    return " and ".join(nudges) + ".factor"


def _factor(like: Quantity, nudges: tuple[str, ...]) -> Quantity:
    """One, and while nudges are in force the sum of those that act."""
    total: Expr = Ref(size_name(nudges[0]))
    for nudge in nudges[1:]:
        total = Op("+", (total, Ref(size_name(nudge))))
    tree = Op("+", (Num(1.0), Op("*", (Ref(IN_FORCE), total))))
    return replace(like, name=_factor_name(nudges), base=_factor_name(nudges), role="auxiliary", value=None, tree=tree)


def _number(model: Model, edge: Edge, name: str) -> Quantity:
    """A number of no unit between minus one and one, 0 unless a world says otherwise."""
    source = model[edge[0]]
    blank = replace(source, name=name, base=name, element=None, dimension=None, initial=None, prior=None, expanded_from="")
    return replace(blank, role="constant", unit=ONE, low=-1.0, high=1.0, value=0.0, tree=None)
