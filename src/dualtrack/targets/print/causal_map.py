"""Which links a diagram shows, and the diagram as data: boxes with their places, and arrows with sign, importance and route.

The importance of a link is given from outside; a cause that is moved from outside, such as a lever, has none and is always shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dualtrack.errors import UnknownName, nearest
from dualtrack.language.declaration import Label
from dualtrack.language.quantity import Role
from dualtrack.targets.numeric.polarity import Link, Sign
from dualtrack.targets.print.book import Book
from dualtrack.targets.print.diagram_layout import Place, in_layers, in_sectors
from dualtrack.targets.print.statement import is_number

LEAST = 0.1
"""The part of its effect's change that a link must carry to be drawn."""
FIRST = 2.0
"""Where a link without importance stands: before all others."""
Importance = Mapping[Link, float]
Signs = Mapping[Link, Sign]


@dataclass(frozen=True, slots=True)
class ShownLinks:
    """Links by importance, those without one first; `hidden` counts the links that carry less than `least`."""

    shown: tuple[Link, ...]
    hidden: int
    least: float


@dataclass(frozen=True, slots=True)
class MapNode:
    """A quantity by declared name; `inside` says that it belongs to the sector that the map is of."""

    name: str
    label: Label
    sector: str
    role: Role
    inside: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link; `importance` is None where its cause is moved from outside, `sign` where it is not known."""

    link: Link
    sign: Sign | None
    importance: float | None
    route: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CausalMap:
    """One sector, or with no name the whole theory."""

    sector: str
    nodes: tuple[MapNode, ...]
    arrows: tuple[Arrow, ...]
    hidden: int
    least: float
    size: Place


def choose(book: Book, effects: Iterable[str], importance: Importance, least: float = LEAST) -> ShownLinks:
    """The links between equations into some effects; without any importance known, all of them as they are declared."""
    links = [
        (cause, base)
        for base in effects
        for cause in book.causes[base]
        if cause != base and cause in book.groups and not is_number(book.groups[cause])
    ]
    shown = [link for link in links if importance.get(link, 1.0) >= least]
    return ShownLinks(tuple(sorted(shown, key=lambda link: -importance.get(link, FIRST))), len(links) - len(shown), least)


def causal_map(book: Book, signs: Signs, importance: Importance, sector: str = "", least: float = LEAST) -> CausalMap:
    """The whole theory by sectors, or one sector, with what reaches it from others, in layers; raises `UnknownName`."""
    if sector and sector not in book.pages:
        raise UnknownName(
            f"no sector is called `{sector}`", near=nearest(sector, book.pages), fix="one of " + ", ".join(book.pages)
        )
    inside = [base for base, group in book.groups.items() if not is_number(group) and sector in ("", group[0].sector)]
    chosen = choose(book, inside, importance, least)
    names = _drawn(inside, chosen.shown)
    layout = in_layers(names, chosen.shown) if sector else in_sectors(_sectors(book, names), chosen.shown)
    own = set(inside)
    nodes = [
        MapNode(name, first.label, first.sector, first.role, name in own, layout.places[name])
        for name in names
        for first in book.groups[name][:1]
    ]
    arrows = [Arrow(link, signs.get(link), importance.get(link), layout.routes[link]) for link in chosen.shown]
    return CausalMap(sector, tuple(nodes), tuple(arrows), chosen.hidden, least, layout.size)


def _drawn(inside: Sequence[str], links: Iterable[Link]) -> list[str]:
    """What belongs to the map, and the causes from elsewhere that an arrow leaves."""
    return list(dict.fromkeys((*inside, *(cause for cause, _ in links))))


def _sectors(book: Book, names: Iterable[str]) -> dict[str, str]:
    return {name: book.groups[name][0].sector for name in names}
