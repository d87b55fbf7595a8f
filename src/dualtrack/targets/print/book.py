"""A model as a book of pages: what every page asks of it, found once, and where each name stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.targets.print.statement import causes, declared, effects, gates, is_number

INDEX = "index.md"
NOTICE = "<!-- Generated from the theory's declarations; change those. -->"

Group = tuple[Quantity, ...]


@dataclass(frozen=True)
class Book:
    """A model with what every page asks of it, found once."""

    model: Model

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Quantities by declared name."""
        return declared(self.model)

    @cached_property
    def causes(self) -> Mapping[str, tuple[str, ...]]:
        """What each declared name reads."""
        return causes(self.model)

    @cached_property
    def effects(self) -> Mapping[str, tuple[str, ...]]:
        """What reads each declared name."""
        return effects(self.model)

    @cached_property
    def gates(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What each switch gates."""
        return gates(self.model)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The file of each sector that declares a quantity."""
        return {q.sector: f"{q.sector}.md" for q in self.model.quantities.values()}

    def of_sector(self, sector: str) -> Iterator[tuple[str, Group]]:
        """The declared names of a sector, in order."""
        return ((base, group) for base, group in self.groups.items() if group[0].sector == sector)

    def links(self, names: Sequence[str]) -> str:
        """The names, each leading to its place."""
        return ", ".join(map(self.link, names)) or "none"

    def link(self, name: str) -> str:
        """A name that leads to its equation, or to the numbers of its sector."""
        if name not in self.groups:
            return f"[`{name}`]({INDEX}#curves)"
        group = self.groups[name]
        return f"[`{name}`]({self.pages[group[0].sector]}#{'numbers' if is_number(group) else name})"

    def link_sector(self, sector: str) -> str:
        """A sector's title that leads to its page."""
        return f"[{title(sector)}]({self.pages[sector]})"


def title(sector: str) -> str:
    """A sector's name as a heading."""
    return sector.replace("_", " ").capitalize()
