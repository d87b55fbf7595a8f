"""A pathway: links through which a policy reaches the main outcome, so that an effect can be shared out by what carries it.

    Pathway("orders", ("Orders of home makers", "国产厂商的订单"), links=(("sales", "learning"),))

While a pathway is held, its links read the path that their causes had under the other policy, and everybody else reads these as
they are. Where no lever reaches the outcome past all pathways, they share out the whole effect. Not like this: two links of which
one feeds the other, since what the first carries would then be told of the second as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dualtrack.errors import DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.cut import Edge, gate_together
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.statements.named_loop import link_edges


@checked
@dataclass(frozen=True, slots=True)
class Pathway:
    """`links` by base names, each a cause and one whose equation reads it, called `name`; `label` says what runs along them."""

    name: str
    label: Label
    links: tuple[tuple[str, str], ...]


def pathway_edges(model: Model, pathways: Iterable[Pathway]) -> dict[str, tuple[Edge, ...]]:
    """The flat edges of each pathway, by its name."""
    return {each.name: tuple(edge for link in each.links for edge in link_edges(model, *link)) for each in pathways}


def hold_pathways(model: Model, pathways: Iterable[Pathway]) -> Model:
    """The model in which each pathway is held by a number of its own, `gate_of`, from histories of its causes, `history_of`."""
    return gate_together(model, pathway_edges(model, pathways))


def uncarried(model: Model, edges: Mapping[str, Iterable[Edge]], outcome: str) -> tuple[str, ...]:
    """The levers that reach an outcome past every one of some edges, by flat names."""
    held = {edge for each in edges.values() for edge in each}
    waiting, seen = [outcome], {outcome}
    while waiting:
        here = waiting.pop()
        causes = [] if model[here].tree is None else model.causes(here)
        fresh = [cause for cause in causes if (cause, here) not in held and cause not in seen]
        seen.update(fresh)
        waiting += fresh
    return tuple(name for name in model.of_role(["lever"]) if name in seen)


def check_pathways(model: Model, pathways: Iterable[Pathway]) -> None:
    """Raise `DuplicateName`, `NoMeaning` or `UnknownName` for a pathway named twice, without words, or along no link."""
    seen: set[str] = set()
    bases = {quantity.base for quantity in model.quantities.values()}
    for each in pathways:
        if each.name in seen:
            raise DuplicateName(f"pathway `{each.name}` is declared twice", fix="rename one")
        seen.add(each.name)
        if not all(each.label) or not each.links:
            raise NoMeaning(
                f"pathway `{each.name}` lacks its words or its links",
                fix="say in both languages what runs along it, and name its links",
            )
        for source, target in each.links:
            for name in (source, target):
                if name not in bases:
                    raise UnknownName(
                        f"pathway `{each.name}` runs through `{name}`, which is not there",
                        near=nearest(name, bases),
                        fix="correct it",
                    )
            if not link_edges(model, source, target):
                raise UnknownName(
                    f"pathway `{each.name}` holds a link from `{source}` to `{target}`, which no equation has",
                    fix="name a quantity and one whose equation reads it",
                )
    hold_pathways(model, pathways)
