"""A named feedback loop: the quantities it runs through, by base name, each read by the equation of the next.

    Loop("G1", ("Growth", "增长"), "reinforcing", ("fish", "spawn", "recruits"), cut=("fish", "spawn"))

Over a dimension a name stands for all of its elements, so one declaration is a family of loops. Not like this: a loop that
passes one name twice, or leaves out the quantity between two others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dualtrack.errors import DuplicateName, ModelError, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.cut import Edge
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model

Polarity = Literal["reinforcing", "balancing", "mixed"]
Station = tuple[str, ...]
"""Flat names that a family of loops passes side by side: every one of its loops passes exactly one of them."""


@checked
@dataclass(frozen=True, slots=True)
class Loop:
    """A family of loops by `id`, `label` and `polarity`: the quantities of its `path`, by base names, in order.

    `cut` is the link that a cut test takes away, as a cause and its reader, and `claims` are those that the loop carries.
    """

    id: str
    label: Label
    polarity: Polarity
    path: tuple[str, ...]
    cut: tuple[str, str]
    claims: tuple[str, ...] = ()


def stations(model: Model, path: tuple[str, ...]) -> tuple[Station, ...]:
    """The elements of each name of a path, the stages of a delay one after another; raises `UnknownName`."""
    return tuple(station for name in path for station in _stations(model, name))


def _stations(model: Model, name: str) -> list[Station]:
    if name in model.quantities and model.quantities[name].expanded_from != "delay":
        return [(name,)]
    flat = [each for each, quantity in model.quantities.items() if quantity.base == name or each == name]
    if not flat:
        raise UnknownName(
            f"a loop passes `{name}`, which the model has not",
            near=nearest(name, {quantity.base for quantity in model.quantities.values()}),
            fix="correct the name, or declare the quantity",
        )
    stages: dict[str, list[str]] = {}
    for each in flat:
        stage = each.rpartition(".stage_")[2] if model.quantities[each].role == "stock" and ".stage_" in each else ""
        stages.setdefault(stage, []).append(each)
    last = stages.pop("", [])
    return [*(tuple(stages[stage]) for stage in sorted(stages, key=int)), *([tuple(last)] if last else [])]


def edges(model: Model, first: Station, second: Station) -> tuple[Edge, ...]:
    """The edges that lead from one station to the next."""
    return tuple((a, b) for b in second for a in first if a in model.reads.get(b, ()))


def links(model: Model, passed: tuple[Station, ...]) -> tuple[tuple[Edge, ...], ...]:
    """The edges of each link of a closed path, the last one leading back."""
    return tuple(edges(model, a, b) for a, b in pairwise([*passed, passed[0]]))


def link_edges(model: Model, source: str, target: str) -> tuple[Edge, ...]:
    """The edges from every element of a name to those of another, both by base name."""
    return edges(model, stations(model, (source,))[-1], stations(model, (target,))[0])


def cut_edges(model: Model, loop: Loop) -> tuple[Edge, ...]:
    """The edges that the cut test of a loop takes away."""
    return link_edges(model, *loop.cut)


def check_loops(model: Model, loops: Iterable[Loop]) -> None:
    """Raise for a loop that is none.

    `DuplicateName` for one named twice, `NoMeaning` for one without words, `ModelError` for one that does not close or whose cut
    is none of its links, and `UnknownName` for a quantity that is not there.
    """
    seen: set[str] = set()
    for loop in loops:
        if loop.id in seen:
            raise DuplicateName(f"loop {loop.id} is declared twice", fix="rename one")
        seen.add(loop.id)
        if not all(loop.label):
            raise NoMeaning(f"loop {loop.id} lacks its name in English or Chinese", fix="write both")
        _check_closed(model, loop)


def _check_closed(model: Model, loop: Loop) -> None:
    if len(set(loop.path)) < len(loop.path) or not loop.path:
        raise ModelError(f"loop {loop.id} passes a name twice, or none", fix="name each quantity once, in order")
    passed = stations(model, loop.path)
    for (first, second), between in zip(pairwise([*passed, passed[0]]), links(model, passed), strict=True):
        if not between:
            raise ModelError(
                f"loop {loop.id} is open: no equation of `{_name(model, second)}` reads `{_name(model, first)}`",
                near=", ".join(sorted({model[cause].base for name in second for cause in model.causes(name)})),
                fix="name the quantities between them, or correct the order",
            )
    if not _returns(passed, links(model, passed)):
        raise ModelError(f"loop {loop.id} is open: no element comes back to itself", fix="follow one element round the path")
    if loop.cut not in list(pairwise([*loop.path, loop.path[0]])):
        raise ModelError(f"the cut of loop {loop.id} is none of its links: {' -> '.join(loop.cut)}", fix="name two neighbours")


def _returns(passed: tuple[Station, ...], between: tuple[tuple[Edge, ...], ...]) -> bool:
    """Whether some element, followed along the edges, leads back to itself."""
    for start in passed[0]:
        here = {start}
        for step in between:
            here = {b for a, b in step if a in here}
        if start in here:
            return True
    return False


def _name(model: Model, station: Station) -> str:
    return model.quantities[station[0]].base
