"""An edge cut: one equation reads a history in place of a quantity, and everybody else still reads the quantity.

    cut(model, [("catch", "fish_price")])

`freeze` holds a quantity for all who read it; this holds it for one, so that a single link of a loop can be taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dualtrack.errors import DuplicateName, RegimeError, nearest
from dualtrack.language.expressions.expr import Call, Expr, Ref
from dualtrack.language.expressions.fold import substitute
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.quantity import COMPUTED, Quantity, Role

Edge = tuple[str, str]
"""The flat names of a cause and of the quantity whose equation reads it."""


def held_name(edge: Edge) -> str:
    """The history that stands for the cause in a cut edge: a run must be given its path."""
    return f"{edge[0]}.held_for.{edge[1]}"


def gate_name(edge: Edge) -> str:
    """The number, 0 or 1, that says whether a gated edge is cut."""
    return f"{edge[0]}.is_held_for.{edge[1]}"


def cut(model: Model, edges: Iterable[Edge]) -> Model:
    """The model with some edges cut; raises `UnknownName` or `RegimeError` for what is no edge between moving quantities."""
    return _rewired(model, {edge: held_name(edge) for edge in edges}, lambda edge: Ref(held_name(edge)))


def gate(model: Model, edges: Iterable[Edge]) -> Model:
    """The model in which any of some edges may be cut by a number of the world, so that many cuts need one compilation."""
    gated = list(edges)
    held = {edge: held_name(edge) for edge in gated}
    rewired = _rewired(model, held, lambda edge: _either(gate_name(edge), held[edge], edge[0]))
    gates = {gate_name(edge): _gate(model[edge[0]], gate_name(edge)) for edge in gated}
    return replace(rewired, quantities={**rewired.quantities, **gates})


def history_of(cause: str) -> str:
    """The history that stands for a cause wherever a link from it is held together with others."""
    return f"{cause}.held"


def gate_of(group: str) -> str:
    """The number, 0 or 1, that says whether a group of edges is held."""
    return f"{group}.is_held"


def gate_together(model: Model, groups: Mapping[str, Iterable[Edge]]) -> Model:
    """The model in which each group of edges may be cut by one number; edges from one cause read one history.

    Raises `UnknownName` or `RegimeError` for what is no edge, and `DuplicateName` for an edge in two groups.
    """
    owner: dict[Edge, str] = {}
    for group, edges in groups.items():
        for edge in edges:
            if edge in owner:
                raise DuplicateName(
                    f"the link from `{edge[0]}` to `{edge[1]}` stands in `{owner[edge]}` and in `{group}`", fix="take one out"
                )
            owner[edge] = group
    history = {edge: history_of(edge[0]) for edge in owner}
    rewired = _rewired(model, history, lambda edge: _either(gate_of(owner[edge]), history[edge], edge[0]), and_levers=True)
    gates = {gate_of(group): _gate(model[edge[0]], gate_of(group)) for edge, group in owner.items()}
    return replace(rewired, quantities={**rewired.quantities, **gates})


def _rewired(model: Model, held: Mapping[Edge, str], instead: Callable[[Edge], Expr], *, and_levers: bool = False) -> Model:
    """The model in which something is read along some edges, beside the history that is `held` for each."""
    quantities = dict(model.quantities)
    for edge, history in held.items():
        check_edge(model, edge, and_levers=and_levers)
        tree = quantities[edge[1]].tree
        assert tree is not None
        quantities[edge[1]] = replace(quantities[edge[1]], tree=substitute(tree, {edge[0]: instead(edge)}))
        quantities[history] = _given(model[edge[0]], history, "history")
    return replace(model, quantities=quantities)


def _either(gate: str, history: str, cause: str) -> Expr:
    """The history where the gate is 1, else the cause."""
    return Call("where", (Ref(gate), Ref(history), Ref(cause)))


def _given(source: Quantity, name: str, role: Role) -> Quantity:
    return replace(source, name=name, role=role, tree=None, initial=None, value=None, prior=None, expanded_from="")


def _gate(source: Quantity, name: str) -> Quantity:
    return replace(_given(source, name, "constant"), unit=ONE, low=0.0, high=1.0, value=0.0)


def check_edge(model: Model, edge: Edge, *, and_levers: bool = False) -> None:
    """Raise `RegimeError` unless the target's equation reads the source, and that moves by itself, or is a lever if these may."""
    source, target = edge
    read = model.causes(target)
    if source not in read:
        model[source]
        raise RegimeError(
            f"the equation of `{target}` does not read `{source}`",
            where=model[target].where,
            near=nearest(source, read),
            fix="name an edge that is written: " + (", ".join(read) or "this quantity reads nothing"),
        )
    if model[source].role not in (*COMPUTED, "stock", *(["lever"] if and_levers else [])):
        raise RegimeError(
            f"`{source}` is a {model[source].role} and moves by nothing in the model",
            where=model[source].where,
            fix="cut an edge from a quantity that an equation gives, or set the number",
        )
